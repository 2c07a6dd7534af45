"""Nothing of an archive is used before it was checked: whatever was changed, added, left out or made up is refused."""

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from tests.contract.lived import archived, lines_of, reported, staged, taken_in
from vangnet.rigs.embedded.archiving import opened
from vangnet.rigs.simulation.memory_store import MemoryStore
from vangnet.shell.archive import ArchiveError, line
from vangnet.shell.archive_reading import Archive, parsed
from vangnet.shell.ports import EVENTS_PER_APPEND_MAX

Lines = list[dict[str, Any]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a small archive."""
    data = tmp_path_factory.mktemp("small") / "data"
    with staged(data) as stage:
        stage.engine.keep_document()
        reported(stage, "een")
    with opened(data) as parts:
        return archived(parts)


def held(archive: bytes) -> dict[str, bytes]:
    """Return the files of an archive."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    """Return a ZIP of these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as written:
        for name, content in files.items():
            written.writestr(name, content)
    return target.getvalue()


def made_up(archive: bytes, name: str, content: bytes, **changes: Any) -> bytes:
    """Return an archive in which one file is another and the manifest agrees with it."""
    files = held(archive) | {name: content}
    manifest = json.loads(files["manifest.json"]) | changes
    for one in manifest["files"]:
        text = files[one["name"]]
        one["size"], one["sha256"] = len(text), hashlib.sha256(text).hexdigest()
    return packed(files | {"manifest.json": json.dumps(manifest).encode()})


def refused(content: bytes, because: str) -> None:
    """Check that it is refused in these words."""
    with pytest.raises(ArchiveError, match=because):
        Archive(io.BytesIO(content))


def test_a_whole_one_is_read(archive: bytes) -> None:
    """As it was written, and packed anew by another program."""
    assert Archive(io.BytesIO(archive)).manifest == Archive(io.BytesIO(packed(held(archive)))).manifest


def test_every_changed_byte_is_seen(archive: bytes) -> None:
    """Wherever it lies in a file: it is refused, or the archive is read as it was."""
    whole = Archive(io.BytesIO(archive))
    for at in range(0, len(archive), max(1, len(archive) // 400)):
        changed = archive[:at] + bytes([archive[at] ^ 4]) + archive[at + 1 :]
        try:
            read = Archive(io.BytesIO(changed))
        except ArchiveError:
            continue
        assert (read.digest, read.hashing, read.manifest) == (whole.digest, whole.hashing, whole.manifest)
        assert list(read.streams()) == list(whole.streams())


@pytest.mark.parametrize("length", [0, 10, 1000])
def test_what_was_cut_off_is_refused(archive: bytes, length: int) -> None:
    """An archive that was copied in part is none."""
    refused(archive[:length], "damaged or is none")


@pytest.mark.parametrize("name", ["keys.json", "streams.jsonl", "manifest.json"])
def test_a_file_that_is_left_out(archive: bytes, name: str) -> None:
    """Each of them is missed."""
    files = held(archive)
    del files[name]

    refused(packed(files), "never finished|other files")


@pytest.mark.parametrize("name", ["extra", "evidence/NEW", "../outside", "/etc/passwd"])
def test_a_file_that_was_added(archive: bytes, name: str) -> None:
    """What the manifest does not name is refused."""
    refused(packed(held(archive) | {name: b"x"}), "other files")


@pytest.mark.parametrize("name", ["extra", "evidence/../x", "evidence/", "evidence/a/b"])
def test_a_name_that_no_archive_has(archive: bytes, name: str) -> None:
    """Named in the manifest too, it is refused: no file lands outside the evidence."""
    manifest = json.loads(held(archive)["manifest.json"])
    files = [*manifest["files"], {"name": name, "size": 1, "sha256": "0" * 64}]

    refused(made_up(archive, name, b"x", files=files), "does not have the files")


def test_a_file_that_is_longer_than_it_says(archive: bytes) -> None:
    """It is read no further than was promised."""
    files = held(archive)
    files["streams.jsonl"] += b"\n" * 100_000

    refused(packed(files), r"streams\.jsonl in the archive is not as it was written")


@pytest.mark.parametrize(
    ("name", "content", "because"),
    [
        ("keys.json", b"{}", "hashing"),
        ("keys.json", b'{"hashing":"no base64!"}', "holds no key"),
        ("keys.json", b'{"hashing":"' + base64.b64encode(b"short") + b'"}', "32 bytes"),
        ("streams.jsonl", b"[]\n", "cannot be read: all"),
        ("streams.jsonl", b"not json", "cannot be read"),
        ("streams.jsonl", b"", "another number"),
    ],
)
def test_what_has_no_meaning(archive: bytes, name: str, content: bytes, because: str) -> None:
    """With right hashes it is refused all the same, and what is wrong is named."""
    refused(made_up(archive, name, content), because)


def test_a_newer_format_is_said_to_be_newer(archive: bytes) -> None:
    """Who has the older program is told what to do."""
    manifest = json.loads(held(archive)["manifest.json"]) | {"format": 2}
    files = held(archive) | {"manifest.json": json.dumps(manifest).encode()}

    refused(packed(files), r"format \(this program knows format 1\); use another, or a newer Vangnet")


def two_alike(lines: Lines) -> Lines:
    """Return the streams, the first of them twice."""
    count = lines[0]["events"] + 1
    return [*lines[:count], *lines]


def first(**changes: Any) -> Callable[[Lines], Lines]:
    """Return what changes the first stream's line."""
    return lambda lines: [lines[0] | changes, *lines[1:]]


@pytest.mark.parametrize(
    "change",
    [
        two_alike,
        lambda lines: [*lines[:1], *lines[2:]],
        lambda lines: [lines[0], lines[1] | {"version": 2}, *lines[2:]],
        first(stream="import"),
        first(stream="zzz"),
        first(stream=""),
        first(keys=[]),
        first(keys=["b", "a"]),
        first(keys=["a", "a"]),
        first(wiped=True),
        first(wake_at="yesterday"),
        first(wake_at="2026-11-30T11:00:00"),
        first(events=-1),
        first(more=1),
    ],
)
def test_streams_that_nobody_could_have_appended(archive: bytes, change: Callable[[Lines], Lines]) -> None:
    """Out of order, with a gap, without a key, wiped and readable: refused before anything is stored."""
    lines = change(lines_of(archive))
    content = b"".join(json.dumps(one).encode() + b"\n" for one in lines)
    held_now = sum("version" in one for one in lines)

    refused(made_up(archive, "streams.jsonl", content, events=held_now), "not whole|cannot be read|another number")


def test_more_events_than_its_keys_can_have_brought(archive: bytes) -> None:
    """An append brings at most so many events and one key."""
    [head, event] = [
        {
            "stream": "a",
            "events": EVENTS_PER_APPEND_MAX + 1,
            "wiped": False,
            "keys": ["k"],
            "wake_at": None,
            "lists": [],
        },
        {"version": 1, "plain": {}, "sealed": {}},
    ]
    lines = [head, *(event | {"version": number + 1} for number in range(EVENTS_PER_APPEND_MAX + 1))]
    content = b"".join(json.dumps(one).encode() + b"\n" for one in lines)

    refused(made_up(archive, "streams.jsonl", content, streams=1, events=EVENTS_PER_APPEND_MAX + 1), "not whole")


def test_no_word_of_an_event_is_in_an_error(archive: bytes) -> None:
    """What cannot be read is named by its place alone."""
    lines = lines_of(archive)
    lines[1]["sealed"] = "geheim"
    content = b"".join(json.dumps(one).encode() + b"\n" for one in lines)

    with pytest.raises(ArchiveError) as caught:
        Archive(io.BytesIO(made_up(archive, "streams.jsonl", content)))
    assert "geheim" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_unknown_events_go_through(archive: bytes) -> None:
    """An event of a newer version is carried as it is stored: an archive is a copy, not a reading."""
    lines = lines_of(archive)
    lines[1]["plain"] |= {"type": "FromTheFuture", "schema": 9}
    content = b"".join(
        line(parsed(type(one), json.dumps(text).encode(), ""))
        for whole, rows in [(Archive(io.BytesIO(archive)), lines)]
        for one, text in zip(
            [part for each in whole.streams() for part in (each.head, *each.events)], rows, strict=True
        )
    )
    newer = made_up(archive, "streams.jsonl", content)
    parts = taken_in(newer, MemoryStore())

    assert held(archived(parts))["streams.jsonl"] == content
