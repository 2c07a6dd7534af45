"""What went wrong on the way, in words that hold nothing of what was sent, to whom, or what a server answered."""

import http.client
import smtplib
import socket
import ssl
from collections.abc import Iterator

import urllib3.exceptions

from vangnet.rigs.channels.asking import TooLong
from vangnet.rigs.channels.deadline import TooLate

# What an attempt may end in; ValueError is a letter or a line that cannot be sent.
FAULTS = (
    OSError, TooLate, ValueError, http.client.HTTPException, smtplib.SMTPException, urllib3.exceptions.HTTPError,
)  # fmt: skip
WORDS: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
    ((TooLate,), "no answer in time"),
    ((ssl.SSLCertVerificationError,), "its certificate is not to be trusted"),
    ((ssl.SSLError,), "no secure connection could be made"),
    ((socket.gaierror, urllib3.exceptions.NameResolutionError), "its name was not found"),
    ((ConnectionRefusedError,), "the connection was refused"),
    ((TimeoutError, urllib3.exceptions.TimeoutError), "no answer in time"),
    ((smtplib.SMTPNotSupportedError,), "it offers no secure connection, or no way to sign in"),
    ((smtplib.SMTPAuthenticationError,), "it refuses the user or the secret"),
    ((TooLong,), "its answer is too long"),
    ((UnicodeError,), "it cannot carry these letters"),
)


def words_of(fault: BaseException) -> str:
    """Return what went wrong, by the kind of the fault or of what caused it."""
    chain = list(_chain(fault))
    for kinds, words in WORDS:
        if any(isinstance(one, kinds) for one in chain):
            return words
    return "the connection broke off"


def _chain(fault: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        yield fault
        fault = fault.__cause__ or fault.__context__
