"""The bucket of what is deployed: zips, templates and documents by their hash, and a record of each release.

It is made before the stack and outlives it: private, encrypted, versioned, and reached by TLS only.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError

from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.operating.stack import CannotOperate

ABSENT = frozenset({"404", "NoSuchBucket", "NoSuchKey", "NotFound"})
RELEASES = "releases/"
FIRST_REGION = "us-east-1"  # The one region that must not be named when a bucket is made.


@dataclass(frozen=True)
class Release:
    """What was deployed together: keys of template and documents, parameters, and the record of what was before."""

    template: str
    config: str
    parameters: dict[str, str] = field(default_factory=dict)
    before: str = ""


class Artifacts:
    """The bucket of one stack."""

    def __init__(self, stack: str, region: str) -> None:
        """Name the bucket of a stack in this account and region."""
        self.account = str(client("sts").get_caller_identity()["Account"])
        self.bucket, self._region = f"{stack}-artifacts-{self.account}", region
        self._storage = client("s3")

    def make(self) -> None:
        """Make the bucket if there is none, and close it in either case.

        Raises:
            CannotOperate: somebody else has a bucket of that name.
        """
        try:
            self._storage.head_bucket(Bucket=self.bucket, ExpectedBucketOwner=self.account)
        except ClientError as error:
            if error.response["Error"]["Code"] not in ABSENT:
                raise CannotOperate(
                    f"The bucket {self.bucket} belongs to another account, or is closed to you."
                ) from None
            place = {} if self._region == FIRST_REGION else {"LocationConstraint": self._region}
            self._storage.create_bucket(Bucket=self.bucket, **({"CreateBucketConfiguration": place} if place else {}))
        self._close()

    def _close(self) -> None:
        blocked = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
        self._storage.put_public_access_block(
            Bucket=self.bucket, PublicAccessBlockConfiguration=dict.fromkeys(blocked, True)
        )
        self._storage.put_bucket_ownership_controls(
            Bucket=self.bucket, OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
        )
        rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
        self._storage.put_bucket_encryption(Bucket=self.bucket, ServerSideEncryptionConfiguration={"Rules": [rule]})
        self._storage.put_bucket_versioning(Bucket=self.bucket, VersioningConfiguration={"Status": "Enabled"})
        self._storage.put_bucket_policy(Bucket=self.bucket, Policy=json.dumps(only_encrypted(self.bucket)))

    def put(self, folder: str, content: bytes, ending: str) -> str:
        """Keep bytes under their hash, unless they are there, and return their key."""
        key = f"{folder}/{hashlib.sha256(content).hexdigest()}.{ending}"
        try:
            self._storage.head_object(Bucket=self.bucket, Key=key)
        except ClientError as error:
            if error.response["Error"]["Code"] not in ABSENT:
                raise
            self._storage.put_object(Bucket=self.bucket, Key=key, Body=content)
        return key

    def get(self, key: str) -> bytes:
        """Return the bytes of a key."""
        with self._storage.get_object(Bucket=self.bucket, Key=key)["Body"] as body:
            return bytes(body.read())

    def address(self, key: str) -> str:
        """Return where CloudFormation reads an object."""
        return f"{self._storage.meta.endpoint_url.rstrip('/')}/{self.bucket}/{key}"

    def note(self, release: Release, now: datetime) -> None:
        """Record a release before it is tried; the stack itself says later whether it is in force."""
        key = f"{RELEASES}{now.strftime('%Y%m%dT%H%M%S.%fZ')}.json"
        body = json.dumps(asdict(release), sort_keys=True).encode()
        self._storage.put_object(Bucket=self.bucket, Key=key, Body=body)

    def releases(self) -> list[tuple[str, Release]]:
        """Return (key, release) of all that were recorded, the newest first."""
        pages = self._storage.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=RELEASES)
        keys = sorted((row["Key"] for page in pages for row in page.get("Contents", [])), reverse=True)
        return [(key, self.release(key)) for key in keys]

    def release(self, key: str) -> Release:
        """Return the release of a record."""
        return Release(**json.loads(self.get(key)))


def only_encrypted(bucket: str) -> dict[str, Any]:
    """Return the policy by which nobody reaches a bucket without TLS."""
    denied = {
        "Sid": "OnlyEncrypted",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    return {"Version": "2012-10-17", "Statement": [denied]}
