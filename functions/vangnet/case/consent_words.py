"""The words by which a scope of a consent is read: what limits, what only fills, and what may be told or not.

Dutch and English, in small letters and without accents. A word that is in none of these lists is unknown: where
anything is limited, or for the press, a piece with an unknown word names nobody.
"""

import re
import unicodedata

from vangnet.case.folding import word_set

EVERYBODY = frozenset({"iedereen", "allen", "alle", "allemaal", "everybody", "everyone", "all"})
ONLY = frozenset({"alleen", "enkel", "slechts", "uitsluitend", "louter", "only", "solely", "just"})
NO = frozenset(
    {"niet", "geen", "behalve", "uitgezonderd", "zonder", "nooit", "nee", "not", "no", "except", "but", "never"}
)
# As they begin: "niets", "geenszins", "uitgesloten", "buitenhouden", "weglaten".
_LIMITING = re.compile(
    r"(?:niet|nimmer|geen|nooit|neen?$|noch$|nergens|niemand|uitge|uitzonder|uitsluit|behalve|behoudens|buiten|erbuiten"
    r"|daarbuiten|zonder|liever|liefst|weg|verb(?:ied|od|oo?d)|verzwijg|zwijg|geheim|vertrouwelijk|stil$|afstand"
    r"|vermijd|onthoud|weiger|bezwaar|tegen|taboe|ongewenst|onwenselijk|ongaarne|voorlopig|vooralsnog|nog$|pas$|eerst"
    r"|later|straks|mits|tenzij|indien|als$|wanneer|zodra|zolang|tot$|totdat|voordat|nadat|na$|hooguit|hoogstens|maximaal"
    r"|beperk|misschien|eventueel|mogelijk|desnoods|enkel$|alleen$|slechts$|uitsluitend$|louter$|minder|min$|minus"
    r"|not$|no$|nor$|none|never|nobody|nothing|neither|cannot|\w+nt$|except|exclu|but$|without|unless|rather|other"
    r"|away|out$|outside|off$|avoid|refus|forbid|ban|secret|confidential|private|only$|solely$|just$|if$|when$|once"
    r"|until|till$|before|after|provided|condition|first$|yet$|maybe|perhaps|limited|instead|less$|keep|hou(?:d|den)?$)"
)
# A question, a cross or a line through a word says something, and nobody knows what: it counts as "perhaps".
_SIGNS = re.compile(r"[^\w\s,.;!:'’`\"()\[\]&+/–—-]|-(?=\s*(?:[,;.!]|$))|(?<!\w)-(?=\w)", re.MULTILINE)
_NO_LIMIT = frozenset({"client", "different", "president", "agent", "ingelicht", "bankmedewerker"})

FILLERS = word_set(
    "de het een den der des aan van bij voor in op te ook dus met mijn onze ons"
    " eigen hele gehele voltallige ik wij we u"
    " hun deze dit die er hier the a an to for of with my our own whole also and en of b w dat"
)
TELLING = word_set(
    "mag mogen kan kunnen wil willen weten weet horen hoort vertellen verteld vertelt zeggen gezegd"
    " inlichten ingelicht informeren geinformeerd delen gedeeld melden bericht berichten hoogte gebracht brengen"
    " stellen"
    " gesteld worden wordt is zijn goed prima akkoord ja wel graag toestemming ervan hiervan hierover erover daarvan"
    " daarover gebeurd gebeurde gebeurt may can know hear be told tell inform informed share"
    " shared yes fine ok okay agree agreed about this it everything what happened please gerust"
)
CONTENT = word_set(
    "naam namen voornaam achternaam adres adressen woonadres woonplaats telefoonnummer nummer nummers gegevens"
    " persoonsgegevens details"
    " bijzonderheden foto fotos beelden name names address addresses details photos data"
)


def without_signs(text: str) -> str:
    """Return a text with a word of doubt for each sign that is no letter and no comma."""
    return _SIGNS.sub(" misschien ", unicodedata.normalize("NFKC", text))


def plain(text: str) -> str:
    """Return a text in small letters and without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def limits(word: str) -> bool:
    """Tell whether a word limits what stands with it, or may do so; in doubt it does."""
    return word not in _NO_LIMIT and _LIMITING.match(word) is not None
