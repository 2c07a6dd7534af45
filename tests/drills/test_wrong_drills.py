"""A drill that is not valid fails at once with its line (2); one that does not hold says what was seen instead (1)."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from vangnet.cli.main import vangnet
from vangnet.rigs.command import RIGS

GOOD = """\
name: Een korte oefening
config: voorbeeldstad
start: 2026-11-30T10:00
faults:
  - {break: sms, from: 0m, until: 1m}
steps:
  - at: 0m
    by: r.bakker
    do: file_report
    with:
      account: "Hij zei dat hij mij weet te vinden."
      happened_at: -1h
      channel: phone
      kinds: [threat]
    name: zaak
  - {at: 5m, by: griffier, do: acknowledge, case: zaak}
  - {at: 6m, by: griffier, do: complete_duty, case: zaak, with: {duty: contact_police, at: 6m}}
  - {at: 7m, by: griffier, do: record_first_contact, case: zaak, with: {person: r.bakker, safe: true}}
expect:
  - {case: zaak, class: threat, at: 1m}
  - {told: griffier, about: zaak, channel: mail, within: 1m}
  - {duty: first_talk, case: zaak, owner: griffier, due: 23h}
  - {sees: r.yilmaz, case: zaak, parts: []}
  - {alarm: zaak, is: acknowledged, by: g.mulder}
"""


def run(tmp_path: Path, text: str, *options: str) -> Result:
    """Play this text with the command, as its user would."""
    file = tmp_path / "oefening.yaml"
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(vangnet, ["drill", *options, str(file)], obj=RIGS)


@pytest.mark.parametrize("stage", ["simulation", "embedded"])
def test_a_drill_that_holds_exits_with_0(tmp_path: Path, stage: str) -> None:
    """Where all is as expected the code is 0, and the timeline tells what happened."""
    result = run(tmp_path, GOOD, "--stage", stage)

    assert result.exit_code == 0, result.output
    assert "mail to g.mulder: ALARM" in result.output
    assert "passed (5 expectations)" in result.output


# What is written wrong, its line, and what the sentence says about it.
WRONG = {
    "person who acts": ("by: r.bakker", "by: r.baker", 8, "did you mean 'r.bakker'"),
    "role who acts": ("5m, by: griffier", "5m, by: grifier", 16, "did you mean 'griffier'"),
    "person in a field": ("person: r.bakker", "person: r.bakkker", 18, "did you mean 'r.bakker'"),
    "command": ("do: acknowledge", "do: acknowlege", 16, "did you mean 'acknowledge'"),
    "command of the future": ("do: acknowledge", "do: fly", 16, "is not a command that can be played"),
    "duty in a command": ("duty: contact_police", "duty: kontact_police", 17, "did you mean 'contact_police'"),
    "duty expected": ("duty: first_talk", "duty: first_tlak", 22, "did you mean 'first_talk'"),
    "field of a command": ("kinds: [threat]", "soort: [threat]", 14, "is not a field"),
    "field of a step": ("name: zaak\n", "naam: zaak\n", 15, "is not a field"),
    "field of an expectation": ("told: griffier, about", "told: griffier, abot", 21, "did you mean 'about'"),
    "field of a case": ("class: threat, at: 1m", "klass: threat, at: 1m", 20, "did you mean 'class'"),
    "field of the drill": ("start:", "begin: x\nstart:", 3, "is not a field"),
    "class": ("class: threat, at", "class: threath, at", 20, "did you mean 'threat'"),
    "part": ("parts: []", "parts: [summery]", 23, "did you mean 'summary'"),
    "state": ("is: acknowledged", "is: acknowleged", 24, "did you mean 'acknowledged'"),
    "person expected": ("told: griffier", "told: x.niemand", 21, "neither a person nor a role"),
    "person who sees": ("sees: r.yilmaz", "sees: r.ylmaz", 23, "did you mean 'r.yilmaz'"),
    "configuration": ("config: voorbeeldstad", "config: nergenshuizen", 2, "neither a shipped example nor a file"),
    "configuration without people": ("config: voorbeeldstad", "config: landelijk", 2, "names no municipality"),
    "start": ("2026-11-30T10:00", "morgen", 3, "is not a time"),
    "time of a step": ("{at: 5m,", "{at: 5min,", 16, "is not a time"),
    "time in a field": ("happened_at: -1h", "happened_at: gisteren", 12, "is not a time"),
    "time of a fault": ("until: 1m}", "until: straks}", 5, "is not a time"),
    "time expected": ("due: 23h", "due: 23", 22, "is not a time"),
    "fault": ("break: sms", "break: fax", 5, "sms"),
    "case of a step": (
        "do: acknowledge, case: zaak",
        "do: acknowledge, case: zaag",
        16,
        "not the name of an earlier step",
    ),
    "case expected": ("alarm: zaak", "alarm: zaag", 24, "did you mean 'zaak'"),
    "no such step": ("{alarm: zaak, is: acknowledged, by: g.mulder}", "{step: 9, refused: AP-5.1.6}", 24, "no step 9"),
    "nothing expected": ("{alarm: zaak, is: acknowledged, by: g.mulder}", "{is: open}", 24, "says nothing"),
    "YAML": ("config: voorbeeldstad", "config: 'voorbeeldstad", 2, "never closed"),
}


@pytest.mark.parametrize(("right", "wrong", "line", "says"), WRONG.values(), ids=WRONG.keys())
def test_a_drill_that_is_not_valid_names_its_line(tmp_path: Path, right: str, wrong: str, line: int, says: str) -> None:
    """Whatever is unknown in it, the drill is not played: the code is 2, with file, line and what to write."""
    assert GOOD.count(right) >= 1
    result = run(tmp_path, GOOD.replace(right, wrong, 1))

    assert result.exit_code == 2, result.output
    mine = [one for one in result.stderr.splitlines() if f"oefening.yaml:{line}: error: " in one]
    assert any(says in one for one in mine), result.stderr
    assert "not a valid drill" in result.stdout


def test_a_drill_that_is_not_there_is_not_valid(tmp_path: Path) -> None:
    """A file that does not exist is named, with code 2."""
    result = CliRunner().invoke(vangnet, ["drill", str(tmp_path / "weg.yaml")], obj=RIGS)

    assert result.exit_code == 2
    assert "weg.yaml:1: error: file: there is no such file" in result.stderr


# What does not hold, and what the player saw instead.
FAILING = {
    "class": ("class: threat, at", "class: emotion, at", "class is threat"),
    "not told": ("{told: griffier, about", "{told: x.fg, about", "not told; messages to him: never"),
    "told": ("{told: griffier, about: zaak,", "{not_told: griffier, about: zaak,", "told: mail at 0m"),
    "times": ("channel: mail, within: 1m}", "channel: mail, within: 1m, times: 7}", "told 1 times: mail at 0m"),
    "due": ("due: 23h", "due: 25h", "it is due 23h"),
    "owner": ("owner: griffier", "owner: w.jansen", "its owner is g.mulder"),
    "sight": ("parts: []", "parts: [summary]", "sees nothing"),
    "acknowledged by": ("by: g.mulder", "by: c.bos", "acknowledged by g.mulder"),
    "alarm": ("is: acknowledged", "is: open", "it is acknowledged, passed_on"),
    "duty": ("{alarm: zaak, is: acknowledged, by: g.mulder}", "{duty: contact_police, is: open}", "it is done"),
    "step": ("{sees: r.yilmaz, case: zaak, parts: []}", "{step: 2, refused: AP-5.1.6}", "it was accepted"),
    "words": ("{sees: r.yilmaz, case: zaak, parts: []}", "{texts: mail, have: [Bakker]}", "'Bakker' is not there"),
    "store": ("{sees: r.yilmaz, case: zaak, parts: []}", "{texts: store, lack: [vinden]}", "'vinden' is there"),
}


@pytest.mark.parametrize(("right", "wrong", "seen"), FAILING.values(), ids=FAILING.keys())
def test_a_failed_expectation_says_what_was_seen_instead(tmp_path: Path, right: str, wrong: str, seen: str) -> None:
    """What does not hold is one line with what was seen, and the code is 1."""
    assert right in GOOD
    result = run(tmp_path, GOOD.replace(right, wrong, 1))

    assert result.exit_code == 1, result.output
    failed = [line for line in result.stdout.splitlines() if line.startswith("FAILED: expectation")]
    assert len(failed) == 1
    assert failed[0].endswith(seen)


def test_a_refusal_that_nobody_expected_fails_the_drill(tmp_path: Path) -> None:
    """A step that is refused without an expectation is a failure that names its rule."""
    result = run(tmp_path, GOOD.replace("{at: 7m, by: griffier", "{at: 7m, by: w.jansen"))

    assert result.exit_code == 1
    assert (
        "FAILED: step 4 (record_first_contact by w.jansen) was not expected to fail: refused by AP-5.1.6"
        in result.stdout
    )


def test_a_refusal_that_was_expected_does_not(tmp_path: Path) -> None:
    """The same step with its refusal expected is as it should be."""
    refused = GOOD.replace("{at: 7m, by: griffier", "{at: 7m, by: w.jansen")
    refused = refused.replace("{alarm: zaak, is: acknowledged, by: g.mulder}", "{step: 4, refused: AP-5.1.6}")

    assert run(tmp_path, refused).exit_code == 0


def test_a_step_on_what_was_never_made_is_said_so(tmp_path: Path) -> None:
    """Where the report itself was refused, the steps that build on it fail, each with why."""
    result = run(tmp_path, GOOD.replace("    by: r.bakker", "    by: q.smits"))

    assert result.exit_code == 1
    assert "step 2 (acknowledge by g.mulder) was not expected to fail: 'zaak' was never made" in result.stdout


def test_only_the_first_key_of_an_expectation_is_needed(tmp_path: Path) -> None:
    """What is left out asks nothing; a case that is not named is the one made last."""
    short = GOOD[: GOOD.index("expect:")] + (
        "expect:\n  - {case: zaak}\n  - {told: griffier}\n  - {not_told: x.fg}\n  - {alarm: zaak}\n"
        "  - {duty: first_talk}\n  - {step: 1}\n  - {sees: griffier}\n  - {texts: sms}\n"
    )

    assert run(tmp_path, short).exit_code == 0


def test_several_drills_give_the_worst_code(tmp_path: Path) -> None:
    """One that is not valid makes the whole 2, whatever the others did."""
    (tmp_path / "goed.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "fout.yaml").write_text("name: leeg\n", encoding="utf-8")
    files = [str(tmp_path / name) for name in ("fout.yaml", "goed.yaml")]
    result = CliRunner().invoke(vangnet, ["drill", *files], obj=RIGS)

    assert result.exit_code == 2
    assert "config: is missing; add it" in result.stderr


def test_a_stage_that_does_not_exist_is_named(tmp_path: Path) -> None:
    """The stages that there are stand in the message."""
    result = run(tmp_path, GOOD, "--stage", "toneel")

    assert result.exit_code == 2
    assert "choose from: simulation, embedded" in result.stderr
