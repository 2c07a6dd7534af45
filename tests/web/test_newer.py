"""An older software beside newer data: what it does not know it neither reads wrongly, nor writes to, nor stops at.

That happens while a new version is being put in place, and for longer where an old one was put back.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from schemas.commands.alarm import Acknowledge
from schemas.events import Envelope, all_events, event_type
from schemas.events.base import Event
from schemas.events.upcast import UPCASTERS, NewerEventError
from tests.web.site import Site
from vangnet.case import evolve
from vangnet.case.evolve import step_of
from vangnet.case.mails import MAILROOM_STREAM
from vangnet.case.state import Case
from vangnet.shell import codec
from vangnet.shell.following import Following
from vangnet.shell.ports import Append, StoredEvent

EVENTS = all_events()


def passed_by(case: Case, event: Event, envelope: Envelope) -> Case:
    """Return the case as it was."""
    return case


NEWER = ["a newer version", "an unknown type"]


class FromTheFuture(Event):
    """Something that only a newer software knows."""


def of_the_future(site: Site, stream: str, how: str) -> StoredEvent:
    """Let a newer software append to a stream; it stays in its lists, in those of failures and alarms, and overdue."""
    store = site.stage.store
    stored, standing = store.load(stream), store.standing(stream)
    changes = {"schema": 2} if how == NEWER[0] else {"type": "FromTheFuture", "schema": 1, "fields": {}}
    last = stored[-1] if stored else StoredEvent(0, {"type": "CaseTaken", "schema": 1, "protocol": "p", "fields": {}})
    event = StoredEvent(last.version + 1, {**last.plain, **changes}, {})
    lists = {
        replace(one, index=index) for one in list(standing.entries)[:1] for index in ("failures", "alarms", "cases")
    }
    at = site.stage.clock.now()
    store.append(Append(stream, [event], last.version, "future", at, standing.entries | frozenset(lists)))
    return event


@pytest.fixture(params=NEWER)
def met(request: pytest.FixtureRequest, site: Site) -> tuple[Site, str, str]:
    """Give a house with two reports that ring, to the first of which a newer software wrote."""
    first, second = site.report(), site.report()
    site.settle()
    of_the_future(site, f"case/{first}", request.param)
    return site, first, second


def test_it_is_left_alone(met: tuple[Site, str, str]) -> None:
    """Hours of sweeps write nothing to it, move no wake-up and no list, and send nothing of it."""
    site, first, _ = met
    stream = f"case/{first}"
    before = site.stage.store.whole(stream), site.stage.store.standing(stream)
    gone = [one for one in site.stage.gone() if one.message.about == first]
    for _ in range(5):
        site.later(minutes=20)

    assert (site.stage.store.whole(stream), site.stage.store.standing(stream)) == before
    assert [one for one in site.stage.gone() if one.message.about == first] == gone


def test_others_go_on(met: tuple[Site, str, str]) -> None:
    """The other alarm rings on along its chain, a new report alarms, and both can be answered."""
    site, _, second = met
    rung = len([one for one in site.stage.gone() if one.message.about == second])
    site.later(minutes=11)
    third = site.report()
    site.settle()
    site.stage.engine.do("g.mulder", second, Acknowledge())

    assert len([one for one in site.stage.gone() if one.message.about == second]) > rung
    assert [one for one in site.stage.gone() if one.message.about == third]


def test_its_error_has_a_name(met: tuple[Site, str, str]) -> None:
    """It is stuck for this reason, tried again more and more seldom, and whoever asks for it is told so."""
    site, first, second = met
    site.settle()

    assert site.stage.following.stuck[f"case/{first}"].why == "NewerEventError"
    assert f"case/{second}" not in site.stage.following.stuck
    with pytest.raises(NewerEventError, match="install a newer one"):
        site.stage.engine.do("g.mulder", first, Acknowledge())
    with pytest.raises(NewerEventError):
        site.stage.engine.streams.load(f"case/{first}")


def test_the_failure_board_shows_it(met: tuple[Site, str, str]) -> None:
    """In words that say what to do, once, also where another process sweeps."""
    site, first, second = met
    site.later(minutes=3)
    site.stuck.append(f"case/{first}")
    site.stage.engine.streams.newer.clear()
    board = site.browser("g.mulder")

    assert board.get("/storingen").status_code == 200
    assert f"{first} is geschreven door een nieuwere versie van Vangnet" in board.text
    assert board.text.count(f"{first} is") == 1
    assert f"{first} kan niet worden bijgewerkt" not in board.text
    assert "Alles werkt" not in board.text
    assert f"{second} is geschreven" not in board.text


def test_it_is_found_where_it_stands_in_no_list(met: tuple[Site, str, str]) -> None:
    """A stream that is left alone stays due, and by that every process finds it, soon and not at once."""
    site, first, _ = met
    store, stream = site.stage.store, f"case/{first}"
    store.append(Append(stream, (), len(store.load(stream)), "unlisted", site.stage.clock.now()))
    site.stage.engine.streams.newer.clear()
    assert list(site.house.reading.newer()) == []

    site.stage.set_time(site.stage.clock.now() + timedelta(minutes=3))

    assert list(site.house.reading.newer()) == [stream]


@pytest.mark.parametrize("channel", ["sms", "mail"])
def test_a_channel_comes_back_beside_it(met: tuple[Site, str, str], channel: str) -> None:
    """A fresh process looks at all that failed, and at it too; what waited for the channel goes all the same."""
    site, _, second = met
    site.stage.break_channel(channel, broken=True)
    site.later(minutes=11)
    site.stage.following = Following(site.stage.engine)
    site.later(minutes=1)
    before = [one for one in site.stage.gone() if (one.message.about, one.message.channel) == (second, channel)]

    site.stage.break_channel(channel, broken=False)
    site.later(minutes=1)

    after = [one for one in site.stage.gone() if (one.message.about, one.message.channel) == (second, channel)]
    assert len(after) > len(before)


@pytest.mark.parametrize("path", ["/werk", "/storingen", "/post", "/afwezig", "/"])
def test_pages_go_on(met: tuple[Site, str, str], path: str) -> None:
    """No page is stopped by one stream in its lists."""
    site, _, _ = met

    assert site.browser("g.mulder").get(path).status_code == 200


@pytest.mark.parametrize("path", ["cases", "duties", "alarms"])
def test_lists_show_the_rest(met: tuple[Site, str, str], path: str) -> None:
    """A list in which it stands shows the others; nothing is shown of it that may be wrong."""
    site, first, second = met
    answer = site.program("g.mulder").get(f"/api/v1/{path}")

    assert answer.status_code == 200
    assert second in answer.text
    assert first not in answer.text


def test_its_own_page_says_later(met: tuple[Site, str, str]) -> None:
    """A page and a call of the API answer 503 and when to ask again: the newer software will be there."""
    site, first, second = met

    for answer in (
        site.browser("g.mulder").get(f"/zaak/{first}"),
        site.program("g.mulder").get(f"/api/v1/cases/{first}"),
    ):
        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "30"
    assert site.browser("g.mulder").get(f"/zaak/{second}").status_code == 200


@pytest.mark.parametrize("how", NEWER)
def test_a_queue_that_is_newer_stops_no_page(site: Site, how: str) -> None:
    """Every page asks whether there is mail to read; that it cannot tell must stop none."""
    of_the_future(site, MAILROOM_STREAM, how)
    reference = site.report()
    site.settle()

    assert site.browser("g.mulder").get(f"/zaak/{reference}").status_code == 200


def test_the_newer_software_goes_on_with_it(met: tuple[Site, str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it runs, the stream is followed again and leaves the board: its alarm was late, and not lost."""
    site, first, _ = met
    site.later(minutes=11)
    rung = len([one for one in site.stage.gone() if one.message.about == first])
    kind = site.stage.store.load(f"case/{first}")[-1].plain["type"]
    if kind == "FromTheFuture":
        monkeypatch.setattr(codec, "event_type", lambda name: FromTheFuture if name == kind else event_type(name))
        monkeypatch.setattr(evolve, "step_of", lambda model: passed_by if model is FromTheFuture else step_of(model))
    else:
        monkeypatch.setattr(EVENTS[kind], "SCHEMA_VERSION", 2)
        monkeypatch.setitem(UPCASTERS, (kind, 1), dict)
    site.later(minutes=16)

    assert len([one for one in site.stage.gone() if one.message.about == first]) > rung
    assert site.stage.following.stuck == {}
    assert list(site.house.reading.newer()) == []
