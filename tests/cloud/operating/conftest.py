"""What the tests of an operator's commands are given: the commands, and a stack that they deployed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cloud.ministack import REGION, Ministack
from tests.cloud.outboxes import Outboxes
from tests.cloud.stack import Deployed
from vangnet.cli.main import vangnet
from vangnet.rigs.aws import clients
from vangnet.rigs.aws.operating.stack import Stack
from vangnet.rigs.command import RIGS

STACK = "haarlem"
PARAMETERS = """\
MailDomain: voorbeeldstad.example
MailFrom: vangnet@voorbeeldstad.example
PublicAddress: https://vangnet.voorbeeldstad.example
"""


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code; a refusal is what `main` would print."""

    code: int
    words: str


def vangnet_aws(*arguments: str | Path, stack: str = STACK) -> Said:
    """Give a command of `vangnet aws`."""
    name, *rest = (str(one) for one in arguments)
    result = CliRunner().invoke(vangnet, ["aws", name, "--stack", stack, "--region", REGION, *rest], obj=RIGS)
    failed = result.exception is not None and not isinstance(result.exception, SystemExit)
    return Said(result.exit_code, f"{result.output}{result.exception if failed else ''}")


def done(*arguments: str | Path, stack: str = STACK) -> str:
    """Give a command that is to be carried out, and return what it said."""
    said = vangnet_aws(*arguments, stack=stack)
    assert said.code == 0, said.words
    return said.words


def refused(*arguments: str | Path, stack: str = STACK) -> str:
    """Give a command that is to be refused, and return why it was."""
    said = vangnet_aws(*arguments, stack=stack)
    assert said.code == 1, said.words
    assert "Traceback" not in said.words
    return said.words


@pytest.fixture(autouse=True)
def region(cloud: Ministack, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a command set its region, and take that back."""
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.setenv(name, REGION)
    yield
    clients.forget()


@pytest.fixture(scope="session")
def deploy(cloud: Ministack, packaged: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Deployed]:
    """Give what deploys a stack of a name by the command, once, and says what it made."""
    file = tmp_path_factory.mktemp("parameters") / "parameters.yaml"
    file.write_text(PARAMETERS)
    made: dict[str, Deployed] = {}

    def deployed(name: str) -> Deployed:
        if name not in made:
            done("deploy", "--package", packaged, "--parameters", file, stack=name)
            stack = Stack(name)
            resources = {key: found for key, (_, found) in stack.resources.items()}
            made[name] = Deployed(cloud, stack.outputs, resources)
        return made[name]

    return deployed


@pytest.fixture
def stack(deploy: Callable[[str], Deployed]) -> Deployed:
    """Give the stack that stands."""
    return deploy(STACK)


@pytest.fixture
def outboxes(cloud: Ministack) -> Outboxes:
    """Give what SES and SNS took."""
    return Outboxes(cloud)
