"""The page that a municipality reads when it compares says of every row what there is, and counts right."""

import re
from collections import Counter
from pathlib import Path

PAGE = (Path(__file__).parents[3] / "docs" / "features.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| (yes|partly|no) \|([^|]*)\|$", re.MULTILINE)
ALL = 67


def test_every_row_is_answered() -> None:
    """Once each, in order; whatever is not wholly there says why."""
    rows = ROW.findall(PAGE)

    assert [int(number) for number, *_ in rows] == list(range(1, ALL + 1))
    assert [number for number, _, here, why in rows if here != "yes" and not why.strip()] == []


def test_the_totals_are_those_of_the_rows() -> None:
    """A figure that nobody has to believe."""
    counts = Counter(here for _, _, here, _ in ROW.findall(PAGE))

    assert f"Of the {ALL}: {counts['yes']} yes, {counts['partly']} partly, {counts['no']} no." in PAGE
