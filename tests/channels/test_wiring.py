"""What the rig sends by: real channels where they are configured, the outbox in a demonstration, else a clear word."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import dns.exception
import dns.resolver
import pytest

from schemas.municipality import Municipality
from tests.channels import web
from tests.channels.servers import Server
from tests.channels.sms import SECRET, configured, failing
from tests.web.site import MONDAY_NOON, example
from vangnet.protocol.load import Loaded
from vangnet.rigs.embedded.keys import FileKeys
from vangnet.rigs.embedded.outbox import Outbox
from vangnet.rigs.embedded.rig import channels
from vangnet.rigs.embedded.sqlite_store import SqliteStore
from vangnet.rigs.name_service import look_up
from vangnet.rigs.simulation.world import SetClock
from vangnet.shell.ports import Outgoing, Taken

SMS = Outgoing("case/VN-1/m1", "sms", "+31612345678", "g.mulder", "VN-1", "", "ALARM", mark="m4rk")


def municipality(**changes: Any) -> Loaded:
    """Return the example with these changes."""
    loaded = example()
    known = Municipality.model_validate(loaded.protocol.municipality.model_dump() | changes)
    return replace(loaded, protocol=replace(loaded.protocol, municipality_or_none=known))


@pytest.fixture
def outbox(tmp_path: Path) -> Any:
    """Return an outbox on a store of its own."""
    store = SqliteStore(tmp_path / "vangnet.db")
    yield Outbox(store, SetClock(MONDAY_NOON))
    store.close()


def test_a_demonstration_keeps_its_messages(outbox: Outbox) -> None:
    """Both channels end in the outbox."""
    found = channels(municipality(), outbox, SetClock(MONDAY_NOON), FileKeys(bytes(32)))

    assert found == {"sms": outbox, "mail": outbox}


def test_what_a_demonstration_really_sends_is_in_its_outbox_too(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once it was taken; what was not taken is in neither."""
    monkeypatch.setenv("VANGNET_SMS", SECRET)
    gateway = web.Gateway([web.answer(500), web.answer()])
    with Server(gateway) as server:
        row = configured(f"http://127.0.0.1:{server.port}/").model_dump()
        found = channels(municipality(gateways=[row]), outbox, SetClock(MONDAY_NOON), FileKeys(bytes(32)))
        with failing("een"):
            found["sms"].send(SMS)
        assert list(outbox.gone()) == []
        assert isinstance(found["sms"].send(SMS), Taken)

    assert [one.message.id for one in outbox.gone()] == [SMS.id]
    assert found["mail"] is outbox


def test_a_real_municipality_without_a_channel_is_told_so(outbox: Outbox) -> None:
    """Nothing goes into an outbox that nobody sees: it stands on the failure board, with what to configure."""
    found = channels(municipality(example=False), outbox, SetClock(MONDAY_NOON), FileKeys(bytes(32)))

    for name, field in (("sms", "gateways"), ("mail", "relay")):
        with failing(f"'municipality.{field}' is not configured", permanent=True):
            found[name].send(SMS)
    assert list(outbox.gone()) == []


class Row:
    """A text record in two pieces."""

    strings = (b"v=DKIM1; ", b"p=abc")


def test_a_key_is_looked_up_as_a_text_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its pieces in one; and within two seconds."""
    asked: list[tuple[object, ...]] = []

    def resolve(self: object, name: str, kind: str, lifetime: float) -> list[Row]:
        asked.append((name, kind, lifetime))
        return [Row()]

    monkeypatch.setattr(dns.resolver.Resolver, "resolve", resolve)

    assert look_up(b"nov._domainkey.stad.example.") == b"v=DKIM1; p=abc"
    assert asked == [("nov._domainkey.stad.example.", "TXT", 2.0)]


@pytest.mark.parametrize("fault", [dns.exception.Timeout, dns.resolver.NXDOMAIN, OSError])
def test_whoever_cannot_be_asked_gives_no_key(monkeypatch: pytest.MonkeyPatch, fault: type[Exception]) -> None:
    """Nobody answers, there is no such name, there is no network."""

    def resolve(*_: object, **__: object) -> None:
        raise fault()

    monkeypatch.setattr(dns.resolver.Resolver, "resolve", resolve)

    assert look_up(b"nov._domainkey.stad.example.") is None
    assert look_up(b"\xff") is None
