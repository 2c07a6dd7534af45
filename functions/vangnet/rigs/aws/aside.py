"""Files too large for API Gateway and Lambda: in by a form to S3, out by a link of S3 that lasts for minutes.

What goes out was unsealed for one person who may see it: it lies under a name that nobody can guess, encrypted by the
bucket's key, and the bucket's lifecycle takes it within a day.
"""

import secrets
from datetime import timedelta
from functools import cached_property
from typing import Any
from urllib.parse import quote, urlsplit

from vangnet.access.sealing import Sealer
from vangnet.rigs.aws.calls import CallFailed, call
from vangnet.rigs.aws.uploads import UploadForm, Uploads
from vangnet.shell.ports import StoreUnavailable

ANSWER_MAX = 4 * 1024 * 1024  # Bytes of a file that fits into an answer of Lambda, as base64 and with headers.
LINK_LASTS = timedelta(minutes=5)
FOLDER = "downloads/"


class Aside:
    """Where such files go."""

    def __init__(self, client: Any, bucket: str, sealer: Sealer) -> None:
        """Take a low-level client of S3 that signs by `s3v4`, the bucket in which files land, and what seals."""
        self._client, self._bucket = client, bucket
        self._uploads = Uploads(client, bucket, sealer)

    @cached_property
    def origin(self) -> str:
        """Return scheme and host that forms are sent to."""
        place = urlsplit(self._client.generate_presigned_post(self._bucket, "uploads/-")["url"])
        return f"{place.scheme}://{place.netloc}"

    def form(self, reference: str, person: str, back: str) -> UploadForm:
        """Return a form for one file of this person for this case; see Uploads."""
        return self._uploads.form(reference, person, back)

    def link(self, name: str, kind: str, content: bytes) -> str | None:
        """Return a link that gives the file for five minutes, or None where it fits into an answer.

        Raises:
            StoreUnavailable: it could not be put there.
        """
        if len(content) <= ANSWER_MAX:
            return None
        key = FOLDER + secrets.token_hex(16)
        # The file's name stands in the object and not in the link, as links are logged along the way.
        told = f"attachment; filename*=UTF-8''{quote(name)}"
        fields = {"Body": content, "ContentType": kind, "ContentDisposition": told}
        try:
            call(self._client.put_object, Bucket=self._bucket, Key=key, **fields)
        except CallFailed as failed:
            raise StoreUnavailable(f"the file was not put ready: {failed.code}") from failed
        place = {"Bucket": self._bucket, "Key": key}
        made = self._client.generate_presigned_url(
            "get_object", Params=place, ExpiresIn=int(LINK_LASTS.total_seconds())
        )
        return str(made)
