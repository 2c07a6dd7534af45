"""A case keeps the document it began under, whatever holds today."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from schemas.commands.intake import FileReport
from schemas.commands.mail import TakeMail
from schemas.events.mail import MailReceived
from tests.unit.shell.two_documents import OWN_WORDS, TWO, read_from
from tests.web.site import MONDAY_NOON, example
from vangnet.case.deciding.mail import Circumstances
from vangnet.case.obligations import OBLIGATIONS_STREAM
from vangnet.case.readiness import posts
from vangnet.case.state import Case
from vangnet.case.trials import to_be_asked
from vangnet.cli.documents import reader
from vangnet.protocol.load import load
from vangnet.protocol.tree import ProblemsError
from vangnet.rigs.embedded.clock import SystemClock
from vangnet.rigs.embedded.rig import EmbeddedRig
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.shell.config import Configuration
from vangnet.shell.obligations import keep_obligations
from vangnet.shell.preview import preview

MAIL = MailReceived(reference="", way="queue", sender="een@buiten.example", account="Ik weet je te vinden.")
THREAT = {"account": "Ik weet je te vinden.", "happened_at": "unknown", "channel": "phone"}
SLOWER = "extends: voorbeeldstad\nalarm: {link: 45 minutes}\n"


def test_a_case_goes_on_under_the_document_it_began_under(tmp_path: Path) -> None:
    """The first start had its own minutes; after a change of the document they hold for its cases, and no others."""
    (tmp_path / "eigen.yaml").write_text(SLOWER)
    own = load(str(tmp_path / "eigen.yaml"), reader(tmp_path), today=MONDAY_NOON.date())
    first = EmbeddedRig(own, tmp_path / "data", SystemClock())
    first.engine.keep_document()
    old = first.engine.file_report("r.bakker", FileReport.model_validate(THREAT)).reference
    first.store.close()
    first.folder.close()

    second = EmbeddedRig(example(), tmp_path / "data", SystemClock())
    new = second.engine.file_report("r.bakker", FileReport.model_validate(THREAT)).reference
    links = {}
    for reference in (old, new):
        ctx = second.engine.context(second.engine.streams.load(f"case/{reference}"), "")
        assert ctx.protocol.document.alarm
        links[reference] = ctx.protocol.document.alarm.link
    second.store.close()
    second.folder.close()

    assert links == {old: "45 minutes", new: "10 minutes"}


def test_a_document_that_was_in_force_is_read_though_todays_checks_refuse_it() -> None:
    """It was checked when it came into force; its cases must stay readable."""
    texts = {"oud": "extends: voorbeeldstad\nalarm: {link: 0 minutes}\n"}
    shipped = reader(Path())

    def read(name: str) -> str | None:
        return texts.get(name) or shipped(name)

    with pytest.raises(ProblemsError):
        load("oud", read, today=MONDAY_NOON.date())
    kept = load("oud", read, today=MONDAY_NOON.date(), kept=True)

    assert kept.protocol.document.protocol == "voorbeeldstad"


COLLEGE = """\
extends: landelijk
protocol: college
offices:
  burgemeester: {giver: locoburgemeester}
alarm: {link: 20 minutes}
guidance: {wipe_after: 3 days}
"""
NEXT = "extends: voorbeeldstad\nfollowed_by: later.yaml\n"
LATER = "extends: voorbeeldstad\nvalid_from: 2027-01-01\nalarm: {link: 25 minutes}\n"


def stage(start: datetime, **texts: str) -> SimulationStage:
    """Return a stage under the document `eigen` of these texts."""
    return SimulationStage(read_from(start.date(), **texts), start)


def link(of: SimulationStage, by: str, **more: object) -> str:
    """Report a threat and return after how long its alarm is passed on."""
    filed = of.engine.file_report(by, FileReport.model_validate(THREAT | more))
    ctx = of.engine.context(of.engine.streams.load(f"case/{filed.reference}"), "")
    assert ctx.protocol.document.alarm
    return ctx.protocol.document.alarm.link


def test_an_office_may_have_a_protocol_of_its_own() -> None:
    """By the office that is harmed, whoever reports; people, roles and the register are shared."""
    both = stage(MONDAY_NOON, eigen=TWO, college=COLLEGE)

    assert link(both, "w.devries") == "20 minutes"
    assert link(both, "r.bakker") == "10 minutes"
    assert link(both, "g.mulder", harmed=[{"person": "w.devries"}]) == "20 minutes"
    assert link(both, "w.devries", harmed=[{"family_of": "w.devries", "name": "Kim"}]) == "20 minutes"
    assert set(both.engine.configuration.all()[1].municipality.people) == set(example().protocol.municipality.people)


def test_every_document_is_kept_for_its_cases() -> None:
    """Each by its own hash, so that its cases can be read when it no longer holds."""
    both = stage(MONDAY_NOON, eigen=TWO, college=COLLEGE)
    both.engine.keep_document()
    link(both, "w.devries")
    reference = both.engine.file_report("w.devries", FileReport.model_validate(THREAT)).reference
    alone = load("voorbeeldstad", reader(Path()), today=MONDAY_NOON.date())
    both.engine.configuration = Configuration(alone)

    ctx = both.engine.context(both.engine.streams.load(f"case/{reference}"), "")
    assert ctx.protocol.document.protocol == "college"
    assert ctx.protocol.municipality == alone.protocol.municipality


def test_a_document_takes_the_place_of_another_on_its_day() -> None:
    """At midnight in Amsterdam; what began before goes on as it began."""
    both = stage(datetime(2026, 12, 31, 22, 58, tzinfo=UTC), eigen=NEXT, later=LATER)
    old = both.engine.file_report("r.bakker", FileReport.model_validate(THREAT)).reference
    assert link(both, "r.bakker") == "10 minutes"

    both.set_time(datetime(2026, 12, 31, 23, 0, tzinfo=UTC))

    assert link(both, "r.bakker") == "25 minutes"
    ctx = both.engine.context(both.engine.streams.load(f"case/{old}"), "")
    assert ctx.protocol.document.alarm
    assert ctx.protocol.document.alarm.link == "10 minutes"


def test_an_offices_own_document_is_followed_on_its_day_too() -> None:
    """Each row of documents has days of its own; one out of order is named."""
    start = datetime(2026, 12, 31, 22, 58, tzinfo=UTC)
    texts = {
        "eigen": TWO,
        "college": COLLEGE + "followed_by: college2.yaml\n",
        "college2": COLLEGE.replace("20 minutes", "25 minutes") + "valid_from: 2027-01-01\n",
    }
    both = stage(start, **texts)
    assert link(both, "w.devries") == "20 minutes"
    both.set_time(datetime(2026, 12, 31, 23, 0, tzinfo=UTC))

    assert link(both, "w.devries") == "25 minutes"
    assert link(both, "r.bakker") == "10 minutes"
    with pytest.raises(ProblemsError):
        stage(start, **texts | {"college2": texts["college2"].replace("2027", "2020")})


def test_the_calendar_goes_on_under_a_document_that_no_longer_knows_its_duties() -> None:
    """What was open by the document before is dropped, and nothing stands still."""
    later = LATER + "duties: {case_discussion: null}\n"
    both = stage(datetime(2026, 12, 31, 12, 0, tzinfo=UTC), eigen=NEXT, later=later)
    keep_obligations(both.engine)
    both.calm()
    case = both.engine.streams.load(OBLIGATIONS_STREAM).case
    assert "case_discussion" in {duty.name for duty in case.open_duties()}
    both.set_time(datetime(2027, 1, 1, 12, 0, tzinfo=UTC))
    both.following.tick(OBLIGATIONS_STREAM)

    assert not both.following.stuck
    case = both.engine.streams.load(OBLIGATIONS_STREAM).case
    assert "case_discussion" not in {duty.name for duty in case.open_duties()}


def in_own_words() -> SimulationStage:
    """Return a stage on which wethouders have a document with classes, kinds and duties of its own."""
    both = stage(MONDAY_NOON, eigen=TWO, college=OWN_WORDS)
    both.engine.keep_document()
    return both


def begun(of: SimulationStage, reference: str) -> Case:
    """Follow what is there and return a case, which must stand under the document of its own words."""
    for _ in range(2):  # First what a mail brings, where it is not there yet.
        of.set_time(of.clock.now() + timedelta(minutes=2))
        of.calm()
    assert not of.following.stuck
    ctx = of.engine.context(of.engine.streams.load(f"case/{reference}"), "")
    assert ctx.protocol.document.protocol == "college"
    return ctx.case


def test_a_report_by_mail_is_classed_under_the_document_of_who_sent_it() -> None:
    """The queue is everybody's; the case goes on in the words of the sender's office."""
    both = in_own_words()
    known = Circumstances(person="w.devries", authenticated=True)
    mail = both.engine.receive_mail(MAIL, known, once="1")
    case = begun(both, mail.report)

    assert (case.classed, case.report and case.report.channel) == ("zwaar", "brief")
    assert [duty.name for duty in case.open_duties()] == ["wegen"]
    assert both.engine.streams.load(f"case/{mail.reference}").case.classed == "threat"


@pytest.mark.parametrize("carried_on", [True, False])
def test_a_mail_that_is_taken_for_somebody_is_classed_under_the_document_of_his_office(
    monkeypatch: pytest.MonkeyPatch, carried_on: bool
) -> None:
    """Not under that of the clerk who took it; and the same where it is done only by what follows."""
    both = in_own_words()
    if not carried_on:
        monkeypatch.setattr(both.engine, "_carry_on", lambda stream: None)
    mail = both.engine.receive_mail(MAIL, Circumstances(), once="1")
    both.calm()
    command = TakeMail.model_validate({"harmed": "w.devries"})
    taken = both.engine.do("g.mulder", mail.reference, command)
    case = begun(both, taken.case.mail_report)

    assert (case.classed, case.reporter) == ("zwaar", "g.mulder")
    assert [duty.name for duty in case.open_duties()] == ["wegen"]


@pytest.mark.parametrize(
    ("by", "harmed"),
    [("w.devries", ["gezin"]), ("g.mulder", [{"family_of": "w.devries"}]), ("g.mulder", ["w.devries"])],
)
def test_what_a_report_would_bring_about_is_told_in_the_words_of_the_office_harmed(
    by: str, harmed: list[object]
) -> None:
    """Whoever reports: the check before sending decides as the sending does."""
    both = in_own_words()
    command = FileReport.model_validate(THREAT | {"channel": "brief", "kinds": ["dreigen"], "harmed": harmed})

    assert preview(both.engine, by, command).assessment.classed == "zwaar"
    assert begun(both, both.engine.file_report(by, command).reference).classed == "zwaar"


@pytest.mark.parametrize(
    ("texts", "field", "advice"),
    [
        (
            {"eigen": TWO.replace("wethouder", "heemraad"), "college": COLLEGE},
            "municipality.protocols.heemraad",
            "knows",
        ),
        ({"eigen": NEXT, "later": LATER.replace("2027", "2020")}, "followed_by", "write a day after"),
        ({"eigen": TWO, "college": COLLEGE + "digest: {to: baas}\n"}, "digest.to", "not a known role"),
        ({"eigen": TWO, "college": COLLEGE + "trial_alarm: {months: 1}\n"}, "trial_alarm.months", "in this document"),
        (
            {"eigen": TWO, "college": COLLEGE + "duties: {borrel: {label: x, opens: each_year, owner: griffier}}\n"},
            "duties.borrel",
            "in this document",
        ),
    ],
)
def test_a_document_that_cannot_stand_there_is_named(texts: dict[str, str], field: str, advice: str) -> None:
    """An office that nobody knows, a day that is past, and whatever is wrong in the other document itself."""
    with pytest.raises(ProblemsError) as caught:
        stage(MONDAY_NOON, **texts)

    assert any(one.field == field and advice in one.message for one in caught.value.problems)


def test_readiness_and_a_trial_alarm_look_at_every_document() -> None:
    """Whom only an office's own document alarms is asked and shown as well."""
    roles = "roles: {wachter: {label: wachter}}\n"
    common = TWO.replace("municipality:", roles + "municipality:") + "  holders: {wachter: {holders: [n.brouwer]}}\n"
    own = COLLEGE.replace("{link: 20 minutes}", "{link: 20 minutes, chain: [{who: [wachter]}]}") + roles
    both = stage(MONDAY_NOON, eigen=common, college=own)
    ctx = both.engine.context(both.engine.streams.load("directory"), "")

    assert "n.brouwer" in to_be_asked(ctx)
    found = {post.role: post for post in posts(ctx)}
    assert [one.person for one in found["wachter"].acting] == ["n.brouwer"]
    assert "wethouder" in found["burgemeester"].offices
