"""A municipality moves: out of its own machine into a stack, and back, with every byte as it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from schemas.commands.intake import FileReport
from tests.cloud.operating.conftest import done, refused, vangnet_aws
from tests.cloud.outboxes import Outboxes, until
from tests.cloud.stack import Deployed
from tests.cloud.stage import AwsStage
from tests.cloud.visitor import Visitor
from tests.contract.lived import NOON, archived_folder, lines_of, lived
from tests.web.site import example
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.inbox import inbox_item
from vangnet.rigs.aws.operating.archiving import export_rig, import_rig
from vangnet.rigs.aws.operating.letters import swept
from vangnet.rigs.aws.operating.stack import CannotOperate, Stack
from vangnet.rigs.aws.rig import AwsRig
from vangnet.rigs.aws.settings import Settings
from vangnet.rigs.embedded.archiving import export_data, import_data
from vangnet.shell.archive import ArchiveError
from vangnet.shell.ports import Append, StoredEvent

pytestmark = pytest.mark.xdist_group("operating")

OTHER = "leiden"


@pytest.fixture(scope="session")
def moved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, str]:
    """Give the archive of a municipality that lived nine weeks, its bytes, and a report whose alarm was answered."""
    folder = tmp_path_factory.mktemp("moved")
    answered, _ = lived(folder / "data")
    export_data(folder / "data", folder / "archive")
    return folder / "archive", (folder / "archive").read_bytes(), answered


def test_a_municipality_moves_to_a_stack_and_back_byte_for_byte(
    deploy: Callable[[str], Deployed], moved: tuple[Path, bytes, str], tmp_path: Path, outboxes: Outboxes
) -> None:
    """In, out again, and into a directory: every archive has the same bytes; started, the stack serves the cases."""
    file, content, answered = moved
    there = deploy(OTHER)
    swept(Stack(OTHER), datetime.now(UTC))  # As in its first minute: it notes its documents.
    until(lambda: "waiting: mail 0, uploads 0" in vangnet_aws("status", stack=OTHER).words)
    done("stop", "--settle", "0", stack=OTHER)

    assert "each as it was" in done("import", file, stack=OTHER)
    words = done("export", tmp_path / "again", stack=OTHER)
    refusal = refused("import", file, stack=OTHER)
    import_data(tmp_path / "again", tmp_path / "data")
    done("start", stack=OTHER)

    assert (tmp_path / "again").read_bytes() == content
    assert (tmp_path / "again").stat().st_mode & 0o777 == 0o600
    assert archived_folder(tmp_path / "data") == content
    assert "The store is not empty" in refusal
    keyring = client("secretsmanager").get_secret_value(SecretId=there.outputs["KeyringArn"])["SecretString"]
    assert keyring.startswith("hex:")
    assert keyring[4:] not in words
    reader = Visitor(there, token=done("token", "g.mulder", stack=OTHER).strip())
    assert reader.ask("GET", f"/api/v1/cases/{answered}").status == 200
    assert "ik weet waar je woont" in reader.page.text.lower()
    assert not outboxes.sms(answered)


@pytest.fixture
def names(exercise: Callable[[], Settings]) -> Settings:
    """Give the names of an empty table, with a secret of its own."""
    found = exercise()
    secret = client("secretsmanager").create_secret(Name=f"keyring-{found.table}", SecretString="0" * 64)["ARN"]
    return replace(found, secret=secret)


def test_a_report_that_waits_is_taken_up_before_the_archive_is_made(names: Settings, tmp_path: Path) -> None:
    """What lies in the inbox when everything stands still is a case in the archive."""
    stage = AwsStage(example(), NOON, names)
    stage.engine.arrive = lambda _: False  # Nobody takes it up.
    command = FileReport.model_validate({"account": "Ik maak je dood.", "channel": "phone", "happened_at": "unknown"})
    reference = stage.engine.file_report("r.bakker", command, once="once").reference
    assert stage.rig.store.waiting(f"case/{reference}")

    made = export_rig(stage.rig, tmp_path / "archive")

    heads = [line["stream"] for line in lines_of((tmp_path / "archive").read_bytes()) if "stream" in line]
    assert f"case/{reference}" in heads
    assert made.manifest.streams == len(heads)


def test_a_report_that_cannot_be_taken_up_refuses_the_archive(names: Settings, tmp_path: Path) -> None:
    """Nothing is left behind in silence: the report is named, and there is no file."""
    event = StoredEvent(1, {"type": "ReportFiled"}, {"actor": "AAAA"})
    what = Append("case/VN-0000-0000", [event], 0, "begin:poison", wake_at=NOON, wrapped_key=b"no key of ours")
    client("dynamodb").put_item(TableName=names.table, Item=inbox_item(what))

    with pytest.raises(CannotOperate, match="VN-0000-0000 cannot be taken up"):
        export_rig(AwsRig(names, loaded=example()), tmp_path / "archive")

    assert not (tmp_path / "archive").exists()


def test_a_table_that_holds_anything_refuses_an_archive(
    names: Settings, moved: tuple[Path, bytes, str], tmp_path: Path
) -> None:
    """A single case is enough, and neither the table nor the secret is touched."""
    rig = AwsRig(names, loaded=example())
    rig.store.append(Append("case/VN-0000-0000", [StoredEvent(1, {})], 0, "one", wake_at=NOON + timedelta(days=1)))

    with pytest.raises(CannotOperate, match="not empty"):
        import_rig(rig, moved[0])

    assert client("secretsmanager").get_secret_value(SecretId=names.secret)["SecretString"] == "0" * 64
    assert list(rig.store.streams(limit=10)) == ["case/VN-0000-0000"]


def test_an_import_that_broke_off_goes_on_with_the_same_archive_only(
    names: Settings, moved: tuple[Path, bytes, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off halfway, the same archive goes in whole; another one is refused, and changes no secret."""
    rig = AwsRig(names, loaded=example())
    stored = type(rig.store).append
    left = iter(range(6))

    def cut(store: object, what: Append) -> None:
        if next(left, None) is None:
            raise ArchiveError("cut off")
        stored(store, what)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(type(rig.store), "append", cut)
        with pytest.raises(ArchiveError):
            import_rig(rig, moved[0])
    lived(tmp_path / "data")
    export_data(tmp_path / "data", tmp_path / "other")

    with pytest.raises(CannotOperate, match="not empty"):
        import_rig(AwsRig(names, loaded=example()), tmp_path / "other")
    import_rig(AwsRig(names, loaded=example()), moved[0])

    export_rig(AwsRig(names, loaded=example()), tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == moved[1]
