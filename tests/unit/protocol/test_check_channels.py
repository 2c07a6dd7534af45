"""`vangnet check` on channels: each mistake is named with its line, its field and what to write instead."""

import re
from pathlib import Path

import pytest

from schemas.channels import GATEWAYS_MAX
from schemas.gateways import PRESETS
from schemas.municipality import ADDRESS_LENGTH_MAX
from tests.unit.protocol.documents import FILE, problems, read

BELOW = "municipality:\n"
OWN = "      address: https://sms.example/v1\n"
HEADER = "      header: {Authorization: 'Bearer {secret}'}\n"
BODY = "      body: {to: '{to}', text: '{text}'}\n"
LAST = "      sender: Vangnet\n      secret: VANGNET_SMS\n      id: id\n"
PRESET = "    - {name: een, preset: spryng, sender: Vangnet, secret: VANGNET_SMS}\n"
RELAY = "host: relay.stad.example, sender: meld@stad.example"


def gateway(text: str) -> str:
    """Return a municipality with one gateway, whose fields begin at line 5."""
    return f"{BELOW}  gateways:\n    - name: een\n{text}"


def beat(address: str, every: str = "5 minutes") -> str:
    """Return a municipality with a sign of life."""
    return f"{BELOW}  heartbeat: {{address: '{address}', every: {every}}}\n"


def receipt(text: str) -> str:
    """Return a municipality whose gateway has these receipts, at line 9."""
    return gateway(OWN + HEADER + BODY + LAST.replace("id: id", f"receipt: {{{text}}}"))


MISTAKES: dict[str, tuple[str, int, str, str]] = {
    "secret in the clear": (
        BELOW + f"  relay: {{{RELAY}, user: x, secret: hunter2-hunter2}}\n",
        3, "municipality.relay.secret", "write a name such as VANGNET_SMS_TOKEN"),
    "user without a secret": (
        BELOW + f"  relay: {{{RELAY}, user: x}}\n", 3, "municipality.relay", "add 'secret'"),
    "secret without a user": (
        BELOW + f"  relay: {{{RELAY}, secret: VANGNET_RELAY}}\n", 3, "municipality.relay", "add 'user'"),
    "TLS turned off": (
        BELOW + f"  relay: {{{RELAY}, starttls: false}}\n", 3, "municipality.relay.starttls", "is not a field here"),
    "sender that is none": (
        BELOW + "  relay: {host: relay.stad.example, sender: Vangnet}\n",
        3, "municipality.relay.sender", "'meldingen@municipality.nl'"),
    "host that is none": (
        BELOW + "  relay: {host: 'smtp://relay', sender: meld@stad.example}\n",
        3, "municipality.relay.host", "'relay.municipality.nl'"),
    "port that is none": (
        BELOW + f"  relay: {{{RELAY}, port: 99999}}\n", 3, "municipality.relay.port", "65535"),
    "gateway without anything": (
        gateway(LAST), 4, "municipality.gateways.0.address", "or name a preset: cm, spryng"),
    "gateway without a body": (
        gateway(OWN + HEADER + LAST), 4, "municipality.gateways.0.body", "or name a preset: cm, spryng"),
    "unknown preset": (
        gateway("      preset: spring\n" + LAST), 5, "municipality.gateways.0.preset", "did you mean 'spryng'?"),
    "nothing tells what was taken": (
        gateway(OWN + HEADER + BODY + LAST.replace("      id: id\n", "")),
        4, "municipality.gateways.0.id", "add 'id', the path"),
    "two of one name": (
        BELOW + "  gateways:\n" + PRESET * 2, 5, "municipality.gateways.1.name", "write another name"),
    "too many": (
        BELOW + "  gateways:\n" + "".join(PRESET.replace("een", f"g{n}") for n in range(GATEWAYS_MAX + 1)),
        3, "municipality.gateways", f"at most {GATEWAYS_MAX}"),
    "body that says not to whom": (
        gateway(OWN + HEADER + "      body: {text: '{text}'}\n" + LAST),
        7, "municipality.gateways.0.body", "says nowhere '{to}'"),
    "body that says not what": (
        gateway(OWN + HEADER + "      body: {to: ['{to}']}\n" + LAST),
        7, "municipality.gateways.0.body", "says nowhere '{text}'"),
    "unknown thing to fill in": (
        gateway(OWN + HEADER + "      body: {to: '{to}', text: '{text}', r: '{refrence}'}\n" + LAST),
        7, "municipality.gateways.0.body", "did you mean 'reference'?"),
    "secret in the body": (
        gateway(OWN + HEADER + "      body: {to: '{to}', text: '{text}', key: '{secret}'}\n" + LAST),
        7, "municipality.gateways.0.body", "put it in 'header'"),
    "secret in a header": (
        gateway(OWN + "      header: {Authorization: Bearer abc, X-Other: '{secret}'}\n" + BODY + LAST),
        6, "municipality.gateways.0.header.Authorization", "write '{secret}' for it"),
    "no secret in any header": (
        gateway(OWN + "      header: {Accept: application/json}\n" + BODY + LAST),
        6, "municipality.gateways.0.header", "write it where the provider wants it"),
    "header of two lines": (
        gateway(OWN + '      header: {Authorization: "Bearer {secret}\\r\\nX: y"}\n' + BODY + LAST),
        6, "municipality.gateways.0.header", "write one line of plain letters"),
    "address in the clear": (
        gateway("      address: http://sms.example/v1\n" + HEADER + BODY + LAST),
        5, "municipality.gateways.0.address", "write 'https://'"),
    "address with a password": (
        gateway("      address: https://me:abc@sms.example/v1\n" + HEADER + BODY + LAST),
        5, "municipality.gateways.0.address", "must hold no secret"),
    "address with a number in it": (
        gateway("      address: 'https://sms.example/v1?to={to}'\n" + HEADER + BODY + LAST),
        5, "municipality.gateways.0.address", "addresses are logged"),
    "address that is none": (
        gateway("      address: 'https://[sms/v1'\n" + HEADER + BODY + LAST),
        5, "municipality.gateways.0.address", "is no address"),
    "sender too long": (
        gateway(OWN + HEADER + BODY + LAST.replace("Vangnet\n", "Gemeente Ergens\n")),
        8, "municipality.gateways.0.sender", "at most 11 letters"),
    "number in another form": (
        gateway(OWN + HEADER + BODY + LAST + "      number: '06'\n"),
        11, "municipality.gateways.0.number", "'+31', '31' or '0031'"),
    "path that is none": (
        gateway(OWN + HEADER + BODY + LAST.replace("id: id", "id: '$.messages[0].id'")),
        10, "municipality.gateways.0.id", "'messages.0.id'"),
    "values that stand nowhere": (
        gateway(OWN + HEADER + BODY + LAST + "      ok: {values: [0]}\n"),
        11, "municipality.gateways.0.ok", "add 'path'"),
    "receipt of nothing": (
        receipt("status: s, states: {x: delivered}, within: 5 minutes"),
        10, "municipality.gateways.0.receipt", "add 'reference' or 'id'"),
    "receipt that never delivers": (
        receipt("id: i, status: s, states: {x: failed}, within: 5 minutes"),
        10, "municipality.gateways.0.receipt", "no status means delivered"),
    "receipt in another state": (
        receipt("id: i, status: s, states: {x: deliverd}, within: 5 minutes"),
        10, "municipality.gateways.0.receipt.states.x", "write 'delivered', 'failed' or 'pending'"),
    "receipt by an id that is not read": (
        gateway(OWN + HEADER + BODY + LAST.replace("id: id", "ok: {path: c, values: [0]}")
                + "      receipt: {id: i, status: s, states: {x: delivered}, within: 5 minutes}\n"),
        4, "municipality.gateways.0.id", "add 'id', the path to it"),
    "receipt at once": (
        receipt("reference: r, status: s, states: {x: delivered}, within: 0 minutes"),
        10, "municipality.gateways.0.receipt.within", "is no time at all"),
    "sign of life in the clear": (
        beat("http://life.example/abc"), 3, "municipality.heartbeat.address", "write 'https://'"),
    "sign of life without a pause": (
        beat("https://life.example/abc", "0 minutes"), 3, "municipality.heartbeat.every", "is no time at all"),
    "address too long for an SMS": (
        BELOW + f"  address: https://{'x' * ADDRESS_LENGTH_MAX}.nl\n",
        3, "municipality.address", f"at most {ADDRESS_LENGTH_MAX} plain letters"),
    "address that no SMS can hold": (
        BELOW + "  address: https://vangnet.zoë.nl\n", 3, "municipality.address", "does not fit an SMS"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_each_mistake_is_named(mistake: str) -> None:
    """Its line, its field, and what to write instead."""
    text, line, field, advice = MISTAKES[mistake]
    found = [one for one in problems(text) if one.field == field]

    assert [one.place.file for one in found] == [FILE] * len(found)
    assert any(one.place.line == line and advice in one.message and not one.warning for one in found), problems(text)


@pytest.mark.parametrize("mistake", ["secret in the clear", "secret in a header", "address with a password"])
def test_a_secret_that_was_written_is_not_shown(mistake: str) -> None:
    """What stands in a terminal is soon in a log."""
    said = "\n".join(str(one) for one in problems(MISTAKES[mistake][0]))

    assert said
    assert not any(secret in said for secret in ("hunter2", "abc"))


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_a_preset_needs_no_more_than_a_sender_and_a_secret(name: str) -> None:
    """The rest is what the provider's documentation says."""
    assert problems(BELOW + "  gateways:\n" + PRESET.replace("spryng", name)) == []


def test_everything_together_can_be_used() -> None:
    """A relay, two gateways in order, a sign of life, and whose checks of mail are believed."""
    text = (
        f"{BELOW}  relay: {{{RELAY}, user: vangnet, secret: VANGNET_RELAY, ca_file: /etc/ssl/stad.pem}}\n"
        f"  gateways:\n{PRESET}{PRESET.replace('een', 'twee').replace('spryng', 'cm')}"
        "  heartbeat: {address: 'http://127.0.0.1:9/x', every: 5 minutes}\n"
        "  mail_in: {authserv_id: mx.stad.example}\n"
    )
    municipality = read({FILE: "extends: voorbeeldstad\n" + text}).protocol.municipality

    assert [gateway.name for gateway in municipality.gateways] == ["een", "twee"]
    assert municipality.relay is not None
    assert municipality.relay.port == 587
    assert municipality.mail_in.authserv_id == "mx.stad.example"


PAGE = (Path(__file__).resolve().parents[3] / "docs" / "operate.md").read_text(encoding="utf-8")
SHOWN = [block for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if "gateways:" in block]


@pytest.mark.parametrize("shown", SHOWN, ids=range(len(SHOWN)))
def test_what_the_page_for_operators_shows_can_be_used(shown: str) -> None:
    """Whoever copies it finds nothing wrong."""
    assert len(SHOWN) == 2
    assert problems(shown) == []


def test_the_page_for_operators_names_every_preset() -> None:
    """And the length of an address."""
    assert [name for name in PRESETS if f"| `{name}` |" not in PAGE] == []
    assert f"at most {ADDRESS_LENGTH_MAX} letters" in PAGE
