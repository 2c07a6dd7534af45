"""Starting and stopping: ready when it says so, one clear sentence where it cannot, and the same data the next time."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from tests.embedded.served import VANGNET, Served, serving
from vangnet.cli.main import vangnet
from vangnet.rigs.command import RIGS
from vangnet.rigs.embedded.schema import DATA_VERSION

REPORT = {"account": "Hij zei: ik weet waar je woont.", "happened_at": "unknown", "channel": "phone"}


def refusal(data: Path, **options: object) -> str:
    """Return what a start that fails says; it must not say `ready`, nor show how the code looks inside."""
    served = Served(data, **options)  # type: ignore[arg-type]
    code, said = served.ended()
    if served.process.stdout:
        served.process.stdout.close()
    assert code != 0
    assert "ready" not in said.splitlines()
    assert "Traceback" not in said
    return said


def test_it_says_where_to_look_and_whom_to_sign_in_as(tmp_path: Path) -> None:
    """Address, data directory, demonstration accounts; then `ready`, and health answers."""
    with serving(tmp_path / "data") as served:
        said = "\n".join(served.lines)

        assert str(tmp_path / "data") in said
        assert "g.mulder: Gerard Mulder" in said
        assert served.call("/api/v1/health").json["status"] == "ok"


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly(tmp_path: Path, how: signal.Signals) -> None:
    """Exit code 0 on either signal."""
    with serving(tmp_path / "data") as served:
        assert served.stop(how) == 0


def test_a_second_start_goes_on_with_the_data_of_the_first(tmp_path: Path) -> None:
    """The report is there word for word, and tokens still hold."""
    with serving(tmp_path / "data") as first:
        token = first.token("r.bakker")
        reference = first.call("/api/v1/reports", token, REPORT).json["reference"]
        assert first.stop() == 0

    with serving(tmp_path / "data") as second:
        case = second.call(f"/api/v1/cases/{reference}", token).json
        assert case["parts"]["account"]["account"] == REPORT["account"]


def test_data_of_a_newer_version_are_refused(tmp_path: Path) -> None:
    """An older program does not touch what it may not understand."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "VERSION").write_text(f"{DATA_VERSION + 1}\n")

    said = refusal(tmp_path / "data")
    assert "newer than this program knows" in said
    assert sorted(file.name for file in (tmp_path / "data").iterdir()) == ["VERSION", "evidence", "lock"]


def test_a_directory_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A file stands where the directory should be."""
    (tmp_path / "file").write_text("")

    assert "cannot be written" in refusal(tmp_path / "file" / "data")


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    """And nothing was made yet."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refusal(tmp_path / "data", port=port)

    assert f"Port {port} cannot be used" in said
    assert "PORT" in said
    assert not (tmp_path / "data").exists()


def test_two_processes_on_one_directory_are_refused(tmp_path: Path) -> None:
    """The second says who holds it."""
    with serving(tmp_path / "data"):
        assert "in use by another Vangnet" in refusal(tmp_path / "data")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("extends: landelijk\nmunicipality: [\n", "YAML"),
        ("extends: landelijk\n", "names no municipality"),
        ("extends: nergens\n", "cannot be found"),
        ("extends: voorbeeldstad\nmunicipality: {example: false}\n", "no real sign-in"),
        ("extends: voorbeeldstad\nmunicipality: {exampel: true}\n", "municipality.exampel"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_said_at_the_start(tmp_path: Path, text: str, says: str) -> None:
    """With its file, and before any data are made."""
    config = tmp_path / "gemeente.yaml"
    config.write_text(text)

    said = refusal(tmp_path / "data", VANGNET_CONFIG=str(config))
    assert says in said
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("damage", ["missing", "short"])
def test_a_lost_or_damaged_key_file_is_said_and_never_replaced(tmp_path: Path, damage: str) -> None:
    """A new key would make all that is stored unreadable for good."""
    with serving(tmp_path / "data") as served:
        served.stop()
    key = tmp_path / "data" / "key"
    key.unlink() if damage == "missing" else key.write_bytes(b"kort")

    assert "put it back from the backup" in refusal(tmp_path / "data")
    assert not key.exists() or key.read_bytes() == b"kort"


def test_a_damaged_database_is_said(tmp_path: Path) -> None:
    """Not a traceback, and the file is left as it is."""
    with serving(tmp_path / "data") as served:
        served.stop()
    database = tmp_path / "data" / "vangnet.db"
    for extra in tmp_path.glob("data/vangnet.db-*"):
        extra.unlink()
    database.write_bytes(b"dit is geen databank" * 500)

    assert "cannot be used" in refusal(tmp_path / "data")


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    """The key and the data can be read by nobody else on the machine."""
    with serving(tmp_path / "data") as served:
        served.stop()

    for name in ("key", "vangnet.db"):
        assert (tmp_path / "data" / name).stat().st_mode & 0o077 == 0, name


def test_a_token_needs_a_known_person_and_a_started_directory(tmp_path: Path) -> None:
    """Each mistake is one sentence."""
    environment = {"PATH": "/usr/bin:/bin", "VANGNET_DATA": str(tmp_path / "data")}
    for person, says in (("w.niemand", "is not a person of"), ("r.bakker", "There is no key file")):
        made = subprocess.run([*VANGNET, "token", person], capture_output=True, text=True, env=environment, check=False)
        assert made.returncode == 1
        assert says in made.stderr


def test_help_is_there_for_every_command() -> None:
    """Whoever types --help learns what each does."""
    shown = subprocess.run([*VANGNET, "--help"], capture_output=True, text=True, check=True).stdout
    for name in ("serve", "drill", "check", "rules", "classify", "term", "simulate", "token"):
        assert name in shown
    for name in vangnet.list_commands(Context(vangnet)):
        said = CliRunner().invoke(vangnet, [name, "--help"], obj=RIGS)
        assert said.exit_code == 0
        assert "Usage: " in said.output


def test_the_program_runs_on_its_runtime_dependencies_alone() -> None:
    """Nothing of what only tests need is imported by the command."""
    code = "import sys, vangnet.rigs.command; print(sorted({'pytest', 'hypothesis', 'playwright'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert said.strip() == "[]"
