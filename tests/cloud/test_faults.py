"""What breaks around the functions, one thing at a time: sweep and retries make up for it, and nothing is lost."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.cloud.hands import Hands, landed, playing
from tests.cloud.outboxes import Outboxes
from tests.cloud.stage import Watched
from tests.cloud.template import TEMPLATE
from tests.cloud.test_kills import mail
from tests.web.site import example
from vangnet.rigs.aws import functions
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.inbox import inbox_item
from vangnet.rigs.aws.settings import Settings
from vangnet.rigs.aws.table import event_sort, stream_key
from vangnet.shell.ports import Append, StoredEvent

START = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
LATE_MAX = timedelta(seconds=60)  # A deadline, with nothing but the sweep.


@pytest.fixture
def hands(exercise: Callable[[], Settings], monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Give functions on a table of their own."""
    monkeypatch.setattr(functions, "rig", playing)
    return Hands(exercise(), example(), START, TEMPLATE)


def filed(hands: Hands, number: int = 0) -> str:
    """File a report and return its reference."""
    report = {"account": f"Ik maak je dood, {number}.", "channel": "email", "happened_at": "unknown"}
    status, found = hands.ask("POST", "/api/v1/reports", report)
    assert status == 201
    return str(found["reference"])


def poison(hands: Hands, stream: str = "case/VN-0000-0000") -> None:
    """Put a report into the inbox whose key cannot be opened."""
    event = StoredEvent(1, {"type": "ReportFiled"}, {"actor": "AAAA"})
    what = Append(stream, [event], 0, "begin:poison", wake_at=hands.clock.now(), wrapped_key=b"no key of ours")
    client("dynamodb").put_item(TableName=hands.names.table, Item=inbox_item(what))


def test_a_poison_record_is_put_aside_and_the_others_are_taken_up(hands: Hands) -> None:
    """One of ten reports that cannot be opened stops none of the others; it waits in the inbox, tried boundedly."""
    references = [filed(hands, number) for number in range(4)]
    poison(hands)
    references += [filed(hands, number) for number in range(4, 9)]

    hands.stream()

    assessment = hands.readers[0]
    assert [one["dynamodb"]["Keys"]["pk"]["S"] for one in assessment.dead] == ["inbox#case/VN-0000-0000"]
    assert assessment.calls <= 25
    for reference in references:
        alarm = hands.rig.engine.found(reference).case.alarm
        assert alarm
        assert alarm.told == ("g.mulder",)
    hands.fresh()
    assert hands.rig.store.waiting("case/VN-0000-0000")


def test_without_the_settings_a_poison_record_blocks_all_others(hands: Hands) -> None:
    """The reader shows it: with what Chalice sets alone, what lies behind a poison record waits for ever."""
    from dataclasses import replace

    reader = hands.readers[0]
    reader.mapped = replace(reader.mapped, retries=10_000, bisects=False, partial=True)
    poison(hands)
    reference = filed(hands)

    reader.run(rounds=60)

    assert hands.rig.store.waiting(f"case/{reference}")


def test_the_sweep_goes_past_what_cannot_be_taken_up(hands: Hands, rig_outbox: Outboxes) -> None:
    """With the stream switched off the sweep assesses and sends; a report that cannot be opened holds up none."""
    poison(hands)
    reference = filed(hands)
    hands.later(seconds=61)

    answer = hands.sweep()

    assert rig_outbox.sms(reference)
    assert answer["stuck"] == 1
    assert hands.ask("GET", "/api/v1/health")[1]["status"] in {"ok", "failing"}


def test_the_sweep_goes_past_a_stream_that_cannot_be_read(hands: Hands, rig_outbox: Outboxes) -> None:
    """A stream with a hole in it is stuck and seen; what is due in the others is done, and each case can be read."""
    broken = filed(hands)
    hands.stream()
    hole = stream_key(f"case/{broken}", event_sort(1))
    client("dynamodb").delete_item(TableName=hands.names.table, Key=hole)
    hands.fresh()
    reference = filed(hands, 1)
    hands.later(minutes=10)

    answer = hands.sweep()

    assert rig_outbox.sms(reference)
    assert answer["stuck"] == 1
    assert hands.ask("GET", f"/api/v1/cases/{reference}")[0] == 200


def test_with_the_sweep_alone_every_deadline_is_kept_within_a_minute(hands: Hands, rig_outbox: Outboxes) -> None:
    """Without state machine and stream an alarm goes out, is passed on and reminds, none more than 60 seconds late."""
    reference = filed(hands)
    late: list[timedelta] = []
    for _ in range(90):
        hands.later(seconds=60)
        due = [one for one in hands.rig.store.due(until=hands.clock.now(), limit=10) if reference in one]
        if due:
            known = hands.rig.store.wake(due[0])
            waiting = hands.rig.store.waiting(due[0])
            at = known[1] if known else waiting.wake_at if waiting else None
            assert at
            late.append(hands.clock.now() - at)
        hands.sweep()

    assert late
    assert max(late) <= LATE_MAX
    assert len({number for number, _ in rig_outbox.sms(reference)}) >= 4


def test_a_stream_that_stood_still_is_made_up_for(hands: Hands, rig_outbox: Outboxes) -> None:
    """The stream stops for two hours and goes again: what the sweep did meanwhile is not done a second time."""
    reference = filed(hands)
    for _ in range(120):
        hands.later(minutes=1)
        hands.sweep()
    sent = rig_outbox.sms(reference)

    hands.stream()

    assert sent
    assert rig_outbox.sms(reference) == sent


def test_channels_that_refuse_for_an_hour_send_all_of_it_after(hands: Hands, rig_outbox: Outboxes) -> None:
    """SES and SNS refuse for an hour: the failure board shows it, and once they go each message goes once."""
    broken = {"sms", "mail"}
    watched: dict[str, Any] = {}

    def break_them() -> None:
        watched.update({name: Watched(one, hands.clock, [], broken) for name, one in hands.rig.senders.items()})
        hands.rig.senders = dict(watched)

    reference = filed(hands)
    break_them()
    hands.stream()
    for _ in range(60):
        hands.later(minutes=1)
        hands.sweep()
    assert not rig_outbox.sms(reference)
    assert [one.reference for one in hands.rig.reading.failures()]

    broken.clear()
    for _ in range(3):
        hands.later(minutes=1)
        hands.sweep()

    case = hands.rig.engine.found(reference).case
    assert {one.state for one in case.messages.values()} <= {"sent", "dropped", "delivered"}
    texts = [text for _, text in rig_outbox.sms(reference)]
    assert texts


def test_a_poison_mail_among_ten_comes_back_alone(hands: Hands) -> None:
    """Nine mails are taken in once; the one that never landed is named, and comes back alone."""
    bodies = []
    for number in range(10):
        key = f"mail/{hands.names.table}-{number}"
        bodies.append(landed(hands.names.mail, key))
        if number != 4:
            raw = mail().replace(b"passed-on@", f"passed-on-{number}@".encode())
            client("s3").put_object(Bucket=hands.names.mail, Key=key, Body=raw)

    back = hands.queue(functions.mail_intake, *bodies)
    again = hands.queue(functions.mail_intake, *bodies)

    assert back == again == [4]
    received = [row for row in hands.rig.store.listed("mails/waiting", limit=50)]
    assert len(received) == 9


def test_a_deleted_execution_is_made_up_for_by_the_sweep(hands: Hands, rig_outbox: Outboxes) -> None:
    """Nobody waits for an alarm's next step any more: the sweep passes it on within a minute of its time."""
    reference = filed(hands)
    hands.stream()
    assert len(rig_outbox.sms(reference)) == 1
    hands.later(minutes=10, seconds=60)

    hands.sweep()

    assert len({number for number, _ in rig_outbox.sms(reference)}) == 2


def test_a_tick_that_comes_early_or_twice_does_nothing(hands: Hands, rig_outbox: Outboxes) -> None:
    """A stale execution ends its wait when nothing is due: no event is stored, and nobody is told."""
    reference = filed(hands)
    hands.stream()
    before = hands.rig.engine.found(reference).version

    hands.later(minutes=5)
    hands.tick(f"case/{reference}")
    hands.tick(f"case/{reference}")
    hands.stream()

    assert hands.rig.engine.found(reference).version == before
    assert len(rig_outbox.sms(reference)) == 1
