"""Taking up a file of a form: no more of it than may be kept, and closed whatever happens."""

from werkzeug.datastructures import FileStorage

from schemas.report import Evidence
from vangnet.intake.evidence import EVIDENCE_SIZE_MAX
from vangnet.web.house import house


def received(upload: FileStorage) -> Evidence:
    """Keep an uploaded file as received.

    Raises:
        FileRefused: it is empty or too large.
        StoreUnavailable: nothing was kept.
    """
    with upload.stream as stream:
        content = stream.read(EVIDENCE_SIZE_MAX + 1)
    return house().evidence.receive(upload.filename or "", content)
