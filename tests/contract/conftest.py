"""What the contract tests are given: each store in turn, empty."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cloud.ministack import Ministack, running
from tests.contract.aws import Faulty, client_of
from tests.contract.landing import bucket_of
from tests.contract.lived import archived_folder, lived
from tests.contract.stores import Kept, dynamodb, memory, sqlite
from tests.contract.upload_place import ME, Place
from tests.mail.mailbox import HOUSE, Mailbox
from vangnet.rigs.aws.table import definition
from vangnet.rigs.embedded.sqlite_store import SqliteStore

ON_MINISTACK = pytest.mark.ministack  # Each worker has a server of its own.


@pytest.fixture(scope="session")
def ministack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ministack]:
    """Give an emulated AWS that runs for as long as the tests do."""
    with running(tmp_path_factory.mktemp("ministack")) as server:
        yield server


@pytest.fixture(scope="session")
def dynamodb_client(ministack: Ministack) -> Iterator[Any]:
    """Give a client of the emulated DynamoDB."""
    client = ministack.client("dynamodb")
    yield client
    client.close()


@pytest.fixture
def table(dynamodb_client: Any) -> Iterator[str]:
    """Give an empty table of this test alone."""
    name = f"vangnet-{secrets.token_hex(6)}"
    dynamodb_client.create_table(**definition(name))
    yield name
    dynamodb_client.delete_table(TableName=name)


@pytest.fixture
def sqlite_kept(tmp_path: Path) -> Iterator[Kept]:
    """Give an empty store on SQLite."""
    opened: list[SqliteStore] = []
    folder = tmp_path / "data"
    folder.mkdir()
    yield sqlite(folder, opened)
    for store in opened:
        store.close()


@pytest.fixture
def dynamodb_kept(dynamodb_client: Any, table: str) -> Kept:
    """Give an empty store on DynamoDB."""
    return dynamodb(dynamodb_client, table)


@pytest.fixture(params=["memory", "sqlite", pytest.param("dynamodb", marks=ON_MINISTACK)])
def kept(request: pytest.FixtureRequest) -> Kept:
    """Give each implementation of the event store in turn, empty."""
    if request.param == "memory":
        return memory()
    store: Kept = request.getfixturevalue(f"{request.param}_kept")
    return store


@pytest.fixture
def place(ministack: Ministack) -> Iterator[Place]:
    """Give a case of somebody who mailed, and a bucket of this test alone where files for it land."""
    box = Mailbox()
    mail = box.gets(f"{ME}@{HOUSE}")
    with client_of(ministack, "s3", signature_version="s3v4") as s3:
        yield Place(Faulty(s3), bucket_of(s3), box, mail.report)


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the archive of a municipality that lived nine weeks."""
    data = tmp_path_factory.mktemp("lived") / "data"
    lived(data)
    return archived_folder(data)
