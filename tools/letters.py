"""Draws docs/letters/*.pdf, one of each kind and legal basis, and the table of legal bases in its README.

`make generate` writes them; `make check` runs this with --check, which fails when one is stale.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.letters.samples import HOUSE, samples
from vangnet.letters import render
from vangnet.letters.bases import BASES
from vangnet.letters.remedies import REMEDIES

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "letters"
BEGIN = "<!-- Drawn by tools/letters.py; change functions/vangnet/letters, then run `make generate`. -->"
END = "<!-- End of what is drawn. -->"


def drawn(readme: str) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of each file, the README with its table as the code has it now."""
    for name, letter in samples().items():
        yield f"{name}.pdf", render(letter, HOUSE).pdf
    before, _, rest = readme.partition(BEGIN)
    yield "README.md", f"{before}{BEGIN}\n\n{_table()}\n{END}{rest.partition(END)[2]}".encode()


def _table() -> str:
    columns = ("", *(f"`{name}`" for name in BASES))
    rows = [
        ("character", *(row.rule.character for row in BASES.values())),
        ("decides", *(", ".join(_decider(*one) for one in row.deciders.items()) for row in BASES.values())),
        ("for", *(row.object for row in BASES.values())),
        ("law", *(row.law for row in BASES.values())),
        ("maximum", *(row.maximum for row in BASES.values())),
        ("extensions", *(_count(row.extensions_max) for row in BASES.values())),
        ("hearing", *(row.hearing for row in BASES.values())),
        ("not heard only if", *(", ".join(f"`{one}`" for one in row.grounds) or "-" for row in BASES.values())),
        ("remedy", *(" ".join(REMEDIES[row.remedy]) for row in BASES.values())),
        ("breach", *(row.breach for row in BASES.values())),
        ("starts", *(row.starts for row in BASES.values())),
        ("kept", *(row.retention for row in BASES.values())),
        ("outcome of an objection", *(", ".join(f"`{one}`" for one in row.outcomes) for row in BASES.values())),
    ]
    lines = [f"| {' | '.join(columns)} |", "|" + "---|" * len(columns)]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows]) + "\n"


def _decider(capacity: str, needs_mandate: bool) -> str:
    return f"`{capacity}`{' with mandate' if needs_mandate else ''}"


def _count(extensions: int | None) -> str:
    return "no limit in law" if extensions is None else str(extensions)


def main(check: bool) -> int:
    """Write what is stale, or with `check` only name it; return 1 if anything was."""
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    stale = 0
    for name, content in drawn(readme):
        file = FOLDER / name
        if file.is_file() and file.read_bytes() == content:
            continue
        stale += 1
        print(f"docs/letters/{name}: {'stale; run `make generate`' if check else 'written'}")
        if not check:
            file.write_bytes(content)
    print(f"letters: {stale} {'stale' if check else 'written'}")
    return int(check and stale > 0)


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
