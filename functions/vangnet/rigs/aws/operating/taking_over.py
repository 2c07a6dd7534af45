"""What a restored table takes over from the one before it, where that still stands: everything that is newer there.

- A stream that went on there is copied whole: events, business keys, lists, wake-up, and its data key, which may have
  been destroyed since. Acknowledgements come with it, so nobody is alarmed again for what was acknowledged.
- A stream is taken over only if it is the same one, gone on: its events begin with those of the restored table, and all
  of them can be opened. What was damaged there, and is why somebody restores, is left and named.
- Reports that wait in the inbox come along.
- It may be done again after it broke off; nobody writes to either table meanwhile.
"""

from dataclasses import dataclass, field
from typing import Any

from vangnet.rigs.aws.dynamo_store import DynamoStore
from vangnet.rigs.aws.operating.items import (
    delete,
    head_of,
    inbox_of,
    is_keyless,
    items_of,
    put,
    put_stream,
    waiting_reports,
)
from vangnet.rigs.aws.table import inbox_key
from vangnet.shell.codec import Codec
from vangnet.shell.ports import KeyWrap, StoreUnavailable
from vangnet.shell.streams import every_stream


@dataclass
class TakenOver:
    """What was taken over: streams, destroyed keys, waiting reports; and the streams that were left, by name."""

    streams: int = 0
    destroyed: int = 0
    reports: int = 0
    left: list[str] = field(default_factory=list)


class TakingOver:
    """Takes over from one table into another."""

    def __init__(
        self, client: Any, before: str, restored: str, wrap: KeyWrap, *, leave: frozenset[str] = frozenset()
    ) -> None:
        """Take the names of both tables, what unwraps the keys of both, and streams that are to be left as restored."""
        self._leave = leave
        self._client, self._before, self._restored, self._wrap = client, before, restored, wrap
        self._source, self._target = DynamoStore(client, before), DynamoStore(client, restored)

    def run(self) -> TakenOver:
        """Take over all that is newer.

        Raises:
            StoreUnavailable: a table or KMS cannot be used now; begin again.
        """
        done = TakenOver()
        for stream in every_stream(self._source):
            self._take(stream, done)
        for stream in waiting_reports(self._client, self._before):
            self._take_report(stream, done)
        return done

    def _take(self, stream: str, done: TakenOver) -> None:
        there = head_of(self._client, self._before, stream)
        here = head_of(self._client, self._restored, stream)
        # Destroying comes after the event that says so.
        destroyed = is_keyless(self._client, self._before, stream) and bool(self._target.data_key(stream))
        if there.generation > here.generation:
            if stream in self._leave or not self._is_the_same_gone_on(stream):
                done.left.append(stream)
                return
            put_stream(self._client, self._restored, stream, items_of(self._client, self._before, stream))
            self._mirror_inbox(stream)
            done.streams += 1
        if destroyed:
            self._target.destroy_key(stream)
            done.destroyed += 1

    def _is_the_same_gone_on(self, stream: str) -> bool:
        """Tell whether a stream begins with what was restored of it, and can be opened to its end."""
        try:
            stored, wrapped = self._source.whole(stream)
            codec = Codec(stream, self._wrap.unwrap(stream, wrapped) if wrapped else None, self._wrap)
            for one in stored:
                codec.open(one)
        except StoreUnavailable:
            raise
        except Exception:  # Whatever is wrong with it, it is not to replace what was restored.
            return False
        restored = list(self._target.load(stream))
        return [(one.plain, one.sealed) for one in stored[: len(restored)]] == [
            (one.plain, one.sealed) for one in restored
        ]

    def _mirror_inbox(self, stream: str) -> None:
        """Let the inbox hold under a stream's name what it held there: nothing, or the answer to the same sending."""
        item = inbox_of(self._client, self._before, stream)
        if item:
            put(self._client, self._restored, item)
        else:
            delete(self._client, self._restored, inbox_key(stream))

    def _take_report(self, stream: str, done: TakenOver) -> None:
        there = inbox_of(self._client, self._before, stream)
        if there and inbox_of(self._client, self._restored, stream) is None:
            put(self._client, self._restored, there)
            done.reports += 1
