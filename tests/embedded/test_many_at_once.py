"""Many at once: every answer belongs to its request."""

import re
import threading
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tests.embedded.served import Served, serving

REPORTS = 200
BY_FORM = 30
AT_ONCE = 50
HIDDEN = re.compile(r'name="(formulier|concept)" value="([^"]*)"')


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Yield a running program."""
    with serving(tmp_path_factory.mktemp("many") / "data") as running:
        yield running


def at_once(count: int, task: Callable[[int], str]) -> Sequence[str]:
    """Run a task many times, all starting at the same moment as far as the machine can."""
    gate = threading.Barrier(min(count, AT_ONCE))

    def begun(number: int) -> str:
        if number < AT_ONCE:
            gate.wait(60)
        return task(number)

    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        return list(pool.map(begun, range(count)))


class Form:
    """A browser without script, over HTTP."""

    def __init__(self, served: Served) -> None:
        """Start with no cookie."""
        self.address = served.address
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self.page = ""
        self.url = ""

    def post(self, path: str, **answers: str) -> None:
        """Send the hidden fields of the last page with these answers."""
        fields = {name: unescape(value) for name, value in HIDDEN.findall(self.page)} | answers
        with self.opener.open(self.address + path, urllib.parse.urlencode(fields).encode(), timeout=60) as answer:
            self.page, self.url = answer.read().decode(), answer.url

    def get(self, path: str) -> str:
        """Open a page."""
        with self.opener.open(self.address + path, timeout=60) as answer:
            self.page = answer.read().decode()
        return self.page


def by_form(served: Served, account: str) -> str:
    """Report by the form and return the reference."""
    form = Form(served)
    form.post("/inloggen", wie="r.bakker")
    form.post("/melden", veilig="ja")
    form.post("/melden/wat", account=account, knop="controle")
    form.post("/melden/controle", knop="verstuur")
    return form.url.rsplit("/", 1)[1]


def test_two_hundred_reports_at_once_get_each_their_own_answer(served: Served) -> None:
    """200 references, 200 cases, and behind each reference the account that was sent."""
    reporter, griffier = served.token("r.bakker"), served.token("g.mulder")

    def report(number: int) -> str:
        account = f"Bericht {number:03}: ik weet waar je woont."
        if number < BY_FORM:
            return by_form(served, account)
        sent = {"account": account, "happened_at": "unknown", "channel": "phone"}
        answer = served.call("/api/v1/reports", reporter, sent)
        assert answer.status == 201
        return str(answer.json["reference"])

    references = at_once(REPORTS, report)

    assert len(set(references)) == REPORTS
    for number, reference in enumerate(references):
        case = served.call(f"/api/v1/cases/{reference}", griffier).json
        assert case["parts"]["account"]["account"] == f"Bericht {number:03}: ik weet waar je woont."
    listed = served.call("/api/v1/cases", griffier).json["cases"]
    assert set(references) <= {row["reference"] for row in listed}


def test_fifty_acknowledgements_of_one_alarm_are_one_of_each_person(served: Served) -> None:
    """Nobody gets an error, and the alarm is acknowledged."""
    tokens = {who: served.token(who) for who in ("g.mulder", "g.peters", "c.bos")}
    sent = {"account": "Ik weet je te vinden.", "happened_at": "unknown", "channel": "phone"}
    reference = served.call("/api/v1/reports", served.token("f.smit"), sent).json["reference"]
    people = list(tokens)

    def acknowledge(number: int) -> str:
        path = f"/api/v1/cases/{reference}/commands"
        return str(served.call(path, tokens[people[number % 3]], {"command": "acknowledge"}).status)

    answers = at_once(50, acknowledge)
    [alarm] = served.call(f"/api/v1/cases/{reference}", tokens["g.mulder"]).json["alarms"]

    assert set(answers) == {"200"}
    assert alarm["state"] == "acknowledged"
    assert set(alarm["acknowledged"]) <= set(people)


def test_pages_of_many_people_never_mix(served: Served) -> None:
    """Each page greets the person whose cookie came with it."""
    people = {"r.bakker": "Rob Bakker", "g.mulder": "Gerard Mulder", "c.bos": "Carla Bos", "y.beheer": "Yvonne Beumer"}
    forms = {}
    for who in people:
        forms[who] = Form(served)
        forms[who].post("/inloggen", wie=who)
    names = list(people)

    def look(number: int) -> str:
        who = names[number % len(names)]
        cookies = forms[who].opener
        with cookies.open(f"{served.address}/werk", timeout=60) as answer:
            page = answer.read().decode()
        others = [people[other] for other in names if other != who and f"<span>{people[other]}</span>" in page]
        return "ok" if f"<span>{people[who]}</span>" in page and not others else f"{who} saw {others}"

    assert set(at_once(100, look)) == {"ok"}


def test_data_of_a_run_lie_where_they_were_told(served: Served) -> None:
    """Nothing is written elsewhere."""
    assert (served.data / "vangnet.db").exists()
    assert {file.name for file in Path(served.data).iterdir()} <= {
        *("vangnet.db", "vangnet.db-wal", "vangnet.db-shm", "evidence", "key", "VERSION", "lock", "pulse"),
    }
