"""An import is whole or seen not to be: into an empty store only, once, under the key of its hashes."""

import io
import secrets
from dataclasses import replace
from pathlib import Path

import pytest

from tests.contract.lived import (
    archived,
    archived_folder,
    lines_of,
    reported,
    staged,
    taken_in,
)
from tests.contract.stores import Kept, an_append
from vangnet.rigs.embedded.keys import KEY_LENGTH, FileKeys
from vangnet.rigs.simulation.memory_store import MemoryStore
from vangnet.rigs.simulation.world import MemoryBlobs
from vangnet.shell.archive import IMPORT_STREAM, ArchiveError, Parts
from vangnet.shell.archive_import import DONE, check_import, import_
from vangnet.shell.archive_reading import Archive
from vangnet.shell.ports import Append, StoreUnavailable


class Breaking:
    """A fault that comes once, at the given call; an append may break before it was stored or after."""

    def __init__(self, at: int) -> None:
        """Take at which call it breaks."""
        self.left = at

    def __call__(self, where: str) -> None:
        """Count a call, and break where it is time."""
        if "append" in where:
            self.left -= 1
            if self.left == -1:
                raise StoreUnavailable(where)


def test_an_import_that_broke_off_is_seen_and_goes_on(archive: bytes) -> None:
    """Wherever it breaks nothing was woken too early, the store is refused, and begun again it becomes whole."""
    calls = 2 * (3 + sum(len(one["keys"]) for one in lines_of(archive) if "stream" in one))
    read = Archive(io.BytesIO(archive))
    for broken_at in range(1, calls, max(1, calls // 40)):
        store = MemoryStore(Breaking(broken_at))
        keys = FileKeys(secrets.token_bytes(KEY_LENGTH), read.hashing)
        parts = Parts(store, keys, MemoryBlobs(), keys.hashing)
        with pytest.raises(StoreUnavailable):
            import_(read, parts)
        if DONE not in store.standing(IMPORT_STREAM).keys:
            with pytest.raises(ArchiveError, match="begin its import again"):
                check_import(store, parts.hashing)
            import_(read, parts)
        check_import(store, parts.hashing)
        assert archived(parts) == archive


def test_nothing_is_woken_before_all_is_there(archive: bytes) -> None:
    """When the first wake-up or list is stored, every event of a stream that has several keys is there."""
    store = MemoryStore()
    late: list[Append] = []
    append = store.append

    def watched(what: Append) -> None:
        if what.wake_at or what.entries:
            late.append(what)
        elif late and what.stream != IMPORT_STREAM:
            assert what.expected_version + len(what.events) == heads[what.stream]["events"]
        append(what)

    heads = {one["stream"]: one for one in lines_of(archive) if "stream" in one}
    store.append = watched  # type: ignore[method-assign]
    taken_in(archive, store)

    assert late


@pytest.mark.parametrize("full", ["case/one", "documents/abc"])
def test_an_archive_goes_into_an_empty_store_only(archive: bytes, kept: Kept, full: str) -> None:
    """Whatever is in it, nothing is mixed, and what is there stays as it was."""
    kept.store.append(an_append(full))

    with pytest.raises(ArchiveError, match="not empty"):
        taken_in(archive, kept.store)
    assert list(kept.store.streams(limit=9)) == [full]


def test_an_archive_is_taken_in_once(archive: bytes, kept: Kept) -> None:
    """A second import says that the store is not empty."""
    taken_in(archive, kept.store)

    with pytest.raises(ArchiveError, match="not empty"):
        taken_in(archive, kept.store)


def test_two_archives_are_not_mixed(archive: bytes, tmp_path: Path) -> None:
    """Where one was taken in half, another is refused."""
    with staged(tmp_path / "data") as stage:
        reported(stage, "een")
    store = MemoryStore(Breaking(20))
    with pytest.raises(StoreUnavailable):
        taken_in(archive, store)

    with pytest.raises(ArchiveError, match="not empty"):
        taken_in(archived_folder(tmp_path / "data"), store)


def test_another_hashing_key_is_refused(archive: bytes) -> None:
    """A store under another key than the archive's would know nobody again; it is seen before and after."""
    keys = FileKeys(secrets.token_bytes(KEY_LENGTH))
    with pytest.raises(ArchiveError, match="hashes with another key"):
        import_(Archive(io.BytesIO(archive)), Parts(MemoryStore(), keys, MemoryBlobs(), keys.hashing))

    parts = taken_in(archive, MemoryStore())
    check_import(parts.store, parts.hashing)
    with pytest.raises(ArchiveError, match="put it back"):
        check_import(parts.store, keys.hashing)


class Forgetful(MemoryBlobs):
    """Keeps no file, and says that it did."""

    def put(self, blob: str, content: bytes) -> None:
        """Keep nothing."""


class Misplacing(MemoryStore):
    """Puts streams in no list, and says that it did."""

    def append(self, what: Append) -> None:
        """Keep all but the lists."""
        super().append(replace(what, entries=frozenset()))


@pytest.mark.parametrize(
    ("store", "blobs"), [(MemoryStore(), Forgetful()), (Misplacing(), MemoryBlobs())], ids=["files", "lists"]
)
def test_what_did_not_arrive_is_seen(archive: bytes, store: MemoryStore, blobs: MemoryBlobs) -> None:
    """All of it is read again before an import says that it is done; a store that lost something stays refused."""
    read = Archive(io.BytesIO(archive))
    keys = FileKeys(secrets.token_bytes(KEY_LENGTH), read.hashing)

    with pytest.raises(ArchiveError, match="is not what the archive holds"):
        import_(read, Parts(store, keys, blobs, keys.hashing))
    with pytest.raises(ArchiveError, match="begin its import again"):
        check_import(store, keys.hashing)
