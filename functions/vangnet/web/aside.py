"""Files that do not pass us: the form by which a browser sends one for a case, and where it comes back to."""

from vangnet.case.allowed import allowed
from vangnet.shell.reading import Row
from vangnet.web.house import UploadForm, house
from vangnet.web.session import me

LANDED = "bestand"  # In the address that a browser comes back to; it says only that a file was sent.


def upload_form(row: Row, page: str) -> UploadForm | None:
    """Return the form for a file of who is asking, or None where files pass us or he may add none."""
    aside = house().aside
    if aside is None or "add_evidence" not in allowed(row.ctx):
        return None
    address = house().protocol.municipality.address.rstrip("/")
    return aside.form(row.ctx.case.reference, me(), f"{address}/{page}/{row.ctx.case.reference}?{LANDED}=ja")
