"""What the parts of a mail are for: the text that a person reads, the files, and the mails that are attached."""

import re
from dataclasses import dataclass, field

from vangnet.intake.mail.budget import Budget
from vangnet.intake.mail.charsets import clean, decode
from vangnet.intake.mail.mapi import Item
from vangnet.intake.mail.markup import html_to_text
from vangnet.intake.mail.message import File
from vangnet.intake.mail.msg import OLE, read_msg
from vangnet.intake.mail.parts import Part
from vangnet.intake.mail.tnef import read_tnef

TEXT_LENGTH_MAX = 1_000_000  # Characters; twenty times the longest account that a report takes.
FILE_NAME_LENGTH_MAX = 255
MAILS = frozenset({"message/rfc822", "message/global"})
WINMAIL = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
WINMAIL_DEPTH_MAX = 2  # winmail.dat in winmail.dat.
# What tells how a mail fared, and is no file to a person.
NOTICES = frozenset(
    {"message/delivery-status", "message/global-delivery-status", "message/disposition-notification"}
    | {"text/rfc822-headers", "message/global-headers", "message/feedback-report"}
)
NOT_READ = frozenset({"text/calendar", "text/vcard", "text/x-vcard", "text/csv", "text/rtf", "text/directory"})
_HTML = r"\b(?:html|browser|web ?versi\w*|e-?mail ?(?:programma|client|reader))\b"
_SEE = r"\b(?:bekijk\w*|view\w*|lees|open\w*|weer\w*|support\w*|enabled?|nodig|compatible|ondersteun\w*)\b"
ONLY_IN_HTML = re.compile(rf"{_HTML}.{{0,80}}{_SEE}|{_SEE}.{{0,80}}{_HTML}", re.IGNORECASE | re.DOTALL)
ONLY_IN_HTML_LENGTH_MAX = 300  # Such a line is short.
# Some telephones write the headers of a message and its text on one line of the plain version.
ON_ONE_LINE = re.compile(
    r"(?<!-)-{4,60} ?[^-\n]{5,60} ?-{4,60} ?(?:Van|From|Von|De) ?: ?\S.{0,1000}?(?:Onderwerp|Subject|Betreff|Objet) ?:"
)
ENDINGS = {
    "image/jpeg": "jpg", "image/jpg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp",
    "image/heic": "heic", "image/bmp": "bmp", "image/tiff": "tif", "image/svg+xml": "svg", "application/pdf": "pdf",
    "application/zip": "zip", "application/msword": "doc", "text/plain": "txt", "text/html": "html", "text/csv": "csv",
    "text/calendar": "ics", "text/vcard": "vcf", "audio/mpeg": "mp3", "audio/mp4": "m4a", "audio/ogg": "ogg",
    "audio/amr": "amr", "audio/wav": "wav", "audio/x-wav": "wav", "video/mp4": "mp4", "video/quicktime": "mov",
    "video/3gpp": "3gp", "video/webm": "webm", "message/rfc822": "eml", "message/global": "eml",
    "application/vnd.ms-outlook": "msg", "application/ms-tnef": "dat", "application/pkcs7-signature": "p7s",
    "application/pkcs7-mime": "p7m", "application/pgp-signature": "asc", "application/rtf": "rtf", "text/rtf": "rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}  # fmt: skip


@dataclass
class Body:
    """What is in a mail: its text, its files, mails that are attached as they were, and messages of Outlook."""

    budget: Budget
    text: str = ""
    files: list[File] = field(default_factory=list)
    mails: list[bytes] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def read_body(root: Part, budget: Budget) -> Body:
    """Return what is in a mail; what cannot be read as it should be is named, and the rest is there."""
    body = Body(budget)
    texts = [text for text in _texts(root, root, body) if text.strip()]
    body.text = "\n\n".join(text.strip("\n") for text in texts)
    for part in root.leaves():
        if _is_file(part, root):
            _take_file(part, body)
    if len(body.text) > TEXT_LENGTH_MAX or budget.short:
        body.text = body.text[:TEXT_LENGTH_MAX]
        body.broken.append("too_long")
    return body


def _texts(part: Part, root: Part, body: Body) -> list[str]:
    if part.children and part.kind == "multipart/alternative":
        return _alternative(part, root, body)
    if part.children:
        return [text for child in part.children for text in _texts(child, root, body)]
    return [] if _is_file(part, root) or part.kind in NOTICES else [_text(part, body)]


def _alternative(part: Part, root: Part, body: Body) -> list[str]:
    """Choose among versions of one text: the plain one, unless it is empty or only sends the reader elsewhere."""
    poor: list[str] = []
    for child in sorted(part.children, key=lambda child: any(leaf.kind == "text/html" for leaf in child.leaves())):
        texts = [text for text in _texts(child, root, body) if text.strip()]
        whole = "\n".join(texts)
        if texts and not _is_poor(whole):
            return texts
        poor = poor or texts
    return poor


def _is_poor(text: str) -> bool:
    if ON_ONE_LINE.search(text):
        return True
    return len(text) < ONLY_IN_HTML_LENGTH_MAX and bool(ONLY_IN_HTML.search(text))


def _text(part: Part, body: Body) -> str:
    content, good = part.content()
    if not good:
        body.broken.append("encoding")
    if len(content) > 4 * TEXT_LENGTH_MAX:
        content = content[: 4 * TEXT_LENGTH_MAX]
        body.broken.append("too_long")
    declared = part.headers.parameter("charset")
    if part.kind == "text/html" and not declared:
        found = re.search(rb"<meta[^<>]{1,200}charset=[\"']?([\w-]{2,30})", content[:4_000], re.IGNORECASE)
        declared = found[1].decode("ascii", "ignore") if found else ""
    text, good = decode(content, declared)
    if not good:
        body.broken.append("charset")
    text = clean(text)
    if part.kind == "text/html":
        return html_to_text(body.budget.of_html(text))
    if part.headers.parameter("format").lower() == "flowed":
        text = _unflowed(text, without_space=part.headers.parameter("delsp").lower() == "yes")
    return text


def _unflowed(text: str, *, without_space: bool) -> str:
    """Join lines that were broken for display only (RFC 3676), within one depth of quoting."""
    out: list[str] = []
    flows, depth_before = False, 0
    for line in text.split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ") if depth == 0 or content.startswith(" ") else content
        if flows and depth == depth_before and content != "-- ":
            out[-1] += content
        else:
            out.append(f"{'>' * depth} {content}" if depth else content)
        flows, depth_before = content.endswith(" ") and content != "-- ", depth
        if flows and without_space:
            out[-1] = out[-1][:-1]
    return "\n".join(out)


def _is_file(part: Part, root: Part) -> bool:
    if part.children or part.kind in NOTICES:
        return False
    if not part.kind.startswith("text/") or part.kind in NOT_READ:
        return True
    if part is root:
        return False
    how = part.headers.kind("content-disposition")
    return how == "attachment" or bool(part.headers.parameter("filename", "content-disposition") or _name(part))


def _name(part: Part) -> str:
    name = part.headers.parameter("filename", "content-disposition") or part.headers.parameter("name")
    return name[-FILE_NAME_LENGTH_MAX:].strip()


def _made_up(kind: str, body: Body) -> str:
    return f"bijlage-{len(body.files) + 1}.{ENDINGS.get(kind, 'bin')}"


def _take_file(part: Part, body: Body) -> None:
    content, good = part.content()
    if not good:
        body.broken.append("attachment")
    _take(File(_name(part) or _made_up(part.kind, body), content), part.kind, body)


def _take(file: File, kind: str, body: Body, depth: int = 0) -> None:
    """Keep a file, and read it where it is a message or holds some."""
    body.files.append(file)
    name = file.name.lower()
    if kind in MAILS or name.endswith(".eml"):
        body.mails.append(file.content)
    elif name.endswith(".msg") or (kind == "application/vnd.ms-outlook" and file.content.startswith(OLE)):
        item = body.budget.message() and _told(read_msg(file.content, body.budget), body)
        body.items += [item] if item else []
    elif (kind in WINMAIL or name == "winmail.dat") and depth < WINMAIL_DEPTH_MAX:
        item = body.budget.message() and _told(read_tnef(file.content, body.budget), body)
        if item:
            body.text = body.text if body.text.strip() else item.text
            body.items += item.items
        for inner in item.files if item else ():
            _take(File(inner.name or _made_up("", body), inner.content), "", body, depth + 1)


def _told(item: Item | None, body: Body) -> Item | None:
    if item is None or item.broken:
        body.broken.append("attachment")
    return item
