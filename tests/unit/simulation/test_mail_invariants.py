"""What must hold of mail can break: each invariant names what is wrong where something is."""

from collections.abc import Callable
from functools import lru_cache

import pytest

from schemas.commands.mail import ReceiveMail
from tests.web.site import MONDAY_NOON, example
from vangnet.case.mails import MAILROOM_STREAM
from vangnet.cli.drills.mailing import made
from vangnet.intake.mail.receive import MailIntake
from vangnet.rigs.simulation.cast import Cast
from vangnet.rigs.simulation.faults import Faults
from vangnet.rigs.simulation.invariants import Aftermath
from vangnet.rigs.simulation.mail_invariants import OF_MAIL
from vangnet.rigs.simulation.stage import SimulationStage


@lru_cache(maxsize=1)
def names() -> dict[str, Callable[[Aftermath], str]]:
    """Return the invariants by name."""
    return {one.__name__: one for one in OF_MAIL}


def aftermath(*, followed: bool = True) -> Aftermath:
    """Return a day on which a councillor passed a threat on, and a stranger threatened."""
    stage = SimulationStage(example(), MONDAY_NOON)
    faults = Faults(1)
    cast = Cast(stage, example(), faults.chance)
    for number, sender in enumerate(("r.bakker", "boos@buiten.example")):
        command = ReceiveMail(sender=sender, subject="Bericht", text="Ik weet waar je woont en ik maak je kapot.")
        mail = MailIntake(stage.engine).receive(made(example().protocol, command, number), trusted=True)
        cast.post.kept[mail.reference] = "Ik weet waar je woont"
        if mail.report:
            cast.post.reports[mail.report] = command.text
        if followed:
            stage.following.tick(f"case/{mail.reference}")
            stage.following.tick(MAILROOM_STREAM)
            stage.following.tick(f"case/{mail.reference}")
    return Aftermath(example(), stage, cast, faults, MONDAY_NOON)


@pytest.mark.parametrize("name", names())
def test_on_a_good_day_they_hold(name: str) -> None:
    """Nothing is wrong, and nothing is said."""
    assert names()[name](aftermath()) == ""


def test_a_mail_that_is_not_there_is_named() -> None:
    """It was answered with 250."""
    after = aftermath()
    after.cast.post.kept["VN-0000-0001"] = "weg"

    assert names()["mails_are_kept"](after) == "VN-0000-0001 is lost"


def test_a_mail_of_which_a_word_is_gone_is_named() -> None:
    """Word for word."""
    after = aftermath()
    reference = next(iter(after.cast.post.kept))
    after.cast.post.kept[reference] = "iets anders"

    assert names()["mails_are_kept"](after) == f"{reference} is lost"


def test_what_nobody_followed_is_named() -> None:
    """No duty for a reader, no alarm; and a report that was promised and is not there."""
    after = aftermath(followed=False)
    after.cast.post.reports["VN-0000-0002"] = "weg"

    assert names()["a_mail_is_one_report"](after) == "VN-0000-0002 was never filed"
    assert "with 0 duties" in names()["a_waiting_mail_has_a_reader"](after)
    assert "rang for nobody" in names()["an_alarming_mail_rang"](after)
