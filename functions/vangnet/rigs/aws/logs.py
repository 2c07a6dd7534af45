"""The log of a function: one line of JSON for each event, with the reference that it is about, and no personal data.

What libraries and errors say is left out, as it may quote a report: what happened, of which kind and where is kept.
"""

import logging

from aws_lambda_powertools import Logger
from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

SERVICE = "vangnet"  # Also the name of the logger that all of our own code logs below.
QUIET = ("botocore", "boto3", "urllib3", "chalice", "werkzeug")  # What they say may quote what was sent.

logger = Logger(service=SERVICE, level="INFO", log_uncaught_exceptions=False, utc=True)


class Bare(logging.Filter):
    """Lets an error through as its kind and the places it passed, never in its own words."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take the error off the record and put what may be said of it there."""
        if record.exc_info and record.exc_info[0]:
            places, trace = [], record.exc_info[2]
            while trace is not None:
                places.append(f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}")
                trace = trace.tb_next
            record.error, record.place = record.exc_info[0].__name__, " > ".join(places)
        record.exc_info = record.exc_text = None
        return True


def begin() -> None:
    """Let everything that our own code logs go one way, once, and nothing of what others log."""
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    ours = logging.getLogger(SERVICE)
    # Chalice puts a handler of its own there, which writes every line a second time.
    ours.handlers = [one for one in logger.handlers if isinstance(one.formatter, LambdaPowertoolsFormatter)]
    for handler in ours.handlers:
        handler.addFilter(Bare())
    ours.propagate = False


def about(stream: str) -> None:
    """Say from here on which report it is about; its reference says nothing of anybody."""
    logger.set_correlation_id(stream.rpartition("/")[2] or stream)
