"""The real channels of a municipality, made of its configuration; what is not configured is not there."""

import os
import ssl
from collections.abc import Mapping

from schemas.channels import Gateway, Relay
from schemas.municipality import Municipality
from vangnet.rigs.channels.failover import Failover
from vangnet.rigs.channels.gateway import HttpGateway
from vangnet.rigs.channels.heartbeat import SignOfLife
from vangnet.rigs.channels.relay import RelaySender
from vangnet.rigs.channels.secrets import secret
from vangnet.rigs.starting import CannotStart
from vangnet.shell.ports import Clock, Sender


def senders_of(
    municipality: Municipality,
    clock: Clock,
    *,
    receipts: Mapping[str, str] | None = None,
    environment: Mapping[str, str] | None = None,
) -> dict[str, Sender]:
    """Return the senders of the configured channels: `mail` where there is a relay, `sms` where there are gateways.

    `receipts` is the address to which each gateway reports, by its name, for {receipt} in a body.

    Raises:
        CannotStart: a secret or a file of certificates is missing; the text says which, and what to do.
    """
    known = os.environ if environment is None else environment
    senders: dict[str, Sender] = {}
    if municipality.relay:
        senders["mail"] = _relay(municipality.relay, clock, known)
    if municipality.gateways:
        rows = [
            (one.name, _gateway(one, clock, known, (receipts or {}).get(one.name, ""))) for one in municipality.gateways
        ]
        senders["sms"] = Failover(rows, clock)
    return senders


def sign_of_life_of(municipality: Municipality, clock: Clock) -> SignOfLife | None:
    """Return what gives the sign of life, or None where no address for it is configured."""
    return SignOfLife(municipality.heartbeat, clock, trusted()) if municipality.heartbeat else None


def trusted(ca_file: str | None = None) -> ssl.SSLContext:
    """Return what verifies certificates and their names: by this file only, or by what the machine trusts.

    Raises:
        CannotStart: the file is none of certificates.
    """
    try:
        return ssl.create_default_context(cafile=ca_file)
    except (OSError, ssl.SSLError) as error:
        why = error.strerror or type(error).__name__
        message = f"The certificates in {ca_file} cannot be read ({why}); mend the file, or municipality.relay.ca_file."
        raise CannotStart(message) from error


def _relay(relay: Relay, clock: Clock, environment: Mapping[str, str]) -> RelaySender:
    found = secret(relay.secret, environment) if relay.secret else ""
    return RelaySender(relay, found, clock, trusted(relay.ca_file))


def _gateway(gateway: Gateway, clock: Clock, environment: Mapping[str, str], receipts: str) -> HttpGateway:
    return HttpGateway(gateway, secret(gateway.secret, environment), clock, trusted(), receipts=receipts)
