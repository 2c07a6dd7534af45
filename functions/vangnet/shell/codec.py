"""Events to what a store keeps and back: personal fields sealed with the stream's key, field by field.

AES-256-GCM; the stream, the version and the field are its associated data, so that nothing can be moved elsewhere.
Without the key (it was destroyed) a sealed field takes its default, which stands for what was wiped.
"""

import base64
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from schemas.base import Sealed
from schemas.events import Envelope, Event, event_type
from schemas.events.upcast import NewerEventError, lift
from vangnet.shell.ports import KeyWrap, StoredEvent

NONCE_LENGTH = 12  # Bytes; what AES-GCM asks for, random for every field.


@lru_cache(maxsize=256)
def sealed_fields(model: type[Event] | type[Envelope]) -> frozenset[str]:
    """Return the names of the fields that are marked as personal, health, criminal or political."""
    hints = get_type_hints(model, include_extras=True)
    marked = {name for name, hint in hints.items() if any(isinstance(mark, Sealed) for mark in _marks(hint))}
    return frozenset(marked & set(model.model_fields))


def _marks(hint: Any) -> tuple[Any, ...]:
    return tuple(getattr(hint, "__metadata__", ()))


class Codec:
    """Seals and opens the events of one stream."""

    def __init__(self, stream: str, key: bytes | None, wrap: KeyWrap) -> None:
        """Take the stream's open key, or None where it was destroyed."""
        self._stream, self._key, self._wrap = stream, key, wrap

    def store(self, envelope: Envelope) -> StoredEvent:
        """Return the event as a store keeps it."""
        event = envelope.event
        fields = event.model_dump(mode="json", exclude_defaults=True)
        hidden = sealed_fields(type(event))
        plain = {
            "type": type(event).__name__,
            "schema": type(event).SCHEMA_VERSION,
            "at": envelope.at.isoformat(),
            "protocol": envelope.protocol,
            "acting_as": envelope.acting_as,
            "fields": {name: value for name, value in fields.items() if name not in hidden},
        }
        secret = {f"fields.{name}": value for name, value in fields.items() if name in hidden}
        secret["actor"] = envelope.actor
        if self._key is None:  # Wiped: what is personal is not kept any more, from whatever comes after either.
            return StoredEvent(envelope.version, plain, {})
        return self.sealed(envelope.version, plain, secret)

    def sealed(self, version: int, plain: Mapping[str, Any], secret: Mapping[str, Any]) -> StoredEvent:
        """Return the event of these values as a store keeps it; the stream has its key."""
        return StoredEvent(version, plain, {name: self._seal(version, name, value) for name, value in secret.items()})

    def open(self, stored: StoredEvent) -> Envelope:
        """Return the event as it was, lifted to the present shape; what was wiped has its default.

        Raises:
            NewerEventError: this software does not know the event, or not this version of it.
        """
        plain = stored.plain
        model = event_type(plain["type"])
        if model is None:
            raise NewerEventError(f"{plain['type']} is an event that this software does not know; install a newer one")
        opened = self.opened(stored)
        fields = dict(plain["fields"]) | {
            name.removeprefix("fields."): value for name, value in opened.items() if name != "actor"
        }
        lifted = lift(plain["type"], plain["schema"], fields, to=model.SCHEMA_VERSION)
        return Envelope(
            stream=self._stream,
            version=stored.version,
            at=plain["at"],
            protocol=plain["protocol"],
            acting_as=plain["acting_as"],
            actor=opened.get("actor", ""),
            event=_adapter(model).validate_python(lifted),
        )

    def opened(self, stored: StoredEvent) -> Mapping[str, Any]:
        """Return the sealed values as they are stored, not lifted: `actor`, and `fields.NAME`; without a key none."""
        if self._key is None:
            return {}
        return {name: self._unseal(stored.version, name, text) for name, text in stored.sealed.items()}

    def _seal(self, version: int, name: str, value: Any) -> str:
        assert self._key is not None
        nonce = self._wrap.new_key()[:NONCE_LENGTH]
        text = json.dumps(value, ensure_ascii=False).encode()
        box = _cipher(self._key).encrypt(nonce, text, self._data(version, name))
        return base64.b64encode(nonce + box).decode()

    def _unseal(self, version: int, name: str, text: str) -> Any:
        assert self._key is not None
        box = base64.b64decode(text)
        opened = _cipher(self._key).decrypt(box[:NONCE_LENGTH], box[NONCE_LENGTH:], self._data(version, name))
        return json.loads(opened)

    def _data(self, version: int, name: str) -> bytes:
        return f"{self._stream}|{version}|{name}".encode()


@lru_cache(maxsize=256)
def _adapter(model: type[Event]) -> TypeAdapter[Event]:
    return TypeAdapter(model)


def _cipher(key: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)
