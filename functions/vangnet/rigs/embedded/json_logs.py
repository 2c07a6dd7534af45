"""Logs as JSON lines, without personal data: our own words, and of everybody else's only where they came from.

What a library says may quote an address or a text, and so may the words of an error: neither is written.
"""

import json
import logging
import sys
import threading
from datetime import UTC, datetime
from types import TracebackType
from typing import IO

OURS = "vangnet"
FRAMES_MAX = 20  # Of a traceback, the innermost: where it went wrong.


class JsonLines(logging.Formatter):
    """Writes each record as one line of JSON; times are UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage() if _ours(record.name) else f"{record.module}:{record.lineno}",
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = " < ".join(_places(record.exc_info[2]))
        return json.dumps(line, ensure_ascii=False)


def _ours(name: str) -> bool:
    return name == OURS or name.startswith(f"{OURS}.")


def _places(traceback: TracebackType | None) -> list[str]:
    """Return where an error came from, the innermost first: module and line, no words."""
    found = []
    while traceback is not None:
        frame = traceback.tb_frame
        found.append(f"{frame.f_globals.get('__name__', '?')}:{traceback.tb_lineno}")
        traceback = traceback.tb_next
    return found[::-1][:FRAMES_MAX]


def log_as_json(stream: IO[str] | None = None) -> None:
    """Send every log to the stream (standard error) as JSON lines, and errors that nobody caught too."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger(OURS).setLevel(logging.INFO)
    threading.excepthook = _in_a_thread


def _in_a_thread(args: threading.ExceptHookArgs) -> None:
    """Log an error that ended a thread, without its words."""
    if args.exc_type is not SystemExit and args.exc_value is not None:
        name = args.thread.name if args.thread else "?"
        info = (args.exc_type, args.exc_value, args.exc_traceback)
        logging.getLogger(OURS).critical("the thread %s ended", name, exc_info=info)
