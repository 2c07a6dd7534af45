"""A drill of restoring, its clock in the hand: nobody is alarmed again, nothing newer is lost, wiped stays wiped."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from schemas.commands.alarm import Acknowledge
from tests.cloud.hands import Hands, playing
from tests.cloud.outboxes import Outboxes
from tests.cloud.template import TEMPLATE
from tests.web.site import example
from vangnet.intake.readable import readable
from vangnet.rigs.aws import functions
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.operating.restoring import copy_of, made_ready
from vangnet.rigs.aws.operating.taking_over import TakenOver, TakingOver
from vangnet.rigs.aws.settings import Settings
from vangnet.shell.streams import every_stream

pytestmark = pytest.mark.xdist_group("operating")

START = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
WIPED = "Dijkstra noemde mij een sukkel."


def filed(hands: Hands, account: str, **more: object) -> str:
    """File a report and return its reference."""
    report = {"account": account, "channel": "email", "happened_at": "unknown"} | more
    status, found = hands.ask("POST", "/api/v1/reports", report)
    assert status == 201
    return str(found["reference"])


def acknowledged(hands: Hands, reference: str) -> None:
    """Answer an alarm as who was told of it."""
    hands.fresh()
    hands.rig.engine.do("g.mulder", reference, Acknowledge())
    hands.stream()


def wakes_at(hands: Hands, reference: str) -> datetime:
    """Return when a case wants to be woken."""
    found = hands.rig.store.wake(f"case/{reference}")
    assert found
    return found[1]


def listed(hands: Hands) -> dict[str, list[tuple[str, str]]]:
    """Return every list in which a stream stands, as pages read it."""
    store = hands.rig.store
    names = {entry.index for stream in every_stream(store) for entry in store.standing(stream).entries}
    assert len(names) > 3
    return {name: list(store.listed(name, limit=200)) for name in names}


@dataclass
class Drill:
    """Functions on a table, reports at each stage of it, and a copy of the table from before half of that."""

    hands: Hands
    copy: str
    harmless: str
    answered: str
    answered_later: str
    unanswered: str
    later: str
    waiting: str

    def over(self, *leave: str) -> TakenOver:
        """Take over into the copy all but some streams, and let the functions use it."""
        before, keys = self.hands.names, self.hands.rig.keys
        taken = TakingOver(client("dynamodb"), before.table, self.copy, keys, leave=frozenset(leave)).run()
        now = self.hands.clock.now()
        self.hands = Hands(replace(before, table=self.copy), self.hands.loaded, now, TEMPLATE)
        return taken

    def numbers(self, outbox: Outboxes) -> dict[str, list[str]]:
        """Return to whom SMS went about each report."""
        known = (self.answered, self.answered_later, self.unanswered, self.later, self.waiting)
        return {reference: [number for number, _ in outbox.sms(reference)] for reference in known}


@pytest.fixture
def drill(exercise: Callable[[], Settings], monkeypatch: pytest.MonkeyPatch) -> Drill:
    """Live a week, copy the table, live on: an answer, a report, one that waits, guidance that is wiped."""
    monkeypatch.setattr(functions, "rig", playing)
    hands = Hands(exercise(), example(), START, TEMPLATE)
    harmless = filed(hands, WIPED, kinds=["insult"], addressed=True, stopped=True)
    hands.stream()
    hands.clock.moment = wakes_at(hands, harmless)
    hands.later(minutes=-2)
    early = [filed(hands, f"Ik maak je dood, {number}.") for number in range(3)]
    hands.stream()
    acknowledged(hands, early[0])

    copy = f"{hands.names.table}-restored"
    copy_of(hands.names.table, copy, None, hands.names.key)

    acknowledged(hands, early[1])
    later = filed(hands, "Ik steek je huis in brand.")
    hands.stream()
    hands.later(minutes=3)
    hands.sweep()
    hands.stream()
    waiting = filed(hands, "Ik weet waar je woont en ik maak je dood.")
    return Drill(hands, copy, harmless, early[0], early[1], early[2], later, waiting)


def test_nobody_is_alarmed_again_and_nothing_newer_is_lost(drill: Drill, rig_outbox: Outboxes) -> None:
    """Only the alarm that nobody answered goes on; what came after the copy is there, and what was wiped stays so."""
    made_ready(drill.copy)
    known = drill.hands.rig.store.load(f"case/{drill.later}")
    before, lists = drill.numbers(rig_outbox), listed(drill.hands)

    taken = drill.over()
    hands = drill.hands
    assert listed(hands) == lists
    hands.sweep()
    hands.stream()
    first = drill.numbers(rig_outbox)
    for _ in range(20):
        hands.later(minutes=1)
        hands.sweep()
        hands.stream()
    after = drill.numbers(rig_outbox)

    assert (taken.left, taken.reports, taken.destroyed) == ([], 1, 1)
    assert [first[one] for one in (drill.answered, drill.answered_later, drill.unanswered, drill.later)] == [
        before[one] for one in (drill.answered, drill.answered_later, drill.unanswered, drill.later)
    ]
    assert after[drill.answered] == before[drill.answered]
    assert after[drill.answered_later] == before[drill.answered_later]
    assert len(set(after[drill.unanswered])) > len(set(before[drill.unanswered]))
    assert before[drill.waiting] == []
    assert after[drill.waiting]
    assert list(hands.rig.store.load(f"case/{drill.later}"))[: len(known)] == list(known)
    assert hands.rig.engine.found(drill.harmless).case.wiped
    assert hands.rig.store.data_key(f"case/{drill.harmless}") is None


def test_without_the_table_before_the_sweep_goes_on_from_the_copy(drill: Drill, rig_outbox: Outboxes) -> None:
    """Where nothing newer can be had, what was known then is done: an answered alarm rests, guidance is wiped again.

    An answer that came later is not known, so that alarm goes on: the safe side.
    """
    made_ready(drill.copy)
    hands = Hands(replace(drill.hands.names, table=drill.copy), drill.hands.loaded, drill.hands.clock.now(), TEMPLATE)
    before = drill.numbers(rig_outbox)
    assert WIPED in readable(hands.rig.engine, every_stream(hands.rig.store))

    for _ in range(12):
        hands.later(minutes=1)
        hands.sweep()
        hands.stream()

    after = drill.numbers(rig_outbox)
    assert after[drill.answered] == before[drill.answered]
    assert len(after[drill.answered_later]) > len(before[drill.answered_later])
    assert WIPED not in readable(hands.rig.engine, every_stream(hands.rig.store))
    assert hands.rig.store.data_key(f"case/{drill.harmless}") is None


def test_taking_over_twice_is_taking_over_once(drill: Drill) -> None:
    """Begun again after it broke off, it takes what is left, and nothing a second time."""
    made_ready(drill.copy)
    tables = client("dynamodb"), drill.hands.names.table, drill.copy, drill.hands.rig.keys
    first = TakingOver(*tables).run()

    again = TakingOver(*tables).run()

    assert first.streams >= 3
    assert again == TakenOver()


def test_what_is_damaged_in_the_table_before_is_left_and_named(drill: Drill) -> None:
    """A newer stream that cannot be opened, or that is another one than was restored, does not replace what was."""
    made_ready(drill.copy)
    table = client("dynamodb")
    key = {"pk": {"S": f"stream#case/{drill.answered_later}"}, "sk": {"S": "event#0000000001"}}
    item = table.get_item(TableName=drill.hands.names.table, Key=key)["Item"]
    table.put_item(TableName=drill.hands.names.table, Item=item | {"sealed": {"S": '{"actor":"AAAA"}'}})
    drill.hands.fresh()

    taken = drill.over()

    assert taken.left == [f"case/{drill.answered_later}"]
    alarm = drill.hands.rig.engine.found(drill.answered_later).case.alarm
    assert alarm
    assert alarm.open


def test_a_stream_that_is_to_be_left_stays_as_it_was_then(drill: Drill) -> None:
    """What went wrong in a stream though it can be opened, is left out by its name, and everything else is taken."""
    made_ready(drill.copy)

    taken = drill.over(f"case/{drill.answered_later}")

    assert taken.left == [f"case/{drill.answered_later}"]
    alarm = drill.hands.rig.engine.found(drill.answered_later).case.alarm
    assert alarm
    assert alarm.open
    assert drill.hands.rig.engine.found(drill.later).case.alarm


def test_a_restored_table_gets_what_a_restore_leaves_out(drill: Drill) -> None:
    """It has no stream, protection, vanishing or recovery of its own until it is made ready; twice is once."""
    table = client("dynamodb")
    bare = table.describe_table(TableName=drill.copy)["Table"]

    stream = made_ready(drill.copy)

    assert not bare.get("LatestStreamArn")
    found = table.describe_table(TableName=drill.copy)["Table"]
    assert found["StreamSpecification"] == {"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"}
    assert found["DeletionProtectionEnabled"]
    assert made_ready(drill.copy) == stream == found["LatestStreamArn"]
    living = table.describe_time_to_live(TableName=drill.copy)["TimeToLiveDescription"]
    assert living == {"AttributeName": "vanishes_at", "TimeToLiveStatus": "ENABLED"}
    backups = table.describe_continuous_backups(TableName=drill.copy)["ContinuousBackupsDescription"]
    assert backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"
