"""Words of a case in a text for outside: of the account, of the hearing, of measures of protection, and its place.

A row of words is the case's where five follow each other as there, where three telling ones do, or four of which one
was changed; a sentence is where most of its telling words stand together in one sentence of the case. Words that every
message has (raadslid, agressie, melding) tell nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from vangnet.case.addresses import key, numbered, streets
from vangnet.case.facts import Context
from vangnet.case.folding import Folded, fold, folded, word_set

RUN_LENGTH = 5  # So many words that follow each other as in the account are its words.
TELLING_RUN, GAPPED_RUN = 3, 4
TELLING_LENGTH_MIN, STEM_LENGTH = 3, 6
SHARE_MIN, SHARED_MIN = 0.6, 3
PLACE_LENGTH_MIN = 4
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?\n]+")
_TELL_NOTHING = word_set(
    "aan als bij dan dat des die dit dus een elk elke gij had heb hem hen het hij hoe hun ieder ik kan "
    "kon mag men met mij mijn moe nee nog nou nu ons ook per tot uit van veel via wat wel wie wij zal zei "
    "zij zo zou uur and the for was are you his her our has had not but all any can its aangaande achter "
    "agressie alle alleen allen alles altijd ander andere anders bedreigd bedreiging been begin beide "
    "bericht bestuur bestuurder betreft bijna binnen burgemeester college daar daarbij daarmee daarna "
    "daarom daarop daarover deden deed deze dezelfde dingen direct door doen doet drie echt echter eens "
    "eerst eerste eigen elkaar enkele even gaan gaat geen geweld geweest gemeente gemeenteraad gemeld "
    "geworden goed graag groot haar hadden hebben heeft heel hele hier hierover hoewel iemand iets "
    "inwoner inwoners jaar jullie kenbaar komen komt kreeg krijgt kunnen laat laten later maakte maar "
    "maken maand mannen meer meest melding men mens mensen moest moet moeten mogen naar nemen niemand "
    "niets niet nieuw nieuwe niks nodig noemen ondanks onder ongeveer onze omdat over politie politiek "
    "raad raadslid raadsleden samen schreef sinds situatie snel soms staan staat steeds straks tegen "
    "terug terwijl tijd tijdens toch toen totdat tussen tweede uren vaak vanaf vandaag vanuit veel verder "
    "vindt vinden vond volgens voor vooral waar waarbij waarom waren want wanneer waarop wegens werd "
    "werden weer week weken wethouder weten wijze wilde willen wordt worden zaak zegt zeggen zelf zeer "
    "zich zien zijn zoals zodat zonder zouden zullen accepteren nooit that this with from have they them "
    "were been will would about what which when there their said council municipality report threat "
    "aggression"
)


@dataclass(frozen=True)
class _Words:
    """The words of a text: each with its place in the folded text; `telling` are those that tell something."""

    searched: Folded
    spans: tuple[tuple[int, int, str], ...]

    @property
    def telling(self) -> tuple[tuple[int, int, str], ...]:
        """Return the words that tell something, by how they begin."""
        kept = (one for one in self.spans if len(one[2]) >= TELLING_LENGTH_MIN and one[2] not in _TELL_NOTHING)
        return tuple((first, last, word[:STEM_LENGTH]) for first, last, word in kept)


def facts(ctx: Context, text: str, to: str) -> Iterator[str]:
    """Yield the words of the account and of the hearing in a text, and the place where it happened."""
    yield from _shared(text, [*_told(ctx)])
    yield from _place(ctx, text)


def protection(ctx: Context, text: str, to: str) -> Iterator[str]:
    """Yield the words of recorded measures of protection in a text."""
    yield from _shared(text, ctx.case.police.secured)


def _told(ctx: Context) -> Iterator[str]:
    case, report = ctx.case, ctx.case.report
    if report:
        yield from (one for one in (report.account, *(forwarded.text for forwarded in report.forwarded)) if one)
        yield from (one.details for one in report.perpetrators if one.details)
    if case.hearing:
        yield case.hearing.words
    yield from (one.account for one in case.answers.values())
    yield from (one.account for one in case.breaches)


def _place(ctx: Context, text: str) -> Iterator[str]:
    """Yield the place as it was recorded, and its street however that is written."""
    place = (ctx.case.report.place or "").strip() if ctx.case.report else ""
    if len(place) >= PLACE_LENGTH_MIN:
        yield from folded(text).found(re.escape(fold(place)))
    known = {one.key for one in (*streets(place), *numbered(place))}
    known |= {one.key for told in _told(ctx) for one in streets(told) if told[one.first].isupper()}
    buildings = (row.address or "" for row in ctx.protocol.municipality.buildings.values())
    known -= {one.key for line in buildings for one in streets(line)}
    yield from (text[one.first : one.last].strip() for one in streets(text) if one.key in known)
    for one in re.finditer(r"\b[^\W\d_][\w'’-]{3,}", text):
        if one[0][0].isupper() and key(one[0]) in known:
            yield one[0]


def _shared(text: str, sources: Iterable[str]) -> Iterator[str]:
    """Yield what a text shares with texts of the case."""
    own = _words(text)
    told = [_words(one) for one in sources]
    if not told:
        return
    telling = [one.telling for one in told]
    found = [*_in_a_row(own, own.spans, [one.spans for one in told], RUN_LENGTH, _itself)]
    found += _in_a_row(own, own.telling, telling, TELLING_RUN, _itself)
    found += _in_a_row(own, own.telling, telling, GAPPED_RUN, _but_one)
    yield from found
    yield from (one for one in _sentences(text, sources) if not any(row in one for row in found))


Row = tuple[str, ...]
Spans = tuple[tuple[int, int, str], ...]


def _itself(row: Row) -> Iterator[Row]:
    yield row


def _but_one(row: Row) -> Iterator[Row]:
    """Yield a row with each of its words left out in turn, as one word of it may have been changed."""
    for at in range(1, len(row) - 1):
        yield (*row[:at], "", *row[at + 1 :])


def _in_a_row(
    own: _Words, mine: Spans, told: list[Spans], length: int, forms: Callable[[Row], Iterator[Row]]
) -> Iterator[str]:
    known = {form for spans in told for row in _rows(spans, length) for form in forms(row)}
    hits = [at for at, row in enumerate(_rows(mine, length)) if any(form in known for form in forms(row))]
    for first, last in _runs(hits):
        yield own.searched.typed(mine[first][0], mine[last + length - 1][1])


def _rows(spans: Spans, length: int) -> Iterator[Row]:
    words = [one[2] for one in spans]
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def _runs(hits: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each row of numbers that follow each other."""
    starts = [one for before, one in pairwise([-2, *hits]) if one != before + 1]
    ends = [one for one, after in pairwise([*hits, -2]) if after != one + 1]
    yield from zip(starts, ends, strict=True)


def _sentences(text: str, sources: Iterable[str]) -> Iterator[str]:
    """Yield the sentences most of whose telling words stand in one sentence of the case."""
    told = [_stems(one) for source in sources for one in _SENTENCE.findall(source)]
    for sentence in _SENTENCE.findall(text):
        stems = _stems(sentence)
        most = max((len(stems & one) for one in told), default=0)
        if most >= SHARED_MIN and most >= SHARE_MIN * len(stems):
            yield sentence.strip()


def _stems(text: str) -> frozenset[str]:
    return frozenset(word for _, _, word in _words(text).telling)


def _words(text: str) -> _Words:
    searched = folded(text)
    return _Words(searched, tuple((one.start(), one.end(), one[0]) for one in _WORD.finditer(searched.plain)))
