"""Killed twenty times under eight writers: what was answered is there, alarms go out, timers go on."""

import random
import sqlite3
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.embedded.served import Served
from tests.web.site import example
from vangnet.rigs.embedded.clock import SystemClock
from vangnet.rigs.embedded.rig import EmbeddedStage

ROUNDS = 20
WRITERS = 8
SEED = 20_261_130
REPORTERS = ("r.bakker", "r.yilmaz", "r.hofman", "f.smit")
ANSWERS = (0, 0, 1, 2, 5, 12, 30)  # After how many of a round it is killed: at once, in the middle, late.
WAIT_SECONDS = 30.0


@dataclass
class Ledger:
    """What the writers sent, and what they were answered."""

    sent: dict[str, dict[str, Any]] = field(default_factory=dict)
    answered: dict[str, str] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)


def write(served: Served, tokens: dict[str, str], ledger: Ledger, name: str) -> None:
    """Report and acknowledge until the program no longer answers."""
    reporter = REPORTERS[sum(name.encode()) % len(REPORTERS)]
    for number in range(1_000):
        key = f"{name}-{number}"
        report = {"account": f"Bericht {key}: ik weet waar je woont.", "happened_at": "unknown", "channel": "phone"}
        with ledger.lock:
            ledger.sent[key] = {"by": reporter, "report": report}
        try:
            answer = served.call("/api/v1/reports", tokens[reporter], report, **{"Idempotency-Key": key})
            if answer.status != 201:
                continue
            reference = answer.json["reference"]
            with ledger.lock:
                ledger.answered[key] = reference
            if number % 3 == 0:
                path = f"/api/v1/cases/{reference}/commands"
                done = served.call(path, tokens["g.mulder"], {"command": "acknowledge"})
                if done.status == 200:
                    with ledger.lock:
                        ledger.acknowledged.add(reference)
        except OSError:
            return


def play_round(data: Path, ledger: Ledger, tokens: dict[str, str], number: int, chance: random.Random) -> None:
    """Start, let eight write, and kill at a random moment."""
    served = Served(data).wait_ready()
    tokens.update({who: served.token(who) for who in (*REPORTERS, "g.mulder") if who not in tokens})
    names = [f"r{number}w{writer}" for writer in range(WRITERS)]
    writers = [threading.Thread(target=write, args=(served, tokens, ledger, name)) for name in names]
    for writer in writers:
        writer.start()
    enough = len(ledger.answered) + chance.choice(ANSWERS)
    end = time.monotonic() + WAIT_SECONDS
    while len(ledger.answered) < enough and time.monotonic() < end:
        time.sleep(0.001)
    time.sleep(chance.random() * 0.05)
    served.kill()
    for writer in writers:
        writer.join()
    if served.process.stdout:
        served.process.stdout.close()


def settled(served: Served, token: str, ledger: Ledger) -> list[dict[str, Any]]:
    """Wait until every answered report's alarm has gone out, and return the outbox."""
    until = time.monotonic() + WAIT_SECONDS
    while True:
        outbox: list[dict[str, Any]] = served.call("/api/v1/outbox", token).json
        told = {one["about"] for one in outbox if one["channel"] == "sms"}
        if set(ledger.answered.values()) <= told or time.monotonic() > until:
            return outbox
        time.sleep(0.5)


def test_nothing_that_was_answered_is_lost_however_often_it_is_killed(tmp_path: Path) -> None:
    """Reports word for word, acknowledgements, alarms by both channels, the same sending twice one report."""
    data, ledger = tmp_path / "data", Ledger()
    tokens: dict[str, str] = {}
    chance = random.Random(SEED)
    for number in range(ROUNDS):
        play_round(data, ledger, tokens, number, chance)
    served = Served(data).wait_ready()
    try:
        assert len(ledger.answered) > ROUNDS
        assert len(ledger.sent) > len(ledger.answered)
        assert ledger.acknowledged
        _resend(served, tokens, ledger)
        outbox = settled(served, served.token("y.beheer"), ledger)

        _all_there(served, tokens, ledger)
        _alarms_went_out(outbox, ledger)
        assert served.call("/api/v1/health").json["status"] == "ok"
    finally:
        assert served.stop() == 0
        if served.process.stdout:
            served.process.stdout.close()
    _whole_on_disk(data)
    _timers_go_on(data, ledger)


def _resend(served: Served, tokens: dict[str, str], ledger: Ledger) -> None:
    """Send again what got no answer, and a few that did: each is one report."""
    unanswered = [key for key in ledger.sent if key not in ledger.answered]
    for key in [*unanswered, *list(ledger.answered)[:10]]:
        sent = ledger.sent[key]
        answer = served.call("/api/v1/reports", tokens[sent["by"]], sent["report"], **{"Idempotency-Key": key})
        assert answer.status == 201
        assert ledger.answered.setdefault(key, answer.json["reference"]) == answer.json["reference"]


def _all_there(served: Served, tokens: dict[str, str], ledger: Ledger) -> None:
    for key, reference in ledger.answered.items():
        case = served.call(f"/api/v1/cases/{reference}", tokens["g.mulder"]).json
        assert case["parts"]["account"]["account"] == ledger.sent[key]["report"]["account"]
        assert case["alarms"], reference
        if reference in ledger.acknowledged:
            assert case["alarms"][0]["state"] == "acknowledged"
    assert len(set(ledger.answered.values())) == len(ledger.answered)


def _alarms_went_out(outbox: list[dict[str, Any]], ledger: Ledger) -> None:
    """Whoever must be alarmed was, by both channels, unless somebody had answered before."""
    gone = Counter((one["about"], one["person"], one["channel"]) for one in outbox)
    for reference in set(ledger.answered.values()) - ledger.acknowledged:
        assert gone[reference, "g.mulder", "sms"] >= 1, reference
        assert gone[reference, "g.mulder", "mail"] >= 1, reference


def _whole_on_disk(data: Path) -> None:
    """The database is sound, and no half-written file is left."""
    with sqlite3.connect(data / "vangnet.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    assert [file for file in data.rglob("*.new")] == []


def _timers_go_on(data: Path, ledger: Ledger) -> None:
    """With the time moved on, the second link of each open alarm is told when it is due, and once."""
    later = SystemClock().now() + timedelta(minutes=11)
    stage = EmbeddedStage(example(), later, data)
    try:
        stage.following.sweep()
        told = Counter(one.message.about for one in stage.gone() if one.message.person == "g.peters")
        sms = Counter(
            one.message.about
            for one in stage.gone()
            if (one.message.person, one.message.channel) == ("g.peters", "sms")
        )
        # An acknowledgement may have been stored though its answer was lost.
        alarms = {one: stage.engine.streams.load(f"case/{one}").case.alarm for one in ledger.answered.values()}
        still_open = {one for one, alarm in alarms.items() if alarm and alarm.open}

        assert {reference for reference in still_open if not told[reference]} == set()
        assert {count for reference, count in sms.items() if reference in still_open} == {1}
    finally:
        stage.close()
