"""The log of a function: one line of JSON for each event, with the reference that it is about, and no personal data.

What libraries and errors say is left out, as it may quote a report: what happened, of which kind and where is kept.
"""

import logging
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

OURS = "vangnet"
SERVICE = "vangnet"
QUIET = ("botocore", "boto3", "urllib3", "chalice", "werkzeug")  # What they say may quote what was sent.


class Bare(LambdaPowertoolsFormatter):
    """Writes an error by its kind and the places it passed, never in its own words."""

    def _extract_log_exception(self, log_record: logging.LogRecord) -> Any:
        found = log_record.exc_info
        if not found or found[0] is None:
            return None, None
        place, trace = [], found[2]
        while trace is not None:
            place.append(f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}")
            trace = trace.tb_next
        return " > ".join(place), found[0].__name__


logger = Logger(service=SERVICE, level="INFO", logger_formatter=Bare(utc=True), log_uncaught_exceptions=False)


def begin() -> None:
    """Let everything that our own code logs go the same way, and nothing of what others log."""
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    ours = logging.getLogger(OURS)
    ours.handlers = list(logger.handlers)
    ours.setLevel(logging.INFO)
    ours.propagate = False


def about(stream: str) -> None:
    """Say from here on which report it is about; its reference says nothing of anybody."""
    logger.set_correlation_id(stream.rpartition("/")[2] or stream)
