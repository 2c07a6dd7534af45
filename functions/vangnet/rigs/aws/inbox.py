"""The inbox: where a report lies from its one durable write until it is a case.

The item holds the whole append that the report is: its events sealed with a data key of its own, that key wrapped, and
when it wants to be woken. Once the case is there, a small item stays for as long as the same sending may be repeated,
so that it gives the same answer again.
"""

import json
import zlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from vangnet.rigs.aws.items import check_size
from vangnet.rigs.aws.table import inbox_key, shard, stamp
from vangnet.shell.ports import Append, StoredEvent, StoreUnavailable, VersionConflict

COMPRESSED = 9  # What is sealed stands as text that a quarter of is air, and each kilobyte is paid for.
# What nearly every report has in common, so that it takes no room. It stays: what was packed needs it to be unpacked.
COMMON = (
    b'"fields.damage":"","fields.injury":"","fields.evidence":"","fields.fingerprints":"","fields.perpetrators":"",'
    b'"fields.place":"","fields.happened_at":"","fields.aim":"","fields.decision_at_stake":"","addressed":true,'
    b'"stopped":false,"persists":true,"urgent":true,"target":"person","channel":"email","channel":"social_media",'
    b'"channel":"face_to_face","kinds":["insult","intimidation"],"outcome":"guidance","classed":"verbal_aggression",'
    b'"suggested":"emotion","offices":["wethouder","burgemeester"],"acting_as":null,"fields":{"reference":"VN-'
    b'[[1,{"type":"ReportFiled","schema":1,"at":"2026-11-30T11:00:00+00:00","protocol":"","outcome":"case",'
    b'"classed":"threat","suggested":"threat","offices":["raadslid"],"kinds":["threat"],"channel":"phone",'
    b'"day":"2026-"}},{"fields.reporter":"","fields.harmed":"","fields.account":"","fields.reasons":"","actor":"'
)
NOT_THERE_YET = "attribute_not_exists(pk)"
Item = dict[str, Any]


class InboxStore:
    """What intake may do: put a report into the inbox. It can read nothing, not even what it put there itself."""

    def __init__(self, client: Any, table: str) -> None:
        """Take a low-level boto3 client and the name of the table."""
        self._client, self._table = client, table
        self._put: dict[str, tuple[StoredEvent, ...]] = {}

    def append(self, what: Append) -> None:
        """Put a report into the inbox, once.

        Raises:
            VersionConflict: another report has that reference.
            StreamUnusable: it is larger than a stream takes; nothing was stored.
            StoreUnavailable: it is open whether it was stored; the same again settles it.
        """
        if what.expected_version:
            raise StoreUnavailable("nothing but a new report goes into the inbox")
        check_size(what)
        events = tuple(what.events)
        try:
            self._client.put_item(
                TableName=self._table,
                Item=inbox_item(what),
                ConditionExpression=NOT_THERE_YET,
                ReturnValuesOnConditionCheckFailure="ALL_OLD",
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
                raise unavailable(error) from error
            events = self._same(error.response.get("Item", {}), what)
        except BotoCoreError as error:
            raise unavailable(error) from error
        self._put = {what.stream: events}  # Only for the answer to this very request.

    def _same(self, there: Item, what: Append) -> tuple[StoredEvent, ...]:
        if there.get("key", {}).get("S") != what.key:
            raise VersionConflict(what.stream)
        return tuple(_plain(there))

    def load(self, stream: str, *, after: int = 0) -> Sequence[StoredEvent]:
        """Return what was just put for that stream, without what is sealed; of anything else nothing is known here."""
        return [one for one in self._put.get(stream, ()) if one.version > after]

    def whole(self, stream: str) -> tuple[Sequence[StoredEvent], bytes | None]:
        """Return the same, and never a key."""
        return [StoredEvent(one.version, one.plain) for one in self.load(stream)], None

    def data_key(self, _: str) -> bytes | None:
        """Return no key: none can be opened here."""
        return None

    def listed(self, *_: Any, **__: Any) -> Sequence[tuple[str, str]]:
        """Return nothing: no list can be read here."""
        return ()


def inbox_item(what: Append) -> Item:
    """Return the item that a report is while it waits; it wakes the sweep if nobody takes it up."""
    packed = _packed([[one.version, one.plain, one.sealed] for one in what.events])
    item = inbox_key(what.stream) | {"key": {"S": what.key}, "report": {"B": packed}}
    if what.wrapped_key is not None:
        item["wrapped"] = {"B": what.wrapped_key}
    if what.wake_at is not None:
        item |= {"wake": {"S": shard(what.stream)}, "wake_at": {"S": stamp(what.wake_at)}}
    return item


def waiting(item: Item | None, stream: str) -> Append | None:
    """Return what an item of the inbox holds, or None where there is none that waits."""
    if not item or "report" not in item:
        return None
    wake = item.get("wake_at")
    return Append(
        stream=stream,
        events=[StoredEvent(*one) for one in _opened(item)],
        expected_version=0,
        key=item["key"]["S"],
        wake_at=datetime.fromisoformat(wake["S"]) if wake else None,
        wrapped_key=bytes(item["wrapped"]["B"]) if "wrapped" in item else None,
    )


def taken(what: Append, until: datetime) -> Item:
    """Return the small item that stays when the report became a case: the answer to the same sending, repeated."""
    return inbox_key(what.stream) | {
        "key": {"S": what.key},
        "answer": {"S": _text(what.events[0].plain)},
        "vanishes_at": {"N": str(int(until.timestamp()))},
    }


def _packed(events: list[Any]) -> bytes:
    packer = zlib.compressobj(COMPRESSED, zdict=COMMON)
    return packer.compress(_text(events).encode()) + packer.flush()


def _opened(item: Item) -> list[Any]:
    unpacker = zlib.decompressobj(zdict=COMMON)
    found: list[Any] = json.loads(unpacker.decompress(bytes(item["report"]["B"])) + unpacker.flush())
    return found


def _plain(item: Item) -> list[StoredEvent]:
    """Return the events of an item without what is sealed, also where only its answer is left."""
    if "report" in item:
        return [StoredEvent(version, plain) for version, plain, _ in _opened(item)]
    return [StoredEvent(1, json.loads(item["answer"]["S"]))]


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def unavailable(error: Exception) -> StoreUnavailable:
    """Return the fault by its code; the text of AWS may repeat what was sent."""
    response = getattr(error, "response", None) or {}  # Of a timeout it is there, and None.
    return StoreUnavailable(f"AWS cannot be used: {response.get('Error', {}).get('Code') or type(error).__name__}")
