"""Where a message that was passed on begins: a block of headers, a line "... schreef:", or a line that says so.

Names of headers are those that mail programs write in Dutch, English, German and French. A block of headers has at
least two of them on lines that follow each other, one of which says from whom, so that a sentence that begins with
"Van:" is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LABELS = {
    **dict.fromkeys(("van", "from", "von", "de", "afzender"), "from"),
    **dict.fromkeys(("verzonden", "verstuurd", "datum", "sent", "date", "gesendet", "envoyé", "verzonden op"), "sent"),
    **dict.fromkeys(("aan", "to", "an", "à", "a", "geadresseerde"), "to"),
    **dict.fromkeys(("cc", "kopie", "bcc", "copie à", "kopie (cc)"), "cc"),
    **dict.fromkeys(("onderwerp", "subject", "betreff", "objet", "betreft"), "subject"),
    **dict.fromkeys(("antwoord aan", "antwoord-aan", "beantwoorden", "reply-to", "reply to", "antwort an"), "other"),
    **dict.fromkeys(("urgentie", "prioriteit", "belang", "importance", "priority", "bijlagen", "attachments"), "other"),
    **dict.fromkeys(
        ("organisatie", "organization", "message-id", "categorieën", "gevoeligheid", "sensitivity"), "other"
    ),
    **dict.fromkeys(("resent-from", "resent-to", "resent-date", "x-mailer", "mailing-list", "anlagen"), "other"),
}
LABEL = re.compile(r"[\s*_|]{0,6}([^\W\d_](?:[\w \-()]{0,15}[\w)])?)[\s*_]{0,4}:[*_]{0,3}\s*[*_]{0,2}(.*)")
PHRASES = (
    r"oorspronkelijk(?:e)? bericht|doorgestuurd(?:e)? bericht|origine(?:e)?le? bericht|doorgestuurde e-?mail"
    r"|original message|forwarded message|original e-?mail|forwarded e-?mail|reply message|doorgezonden bericht"
    r"|ursprüngliche nachricht|weitergeleitete nachricht|original-nachricht|message d.origine|message transféré"
    r"|doorgestuurd door [^\n]{0,150}|forwarded by [^\n]{0,150}"
)
SAYS_SO = re.compile(rf"[-_=*]{{2,}}\s*(?:{PHRASES})\s*:?\s*[-_=*]*", re.IGNORECASE)
BEGINS = re.compile(
    r"(?:begin (?:van )?(?:het )?doorgestuurd(?:e)? bericht|begin forwarded message|start van doorgestuurd bericht"
    r"|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré))\s*:",
    re.IGNORECASE,
)
# Headers and text all on one line, where nothing tells the subject from what comes after it.
FLAT = re.compile(rf"[-_]{{4,60}} ?(?:{PHRASES}) ?[-_]{{4,60}} ?(?:van|from|von|de) ?:", re.IGNORECASE)
FLAT_LABEL = re.compile(
    r"(?:(?P<sent>datum|date|verzonden|sent|gesendet)|(?P<subject>onderwerp|subject|betreff|objet)"
    r"|(?<![^\W\d_])(?:aan|to|an|à|cc)) ?:",
    re.IGNORECASE,
)
RULE = re.compile(r"[_\-=*]{5,}|_{3,}")
LABELS_MAX = 14  # Lines of one block of headers.
HEADER_LINES_MAX = 200  # Lines of one block of headers in all.
SENDER_LENGTH_MAX = 500  # Characters of a sender as found.
FLAT_LENGTH_MAX = 2_000  # Characters in which headers on one line must be.
FOLDED_MAX = 60  # Lines over which the names of many recipients go on.
WROTE_LINES_MAX = 4  # Over how many lines "Op ... schreef ...:" is wrapped.
WROTE_LENGTH_MAX = 400
WROTE_STARTS = re.compile(r"(?:op|on|am|le|il|den|>>>)\s", re.IGNORECASE)
ZONE = r"(?:\s?\(?(?:CES?T|MES?Z|UTC|[EPCM][SD]T|BST|GMT(?:[+-]\d\S*)?|[+-]\d{4})\)?(?=[,\s]))?"
CLOCK = rf"\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:uur|uhr)\b)?{ZONE}"
WROTE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"op (?P<sent>.+?),? (?:heeft|hebt) (?P<sender>.+?) (?:het volgende |dit )?geschreven\s?:",
        r"op (?P<sent>.+?),? schreef (?P<sender>.+?)(?: het volgende)?\s?:",
        rf"on (?P<sent>.*?{CLOCK}),? (?P<sender>.+?) wrote\s?:",
        r"on (?P<sent>.+), (?P<sender>[^,]+?) wrote\s?:",
        r"on (?P<sent>.*?\d{4}),? (?P<sender>.+?) wrote\s?:",
        r"am (?P<sent>.+?) (?:schrieb|hat) (?P<sender>.+?)(?: geschrieben| folgendes)?\s?:",
        rf"le (?P<sent>.*?{CLOCK}|.*?\d{{4}}),? (?P<sender>.+?) a écrit\s?:",
        r"(?P<sender>.+?) schreef op (?P<sent>.+?)\s?:",
        r">>> (?P<sender>.+?),? (?P<sent>\d.+?|(?:ma|di|wo|do|vr|za|zo)\w* .+?) ?>>>",
        r"(?P<sender>.+?) wrote on (?P<sent>.+?)\s?:",
    )
)
MAILTO = re.compile(r"\s?(?:<mailto:[^<>\s]+>|\[mailto:[^\[\]\s]+\])")
ADDRESS = re.compile(r"[^\s@<>\[\]]+@[^\s@<>\[\]]+\.[^\s@<>\[\]]+")


@dataclass(frozen=True)
class Line:
    """A line of a mail without its marks of quoting, and how many there were."""

    depth: int
    text: str


@dataclass(frozen=True)
class Opener:
    """The beginning of a message: how many lines it takes, how deep the message is quoted, what it says of itself,
    and what of the message stands on these lines already."""

    lines: int
    depth: int
    sender: str | None = None
    sent: str | None = None
    subject: str | None = None
    rest: str = ""


def find_opener(lines: Sequence[Line], at: int) -> Opener | None:
    """Return the opener that begins on this line, if one does."""
    text = lines[at].text
    if not text:
        return None
    return _headers(lines, at) or _says_so(lines, at) or _flat(lines[at]) or _wrote(lines, at)


def is_furniture(text: str) -> bool:
    """Say whether a line only announces or sets off a message that was passed on."""
    tidy = text.strip(" \t*_>") if not RULE.fullmatch(text.strip()) else text.strip()
    return bool(RULE.fullmatch(tidy) or SAYS_SO.fullmatch(text.strip()) or BEGINS.fullmatch(tidy))


def tidy_sender(text: str) -> str | None:
    """Return a sender as found, without what programs put around it."""
    whole = " ".join(text[:SENDER_LENGTH_MAX].replace("*", "").split())
    plain = MAILTO.sub("", whole)
    if not ADDRESS.search(plain) and (found := re.search(r"[<\[]mailto:([^<>\[\]\s]+)[>\]]", whole)):
        plain = f"{plain.strip()} <{found[1]}>"
    plain = plain.strip(" ,;")
    if plain.count('"') == 2 and plain.startswith('"'):
        plain = plain.replace('"', "")
    return plain or None


def _depth_of_text(lines: Sequence[Line], at: int, depth: int) -> int:
    """Return how deep a message stands whose opener is not quoted: some programs quote only what is below that."""
    rest = [line.depth for line in lines[at:] if line.text.strip()]
    return min(rest) if rest and min(rest) > depth else depth


def _says_so(lines: Sequence[Line], at: int) -> Opener | None:
    line = lines[at]
    text = line.text.strip()
    if SAYS_SO.fullmatch(text) or BEGINS.fullmatch(text.strip("*_ ")):
        return Opener(1, _depth_of_text(lines, at + 1, line.depth))
    return None


def _flat(line: Line) -> Opener | None:
    head = line.text[:FLAT_LENGTH_MAX]
    begun = FLAT.match(head)
    labels = list(FLAT_LABEL.finditer(head, begun.end())) if begun else []
    at = next((at for at, label in enumerate(labels) if label["subject"]), None)
    if begun is None or at is None:
        return None
    ends = [label.start() for label in labels[1:]]
    sent = next((head[one.end() : end] for one, end in zip(labels[:at], ends, strict=False) if one["sent"]), "")
    sender = tidy_sender(head[begun.end() : labels[0].start()])
    return Opener(1, line.depth, sender, " ".join(sent.split()), rest=line.text[labels[at].end() :])


def _label(text: str) -> tuple[str, str] | None:
    """Return (which header, its value) of a line that begins with a known name."""
    found = LABEL.fullmatch(text)
    which = LABELS.get(" ".join(found[1].lower().split())) if found else None
    return (which, found[2].strip()) if found and which else None


def _headers(lines: Sequence[Line], at: int) -> Opener | None:
    if _label(lines[at].text) is None:
        return None
    found, last, here, spaced = dict[str, str](), "", at, False
    depth, count = lines[at].depth, 0
    while here < min(len(lines), at + HEADER_LINES_MAX) and lines[here].depth == depth and count < LABELS_MAX:
        text = lines[here].text.strip()
        label = _label(lines[here].text)
        if label and _is_new(label[0], found):
            last = label[0]
            found.setdefault(last, label[1])
            count += 1
        elif not text and (spaced or count == 1) and _begins_new(lines, here + 1, found):
            spaced = True  # Some programs leave a line between all of them.
        elif text and not found[last]:
            found[last] = text  # The value stands below its name.
        elif text and (lines[here].text[0] in " \t" or (last in {"to", "cc"} and _goes_on(lines, here, found))):
            found[last] += f" {text}"
        else:
            break
        here += 1
    if not found.get("from") or not {"sent", "subject", "to"} & set(found):
        return None
    sent, subject = (found.get(which, "").strip("* ") for which in ("sent", "subject"))
    depth = _depth_of_text(lines, here, depth)
    return Opener(here - at, depth, tidy_sender(found["from"]), " ".join(sent.split()) or None, subject or None)


def _is_new(which: str, found: dict[str, str]) -> bool:
    return which not in found or which in {"other", "cc"}


def _begins_new(lines: Sequence[Line], at: int, found: dict[str, str]) -> bool:
    label = _label(lines[at].text) if at < len(lines) else None
    return label is not None and _is_new(label[0], found)


def _goes_on(lines: Sequence[Line], at: int, found: dict[str, str]) -> bool:
    """Say whether this line and those up to the next header are names of more recipients."""
    for here in range(at, min(len(lines), at + FOLDED_MAX)):
        if _begins_new(lines, here, found):
            return True
        if not re.search(r"[,;@<>]", lines[here].text) or lines[here].depth != lines[at].depth:
            return False
    return False


def _wrote(lines: Sequence[Line], at: int) -> Opener | None:
    first = lines[at].text.strip().strip("*_")
    if not WROTE_STARTS.match(first) and not re.search(r" (?:schreef op|wrote on) ", first[:WROTE_LENGTH_MAX]):
        return None
    whole, here = "", at
    while here < len(lines) and here - at < WROTE_LINES_MAX and lines[here].depth == lines[at].depth:
        text = lines[here].text.strip().strip("*_")
        whole, here = f"{whole} {text}".strip(), here + 1
        if not text or len(whole) > WROTE_LENGTH_MAX:
            return None
        if whole.endswith((":", ">>>")):
            break
    whole = " ".join(MAILTO.sub("", whole).split())
    for pattern in WROTE:
        if (found := pattern.fullmatch(whole)) and re.search(r"\d", found["sent"]):
            return _attributed(lines, at, here, found)
    return None


def _attributed(lines: Sequence[Line], at: int, after: int, found: re.Match[str]) -> Opener | None:
    """Return the opener if what follows is quoted, or an address says that this is no sentence."""
    following = next((line for line in lines[after : after + 4] if line.text.strip()), None)
    depth = lines[at].depth
    if following is not None and following.depth > depth:
        return Opener(after - at, following.depth, tidy_sender(found["sender"]), found["sent"].strip(" ,"))
    if ADDRESS.search(found["sender"]) or found[0].startswith(">>>"):
        return Opener(after - at, depth, tidy_sender(found["sender"]), found["sent"].strip(" ,"))
    return None
