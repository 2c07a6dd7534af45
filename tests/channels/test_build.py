"""The channels of a municipality: what is configured, and a clear word where something is missing."""

from pathlib import Path
from typing import Any

import pytest

from schemas.municipality import Municipality
from tests.channels import web
from tests.channels.certificates import Authority
from tests.channels.servers import Server
from tests.channels.sms import MESSAGE, SECRET, configured
from tests.channels.smtp import Relay
from vangnet.rigs.channels.build import senders_of, sign_of_life_of
from vangnet.rigs.simulation.world import SetClock
from vangnet.rigs.starting import CannotStart
from vangnet.shell.ports import Outgoing

ENVIRONMENT = {"VANGNET_SMS": SECRET, "VANGNET_RELAY": "s3cret-of-the-relay"}


def municipality(**channels: Any) -> Municipality:
    """Return a municipality with these channels and nobody in it."""
    return Municipality.model_validate({"name": "Stad", "people": {}, "holders": {}, "nobody_left": ()} | channels)


def test_what_is_not_configured_is_not_there(clock: SetClock) -> None:
    """Then the rig keeps its own outbox."""
    assert senders_of(municipality(), clock, environment={}) == {}
    assert sign_of_life_of(municipality(), clock) is None


def test_each_channel_that_is_configured(clock: SetClock) -> None:
    """Mail by the relay, SMS by the gateways, and the sign of life."""
    whole = municipality(
        relay={"host": "relay.stad.example", "sender": "meld@stad.example"},
        gateways=[configured("https://sms.example/").model_dump()],
        heartbeat={"address": "https://life.example/abc", "every": "5 minutes"},
    )

    assert set(senders_of(whole, clock, environment=ENVIRONMENT)) == {"mail", "sms"}
    assert sign_of_life_of(whole, clock) is not None


def test_mail_goes_with_the_certificates_that_are_named(authority: Authority, clock: SetClock) -> None:
    """The secret comes from its place, the authority from `ca_file`."""
    relay = Relay(authority.server())
    with Server(relay) as server:
        told = {
            "host": "127.0.0.1",
            "port": server.port,
            "sender": "meld@stad.example",
            "user": "vangnet",
            "secret": "VANGNET_RELAY",
            "ca_file": str(authority.file),
        }
        way = senders_of(municipality(relay=told), clock, environment=ENVIRONMENT)["mail"]
        way.send(Outgoing("m", "mail", "x@stad.example", "p", "VN-1", "s", "t", mark="M"))

    assert len(relay.mails) == 1


def test_a_receipt_may_come_below_the_address_that_is_given(clock: SetClock) -> None:
    """Each gateway has its own, by its name."""
    gateway = web.Gateway([web.answer()])
    with Server(gateway) as server:
        row = configured(f"http://127.0.0.1:{server.port}/", body={"n": "{to}", "t": "{text}", "r": "{receipt}"})
        way = senders_of(
            municipality(gateways=[row.model_dump()]),
            clock,
            receipts={row.name: "https://v.example/receipts/een"},
            environment=ENVIRONMENT,
        )["sms"]
        way.send(MESSAGE)

    assert gateway.asked[0].body["r"] == "https://v.example/receipts/een"


@pytest.mark.parametrize("ca_file", ["/nowhere.pem", __file__])
def test_certificates_that_cannot_be_read(ca_file: str, clock: SetClock) -> None:
    """A file that is not there or holds none is named; nothing is trusted instead."""
    told = {"host": "relay.stad.example", "sender": "meld@stad.example", "ca_file": ca_file}
    with pytest.raises(CannotStart, match=Path(ca_file).name):
        senders_of(municipality(relay=told), clock, environment={})


def test_a_secret_that_is_missing(clock: SetClock) -> None:
    """It is named, with the places where it can stand."""
    with pytest.raises(CannotStart, match="VANGNET_SMS"):
        senders_of(municipality(gateways=[configured("https://sms.example/").model_dump()]), clock, environment={})
