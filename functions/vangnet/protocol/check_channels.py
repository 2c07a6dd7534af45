"""Messages can leave: each gateway is complete, speaks over TLS, and holds no secret; links fit an SMS."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from schemas.channels import Gateway
from schemas.gateways import PRESETS
from schemas.municipality import ADDRESS_LENGTH_MAX
from vangnet.calendar.terms import Term
from vangnet.protocol.checking import Subject
from vangnet.protocol.tree import Path, Problem

FILLED = ("to", "text", "reference", "sender", "receipt")  # What may stand between { and } in a body.
NEEDED = ("to", "text")
HERE = "127.0.0.1"
BESIDE_PRESET = "write it, or name a preset: " + ", ".join(sorted(PRESETS))
_FILL = re.compile(r"\{([A-Za-z_]+)\}")
_BEARS_A_SECRET = re.compile(r"(?i)auth|token|key|secret|password")


def _gateways(subject: Subject) -> Iterator[tuple[Path, Gateway]]:
    if subject.municipality:
        for number, gateway in enumerate(subject.municipality.gateways):
            yield ("municipality", "gateways", number), gateway


def strings_of(value: Any) -> Iterator[str]:
    """Yield every string of a template, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings_of(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings_of(part)


def _not_private(address: str) -> str:
    """Return what is wrong with an address that messages or a sign of life go to; nothing where it is right."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if not host or not address.isascii() or not address.isprintable() or " " in address:
        return "is no address; write it such as 'https://sms.provider.nl/v1/messages'"
    if parts.username or parts.password or "{" in address:
        return "must hold no secret and nothing to fill in, as addresses are logged; put those in 'header' or 'body'"
    if parts.scheme != "https" and not (parts.scheme == "http" and host == HERE):
        return f"goes in the clear; write 'https://' (only {HERE} may be http)"
    return ""


def gateways_are_named_apart(subject: Subject) -> Iterator[Problem]:
    """No two gateways have one name, by which it is known who took a message."""
    seen: set[str] = set()
    for path, gateway in _gateways(subject):
        if gateway.name in seen:
            yield subject.problem((*path, "name"), f"'{gateway.name}' names another gateway too; write another name")
        seen.add(gateway.name)


def gateways_are_complete(subject: Subject) -> Iterator[Problem]:
    """A gateway has an address, a body and a way to tell what was taken, of its own or from a preset that there is."""
    for path, gateway in _gateways(subject):
        if gateway.preset is not None and gateway.preset not in PRESETS:
            yield from subject.unknown((*path, "preset"), gateway.preset, PRESETS, "preset")
            continue
        missing = [name for name in ("address", "header", "body") if not getattr(gateway, name)]
        for name in missing:
            yield subject.problem((*path, name), f"is missing; {BESIDE_PRESET}")
        if not (gateway.id or gateway.ok.path) and not missing:
            message = (
                "nothing tells whether a message was taken; add 'id', the path to its id in the answer, or 'ok.path'"
            )
            yield subject.problem((*path, "id"), message)
        if gateway.receipt and gateway.receipt.id and not gateway.receipt.reference and not gateway.id:
            message = "receipts come by the provider's id, which is not read; add 'id', the path to it in the answer"
            yield subject.problem((*path, "id"), message)


def addresses_are_private(subject: Subject) -> Iterator[Problem]:
    """Gateways and the sign of life are spoken to over TLS, and no secret stands in an address."""
    for path, gateway in _gateways(subject):
        if gateway.address and (wrong := _not_private(gateway.address)):
            yield subject.problem((*path, "address"), wrong)
    beat = subject.municipality.heartbeat if subject.municipality else None
    if beat and (wrong := _not_private(beat.address)):
        yield subject.problem(("municipality", "heartbeat", "address"), wrong)


def templates_can_be_filled(subject: Subject) -> Iterator[Problem]:
    """A body says to whom and what, and nothing that is not known stands between { and }."""
    for path, gateway in _gateways(subject):
        if not gateway.body:
            continue
        asked = {name for text in strings_of(gateway.body) for name in _FILL.findall(text)}
        for name in NEEDED:
            if name not in asked:
                yield subject.problem((*path, "body"), f"says nowhere '{{{name}}}'; put it where the provider wants it")
        for name in sorted(asked - {*FILLED}):
            if name == "secret":
                yield subject.problem((*path, "body"), "holds '{secret}'; put it in 'header', where no text stands")
            else:
                yield from subject.unknown((*path, "body"), name, FILLED, "thing to fill in")


def secrets_stand_elsewhere(subject: Subject) -> Iterator[Problem]:
    """A header that bears a secret holds '{secret}', and one of them does."""
    for path, gateway in _gateways(subject):
        for name, text in gateway.header.items():
            if _BEARS_A_SECRET.search(name) and "{secret}" not in text:
                message = "holds a secret in the clear; write '{secret}' for it, and its name under 'secret'"
                yield subject.problem((*path, "header", name), message)
        if gateway.header and not any("{secret}" in text for text in gateway.header.values()):
            message = "'{secret}' stands in no header; write it where the provider wants it: 'Bearer {secret}'"
            yield subject.problem((*path, "header"), message)


def terms_are_of_some_length(subject: Subject) -> Iterator[Problem]:
    """A receipt is waited for, and a sign of life has a pause after it."""
    terms = [((*path, "receipt", "within"), row.receipt.within) for path, row in _gateways(subject) if row.receipt]
    if subject.municipality and subject.municipality.heartbeat:
        terms.append((("municipality", "heartbeat", "every"), subject.municipality.heartbeat.every))
    for path, text in terms:
        if Term.parse(text).count == 0:
            yield subject.problem(path, f"'{text}' is no time at all; write a whole number above 0: '5 minutes'")


def links_fit_an_sms(subject: Subject) -> Iterator[Problem]:
    """The municipality's address is short enough for an alarm with its link in one SMS, and has letters it can hold."""
    if subject.municipality is None:
        return
    address = subject.municipality.address
    if len(address) > ADDRESS_LENGTH_MAX or not re.fullmatch(r"https?://[A-Za-z0-9./:-]+", address):
        message = f"'{address}' does not fit an SMS; write at most {ADDRESS_LENGTH_MAX} plain letters: 'https://vangnet.ede.nl'"
        yield subject.problem(("municipality", "address"), message)


CHANNEL_CHECKS = (
    gateways_are_named_apart,
    gateways_are_complete,
    addresses_are_private,
    templates_can_be_filled,
    secrets_stand_elsewhere,
    terms_are_of_some_length,
    links_fit_an_sms,
)
