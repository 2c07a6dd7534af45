"""Draws docs/mail-samples.md: each way in which mails are passed on that was tried, and whether it is read rightly.

`make generate` writes it; `make check` runs this with --check, which fails when it is stale.
"""

import sys
from pathlib import Path

from tests.mail.samples import Reading, all_samples, reading

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "mail-samples.md"
DRAWN = "<!-- Drawn by tools/mail_samples.py; change the samples in tests/mail, then run `make generate`. -->"
ABOUT = """How mails that are passed on are read, by program. The samples are made in `tests/mail` as the programs write
them. Right is to the letter, white space aside: the threat is all of the other's message and nothing else, the
account all that the sender wrote himself without what his program put below it, and the other is named as he stands
there. What is read wrongly is still all there to see: the text and the files of a mail are kept whole."""


def drawn() -> str:
    """Return the page as the code would have it now."""
    readings = [reading(sample) for sample in all_samples()]
    wrong = [one for one in readings if not one.right]
    lines = [
        "# Sample mails",
        "",
        DRAWN,
        "",
        ABOUT,
        "",
        f"{len(readings)} samples, {len(readings) - len(wrong)} right.",
    ]
    lines += ["", "## Read wrongly", "", *(f"- `{one.sample.name}`: {_what(one)}" for one in wrong)]
    lines += ["", "## All", "", "| sample | program | manner | threat | account | other |", "|---|---|---|---|---|---|"]
    lines += [_row(one) for one in readings]
    return "\n".join(lines) + "\n"


def _what(one: Reading) -> str:
    parts = (("the threat", one.threat), ("the account", one.account), ("the other", one.sender))
    return f"{one.sample.client}, {one.sample.manner} ({', '.join(part for part, right in parts if not right)})"


def _row(one: Reading) -> str:
    marks = ("right" if right else "**wrong**" for right in (one.threat, one.account, one.sender))
    cells = (f"`{one.sample.name}`", one.sample.client, one.sample.manner, *marks)
    return f"| {' | '.join(cell.replace('|', '/').replace('<', '&lt;') for cell in cells)} |"


def main(check: bool) -> int:
    """Write the page, or with `check` only say whether it is stale; return 1 if it was."""
    text = drawn()
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        print("mail samples: current")
        return 0
    print(f"mail samples: {'stale; run `make generate`' if check else 'written'}")
    if not check:
        PAGE.write_text(text, encoding="utf-8")
    return int(check)


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
