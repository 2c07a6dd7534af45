"""Taking up a file of a form: no more of it than may be kept, and closed whatever happens."""

from io import BytesIO
from typing import IO

from flask import Request
from werkzeug.datastructures import FileStorage

from schemas.report import Evidence
from vangnet.intake.evidence import EVIDENCE_SIZE_MAX
from vangnet.web.house import house

IN_MEMORY_MAX = 32 * 1024 * 1024  # Bytes of a request that touch no disk before they are sealed: one file, with room.


class SparingRequest(Request):
    """A request whose files stay in memory, so that evidence does not lie unsealed in a temporary directory."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        """Return what a file of the form is read into; only a request of several large files goes to disk."""
        if total_content_length and total_content_length <= IN_MEMORY_MAX:
            return BytesIO()
        return super()._get_file_stream(total_content_length, content_type, filename, content_length)


def received(upload: FileStorage) -> Evidence:
    """Keep an uploaded file as received.

    Raises:
        FileRefused: it is empty or too large.
        StoreUnavailable: nothing was kept.
    """
    with upload.stream as stream:
        content = stream.read(EVIDENCE_SIZE_MAX + 1)
    return house().evidence.receive(upload.filename or "", content)
