"""One call to AWS: a failure is known by its code alone, as its words may hold an address, a number or a key."""

from collections.abc import Callable
from typing import Any

CODE_LENGTH_MAX = 80


class CallFailed(Exception):  # noqa: N818  (each adapter says what it means)
    """AWS did not do it, or nobody knows whether it did; `code` is AWS's, or the kind of what broke on the way.

    `answered` says whether AWS answered at all: if it did not, the call may have been carried out.
    """

    def __init__(self, code: str, *, answered: bool, words: str = "") -> None:
        """Keep the code, whether it is an answer, and AWS's words, which are asked and never shown."""
        super().__init__(code)
        self.code, self.answered, self._words = code, answered, words

    def says(self, word: str) -> bool:
        """Tell whether AWS's words hold this one, such as the name of the parameter that it refuses."""
        return word in self._words


def call(operation: Callable[..., Any], **arguments: Any) -> Any:
    """Call an operation of a client and return its answer.

    Raises:
        CallFailed: whatever AWS or the way to it says.
    """
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        return operation(**arguments)
    except ClientError as error:
        # "from None": the words of the error may quote what was asked.
        raise _refused(error.response) from None
    except (BotoCoreError, OSError) as error:
        raise CallFailed(type(error).__name__, answered=False) from None


def _refused(response: Any) -> CallFailed:
    error = response.get("Error", {})
    code = str(error.get("Code", "")).rpartition("#")[2]
    plain = "".join(letter for letter in code if letter.isalnum() or letter in ".-_")[:CODE_LENGTH_MAX]
    return CallFailed(plain or "Unknown", answered=True, words=str(error.get("Message", "")))
