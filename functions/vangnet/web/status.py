"""How a report stands, in the words of who made it: seen by whom and when, what comes next."""

from collections.abc import Iterator

from vangnet.case.facts import Context
from vangnet.case.owners import owners
from vangnet.case.people import place
from vangnet.web.language import words
from vangnet.web.people import PeopleWords


def news(ctx: Context) -> Iterator[tuple[str, str]]:
    """Yield (when, what) of everything the reporter may know, in order; what is still to come has no time."""
    say, case = words(), ctx.case
    people = PeopleWords(ctx.protocol, say)
    if case.filed_at:
        yield say.moment(case.filed_at), say("report.news.received")
    for alarm in case.alarms.values():
        for who, at in alarm.told_at.items():
            yield say.moment(at), say("report.news.alarmed", who=people.titled(who))
        for who, at in alarm.acknowledged.items():
            yield say.moment(at), say("report.news.seen", who=people.titled(who))
        if not alarm.acknowledged:
            yield "", say("report.news.nobody")
    for message in case.messages.values():
        if message.template == "case_new" and message.sent_at and message.channel == "mail":
            yield say.moment(message.sent_at), say("report.news.told", who=people.titled(message.to))
    for person, at in case.contacted.items():
        yield say.moment(at), say("report.news.contacted", who=people.name(person))
    if case.taken_at and case.handler:
        yield say.moment(case.taken_at), say("report.news.taken", who=people.titled(case.handler))
    if case.answered:
        yield "", say("report.news.answered")
    yield from _to_come(ctx, people)


def _to_come(ctx: Context, people: PeopleWords) -> Iterator[tuple[str, str]]:
    say = words()
    own = {one.key for one in ctx.case.cared if ctx.actor in (one.person, one.family_of)}
    for duty in ctx.case.open_duties():
        if duty.person is not None and duty.person not in own:
            continue  # Whose care it is, is for himself to read.
        if ctx.protocol.talk_of_duty(duty.name) or ctx.case.kind == "talk":
            who = people.all(owners(ctx, duty)) or people.all(place(ctx, "receiver"))
            until = say.moment(duty.due) if duty.due else say("site.time.soon")
            yield "", say("report.news.to_come", what=people.duty(duty.name), who=who, until=until)
