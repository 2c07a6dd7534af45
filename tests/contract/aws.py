"""What the tests of the AWS adapters are given: clients that answer as a test wants, and what AWS would say."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from botocore.exceptions import ClientError, ReadTimeoutError

from tests.cloud.ministack import Ministack

LOST = "lost"  # The call is carried out, and its answer is lost on the way back.
SECRET = "told-nobody"  # Stands in the words of every refusal; no error of ours may repeat it.


@dataclass
class Faulty:
    """A client of which named operations fail: by a code of AWS, or by an answer that is lost."""

    client: Any
    faults: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    words: str = f"not for {SECRET}"

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Return the operation, or what fails in its place."""
        operation = getattr(self.client, name)

        def asked(**arguments: Any) -> Any:
            self.asked.append((name, arguments))
            fault = self.faults.get(name)
            if fault is None:
                return operation(**arguments)
            if fault == LOST:
                operation(**arguments)
                raise ReadTimeoutError(endpoint_url=f"https://aws.example/{SECRET}")
            raise refusal(name, fault, self.words)

        return asked


def refusal(operation: str, code: str, words: str) -> ClientError:
    """Return what boto3 raises where AWS answers with that code."""
    answer: Any = {"Error": {"Code": code, "Message": words}, "ResponseMetadata": {"HTTPStatusCode": 400}}
    return ClientError(answer, operation)


@contextmanager
def client_of(server: Ministack, service: str, **settings: Any) -> Iterator[Any]:
    """Give a client of an emulated service, closed at the end."""
    client = server.client(service, **settings)
    try:
        yield client
    finally:
        client.close()
