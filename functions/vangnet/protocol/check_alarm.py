"""An alarm always reaches somebody: no link of its chain stands for nobody, and no threat is taken for less."""

from collections.abc import Iterator

from schemas.protocol import ChainLink
from vangnet.protocol.checking import Subject
from vangnet.protocol.tree import Path, Problem

# What the classifier calls what it finds; each must be one of the document's classes.
RECOGNISED = ("emotion", "criticism", "verbal_aggression", "threat", "physical_violence")
# The places that somebody fills when an alarm opens: for a report, a talk that was asked for, who did not come back.
OF_REPORT = frozenset({"receiver", "handler", "giver"})
OF_TALK = frozenset({"asked"})
OF_VISIT = frozenset({"goer"})


def every_link_is_somebody(subject: Subject) -> Iterator[Problem]:
    """Each link of a chain names a role, or a place that is filled when the alarm opens."""
    alarm = subject.document.alarm
    if alarm is None:
        return
    if not alarm.chain:
        yield subject.problem(("alarm", "chain"), "is empty; name who is alarmed, such as '- {who: [receiver]}'")
    chains = (
        *(("chain", alarm.chain, OF_REPORT), ("talk_chain", alarm.talk_chain, OF_TALK)),
        ("visit_chain", alarm.visit_chain, OF_VISIT),
    )
    for field, links, filled in chains:
        for number, link in enumerate(links):
            yield from _link(subject, ("alarm", field, number), link, filled)
    for_talks = alarm.talk_chain or alarm.chain
    roles = {who for link in for_talks for who in link.who} & set(subject.document.roles)
    if alarm.urgent and subject.document.talk_with and not roles:
        message = "an urgent request for a talk would reach nobody but who was asked; add a link with a role"
        yield subject.problem(("alarm", "talk_chain"), message)


def _link(subject: Subject, path: Path, link: ChainLink, filled: frozenset[str]) -> Iterator[Problem]:
    if not link.who:
        yield subject.problem((*path, "who"), "is empty; name a role, or take the link out")
    for number, who in enumerate(link.who):
        if who in subject.roles_and_places - set(subject.document.roles) - filled:
            message = f"'{who}' is nobody when this alarm opens; write a role, or one of: {', '.join(sorted(filled))}"
            yield subject.problem((*path, "who", number), message)
        row = subject.municipality.holders.get(who) if subject.municipality else None
        if link.deputy and row and not row.deputies:
            message = f"nobody stands in for '{who}'; add 'deputies: [PERSON]' to municipality.holders.{who}"
            yield subject.problem((*path, "who", number), message)


def every_finding_is_a_class(subject: Subject) -> Iterator[Problem]:
    """What the classifier finds is one of the document's classes: otherwise a threat would count as the lowest."""
    if not subject.document.classes:
        return
    for number, row in enumerate(subject.document.classes):
        for word in row.recognises:
            yield from subject.unknown(("classes", number, "recognises"), word, RECOGNISED, "finding of the classifier")
    known = {word for row in subject.document.classes for word in row.recognises}
    for word in RECOGNISED:
        if word not in known:
            message = f"no class recognises '{word}', so it would count as the lowest; add it to a 'recognises'"
            yield subject.problem(("classes",), message)


ALARM_CHECKS = (every_link_is_somebody, every_finding_is_a_class)
