"""How somebody was heard, or why not, and how a measure was weighed: in the words of a letter."""

from typing import Any

from schemas.letters import Hearing, NoHearing, NotHeard, Weighing
from vangnet.calendar import day_words

FORMS = {
    "in_person": "Op {day} hebben wij met u gesproken.",
    "phone": "Op {day} hebben wij met u gebeld.",
    "written": "Op {day} hebt u op papier of via internet gereageerd.",
    "invited_no_reply": "Op {day} hebben wij u gevraagd om uw kant te vertellen. Wij hebben niets van u gehoord.",
}
# The article belongs to a besluit alone; what is no ground of Awb 4:11 has none.
GROUNDS: dict[NoHearing, tuple[str, str]] = {
    "urgent": ("er haast was", "a"),
    "heard_before": ("u hierover al eerder uw kant hebt verteld en er niets nieuws is", "b"),
    "needs_surprise": ("het doel alleen kon worden bereikt als u het niet vooraf wist", "c"),
    "not_addressable": ("met u geen gesprek mogelijk was", ""),
    "unknown": ("wij niet wisten wie u was of hoe wij u konden bereiken", ""),
}


def heard(hearing: Hearing | NotHeard | None, *, besluit: bool) -> dict[str, Any]:
    """Return `how` (a sentence), `account` or `why` and `hear_by`; where there is none, empty."""
    if hearing is None:
        return {"how": "", "account": "", "why": "", "hear_by": ""}
    if isinstance(hearing, Hearing):
        how = FORMS[hearing.form].format(day=day_words(hearing.held_on, "nl"))
        return {"how": how, "account": hearing.account or "", "why": "", "hear_by": ""}
    words, letter = GROUNDS[hearing.ground]
    article = f" (artikel 4:11, onder {letter}, van de Algemene wet bestuursrecht)" if besluit and letter else ""
    hear_by = day_words(hearing.hear_by, "nl") if hearing.hear_by else ""
    how = f"Wij hebben u vooraf niet gehoord, omdat {words}{article}."
    return {"how": how, "account": "", "why": hearing.why, "hear_by": hear_by}


def weighed(weighing: Weighing) -> dict[str, Any]:
    """Return the reasons and, as sentences, whether it is the first measure and the policy it was weighed by."""
    count = weighing.earlier_measures
    times = "één keer" if count == 1 else f"{count} keer"
    return {
        "why": weighing.why,
        "why_this_long": weighing.why_this_long or "",
        "repeat": f"Wij hebben al {times} eerder een maatregel tegen u genomen."
        if count
        else "Wij hebben niet eerder een maatregel tegen u genomen.",
        "policy": f"Wij hebben gekeken naar ons beleid voor maatregelen, versie {weighing.policy_version}.",
    }
