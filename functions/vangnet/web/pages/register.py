"""The register: the cases that I may see, with filters; what is searched for comes by POST and stands in no address."""

from collections.abc import Iterator, Sequence

from flask import Blueprint, render_template, request

from schemas.base import Label
from vangnet.shell.ports import LIST_LIMIT_MAX
from vangnet.shell.reading import Row
from vangnet.web.house import house
from vangnet.web.session import me, members_only

bp = Blueprint("register", __name__)
ROWS_MAX = 50  # Rows of one page.
LOOKED_AT_MAX = 2_000  # Cases that one search reads; beyond it the page says so.
FILTERS = ("class", "state", "office", "channel")


@bp.route("/zaken", methods=["GET", "POST"])
@members_only
def show() -> str:
    """Show the newest cases first."""
    wanted = {name: request.values.get(name, "") for name in FILTERS}
    sought = request.form.get("zoek", "").strip().casefold()[:100]
    after = request.values.get("na", "")
    rows: list[Row] = []
    more = ""
    for looked, row in enumerate(_cases(after), 1):
        if looked > LOOKED_AT_MAX or len(rows) == ROWS_MAX:
            more = place(rows[-1]) if rows else ""
            break
        if _fits(row, wanted, sought):
            rows.append(row)
    return render_template(
        "register.html",
        rows=rows,
        wanted=wanted,
        sought=sought,
        more=more,
        choices=_choices(),
        document=house().protocol.document,
    )


def _choices() -> dict[str, dict[str, Label]]:
    """Return what one can choose among, in the words of every document in force; the common one's come first."""
    found: dict[str, dict[str, Label]] = {"class": {}, "office": {}, "channel": {}}
    for document in [one.document for one in house().engine.configuration.in_force.values()]:
        for row in document.classes:
            found["class"].setdefault(row.name, row.label)
        for name, office in document.offices.items():
            found["office"].setdefault(name, office.label)
        for name, label in document.channels.items():
            found["channel"].setdefault(name, label)
    return found


def _cases(after: str) -> Iterator[Row]:
    while True:
        page: Sequence[Row] = house().reading.cases(me(), after=after, limit=LIST_LIMIT_MAX)
        yield from page
        following = house().reading.cases_after(after)
        if following is None:
            return
        after = following


def place(row: Row) -> str:
    """Return the place of a row in the list, for the page after it."""
    case = row.ctx.case
    return f"{case.filed_at.isoformat()}|{case.reference}" if case.filed_at else ""


def _fits(row: Row, wanted: dict[str, str], sought: str) -> bool:
    summary = house().reading.summary(row)
    if any(value and value != str(summary.get(name)) for name, value in wanted.items()):
        return False
    return not sought or sought in searchable(row)


def searchable(row: Row) -> str:
    """Return all words of a case in which its reader may search: only of parts that he may see."""
    parts = house().reading.visible(row)
    case, people = row.ctx.case, house().protocol.municipality.people
    found = [case.reference]
    if "summary" in parts:
        found += [people[one.person].name for one in case.harmed if one.person in people]
    if "account" in parts and case.report:
        found += [case.report.account or "", case.report.place or ""]
        found += [one.name or "" for one in case.perpetrators]
    return "\n".join(found).casefold()
