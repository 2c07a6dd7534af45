"""The clients of AWS: one for each service and process, made when first needed, with limits on how long they wait.

`before` and `after` are called around each call with the service's and the operation's name: the tests count there, and
end a function there to see that nothing is lost.
"""

import os
from collections.abc import Callable
from functools import lru_cache
from typing import Any

CONNECT_SECONDS = 3  # A service that does not answer at once is tried again elsewhere.
READ_SECONDS = 10
TRIES = 4  # Of one call, with growing pauses between them; then the whole record is tried again later.
# Once only: who does not hear whether a message went would send it again, and a person gets it twice.
ONCE = {"sesv2": 20, "sns": 10}  # Service, and seconds to wait for its answer.
CONNECTIONS = 16

Hook = Callable[[str, str], None]
_before: list[Hook] = []
_after: list[Hook] = []


def watch(*, before: Hook | None = None, after: Hook | None = None) -> None:
    """Have each call of every client, also of those made already, pass by these from now on."""
    _before.extend([before] if before else [])
    _after.extend([after] if after else [])


def unwatch() -> None:
    """Let calls pass unseen again."""
    _before.clear()
    _after.clear()


def forget() -> None:
    """Make every client anew when it is next needed."""
    client.cache_clear()


@lru_cache(maxsize=16)
def client(service: str) -> Any:
    """Return the client of a service; threads may share it."""
    import boto3
    from botocore.config import Config

    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=ONCE.get(service, READ_SECONDS),
        retries={"mode": "standard", "total_max_attempts": 1 if service in ONCE else TRIES},
        max_pool_connections=CONNECTIONS,
        # Links to upload and download must name the region, or the first use of a new bucket is sent elsewhere.
        s3={"addressing_style": "virtual"},
        signature_version="s3v4" if service == "s3" else None,
    )
    made = boto3.client(service, config=config, endpoint_url=_place(service))
    made.meta.events.register("before-call.*", _begins)
    made.meta.events.register("after-call.*", _ends)
    return made


def _place(service: str) -> str | None:
    """Return the address of S3 in this region, as forms must name it; every other service has its usual one."""
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")
    elsewhere = service != "s3" or not region or os.environ.get("AWS_ENDPOINT_URL")
    return None if elsewhere else f"https://s3.{region}.amazonaws.com"


def _begins(model: Any, **_: Any) -> None:
    for hook in _before:
        hook(model.service_model.service_name, model.name)


def _ends(model: Any, **_: Any) -> None:
    for hook in _after:
        hook(model.service_model.service_name, model.name)
