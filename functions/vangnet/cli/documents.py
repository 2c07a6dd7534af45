"""Where documents come from: those that are shipped, by their name, and files, by their path."""

from importlib.resources import files
from pathlib import Path

from vangnet.protocol.load import ReadText

EXAMPLE = "voorbeeldstad"  # The example municipality, which runs where nothing is configured.


def reader(beside: Path) -> ReadText:
    """Return what reads a document: a shipped name, or a file beside the one that names it."""

    def read(name: str) -> str | None:
        shipped = files("vangnet").joinpath(f"protocols/{name}.yaml")
        if name.isidentifier() and shipped.is_file():
            return shipped.read_text(encoding="utf-8")
        for path in (Path(name), beside / name, beside / f"{name}.yaml"):
            if path.is_file():
                return path.read_text(encoding="utf-8", errors="replace")
        return None

    return read
