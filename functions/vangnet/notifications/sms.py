"""What an SMS can carry: the GSM-7 alphabet, 160 characters in one segment."""

import unicodedata

SEGMENT_LENGTH_MAX = 160  # Septets of one segment of GSM 03.38; one letter outside it makes the limit 70.
_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = "^{}\\[~]|€"


def septets(text: str) -> int:
    """Return the length of a text in GSM-7."""
    return sum(2 if letter in _EXTENDED else 1 for letter in text)


def is_gsm7(text: str) -> bool:
    """Tell whether every letter is in the alphabet."""
    return all(letter in _BASIC or letter in _EXTENDED for letter in text)


def to_gsm7(text: str) -> str:
    """Return the text with letters outside the alphabet written plainly: ë becomes e, a dash a hyphen."""
    return "".join(letter if is_gsm7(letter) else _plain(letter) for letter in text)


def _plain(letter: str) -> str:
    known = {"–": "-", "—": "-", "…": "...", "‘": "'", "’": "'", "“": '"', "”": '"'}.get(letter)
    if known:
        return known
    base = "".join(one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one))
    return base if base and is_gsm7(base) else "?"
