"""Names of streams and references, keyed hashes of people's names, and the codes in alarm links."""

import base64
import hmac
import re
import unicodedata

from vangnet.shell.ports import Ids, KeyWrap

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
REFERENCE_LENGTH = 8  # 40 bits: not to be guessed, short enough to say on the telephone.
LINK_CODE_LENGTH = 20  # 100 bits of a keyed hash; short enough for one SMS.
MARK_CODE_LENGTH = 10  # 50 bits: a bounce that somebody made up must not pass for one of ours.
DIRECTORY_STREAM = "directory"
_MARK = re.compile(
    rf"(?:(?P<stream>directory|digest)|(?P<reference>vn[0-9a-z]{{8}}))(?P<message>m[0-9]+?)[0-9a-z]{{{MARK_CODE_LENGTH}}}"
)
_REFERENCE = re.compile(r"VN-?([0-9A-Z]{4})-?([0-9A-Z]{4})")


class Names:
    """Makes names that tell nothing."""

    def __init__(self, wrap: KeyWrap, ids: Ids) -> None:
        """Take what hashes with the key, and what draws at random."""
        self._wrap, self._ids = wrap, ids

    def reference(self, actor: str, once: str | None, number: int) -> str:
        """Return a new reference; with `once`, the one that this person's repeated sending always gets."""
        if once is None:
            letters = self._ids.new(REFERENCE_LENGTH)
        else:
            digest = self._wrap.keyed_hash("once", f"{actor}|{once}|{number}")
            letters = "".join(CROCKFORD[byte % 32] for byte in digest[:REFERENCE_LENGTH])
        return f"VN-{letters[:4]}-{letters[4:]}"

    def stream(self, reference: str) -> str:
        """Return the stream of a reference, however it was typed."""
        return f"case/{tidy_reference(reference)}"

    def fingerprint(self, name: str) -> str:
        """Return the keyed hash of a name, by which it is found again whatever its capitals, accents and order.

        "Wit, Karel de" is "Karel de Wit".
        """
        last, comma, first = name.partition(",")
        turned = f"{first} {last}" if comma and "," not in first else name
        letters = unicodedata.normalize("NFKD", turned).casefold()
        plain = " ".join(re.findall(r"[a-z0-9]+", "".join(one for one in letters if not unicodedata.combining(one))))
        return base64.b32encode(self._wrap.keyed_hash("name", plain)[:15]).decode().lower()

    def hashed_list(self, name: str) -> str:
        """Return the name of a list as the store may know it: a person's own list by keyed hash."""
        if not name.startswith("person:"):
            return name
        return "own/" + base64.b32encode(self._wrap.keyed_hash("list", name)[:15]).decode().lower()

    def link_code(self, reference: str, alarm: str, person: str) -> str:
        """Return the code that lets this person acknowledge this alarm without signing in."""
        digest = self._wrap.keyed_hash("link", f"{reference}|{alarm}|{person}")
        return "".join(CROCKFORD[byte % 32] for byte in digest[:LINK_CODE_LENGTH])

    def receipt_code(self, gateway: str) -> str:
        """Return what makes the address to which a provider reports ours alone to know."""
        digest = self._wrap.keyed_hash("receipts", gateway)
        return "".join(CROCKFORD[byte % 32] for byte in digest[:LINK_CODE_LENGTH])

    def mark(self, stream: str, message: str) -> str:
        """Return what names a message to the world, in its Message-ID; it tells nothing, and only we can make it."""
        place = f"{stream.removeprefix('case/')}{message}".replace("-", "").lower()
        return place + self._short(place)

    def marked(self, mark: str) -> tuple[str, str] | None:
        """Return the stream and the message that a mark names, or None where we did not make it."""
        found = _MARK.fullmatch(mark.strip().lower())
        if found is None:
            return None
        stream = found["stream"] or f"case/{tidy_reference(found['reference'])}"
        ours = self.mark(stream, found["message"])
        return (stream, found["message"]) if hmac.compare_digest(ours, found[0]) else None

    def _short(self, place: str) -> str:
        digest = self._wrap.keyed_hash("mark", place)
        return "".join(CROCKFORD[byte % 32] for byte in digest[:MARK_CODE_LENGTH]).lower()

    def same_code(self, code: str, reference: str, alarm: str, person: str) -> bool:
        """Tell whether a code is this person's for this alarm; takes the same time whatever it is."""
        return hmac.compare_digest(code.upper().encode(), self.link_code(reference, alarm, person).encode())


def tidy_reference(text: str) -> str:
    """Return a reference in its one form; what is none stays as it was and is found nowhere."""
    found = _REFERENCE.fullmatch(text.strip().upper())
    return f"VN-{found[1]}-{found[2]}" if found else text.strip()[:40]
