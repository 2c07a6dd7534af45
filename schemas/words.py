"""The words that are the same under every protocol; offices, roles, classes and kinds are the document's."""

from typing import Literal

Outcome = Literal["guidance", "signal", "case"]
CaseState = Literal["reported", "in_hand", "closed"]
ClosedBecause = Literal["responded", "no_response_possible", "unfounded", "mistaken_identity"]
# There was nothing in it, or it was somebody else: nothing links anybody to the case any more.
CLEARING = frozenset({"unfounded", "mistaken_identity"})
Part = Literal[
    "summary",
    "account",
    "evidence",
    "hearing",
    "measures",
    "aangifte",
    "damage",
    "security",
    "aftercare",
    "messages",
    "notes",
    "reflection",
]
PARTS: tuple[Part, ...] = Part.__args__  # type: ignore[attr-defined]
MessageChannel = Literal["sms", "mail"]
CHANNELS: tuple[MessageChannel, ...] = MessageChannel.__args__  # type: ignore[attr-defined]
TalkOutcome = Literal["nothing", "guidance", "report"]

# Places in a case: who fills them follows from the case, not from the list of roles.
Place = Literal[
    "receiver", "handler", "giver", "harmed", "reporter", "acknowledger", "asked", "spokesperson", "chair", "goer"
]
PLACES: tuple[Place, ...] = Place.__args__  # type: ignore[attr-defined]
HearingForm = Literal["in_person", "phone", "written"]
# Three are those of Awb 4:11: urgent (a), heard_before (b), needs_surprise (c).
HearingGround = Literal["not_addressable", "unknown", "urgent", "heard_before", "needs_surprise", "invited_no_reply"]
LegalBasis = Literal["huisrecht", "gemeentewet_26", "gemeentewet_172_3", "gemeentewet_172a", "apv", "court"]
ConsentTo = Literal["aangifte", "speak_about_aangifte", "inform_others", "inspectorate"]
Prosecution = Literal["none", "filed", "investigation", "charged", "dismissed", "judged"]
Receiver = Literal["council", "office_holders", "staff", "press"]
RECEIVERS: tuple[Receiver, ...] = Receiver.__args__  # type: ignore[attr-defined]
# What the log of a meeting says to whoever keeps it.
MeetingAdvice = Literal[
    "offence", "call_police", "protect", "hands_off", "demand", "demand_again", "gone", "livestream", "decide"
]
VisitAdvice = Literal["take_security", "secured_zone", "ask_first"]
SecuredFor = Literal["person", "object"]
DamageKind = Literal["material", "immaterial", "cost", "home_security"]
ClaimRoute = Literal["letter", "criminal_case", "civil_court"]
LetterKind = Literal["warning", "invitation", "service_limit", "ban", "early_end", "objection_decision", "avg_notice"]
LETTER_KINDS: tuple[LetterKind, ...] = LetterKind.__args__  # type: ignore[attr-defined]
SentBy = Literal["post", "handed_over", "electronic"]
AnswerForm = Literal["written", "in_person"]  # He chooses (Awb 4:9).
