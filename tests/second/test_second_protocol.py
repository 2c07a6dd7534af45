"""A protocol of another house, with other words throughout, runs without a change of code."""

from datetime import date
from pathlib import Path

import pytest

from schemas.base import EPOCH
from schemas.commands import parse_command
from schemas.protocol import ProtocolDocument
from tests.drills.playing import on_both
from vangnet.case.errors import Refused
from vangnet.case.facts import Context, Facts
from vangnet.case.permit import check_permit
from vangnet.case.state import Case
from vangnet.cli.documents import reader
from vangnet.protocol.load import load

HERE = Path(__file__).parent
DRILLS = sorted(file for file in HERE.glob("*.yaml") if file.stem != "waterschap")
TODAY = date(2026, 11, 1)


def words(document: ProtocolDocument) -> dict[str, set[str]]:
    """Return every word that a document defines, by what it is a word for."""
    return {
        "offices": set(document.offices),
        "roles": set(document.roles),
        "classes": {row.name for row in document.classes},
        "kinds": set(document.kinds),
        "channels": set(document.channels),
        "perpetrators": set(document.perpetrator_kinds),
        "injuries": set(document.injuries),
        "duties": set(document.duties),
        "talks": set(document.aftercare.talks),
        "points": {point for talk in document.aftercare.talks.values() for point in talk.points},
        "measures": set(document.measures),
        "rules": {row.rule for row in document.commands.values()},
        "terms": {duty.due for duty in document.duties.values() if duty.due} - {"2 weeks"},
    }


@pytest.mark.parametrize("kind", list(words(load("voorbeeldstad", reader(HERE), today=TODAY).protocol.document)))
def test_the_second_protocol_shares_no_word_with_the_first(kind: str) -> None:
    """Whatever worked because a name of ours was known in the code would fail with these."""
    ours = words(load("voorbeeldstad", reader(HERE), today=TODAY).protocol.document)[kind]
    theirs = words(load("waterschap", reader(HERE), today=TODAY).protocol.document)[kind]

    assert theirs
    assert not ours & theirs


@pytest.mark.parametrize("file", DRILLS, ids=lambda file: str(file.stem))
def test_its_drills_hold_on_both_stages(file: Path, tmp_path: Path) -> None:
    """Alarm, talks, guidance and signals go by the document alone, in the simulation and on the embedded rig."""
    simulated, embedded = on_both(file, tmp_path / "data")

    assert simulated.failures == []
    assert embedded == simulated


def test_a_command_that_the_document_gives_to_nobody_is_refused() -> None:
    """A document without a row for a command lets nobody give it, and nothing breaks."""
    protocol = load("waterschap", reader(HERE), today=TODAY).protocol

    with pytest.raises(Refused):
        check_permit(Context(protocol, Facts(), Case(), EPOCH, "els"), parse_command("add_note", {"text": "Gebeld"}))
