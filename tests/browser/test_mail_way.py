"""The way of a mail on the pages: from a stranger's threat to a case, without script; and one that is set aside."""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import Person
from tests.embedded.served import Served


@pytest.mark.parametrize("script", [True, False])
def test_a_strangers_threat_is_read_and_taken(browser: Browser, served: Served, *, script: bool) -> None:
    """The alarm leads to the queue; the mail shows as plain words; taken, it is a case of its own."""
    mark = f"merk-{script}"
    served.deliver("Boze Burger <boos@buiten.example>", mark, f"<b>{mark}</b> Ik maak de wethouder kapot, die heks.")
    clerk = Person(browser, served, script=script).sign_in("g.mulder")

    assert "ALARM" in clerk.text().upper()
    clerk.page.goto("/post")
    clerk.page.get_by_role("link", name=mark).click()
    assert f"<b>{mark}</b>" in clerk.text()
    assert "Van iemand die wij niet kennen." in clerk.text()
    clerk.page.select_option("#harmed", "w.devries")
    clerk.press("Opnemen als melding")

    assert "Opgenomen als melding" in clerk.text()
    reference = re.findall(r"VN-[0-9A-Z]{4}-[0-9A-Z]{4}", clerk.page.locator(".good").inner_text())[0]
    mayor = Person(browser, served, script=script).sign_in("b.vandam")
    mayor.page.goto(f"/zaak/{reference}")
    assert "bedreiging of intimidatie" in mayor.text()
    assert mark in mayor.text()
    clerk.page.goto("/post")
    assert clerk.page.get_by_role("link", name=mark).count() == 0
    assert clerk.complaints + mayor.complaints == []
    clerk.close()
    mayor.close()


def test_a_mail_is_set_aside_with_the_reason(browser: Browser, served: Served) -> None:
    """Without a reason it says so; with one it waits no more, and can be found again."""
    served.deliver("reclame@buiten.example", "Koop nu", "Alleen vandaag korting op bloembakken.")
    clerk = Person(browser, served).sign_in("g.mulder")
    clerk.page.goto("/post")
    clerk.page.get_by_role("link", name="Koop nu").click()
    clerk.press("Wegleggen")
    assert "Fout" in clerk.page.title() or clerk.page.locator("[role=alert]").count() == 1
    clerk.page.fill("#why", "reclame")
    clerk.page.locator("main form button").first.click()
    clerk.page.goto("/post")

    waiting, aside = clerk.text().split("Weggelegd")[0], clerk.text().split("Weggelegd")[-1]
    assert "Koop nu" not in waiting
    assert "Koop nu" in aside
    clerk.close()


def test_who_does_not_read_mail_sees_none_of_it(browser: Browser, served: Served) -> None:
    """No link, no page, no mail."""
    served.deliver("iemand@buiten.example", "Stille vraag", "Wanneer is het loket open?")
    member = Person(browser, served).sign_in("r.yilmaz")

    assert member.page.get_by_role("link", name="Post", exact=True).count() == 0
    member.page.goto("/post")
    assert "Stille vraag" not in member.text()
    member.close()
