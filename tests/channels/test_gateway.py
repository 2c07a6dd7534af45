"""SMS by a gateway: what is posted, what counts as taken, and a clear word for each way it can fail."""

import gzip
import ssl
import threading
from datetime import timedelta
from typing import Any

import pytest

from tests.channels import web
from tests.channels.certificates import Authority
from tests.channels.servers import Server, closed_port
from tests.channels.sms import MESSAGE, NUMBER, SECRET, TEXT, configured, failing
from vangnet.rigs.channels.asking import ANSWER_SIZE_MAX
from vangnet.rigs.channels.gateway import HttpGateway
from vangnet.rigs.simulation.world import SetClock
from vangnet.shell.ports import Outgoing, Taken

QUICK, LONG = 0.3, 10.0  # Seconds: a deadline that a test waits for, and one that it must not reach.
RECEIPT = {"status": "s", "states": {"1": "delivered"}, "within": "5 minutes"}


def sender(
    authority: Authority, clock: SetClock, port: int, *, seconds: float = LONG, scheme: str = "http", **more: Any
) -> HttpGateway:
    """Return a sender by the gateway on that port."""
    gateway = configured(f"{scheme}://127.0.0.1:{port}/v1/messages?with=all", **more)
    return HttpGateway(gateway, SECRET, clock, authority.trusted(), seconds=seconds, receipts="https://v.example/r/een")


def sent(authority: Authority, clock: SetClock, *answers: bytes | str, **more: Any) -> Taken:
    """Send the message to a gateway that gives these answers."""
    with Server(web.Gateway(list(answers))) as server:
        return sender(authority, clock, server.port, **more).send(MESSAGE)


def test_a_message_is_posted_as_the_configuration_says(authority: Authority, clock: SetClock) -> None:
    """Over TLS, with the secret in its header, and nothing of it in the address."""
    gateway = web.Gateway([web.answer(201)], tls=authority.server())
    with Server(gateway) as server:
        taken = sender(authority, clock, server.port, scheme="https").send(MESSAGE)

        assert SECRET.encode() not in server.clear
        assert NUMBER[1:].encode() not in server.clear
    [asked] = gateway.asked
    assert taken == Taken(via="een", id="p-1", receipt=False)
    assert (asked.method, asked.target) == ("POST", "/v1/messages?with=all")
    assert asked.body == {"to": [NUMBER], "text": TEXT, "ref": "M4RK", "from": "Vangnet", "max": 1}
    assert asked.headers["authorization"] == f"Bearer {SECRET}"
    assert asked.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("form", "number"), [("+31", "+31612345678"), ("31", "31612345678"), ("0031", "0031612345678")]
)
def test_a_number_is_written_as_the_provider_wants_it(
    form: str, number: str, authority: Authority, clock: SetClock
) -> None:
    """With a plus, with zeros, or with neither."""
    gateway = web.Gateway([web.answer()])
    with Server(gateway) as server:
        sender(authority, clock, server.port, number=form).send(MESSAGE)

    assert gateway.asked[0].body["to"] == [number]


def test_a_text_cannot_ask_for_more(authority: Authority, clock: SetClock) -> None:
    """Only the template is filled in; what looks like it in a text stays as it is, and {receipt} is our address."""
    gateway = web.Gateway([web.answer()])
    with Server(gateway) as server:
        sender(authority, clock, server.port, body={"t": "{text}", "n": "{to}", "r": "{receipt}"}).send(
            Outgoing("m", "sms", NUMBER, "p", "VN-1", "", 'a "{to}" {secret} {0} \\', mark="M")
        )

    assert gateway.asked[0].body == {"t": 'a "{to}" {secret} {0} \\', "n": NUMBER, "r": "https://v.example/r/een"}


def test_a_message_without_a_mark_has_a_reference_all_the_same(authority: Authority, clock: SetClock) -> None:
    """It is the same each time, and tells nothing of the case."""
    gateway = web.Gateway([web.answer()])
    bare = Outgoing("case/VN-1/m1", "sms", NUMBER, "p", "VN-1", "", "t")
    with Server(gateway) as server:
        for _ in range(2):
            sender(authority, clock, server.port).send(bare)

    one, two = (asked.body["ref"] for asked in gateway.asked)
    assert one == two
    assert one.isalnum()
    assert len(one) == 20


def chunked(content: bytes, size: int = 5) -> bytes:
    """Return an answer in pieces, as many servers send theirs."""
    pieces = [content[at : at + size] for at in range(0, len(content), size)] + [b""]
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in pieces)


@pytest.mark.parametrize(
    "answer",
    [
        chunked(b'{"id": "p-1"}'),
        web.answer(raw=gzip.compress(b'{"id": "p-1"}'), Content_Encoding="gzip"),
        b'HTTP/1.0 200 OK\r\n\r\n{"id": "p-1"}',
    ],
)
def test_an_answer_may_come_in_pieces_or_packed(answer: bytes, authority: Authority, clock: SetClock) -> None:
    """Packed it was not asked for, but a message that was taken must not go again."""
    assert sent(authority, clock, answer).id == "p-1"


@pytest.mark.parametrize(
    ("receipt", "known"),
    [(None, "p-1"), (RECEIPT | {"id": "i"}, "p-1"), (RECEIPT | {"reference": "r"}, "M4RK")],
)
def test_a_message_is_known_by_what_its_receipt_will_name(
    receipt: dict[str, Any] | None, known: str, authority: Authority, clock: SetClock
) -> None:
    """By the provider's id, or by our reference where receipts name that."""
    assert sent(authority, clock, web.answer(), receipt=receipt) == Taken("een", known, receipt is not None)


def test_where_the_provider_gives_no_id_our_reference_is_it(authority: Authority, clock: SetClock) -> None:
    """What was taken is told by a value in the answer instead."""
    told = {"id": None, "ok": {"path": "errors.0.code", "values": [0]}}

    assert sent(authority, clock, web.answer(200, {"errors": [{"code": 0}]}), **told).id == "M4RK"


NUMBER_REFUSED = {"refused": {"statuses": [400, 200], "path": "code", "values": [302, "bad"]}}


@pytest.mark.parametrize(
    ("answer", "words", "permanent"),
    [
        (web.answer(500), "answered 500", False),
        (web.answer(502, raw=b"<html>"), "answered 502", False),
        (web.answer(401), "answered 401", False),
        (web.answer(400, {"code": 101}), "answered 400", False),
        (web.answer(400, {"code": 302}), "this number is refused", True),
        (web.answer(200, {"code": "bad"}), "this number is refused", True),
        (web.answer(422, {"code": 302}), "answered 422", False),
        (web.answer(302, Location="http://127.0.0.1:9/"), "answered 302", False),
        (web.answer(200, raw=b"<html>Welkom op het wifi</html>"), "no JSON", False),
        (web.answer(200, raw=b""), "no JSON", False),
        (web.answer(200, raw=b"\xff\xfe{"), "no JSON", False),
        (web.answer(200, raw=b"[" * 60_000), "no JSON", False),
        (web.answer(200, raw=b"null"), "no JSON", False),
        (web.answer(200, {}), "without an id", False),
        (web.answer(200, []), "without an id", False),
        (web.answer(200, {"id": None}), "without an id", False),
        (web.answer(200, {"id": ""}), "without an id", False),
        (web.answer(200, {"id": {"x": 1}}), "without an id", False),
        (web.answer(200, {"id": "x" * 1000}), "without an id", False),
        (web.answer(200, {"id": "x" * ANSWER_SIZE_MAX}), "too long", False),
        (web.answer(raw=gzip.compress(b" " * 10**8), Content_Encoding="gzip"), "too long", False),
        (web.answer(raw=b"no gzip", Content_Encoding="gzip"), "the connection broke off", False),
        (chunked(b'{"id": "p-1"}')[:-9], "the connection broke off", False),
        (web.CUT, "the connection broke off", False),
        (web.CUT_BODY, "the connection broke off", False),
        (b"", "the connection broke off", False),
        (b"220 smtp.example ESMTP\r\n", "the connection broke off", False),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n", "the connection broke off", False),
    ],
)
def test_the_gateway_does_not_take_it(
    answer: bytes | str, words: str, permanent: bool, authority: Authority, clock: SetClock
) -> None:
    """Only what the configuration calls a refused number is for good; everything else is tried again."""
    with failing(words, permanent=permanent):
        sent(authority, clock, answer, **NUMBER_REFUSED)


def test_an_error_of_its_own_in_a_good_answer(authority: Authority, clock: SetClock) -> None:
    """A provider that answers 200 with a code of its own took nothing."""
    with failing("an error of its own"):
        sent(authority, clock, web.answer(200, {"id": "p-1", "code": 7}), ok={"path": "code", "values": [0]})


def test_another_status_than_those_that_are_good(authority: Authority, clock: SetClock) -> None:
    """Where the configuration names 202 alone, a 200 is a failure."""
    with failing("answered 200"):
        sent(authority, clock, web.answer(200), ok={"statuses": [202]})

    assert sent(authority, clock, web.answer(202), ok={"statuses": [202]}).id == "p-1"


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("asked", "pause"),
    [
        ("90", timedelta(seconds=90)),
        ("Mon, 30 Nov 2026 11:02:00 GMT", timedelta(minutes=2)),
        ("Mon, 30 Nov 2026 10:00:00 GMT", timedelta(seconds=5)),
        ("0", timedelta(seconds=5)),
        ("9" * 50, timedelta(minutes=15)),
        ("Fri, 31 Dec 9999 23:59:59 GMT", timedelta(minutes=15)),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_a_gateway_that_asks_for_a_pause(
    status: int, asked: str, pause: timedelta | None, authority: Authority, clock: SetClock
) -> None:
    """In seconds or until a moment, and never for so short or so long that an alarm suffers."""
    with failing(f"answered {status}", again_after=pause):
        sent(authority, clock, web.answer(status, Retry_After=asked))


def test_nobody_listens(authority: Authority, clock: SetClock) -> None:
    """A refused connection is a failure."""
    with failing("the connection was refused"):
        sender(authority, clock, closed_port()).send(MESSAGE)


def test_nobody_has_that_name(authority: Authority, clock: SetClock) -> None:
    """A name that is not found is a failure; `.invalid` never is."""
    gateway = configured("https://sms.invalid/x")
    with failing():
        HttpGateway(gateway, SECRET, clock, authority.trusted(), seconds=LONG).send(MESSAGE)


@pytest.mark.parametrize("how", [web.STALL, web.DRIP, web.DRIP_BODY])
def test_a_gateway_that_stalls_or_drips(how: str, authority: Authority, clock: SetClock) -> None:
    """The deadline holds for the whole, and the thread ends."""
    with Server(web.Gateway([how])) as server:
        with failing("no answer in time"):
            sender(authority, clock, server.port, seconds=QUICK).send(MESSAGE)

        none_left_over()


def test_a_gateway_that_stalls_in_the_handshake(authority: Authority, clock: SetClock) -> None:
    """The deadline holds for it too, and nothing was said."""
    with Server(web.Gateway([], stall_tls=True)) as server:
        with failing("no answer in time"):
            sender(authority, clock, server.port, scheme="https", seconds=QUICK).send(MESSAGE)

        assert SECRET.encode() not in server.clear
        none_left_over()


@pytest.mark.parametrize("wrong", ["other host", "self-signed", "expired", "none"])
def test_a_wrong_certificate(wrong: str, authority: Authority, clock: SetClock) -> None:
    """Who cannot prove who he is gets no message, and no secret."""
    contexts: dict[str, ssl.SSLContext | None] = {
        "other host": authority.server("sms.elders.example"),
        "self-signed": authority.server(own=True),
        "expired": authority.server(days=-1),
        "none": None,
    }
    gateway = web.Gateway([web.answer()], tls=contexts[wrong])
    with Server(gateway) as server:
        with failing("no answer in time" if wrong == "none" else "certificate is not to be trusted"):
            sender(authority, clock, server.port, scheme="https", seconds=QUICK if wrong == "none" else LONG).send(
                MESSAGE
            )

        for secret in (SECRET, NUMBER[1:], "ALARM"):
            assert secret.encode() not in server.clear + server.sealed
    assert gateway.asked == []


def test_a_redirect_is_not_followed(authority: Authority, clock: SetClock) -> None:
    """Elsewhere nobody hears of it."""
    elsewhere = web.Gateway([web.answer()])
    with Server(elsewhere) as other:
        with failing("answered 307"):
            sent(authority, clock, web.answer(307, Location=f"http://127.0.0.1:{other.port}/"))

        assert other.calls == 0


def test_the_same_message_twice(authority: Authority, clock: SetClock) -> None:
    """It goes twice, under one reference, by which a provider may know it again."""
    gateway = web.Gateway([web.CUT_BODY, web.answer()])
    with Server(gateway) as server:
        way = sender(authority, clock, server.port)
        with failing("the connection broke off"):
            way.send(MESSAGE)
        way.send(MESSAGE)

    assert [asked.body["ref"] for asked in gateway.asked] == ["M4RK", "M4RK"]


def none_left_over() -> None:
    """Wait shortly until no thread of an attempt is left."""
    for thread in threading.enumerate():
        if thread.name == "vangnet-channel":
            thread.join(2)
            assert not thread.is_alive()
