"""The promises of Sender: what it took has gone, and a failure is said without anything of the message."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.contract.channels import HER, NUMBER, Channel, gateway, memory, outbox, relay, ses, sns
from tests.contract.conftest import ON_MINISTACK
from vangnet.shell.ports import SendFailed

TEXT = "Er is een ALARM: VN-ZZZZ-ZZZZ. Bevestig: https://v.example/a/0123 één €"
LOCAL = {"memory": memory, "outbox": outbox, "relay": relay, "gateway": gateway}
CLOUD = {"ses": ses, "sns": sns}


@pytest.fixture(params=[*LOCAL, *(pytest.param(name, marks=ON_MINISTACK) for name in CLOUD)])
def channel(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Channel]:
    """Give each way of sending in turn."""
    with ExitStack() as stack:
        if request.param in LOCAL:
            yield stack.enter_context(LOCAL[request.param](tmp_path))
        else:
            yield stack.enter_context(CLOUD[request.param](request.getfixturevalue("ministack")))


def test_what_was_taken_has_gone_as_it_was_written(channel: Channel) -> None:
    """Once, to whom it is for, with every letter of the text."""
    channel.sender.send(channel.message(TEXT))

    [(to, text)] = channel.gone()
    assert to.removeprefix("+") in {HER, NUMBER[1:]}
    assert text == TEXT


def test_the_same_message_may_come_twice(channel: Channel) -> None:
    """After a crash it is sent again: that is no failure, whether it goes once or twice."""
    channel.sender.send(channel.message(TEXT))
    channel.sender.send(channel.message(TEXT))

    assert {text for _, text in channel.gone()} == {TEXT}


def test_a_channel_that_fails_says_so_and_sends_nothing(channel: Channel) -> None:
    """The failure is not for good, and nothing of the message, the person or the house stands in its words."""
    channel.break_it()
    with pytest.raises(SendFailed) as caught:
        channel.sender.send(channel.message(TEXT))

    assert not channel.gone()
    assert not caught.value.permanent
    assert not any(secret in str(caught.value) for secret in (HER, NUMBER[3:], "ALARM", "v.example", "stad"))
