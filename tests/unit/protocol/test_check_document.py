"""`vangnet check` on a document: each mistake is named with its file, line and field, and what to write instead."""

import pytest

from tests.unit.protocol.documents import FILE, problems

# What is written below `extends: voorbeeldstad`, the line and field of the problem, and what it advises.
MISTAKES: dict[str, tuple[str, int, str, str]] = {
    "receiver that is no role": (
        "offices:\n  raadslid:\n    receiver: grifier\n", 4, "offices.raadslid.receiver", "did you mean 'griffier'?"),
    "giver that is no role": (
        "offices:\n  raadslid: {giver: opvang}\n", 3, "offices.raadslid.giver", "did you mean 'opvangteam'?"),
    "office without a reporting line": (
        "offices:\n  lijstopvolger:\n    label: lijstopvolger\n    giver: griffier\n",
        3, "offices.lijstopvolger", "add 'receiver: ROLE'"),
    "office without aftercare": (
        "offices:\n  burgemeester: {giver: null}\n", 3, "offices.burgemeester",
        "add 'giver: ROLE' to offices.burgemeester"),
    "unknown office in a duty": (
        "duties:\n  take_case:\n    when: {offices: [raadlid]}\n",
        4, "duties.take_case.when.offices", "did you mean 'raadslid'?"),
    "unknown class in a duty": (
        "duties:\n  take_case:\n    when: {classes: [treat]}\n",
        4, "duties.take_case.when.classes", "did you mean 'threat'?"),
    "unknown class of an alarm": (
        "alarm:\n  classes: [violence]\n", 3, "alarm.classes", "did you mean 'physical_violence'?"),
    "unknown class as a floor": (
        "kinds:\n  insult: {floor: verbal}\n", 3, "kinds.insult.floor", "not a known class"),
    "unknown kind in a duty": (
        "duties:\n  take_case: {when: {kinds: [insults]}}\n",
        3, "duties.take_case.when.kinds", "did you mean 'insult'?"),
    "unknown owner": (
        "duties:\n  take_case: {owner: koordinator}\n", 3, "duties.take_case.owner", "did you mean 'coordinator'?"),
    "escalation to nobody": (
        "duties:\n  take_case: {escalate: {after: 1 day, to: baas}}\n",
        3, "duties.take_case.escalate.to", "write one of: "),
    "unknown duty of a talk": (
        "aftercare:\n  talks:\n    first: {duty: frist_talk}\n",
        4, "aftercare.talks.first.duty", "did you mean 'first_talk'?"),
    "talk whose duty is not for each person": (
        "aftercare:\n  talks:\n    first: {duty: take_case}\n", 4, "aftercare.talks.first.duty",
        "add 'per_harmed: true'"),
    "first talk that counts from the previous": (
        "duties:\n  first_talk: {anchor: previous_talk}\n",
        3, "duties.first_talk.anchor", "write 'anchor: incident' or 'anchor: report'"),
    "class without what it leads to": (
        "classes:\n  - {name: alles, label: alles, recognises: "
        "[emotion, criticism, verbal_aggression, threat, physical_violence]}\n",
        3, "classes.0.leads_to", "end 'leads_to' with a row without 'when'"),
    "class that leads to something only sometimes": (
        "classes:\n  - name: alles\n    label: alles\n    leads_to:\n      - {when: {persists: true}, outcome: case}\n",
        5, "classes.0.leads_to", "end 'leads_to' with a row without 'when'"),
    "class that stands twice": (
        "classes:\n  - {name: een, label: x, leads_to: [{outcome: case}]}\n"
        "  - {name: een, label: x, leads_to: [{outcome: case}]}\n", 4, "classes.1", "keep one of them"),
    "no class at all": ("classes: []\n", 2, "classes", "add one with 'name' and 'leads_to'"),
    "finding that is no class": (
        "classes:\n  - {name: een, label: x, recognises: [emotion], leads_to: [{outcome: case}]}\n",
        2, "classes", "no class recognises 'threat', so it would count as the lowest; add it to a 'recognises'"),
    "finding that the classifier does not know": (
        "classes:\n  - {name: een, label: x, recognises: [treat], leads_to: [{outcome: case}]}\n",
        3, "classes.0.recognises", "did you mean 'threat'?"),
    "command that nobody knows": (
        "commands:\n  take_over: {by: [griffier], rule: X}\n", 3, "commands.take_over", "did you mean 'take_case'?"),
    "command by nobody": (
        "commands:\n  take_case: {by: [grifier]}\n", 3, "commands.take_case.by", "did you mean 'griffier'?"),
    "sight of nobody": (
        "access:\n  - {who: grifier, parts: [summary]}\n", 3, "access.0.who", "did you mean 'griffier'?"),
    "unknown part": (
        "access:\n  - {who: griffier, parts: [sumary]}\n",
        3, "access.0.parts.0", "'sumary' cannot stand here; write 'summary'"),
    "sight said twice": (
        "access:\n  - {who: griffier, parts: [summary], all_but: [notes]}\n", 3, "access.0", "write either 'parts'"),
    "term in a Dutch unit": (
        "duties:\n  take_case: {due: 24 uur}\n", 3, "duties.take_case.due", "'24 hours', '6 weeks'"),
    "term without a unit": ("duties:\n  take_case: {due: 24}\n", 3, "duties.take_case.due", "must be a text"),
    "term that is negative": (
        "duties:\n  take_case: {due: -3 days}\n", 3, "duties.take_case.due", "write a whole number"),
    "term that is absurd": (
        "duties:\n  take_case: {due: 9999 weeks}\n", 3, "duties.take_case.due",
        "longer than 30 years; write a shorter"),
    "term that is nothing": ("alarm:\n  link: 0 minutes\n", 3, "alarm.link", "write at least '1 minute'"),
    "alarm that never stops at once": (
        "alarm:\n  again: [{every: 0 minutes}]\n", 3, "alarm.again.0.every", "write at least '1 minute'"),
    "reminder without a term": (
        "duties:\n  take_case: {due: null, due_for: null, remind_before: [1 day]}\n",
        3, "duties.take_case", "needs 'due': write a term such as '24 hours'"),
    "reminders that are too many": (
        "duties:\n  take_case: {remind_before: [4 hours, 3 hours, 2 hours, 1 hour]}\n",
        3, "duties.take_case.remind_before", "write at most 3"),
    "delay of a duty that has none": (
        "duties:\n  take_case: {opens_after: 1 day}\n", 3, "duties.take_case.opens_after",
        "only with 'opens: case_taken'"),
    "duty for each person that opens otherwise": (
        "duties:\n  respond: {per_harmed: true}\n", 3, "duties.respond.per_harmed", "only with 'opens' case, klacht"),
    "duty that nothing closes": (
        "duties:\n  take_case: {closed_by: add_note}\n", 3, "duties.take_case.closed_by", "'add_note' closes no duty"),
    "digest at no time": ("digest: {at: '9 uur'}\n", 2, "digest.at", "such as '08:30'"),
    "digest on no day": ("digest: {weekday: sunday}\n", 2, "digest.weekday", "write 'monday'"),
    "daytime at no time": ("daytime: {since: '25:00'}\n", 2, "daytime.since", "such as '08:30'"),
    "daytime that ends first": ("daytime: {until: '07:00'}\n", 2, "daytime.until", "hours that begin before they end"),
    "day that does not exist": ("valid_from: 2026-13-01\n", 2, "valid_from", "such as 2026-01-31"),
    "alarm of nobody": ("alarm:\n  chain: []\n", 3, "alarm.chain", "name who is alarmed"),
    "link of nobody": (
        "alarm:\n  chain:\n    - {who: []}\n", 4, "alarm.chain.0.who", "name a role, or take the link out"),
    "link of a place that nobody fills": (
        "alarm:\n  chain:\n    - who: [acknowledger]\n",
        4, "alarm.chain.0.who.0", "'acknowledger' is nobody when this alarm opens; write a role"),
    "talk whose alarm reaches nobody": (
        "alarm:\n  talk_chain:\n    - {who: [receiver]}\n    - {who: [griffier]}\n",
        4, "alarm.talk_chain.0.who.0", "write a role, or one of: asked"),
    "talk whose alarm reaches who was asked only": (
        "alarm:\n  talk_chain: [{who: [asked]}]\n", 3, "alarm.talk_chain", "add a link with a role"),
    "link of deputies that there are not": (
        "alarm:\n  chain: [{who: [receiver]}, {who: [security], deputy: true}]\n",
        3, "alarm.chain.1.who.0", "add 'deputies: [PERSON]' to municipality.holders.security"),
    "unknown role in a chain": (
        "alarm:\n  chain: [{who: [pikket]}]\n", 3, "alarm.chain.0", "'pikket' is not a known role or place"),
    "unknown duty that the alarm waits for": (
        "alarm: {returns_with: frist_contact}\n", 2, "alarm.returns_with", "did you mean 'first_contact'?"),
    "unknown role asked for a talk": ("talk_with: [wethouder]\n", 2, "talk_with", "not a known role"),
    "unknown role that chairs": (
        "meetings: {bodies: {council: {chair: voorziter}}}\n",
        2, "meetings.bodies.council.chair", "not a known role"),
    "unknown role that reads a meeting's log": (
        "meetings: {read_by: [grifier]}\n", 2, "meetings.read_by", "did you mean 'griffier'?"),
    "unknown offence in a meeting": (
        "meetings: {offences: {demanded: [trespass]}}\n", 2, "meetings.offences.demanded", "not a known offence"),
    "unknown owner in a meeting": (
        "duties:\n  decide_on_aangifte: {owner_in_meeting: chairman}\n",
        3, "duties.decide_on_aangifte.owner_in_meeting", "'chairman' is not a known role or place"),
    "unknown role that learns": (
        "prevention: {learning_by: [coordinaror]}\n", 2, "prevention.learning_by", "did you mean 'coordinator'?"),
    "unknown office to be trained": (
        "prevention: {training_for: [raadlid]}\n", 2, "prevention.training_for", "did you mean 'raadslid'?"),
    "unknown role that is told of a risky talk": (
        "prevention: {security: bewaking}\n", 2, "prevention.security", "not a known role"),
    "who did not come back alarms nobody": (
        "alarm:\n  visit_chain: [{who: [asked]}]\n",
        3, "alarm.visit_chain.0.who.0", "write a role, or one of: goer"),
    "advice for an unknown class": (
        "guidance: {advice: {emotie: Luister.}}\n", 2, "guidance.advice.emotie", "not a known class"),
    "field that there is not": (
        "duties:\n  take_case: {owners: griffier}\n", 3, "duties.take_case.owners", "did you mean 'owner'?"),
    "field of the document that there is not": ("dutties: {}\n", 2, "dutties", "did you mean 'duties'?"),
    "field of a row that there is not": (
        "alarm:\n  chain:\n    - {who: [receiver], deputies: true}\n", 4, "alarm.chain.0.deputies",
        "did you mean 'deputy'?"),
    "list where a map is meant": ("duties:\n  - take_case\n", 2, "duties", "must hold 'name: value' lines"),
    "text where a map is meant": ("alarm: aan\n", 2, "alarm", "must hold 'name: value' lines"),
    "map where a list is meant": ("talk_with: {griffier: ja}\n", 2, "talk_with", "must be a list; write [one, two]"),
    "word where yes or no is meant": (
        "duties:\n  take_case: {ends_with_case: misschien}\n", 3, "duties.take_case.ends_with_case",
        "must be true or false"),
    "word where a number is meant": ("pattern: {signals: drie}\n", 2, "pattern.signals", "must be a whole number"),
    "field that is missing": ("measures:\n  brief: {rule: X}\n", 3, "measures.brief.label", "is missing; add it"),
    "name in capitals": ("measures:\n  Brief: {label: brief}\n", 3, "measures.Brief.[key]", "write small letters"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "field", "advice"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_named_with_its_place_and_its_mending(text: str, line: int, field: str, advice: str) -> None:
    """The document is refused; file, line, field and advice are those of the mistake."""
    found = [one for one in problems(text) if not one.warning]
    here = [one for one in found if (one.place.file, one.place.line, one.field) == (FILE, line, field)]

    assert any(advice in one.message for one in here), "\n".join(map(str, found)) or "nothing was found"
    assert str(here[0]).startswith(f"{FILE}:{line}: error: {field}: ")
