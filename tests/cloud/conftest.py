"""What the tests of the AWS rig are given: the stack as it stands in the emulated cloud, clients."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.cloud import ministack, outboxes
from tests.cloud.stack import Deployed, deploy
from tests.cloud.stage import foundation
from vangnet.cli.documents import reader
from vangnet.protocol.load import load
from vangnet.rigs.aws.documents import packed
from vangnet.rigs.aws.settings import Settings

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def deployed(packaged: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    """Give the stack of a municipality in a hurry, deployed in an emulated cloud of its own."""
    hurried = load("snel", reader(HERE), today=date(2026, 11, 1), kept=True)
    with ministack.running(tmp_path_factory.mktemp("cloud")) as cloud:
        yield deploy(cloud, packaged, documents=packed(hurried))


@pytest.fixture
def outbox(deployed: Deployed) -> outboxes.Outboxes:
    """Give what the emulated SES and SNS took."""
    return outboxes.Outboxes(deployed.cloud)


@pytest.fixture(scope="session")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ministack.Ministack]:
    """Give an emulated cloud to which every client of the rig in this process goes."""
    from vangnet.rigs.aws import clients

    with ministack.running(tmp_path_factory.mktemp("rig")) as server, pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("AWS_")]:
            patch.delenv(name)
        patch.setenv("AWS_ENDPOINT_URL", server.address)
        patch.setenv("AWS_ACCESS_KEY_ID", "test")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "test")
        patch.setenv("AWS_DEFAULT_REGION", ministack.REGION)
        clients.forget()
        yield server
        clients.forget()


@pytest.fixture(scope="session")
def exercise(cloud: ministack.Ministack) -> Callable[[], Settings]:
    """Give what makes the names of a table of its own, each time it is called."""
    return foundation()


@pytest.fixture
def rig_outbox(cloud: ministack.Ministack) -> outboxes.Outboxes:
    """Give what SES and SNS of that cloud took."""
    return outboxes.Outboxes(cloud)
