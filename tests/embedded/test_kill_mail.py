"""Killed twenty times while relays deliver mail: what was answered with 250 is there, once, and alarms go out."""

import random
import re
import smtplib
import threading
import time
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from tests.embedded.served import Served

ROUNDS = 20
RELAYS = 4
SEED = 20_261_201
ANSWERS = (0, 1, 2, 4, 8)  # After how many of a round it is killed.
WAIT_SECONDS = 60.0
SENDERS = ("r.bakker@voorbeeldstad.example", "r.yilmaz@voorbeeldstad.example", "iemand@buiten.example")


@dataclass
class Ledger:
    """What the relays delivered, and what they were answered."""

    sent: dict[str, EmailMessage] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)


def mail(name: str, sender: str) -> EmailMessage:
    """Return a mail with a name of its own in it."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "melding@voorbeeldstad.example", f"FW: bericht {name}"
    made["Message-ID"] = f"<{name}@{sender.partition('@')[2]}>"
    made.set_content(f"Zie onder.\n\nVan: Henk <henk@x.nl>\nOnderwerp: {name}\n\nBericht {name}: ik maak je kapot.\n")
    return made


def deliver(port: int, ledger: Ledger, name: str) -> None:
    """Deliver mails until the program no longer answers; only a 250 counts."""
    for number in range(1_000):
        key = f"{name}-{number}"
        message = mail(key, SENDERS[number % len(SENDERS)])
        with ledger.lock:
            ledger.sent[key] = message
        try:
            with smtplib.SMTP("127.0.0.1", port, timeout=20) as relay:
                relay.send_message(message)
                with ledger.lock:
                    ledger.answered.add(key)
        except (OSError, smtplib.SMTPException):
            return


def play_round(data: Path, ledger: Ledger, number: int, chance: random.Random) -> None:
    """Start, let the relays deliver, and kill at a random moment."""
    served = Served(data).wait_ready()
    names = [f"r{number}m{relay}" for relay in range(RELAYS)]
    relays = [threading.Thread(target=deliver, args=(served.smtp_port, ledger, name)) for name in names]
    for relay in relays:
        relay.start()
    enough = len(ledger.answered) + chance.choice(ANSWERS)
    end = time.monotonic() + WAIT_SECONDS
    while len(ledger.answered) < enough and time.monotonic() < end:
        time.sleep(0.001)
    time.sleep(chance.random() * 0.05)
    served.kill()
    for relay in relays:
        relay.join()
    if served.process.stdout:
        served.process.stdout.close()


def found(served: Served, tokens: dict[str, str]) -> tuple[dict[str, list[str]], list[str]]:
    """Return the cases by the name of the mail that they came by, and the names of the mails that wait."""
    cases: dict[str, list[str]] = {}
    after: str | None = ""
    while after is not None:
        page = served.call(f"/api/v1/cases?after={after.replace('+', '%2B')}", tokens["c.bos"]).json
        for row in page["cases"]:
            account = served.call(f"/api/v1/cases/{row['reference']}", tokens["c.bos"]).json["parts"]["account"]
            name = re.search(r"Bericht (\S+):", account["forwarded"][0]["text"])
            cases.setdefault(name[1] if name else "", []).append(row["reference"])
        after = page["next"]
    waiting = served.call("/api/v1/mails", tokens["g.mulder"]).json["mails"]
    subjects = (served.call(f"/api/v1/cases/{row['reference']}", tokens["g.mulder"]).json for row in waiting)
    return cases, [one["parts"]["account"]["subject"].split()[-1] for one in subjects]


def test_no_mail_that_was_answered_is_missing_however_often_it_is_killed(tmp_path: Path) -> None:
    """Reports of known people become cases with their alarm, a stranger's mails wait; delivered again is not twice."""
    data, ledger, chance = tmp_path / "data", Ledger(), random.Random(SEED)
    for number in range(ROUNDS):
        play_round(data, ledger, number, chance)
    served = Served(data).wait_ready()
    try:
        assert len(ledger.answered) > ROUNDS
        assert len(ledger.sent) > len(ledger.answered)
        unanswered = [key for key in ledger.sent if key not in ledger.answered]
        for key in [*unanswered, *sorted(ledger.answered)[:10]]:  # As a relay does; and some a second time.
            with smtplib.SMTP("127.0.0.1", served.smtp_port, timeout=20) as relay:
                relay.send_message(ledger.sent[key])
        tokens = {who: served.token(who) for who in ("c.bos", "g.mulder", "y.beheer")}
        _settle(served, tokens, ledger)
        cases, waiting = found(served, tokens)

        known = {key for key, one in ledger.sent.items() if "buiten" not in str(one["From"])}
        assert {name for name, references in cases.items() if len(references) != 1} == set()
        assert set(cases) == known
        assert sorted(waiting) == sorted(set(ledger.sent) - known)
        _alarmed(served, tokens, cases)
        assert served.call("/api/v1/health").json["status"] == "ok"
    finally:
        assert served.stop() == 0
        if served.process.stdout:
            served.process.stdout.close()


def _settle(served: Served, tokens: dict[str, str], ledger: Ledger) -> None:
    """Wait until what follows from the last mails has followed."""
    known = sum("buiten" not in str(one["From"]) for one in ledger.sent.values())
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        outbox: list[dict[str, Any]] = served.call("/api/v1/outbox", tokens["y.beheer"]).json
        told = {one["about"] for one in outbox if one["channel"] == "sms" and one["person"] == "g.mulder"}
        if len(told) >= known + 1:  # And the queue's own alarm.
            return
        time.sleep(0.5)


def _alarmed(served: Served, tokens: dict[str, str], cases: dict[str, list[str]]) -> None:
    """The clerk was alarmed about each case, and about the queue; each reporter has his receipt, once."""
    outbox: list[dict[str, Any]] = served.call("/api/v1/outbox", tokens["y.beheer"]).json
    told = {one["about"] for one in outbox if one["channel"] == "sms" and one["person"] == "g.mulder"}

    assert {reference for (reference,) in cases.values()} <= told
    assert "VN-POST-0000" in told
    receipts = [one["subject"] for one in outbox if "ontvangen" in one["subject"]]
    assert len(receipts) == len(set(receipts)) == len(cases)
