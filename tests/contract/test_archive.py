"""An archive holds all that a municipality owns: out of any store, into any other, and out again the same."""

import hashlib
import io
import re
import secrets
import zipfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.contract.conftest import ON_MINISTACK
from tests.contract.lived import (
    ACCOUNT,
    MAILED,
    NOON,
    PICTURE,
    WIPED,
    archived,
    archived_folder,
    lines_of,
    lived,
    manifest_of,
    reported,
    room,
    staged,
    taken_in,
)
from tests.contract.stores import Kept, an_append
from tests.drills.playing import ROOT, played
from vangnet.rigs.embedded.archiving import import_data
from vangnet.rigs.embedded.keys import KEY_LENGTH, FileKeys
from vangnet.rigs.embedded.rig import EmbeddedStage
from vangnet.rigs.simulation.memory_store import MemoryStore
from vangnet.shell.archive import ArchiveError, Parts
from vangnet.shell.archive_reading import Archive
from vangnet.shell.ports import EventStore, StoredEvent

DRILLS = ("bedreiging-op-zaterdagavond", "mail-van-een-wethouder", "drie-signalen-een-patroon", "een-dag-met-storingen")


def test_the_same_data_gives_the_same_bytes(archive: bytes, kept: Kept) -> None:
    """Through every kind of store, wiped streams, mails and files included."""
    parts = taken_in(archive, kept.store)

    assert archived(parts) == archive
    assert archived(Parts(kept.again(), parts.wrap, parts.blobs, parts.hashing)) == archive


@pytest.mark.parametrize("drill", DRILLS)
@ON_MINISTACK
def test_there_and_back_again(dynamodb_kept: Kept, tmp_path: Path, drill: str) -> None:
    """A drill that was played on the embedded rig goes to DynamoDB, back, and out with equal bytes."""
    file = ROOT / "tests" / "drills" / f"{drill}.yaml"
    played(file, lambda loaded, start: EmbeddedStage(loaded, start, tmp_path / "data"))
    first = archived_folder(tmp_path / "data")
    second = archived(taken_in(first, dynamodb_kept.store))
    (tmp_path / "second").write_bytes(second)
    import_data(tmp_path / "second", tmp_path / "again")

    assert manifest_of(first).events > 10
    assert archived_folder(tmp_path / "again") == second == first


def test_what_was_lived_is_in_it(archive: bytes) -> None:
    """Accounts, actors, wake-ups and lists are readable; so are documents; what was wiped is not, nor its files."""
    text = archive.decode(errors="replace")
    heads = [one for one in lines_of(archive) if "stream" in one]
    kinds = {one["stream"].partition("/")[0] for one in heads}

    assert ACCOUNT in text
    assert MAILED in text
    assert '"actor":"r.bakker"' in text
    assert WIPED not in text
    assert {"case", "documents"} <= kinds
    assert len([one for one in heads if one["wiped"]]) == 2
    assert any(one["wake_at"] for one in heads)
    assert any(one["lists"] for one in heads)
    assert manifest_of(archive).missing == ()
    assert len(manifest_of(archive).files) == 2 + 4  # Keys and streams; two pictures, a mail and what came with it.


def test_the_page_about_it_is_enough_to_open_a_file(archive: bytes) -> None:
    """What docs/archive.md writes in Python opens every file of evidence, and the hash in its event is that of it."""
    [code] = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "archive.md").read_text(), re.DOTALL)
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102  (our own page)
    values = [one["sealed"].get("fields.evidence") for one in lines_of(archive) if "sealed" in one]
    listed = [file for value in values if value for file in (value if isinstance(value, list) else [value])]
    with zipfile.ZipFile(io.BytesIO(archive)) as held:
        opened = {file["sha256"]: names["opened"](file, held.read(f"evidence/{file['id']}")) for file in listed}

    assert len(opened) == 4
    assert {hashlib.sha256(content).hexdigest() for content in opened.values()} == set(opened)


def test_wiped_stays_wiped(archive: bytes, kept: Kept) -> None:
    """In the store that took it in there is no key of a wiped stream, and nothing that was sealed."""
    parts = taken_in(archive, kept.store)

    for head in (one for one in lines_of(archive) if one.get("wiped")):
        stored, wrapped = parts.store.whole(head["stream"])
        assert wrapped is None
        assert len(stored) == head["events"] > 0
        assert not any(one.sealed for one in stored)


def test_nobody_is_alarmed_twice(tmp_path: Path) -> None:
    """Days after an import a sweep sends exactly what it would have sent without it, and nothing that went before."""
    answered, other = lived(tmp_path / "data")
    (tmp_path / "archive").write_bytes(archived_folder(tmp_path / "data"))
    import_data(tmp_path / "archive", tmp_path / "new")
    with staged(tmp_path / "data", NOON + timedelta(days=3)) as stage:
        before = [one.message for one in stage.gone()]
        stage.following.sweep()
        there = [one.message for one in stage.gone()][len(before) :]
    with staged(tmp_path / "new", NOON + timedelta(days=3)) as stage:
        stage.following.sweep()
        stage.following.sweep()
        here = [one.message for one in stage.gone()]

    assert sorted(map(str, here)) == sorted(map(str, there))  # Their links too: the hashing key came along.
    assert not {one.id for one in here} & {one.id for one in before}
    assert {one.person for one in before if one.about == answered} >= {"g.mulder"}
    first = {one.id for one in before if one.about == other and one.channel == "sms"}
    assert first
    assert [one for one in here if one.about == other and one.channel == "sms"]


def test_files_come_along(archive: bytes, tmp_path: Path) -> None:
    """Every picture opens with the key in its event, byte for byte."""
    (tmp_path / "archive").write_bytes(archive)
    import_data(tmp_path / "archive", tmp_path / "new")

    with staged(tmp_path / "new") as stage:
        for once in ("een", "twee"):
            report = stage.engine.streams.load(f"case/{stage.engine.names.reference('r.bakker', once, 0)}").case.report
            assert report is not None
            assert room(stage).content(report.evidence[0]) == PICTURE + once.encode()


def test_a_sending_that_was_taken_before_is_known(archive: bytes, kept: Kept) -> None:
    """Every business key came along: what was done under one is not done again."""
    taken_in(archive, kept.store)
    heads = [one for one in lines_of(archive) if "stream" in one]
    before = {one["stream"]: len(kept.store.load(one["stream"])) for one in heads}
    for head in heads:
        for key in head["keys"]:
            kept.store.append(an_append(head["stream"], at=head["events"], key=key))

    assert {one: len(kept.store.load(one)) for one in before} == before


def test_a_key_that_was_lost_is_not_taken_for_wiped(tmp_path: Path) -> None:
    """A stream without its key that nobody wiped is damage, and no archive hides it."""
    with staged(tmp_path / "data") as stage:
        reference = reported(stage, "een")
        stage.engine.ports.store.destroy_key(f"case/{reference}")

    with pytest.raises(ArchiveError, match="never wiped"):
        archived_folder(tmp_path / "data")


def test_a_key_that_does_not_open_is_told(archive: bytes) -> None:
    """The stream is named, and not a word of it."""
    parts = taken_in(archive, MemoryStore())
    other = FileKeys(secrets.token_bytes(KEY_LENGTH), parts.hashing)

    with pytest.raises(ArchiveError, match="cannot be opened: InvalidTag"):
        archived(Parts(parts.store, other, parts.blobs, parts.hashing))


def test_a_file_that_is_gone_is_named(archive: bytes) -> None:
    """An archive is made without it, says so, and can be taken in; it is missing there too."""
    parts = taken_in(archive, MemoryStore())
    gone = next(Archive(io.BytesIO(archive)).files())
    parts.blobs.delete(gone)
    without = archived(parts)

    assert manifest_of(without).missing == (gone,)
    assert archived(taken_in(without, MemoryStore())) == without


def test_an_append_while_it_is_written_is_seen(archive: bytes) -> None:
    """A stream is of one moment: it is read again where somebody appended, and given up where that never ends."""
    parts = taken_in(archive, MemoryStore())
    writing = Writing(parts.store)
    writing.turns = 3
    archived(Parts(writing, parts.wrap, parts.blobs, parts.hashing))

    writing.turns = 10_000
    with pytest.raises(ArchiveError, match="stop what writes"):
        archived(Parts(writing, parts.wrap, parts.blobs, parts.hashing))


class Writing(MemoryStore):
    """A store to which somebody appends at every look, for some turns."""

    def __init__(self, store: EventStore) -> None:
        """Take over what a store in memory holds."""
        super().__init__()
        vars(self).update(vars(store))
        self.turns = 0

    def whole(self, stream: str) -> tuple[Sequence[StoredEvent], bytes | None]:
        """Append, and then answer."""
        found = super().whole(stream)
        if self.turns:
            self.turns -= 1
            self.append(an_append(stream, at=len(found[0]), count=0, key=f"turn-{self.turns}"))
        return found
