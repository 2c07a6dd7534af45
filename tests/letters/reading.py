"""What a test reads of a PDF: the text of each page as one line, tags in order, fonts."""

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

SPACES = re.compile(r"[\s\u200b]+")


def opened(pdf: bytes) -> PdfReader:
    """Return the PDF, read strictly."""
    return PdfReader(io.BytesIO(pdf), strict=True)


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, its white space as single spaces."""
    return [SPACES.sub(" ", page.extract_text()).strip() for page in opened(pdf).pages]


def text(pdf: bytes) -> str:
    """Return the text of all pages."""
    return " ".join(pages(pdf))


def tags(pdf: bytes) -> list[str]:
    """Return the kinds of structure elements, in reading order."""
    return [str(one["/S"])[1:] for one in elements(pdf)]


def elements(pdf: bytes) -> list[Any]:
    """Return the structure elements themselves, in reading order."""
    root: Any = opened(pdf).root_object
    return list(_elements(root["/StructTreeRoot"]))


def _elements(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from _elements(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"])


def fonts(pdf: bytes) -> list[tuple[str, bool, bool]]:
    """Return of each font its name, whether it is embedded, and whether its letters can be read back."""
    found = {}
    for page in opened(pdf).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            whole = font.get_object()
            below = whole["/DescendantFonts"][0].get_object()
            embedded = {"/FontFile2", "/FontFile3"} & set(below["/FontDescriptor"].get_object())
            found[str(whole["/BaseFont"])] = (bool(embedded), "/ToUnicode" in whole)
    return [(name, *rest) for name, rest in sorted(found.items())]
