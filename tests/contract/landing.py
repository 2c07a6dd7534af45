"""Buckets whose notices go to a queue, as the template makes them, and a browser that posts a plain form."""

import http.client
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

REGION = "eu-west-1"


def bucket_of(s3: Any) -> str:
    """Make a bucket and return its name."""
    name = f"vangnet-{secrets.token_hex(6)}"
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    return name


def keys_in(s3: Any, bucket: str, prefix: str = "") -> list[str]:
    """Return the keys of a bucket that begin so."""
    return [str(one["Key"]) for one in s3.list_objects_v2(Bucket=bucket, Prefix=prefix).get("Contents", [])]


@dataclass(frozen=True)
class Queue:
    """A queue, and how it is told of what lands in a bucket."""

    sqs: Any
    url: str

    @property
    def arn(self) -> str:
        """Return its ARN."""
        asked = self.sqs.get_queue_attributes(QueueUrl=self.url, AttributeNames=["QueueArn"])
        return str(asked["Attributes"]["QueueArn"])

    def told_of(self, s3: Any, bucket: str, prefix: str) -> None:
        """Let it be told of every object that lands in a folder of a bucket."""
        rule = {"Name": "prefix", "Value": prefix}
        what = {"QueueArn": self.arn, "Events": ["s3:ObjectCreated:*"], "Filter": {"Key": {"FilterRules": [rule]}}}
        s3.put_bucket_notification_configuration(
            Bucket=bucket, NotificationConfiguration={"QueueConfigurations": [what]}
        )

    def bodies(self, wanted: int) -> list[str]:
        """Wait for that many bodies and return them, the oldest first."""
        found: list[str] = []
        for _ in range(20):
            answer = self.sqs.receive_message(QueueUrl=self.url, MaxNumberOfMessages=10, WaitTimeSeconds=1)
            for one in answer.get("Messages", []):
                found.append(str(one["Body"]))
                self.sqs.delete_message(QueueUrl=self.url, ReceiptHandle=one["ReceiptHandle"])
            if len(found) >= wanted:
                break
        assert len(found) == wanted, found
        return found


def queue_of(sqs: Any) -> Queue:
    """Make a queue."""
    return Queue(sqs, str(sqs.create_queue(QueueName=f"vangnet-{secrets.token_hex(6)}")["QueueUrl"]))


@dataclass(frozen=True)
class Posted:
    """What a server answered to a form."""

    status: int
    location: str
    body: str


def post(url: str, fields: Mapping[str, str], name: str, content: bytes) -> Posted:
    """Post a form as a browser without a script does: its fields in their order, the file last."""
    edge = secrets.token_hex(12)
    line: Callable[[str], bytes] = lambda text: f"{text}\r\n".encode()  # noqa: E731  (one line of the body)
    parts = [
        line(f"--{edge}") + line(f'Content-Disposition: form-data; name="{field}"') + line("") + line(value)
        for field, value in fields.items()
    ]
    head = line(f"--{edge}") + line(f'Content-Disposition: form-data; name="file"; filename="{name}"')
    file = head + line("Content-Type: text/html") + line("") + content + line("") + line(f"--{edge}--")
    place = urlsplit(url)
    connection = http.client.HTTPConnection(str(place.hostname), place.port, timeout=30)
    try:
        connection.request(
            "POST", place.path or "/", b"".join(parts) + file, {"Content-Type": f"multipart/form-data; boundary={edge}"}
        )
        answer = connection.getresponse()
        return Posted(answer.status, answer.getheader("Location") or "", answer.read().decode())
    finally:
        connection.close()
