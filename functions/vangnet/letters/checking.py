"""What a letter may not say, by the tables: in the order in which it is named.

- who decides, and his mandate;
- what the legal basis needs (a by-law, a judgment), and nothing that belongs to another basis;
- the hearing, or a ground that the basis knows;
- the facts, the dates and the longest time.
"""

from collections.abc import Callable, Iterator

from schemas.letters import Ban, EarlyEnd, Letter, NotHeard, ObjectionDecision, ServiceLimit, WarningLetter
from vangnet.calendar import Term
from vangnet.calendar.arithmetic import shifted
from vangnet.letters.bases import BASES, Basis
from vangnet.letters.kinds import KINDS


class LetterError(Exception):
    """A letter that cannot be made: the field or template, its line where it has one, and what to do about it."""

    def __init__(self, where: str, what: str, line: int | None = None) -> None:
        """Take a field or a template's name, the advice, and the line in that template."""
        super().__init__(f"{where}{f', line {line}' if line else ''}: {what}")
        self.where = where
        self.what = what
        self.line = line


def basis_of(letter: Letter) -> Basis | None:
    """Return the row of the letter's legal basis, for a kind that has one."""
    return BASES[letter.legal_basis] if isinstance(letter, Ban | EarlyEnd | ObjectionDecision) else None


def check(letter: Letter) -> None:
    """Let a letter through that the tables allow.

    Raises:
        LetterError: for the first thing that they do not.
    """
    of_a_ban = (one(letter) for one in _OF_A_BAN) if isinstance(letter, Ban) else ()
    for fault in (_decider(letter), _basis(letter), _hearing(letter), *of_a_ban):
        for where, what in fault:
            raise LetterError(where, what)


def _decider(letter: Letter) -> Iterator[tuple[str, str]]:
    basis = basis_of(letter)
    # KINDS leaves it to the basis only for the kinds that have one.
    deciders = KINDS[letter.kind].deciders or (basis.deciders if basis else {})
    capacity = letter.decider.capacity
    if capacity not in deciders:
        yield "decider.capacity", f"'{capacity}' does not decide this; it is one of {', '.join(deciders)}"
    elif deciders[capacity] and letter.decider.mandate is None:
        yield (
            "decider.mandate",
            f"'{capacity}' decides this for the college only: give reference and date of the mandate",
        )


def _basis(letter: Letter) -> Iterator[tuple[str, str]]:
    if isinstance(letter, Ban) and (letter.local_rule is not None) != (letter.legal_basis == "apv"):
        yield "local_rule", "the article of the APV is for a ban under 'apv', and needed there"
    if isinstance(letter, Ban) and (letter.ruling is not None) != (letter.legal_basis == "court"):
        yield "ruling", "the judgment is for a ban under 'court', and needed there"
    if isinstance(letter, EarlyEnd) and letter.legal_basis == "court":
        yield "legal_basis", "only a judge ends what a judge imposed"
    if isinstance(letter, ObjectionDecision) and letter.outcome not in BASES[letter.legal_basis].outcomes:
        known = ", ".join(BASES[letter.legal_basis].outcomes)
        yield "outcome", f"no objection is open against a ban under '{letter.legal_basis}': the outcome is {known}"


def _hearing(letter: Letter) -> Iterator[tuple[str, str]]:
    if not isinstance(letter, Ban | ServiceLimit | WarningLetter):
        return
    basis = basis_of(letter)
    if (letter.hearing is None) != (basis is not None and basis.rule.character == "judgment"):
        yield "hearing", "needed, or a ground why not; only where a judge decided there is none"
    if basis and isinstance(letter.hearing, NotHeard) and letter.hearing.ground not in basis.grounds:
        yield "hearing.ground", f"'{letter.hearing.ground}' is no ground here; one of {', '.join(basis.grounds)}"


def _facts(letter: Ban) -> Iterator[tuple[str, str]]:
    least = BASES[letter.legal_basis].rule.facts_min
    if len(letter.facts) < least:
        yield "facts", f"a ban under '{letter.legal_basis}' follows repetition: give at least {least} facts"


def _dates(letter: Ban) -> Iterator[tuple[str, str]]:
    basis = BASES[letter.legal_basis]
    if letter.starts_on < letter.dated and basis.rule.character != "judgment":
        yield "starts_on", "no ban begins before its letter"
    months = letter.local_rule.months_max if letter.local_rule else basis.rule.months_max
    if months is not None and letter.ends_on > shifted(letter.starts_on, Term(months, "month")):
        yield "ends_on", f"a ban under '{letter.legal_basis}' lasts at most {months} months"
    if basis.extensions_max is not None and letter.extension > basis.extensions_max:
        yield "extension", f"a ban under '{letter.legal_basis}' is extended at most {basis.extensions_max} times"


_OF_A_BAN: tuple[Callable[[Ban], Iterator[tuple[str, str]]], ...] = (_facts, _dates)
