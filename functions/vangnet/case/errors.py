"""The two ways in which a command is not carried out; either way nothing changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as having

from schemas.base import Label

# What can be wrong with a field that its shape does not show, and how to mend it.
WRONG: Mapping[str, Label] = {
    "future": Label(
        nl="ligt in de toekomst; vul in wanneer het gebeurde", en="lies in the future; write when it happened"
    ),
    "too_long_ago": Label(
        nl="ligt te lang geleden; schrijf het jaar voluit", en="lies too long ago; write the year in full"
    ),
    "before_decision": Label(
        nl="ligt voor de beslissing; een brief gaat pas daarna weg",
        en="lies before the decision; a letter goes out only after it",
    ),
    "before_sending": Label(nl="ligt voor de dag van verzenden", en="lies before the day on which it was sent"),
    "no_day_first": Label(
        nl="heeft een regel zonder dag; begin elke regel met een dag als 9-11-2026",
        en="has a line without a day; begin each line with a day such as 9-11-2026",
    ),
    "answer_is_past": Label(nl="is al voorbij; kies een later moment", en="is past already; choose a later moment"),
    "not_in_a_letter": Label(
        nl="past niet in een brief; houd het op korte regels", en="does not fit a letter; keep to short lines"
    ),
    "chosen_after_sending": Label(
        nl="ligt na de dag van verzenden; de keuze moet er eerst zijn",
        en="lies after the day on which it was sent; the choice comes first",
    ),
    "unknown_word": Label(
        nl="'{word}' is hier niet bekend; kies uit: {choices}", en="'{word}' is not known here; choose from: {choices}"
    ),
    "not_harmed": Label(
        nl="is niet iemand die in deze zaak is geraakt; kies uit: {choices}",
        en="is not a person harmed in this case; choose from: {choices}",
    ),
    "no_role": Label(
        nl="heeft hier geen rol; kies iemand van de gemeente die er wel een heeft",
        en="holds no role here; choose somebody of the municipality who does",
    ),
    "unknown_alarm": Label(
        nl="is geen alarm van deze zaak; kies uit: {choices}", en="is not an alarm of this case; choose from: {choices}"
    ),
    "unknown_duty": Label(nl="is geen taak van deze zaak", en="is not a duty of this case"),
    "unknown_message": Label(
        nl="is geen bericht van deze zaak; kies uit: {choices}",
        en="is not a message of this case; choose from: {choices}",
    ),
    "unknown_mail": Label(nl="is niet de e-mail waar het hier om gaat", en="is not the mail that this is about"),
    "too_many": Label(nl="zijn er te veel; hooguit {limit}", en="are too many; at most {limit}"),
    "same_name": Label(
        nl="is dezelfde naam als die al is vastgelegd; schrijf de andere naam",
        en="is the name that was recorded already; write the other one",
    ),
    "before_its_start": Label(
        nl="ligt voor de eerste dag; kies een latere", en="lies before the first day; choose a later one"
    ),
    "until_before_from": Label(nl="moet later zijn dan het begin", en="must be later than 'from'"),
    "is_past": Label(nl="is al voorbij; kies een moment dat nog komt", en="is past; choose a moment ahead"),
    "until_past": Label(
        nl="is al voorbij; vul in tot wanneer de persoon weg is",
        en="lies in the past; write until when the person is away",
    ),
}


class Refused(Exception):  # noqa: N818  (a refusal is an answer, not a fault)
    """The protocol does not allow it; `rule` says by which rule, `because` is a key of the texts for people.

    Where the document in force has no such rule, `rule` is empty (citing.py).
    """

    def __init__(self, rule: str, because: str = "", *, field: str = "") -> None:
        """Keep the rule, the reason's key, and the field that it is about where it is about one."""
        super().__init__(f"refused by {rule or 'no rule of its own'}" + (f": {because}" if because else ""))
        self.rule = rule
        self.because = because
        self.field = field


@dataclass(frozen=True)
class FieldError:
    """A field of a command that is wrong; `key` names the sentence of WRONG that says how to mend it."""

    field: str
    key: str
    values: Mapping[str, str] = having(default_factory=dict)

    def text(self, language: str) -> str:
        """Return the sentence in a language."""
        return WRONG[self.key].text(language).format(**self.values)


class Invalid(Exception):  # noqa: N818  (what was sent is not a command that can be carried out)
    """Fields are wrong; all of them at once."""

    def __init__(self, *errors: FieldError) -> None:
        """Keep every error."""
        super().__init__("; ".join(f"{error.field}: {error.text('en')}" for error in errors))
        self.errors = errors
