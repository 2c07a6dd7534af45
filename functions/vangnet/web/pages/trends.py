"""Trends: whether it becomes more or less, and where; as a page with bars, and as a file (AP-5.1.8)."""

import csv
import io

from flask import Blueprint, Response, abort, render_template, request

from vangnet.calendar import amsterdam_day
from vangnet.case.trends import HIDDEN_BELOW, Period, Trends, trends
from vangnet.shell.counting import reports
from vangnet.web.house import house
from vangnet.web.language import words
from vangnet.web.people import PeopleWords
from vangnet.web.session import me, members_only
from vangnet.web.shown import shown_to

bp = Blueprint("trends", __name__)
# In which table of the document the words of a column stand.
WORDS = {"channel": "channels", "office": "offices", "kind": "kinds"}
FORMULA = ("=", "+", "-", "@")  # What a spreadsheet would carry out.


@bp.get("/cijfers")
@members_only
def page() -> str:
    """Show the counts of a period with the change from the one before."""
    found = asked(request.args.get("periode", ""))
    most = {name: max((row.count or 0 for row in rows), default=0) for name, rows in found.tables.items()}
    return render_template(
        "trends.html", trends=found, most=most, choices=choices(), named=named, hidden_below=HIDDEN_BELOW
    )


@bp.get("/cijfers.csv")
@members_only
def file() -> Response:
    """Give the same counts as a file that a spreadsheet opens."""
    found, say = asked(request.args.get("periode", "")), words()
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([say(f"case.trends.{name}") for name in ("by", "what", "count", "before")])
    few = say("case.trends.few", below=HIDDEN_BELOW)
    for name, rows in found.tables.items():
        for row in rows:
            counts = [few if count is None else count for count in (row.count, row.before)]
            writer.writerow([say(f"case.trends.table.{name}"), _cell(named(name, row.name)), *counts])
    response = Response("\ufeff" + out.getvalue(), mimetype="text/csv")
    response.headers.set("Content-Disposition", "attachment", filename=f"cijfers-{found.period.name}.csv")
    return response


def asked(period: str) -> Trends:
    """Return the trends of a period, this year's without one; only to whom the document shows them."""
    if not shown_to(house().protocol.document.trends, me()):
        abort(403)
    try:
        meant = Period.of(period or f"{amsterdam_day(house().now()).year}")
    except ValueError:
        abort(404)
    return trends(reports(house().engine), meant)


def choices() -> tuple[str, ...]:
    """Return the periods that a page offers: this year and the last, this quarter, this month."""
    today = amsterdam_day(house().now())
    quarter = (today.month - 1) // 3 + 1
    return str(today.year), str(today.year - 1), f"{today.year}-K{quarter}", f"{today.year}-{today.month:02d}"


def named(table: str, name: str) -> str:
    """Return how people call a row of a table."""
    people = PeopleWords(house().protocol, words(), house().engine.configuration.all())
    if table == "class":
        return people.classed(name)
    if table == "outcome":
        return words()(f"case.trends.outcome.{name}")
    return people.of(WORDS[table], name) if table in WORDS else name


def _cell(text: str) -> str:
    """Return a text that no spreadsheet takes for something to carry out."""
    return f"'{text}" if text.startswith(FORMULA) else text
