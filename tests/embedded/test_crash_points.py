"""Killed between each pair of effects: the end is the same as if nothing had happened."""

import json
import subprocess
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.embedded.crashing import leaks

LAST_EFFECT = 28  # How many the scenario has; a test says so when it changes.
LAST_EFFECT_OF_MAILS = 67
FILES_OF_A_MAIL = 2
KILLED = -9


def played(folder: Path, die_after: int, scenario: str = "reports") -> int:
    """Play a scenario in a process of its own and return its exit code."""
    (folder / "notes").mkdir(exist_ok=True)
    places = [str(folder / "data"), str(folder / "notes")]
    command = [sys.executable, "-m", "tests.embedded.crashing", *places, str(die_after), scenario]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.returncode in {0, KILLED}, run.stderr
    return run.returncode


def ended(folder: Path) -> dict[str, Any]:
    """Return how it ended."""
    found: dict[str, Any] = json.loads((folder / "notes" / "end.json").read_text())
    return found


def noted(folder: Path, name: str) -> list[str]:
    """Return what was noted."""
    file = folder / "notes" / name
    return file.read_text().splitlines() if file.exists() else []


@lru_cache(maxsize=2)
def undisturbed(scenario: str = "reports") -> tuple[dict[str, Any], int]:
    """Return how a scenario ends without any kill, and after how many effects."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        assert played(folder, 0, scenario) == 0
        return ended(folder), int(noted(folder, "effects")[0])


def test_the_scenario_has_as_many_effects_as_are_tried() -> None:
    """So that none is left out when the scenario grows."""
    end, effects = undisturbed()

    assert effects == LAST_EFFECT
    assert (end["guidance"]["wiped"], end["guidance"]["account"], end["guidance"]["readable"]) == (True, None, False)
    assert end["threat"]["followed"]
    assert end["leaks"] == []
    assert {("g.mulder", "sms"), ("g.mulder", "mail")} <= {(who, channel) for who, channel in end["outbox"]}


@pytest.mark.parametrize("effect", range(1, LAST_EFFECT + 1))
def test_killed_after_an_effect_it_ends_as_if_nothing_had_happened(tmp_path: Path, effect: int) -> None:
    """The same events, duties and messages; nothing answered is lost; what is wiped is gone from every byte."""
    assert played(tmp_path, effect) == KILLED
    unanswered = set(noted(tmp_path, "begun")) - set(noted(tmp_path, "answered"))
    assert played(tmp_path, 0) == 0
    end, expected = ended(tmp_path), undisturbed()[0]
    orphans = end.pop("files") - expected["files"]

    assert end == {name: value for name, value in expected.items() if name != "files"}
    # The file of a report that was not answered is sent again with it; the other stays, and nobody has its key.
    assert orphans == bool(unanswered & {"guidance", "threat"})
    _handed_over_once(tmp_path)
    assert noted(tmp_path, "keys")
    assert leaks(tmp_path / "data", noted(tmp_path, "keys")) == []


def test_the_scenario_of_mails_has_as_many_effects_as_are_tried() -> None:
    """A known person's mail is a case until its class is confirmed; a stranger's alarms, and is taken as a report."""
    end, effects = undisturbed("mails")

    assert effects == LAST_EFFECT_OF_MAILS
    assert end["known"]["forwarded"] == ["Als jij dat plan doorzet, steek ik je huis in brand."]
    assert any(one.startswith("OutcomeSettled") for one in end["known"]["events"])
    assert any(one.startswith("MessageLost") for one in end["room"]["events"])
    assert {("g.mulder", "sms"), ("g.peters", "sms"), ("w.devries", "mail")} <= {tuple(row) for row in end["outbox"]}
    assert ["b.vandam", "sms", "alarm", "sent"] in end["known"]["messages"]
    assert ["g.mulder", "sms", "alarm", "sent"] in end["taken"]["messages"]


@pytest.mark.parametrize("effect", range(1, LAST_EFFECT_OF_MAILS + 1))
def test_killed_after_an_effect_no_mail_that_was_answered_is_missing(tmp_path: Path, effect: int) -> None:
    """A mail that got no 250 is delivered again by the relay, and is one; no alarm is lost, none rings twice."""
    assert played(tmp_path, effect, "mails") == KILLED
    assert played(tmp_path, 0, "mails") == 0
    end, expected = ended(tmp_path), undisturbed("mails")[0]

    orphans = end.pop("files") - expected["files"]
    assert end == {name: value for name, value in expected.items() if name != "files"}
    assert 0 <= orphans <= FILES_OF_A_MAIL  # Of a mail that was not answered; nobody has their keys.
    _handed_over_once(tmp_path)


def _handed_over_once(folder: Path) -> None:
    """The same message goes twice only where the process died between handing it over and noting it."""
    twice = {name: count for name, count in Counter(noted(folder, "handed")).items() if count > 1}
    [killed] = noted(folder, "killed")
    effect, _, message = killed.partition(" ")

    assert twice == ({message: 2} if effect == "send" else {})
