"""The text of a page of HTML as a person sees it, line by line; what is quoted stands behind `>`."""

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

QUOTE_DEPTH_MAX = 30  # Deeper quotes are shown no deeper.
RULE = "_" * 32  # A horizontal rule, as Outlook writes it in plain text.

NOT_SEEN = frozenset(
    {"head", "title", "script", "style", "template", "noframes", "object", "svg", "select", "textarea"}
)
PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "table", "blockquote"})
LINES = PARAGRAPHS | frozenset(
    {"div", "tr", "li", "dt", "dd", "section", "article", "header", "footer", "main", "address", "center", "form"}
    | {"fieldset", "caption", "body", "hr", "figure", "aside", "nav", "thead", "tbody", "tfoot"}
)
NO_MARGIN = re.compile(r"mso|outlook|elementtoproof", re.IGNORECASE)  # Outlook's paragraphs are lines.
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
INDENT = re.compile(r"border\s*:\s*(?:none|0)", re.IGNORECASE)  # Gmail's indent button, which quotes nobody.
COMMENT = re.compile(r"<!--.*?-->|<![^<>]*>|<\?[^<>]*>", re.DOTALL)
# A sign that opens no tag. The reader of HTML looks for the end of each, so many of them would take quadratic time.
NO_TAG = re.compile(r"<(?![a-zA-Z/][^<>]{0,100000}>)")
SCRIPTS = re.compile(r"<(script|style)\b[^<>]*>", re.IGNORECASE)
SCRIPT_ENDS = re.compile(r"</(?:script|style)[^<>]*>", re.IGNORECASE)
SPACES = re.compile(r"[ \t\r\n\f\xa0\u200b\u200c\u00ad\u034f]+")


def html_to_text(html: str) -> str:
    """Return what a person reads of a page."""
    soup = BeautifulSoup(_tame(html), "html.parser")
    page = _Page()
    opened: list[Tag] = []
    for node in soup.descendants:
        while opened and opened[-1] is not node.parent:
            page.close(opened.pop())
        if isinstance(node, Tag):
            page.open(node)
            opened.append(node)
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            page.text(str(node))
    for tag in reversed(opened):
        page.close(tag)
    return page.read()


class _Page:
    """Collects lines with the depth at which they are quoted."""

    def __init__(self) -> None:
        self._lines: list[tuple[int, str]] = []
        self._line: list[str] = []
        self._quoted, self._pre, self._hidden = 0, 0, 0

    def open(self, tag: Tag) -> None:
        self._hidden += _is_hidden(tag)
        if self._hidden:
            return
        if tag.name == "br":
            self._end(always=True)
        elif tag.name in {"td", "th"}:
            self._line.append(" ")
        elif tag.name in LINES:
            self._block(tag)
        if tag.name == "hr":
            self._line.append(RULE)
        elif tag.name == "li":
            self._line.append("- ")
        self._quoted += _quotes(tag)
        self._pre += tag.name == "pre"

    def close(self, tag: Tag) -> None:
        if self._hidden:
            self._hidden -= _is_hidden(tag)
            return
        if tag.name in LINES:
            self._block(tag)
        self._quoted -= _quotes(tag)
        self._pre -= tag.name == "pre"

    def text(self, text: str) -> None:
        if self._hidden:
            return
        if not self._pre:
            self._line.append(SPACES.sub(" ", text))
            return
        first, *others = text.split("\n")
        self._line.append(first)
        for line in others:
            self._end(always=True)
            self._line.append(line)

    def read(self) -> str:
        self._end()
        lines = (
            ">" * min(depth, QUOTE_DEPTH_MAX) + (" " if depth and line else "") + line for depth, line in self._lines
        )
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")

    def _block(self, tag: Tag) -> None:
        self._end()
        classes = str(tag.get("class") or "")
        if tag.name in PARAGRAPHS and not NO_MARGIN.search(classes) and self._lines and self._lines[-1][1]:
            self._lines.append((self._quoted, ""))

    def _end(self, *, always: bool = False) -> None:
        whole = "".join(self._line)
        line = whole.rstrip() if self._pre else re.sub(" {2,}", " ", whole).strip()
        if line or always:
            self._lines.append((self._quoted, line))
        self._line = []


def _tame(html: str) -> str:
    """Take out what only a browser needs, and what would make the reader of HTML look for an end again and again."""
    last = html.rfind("-->")
    html = html[:last] + html[max(last, 0) :].replace("<!--", "") if last >= 0 else html.replace("<!--", "")
    html = NO_TAG.sub("&lt;", COMMENT.sub(" ", html))
    pieces, at = [], 0
    while found := SCRIPTS.search(html, at):
        pieces.append(html[at : found.start()])
        ends = SCRIPT_ENDS.search(html, found.end())
        at = ends.end() if ends else len(html)
    return "".join(pieces) + html[at:]


def _is_hidden(tag: Tag) -> bool:
    if tag.name in NOT_SEEN or tag.has_attr("hidden"):
        return True
    return bool(HIDDEN.search(str(tag.get("style") or "")))


def _quotes(tag: Tag) -> int:
    return int(tag.name == "blockquote" and not INDENT.search(str(tag.get("style") or "")))
