"""What the embedded rig does a second, over what the disk can do at best; how long suggesting a class takes."""

import math
import sqlite3
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from schemas.commands.intake import FileReport
from vangnet.classification import suggest
from vangnet.protocol.load import Loaded
from vangnet.rigs.embedded.rig import EmbeddedRig

REPORTS = 200
THREADS = 8
ROUNDS = 25
TEXT = "Hij stond weer aan de balie en zei dat het college een stel oplichters is, en dat hij mij wel weet te vinden. "
TEXT_LENGTH = 2_048


def embedded_reports(loaded: Loaded) -> float:
    """Return reports a second that are answered durably, over one-row commits a second on the same disk."""
    with tempfile.TemporaryDirectory(prefix="vangnet-bench-") as place:
        commits = _commits_a_second(Path(place))
        rig = EmbeddedRig(loaded, Path(place, "data"))
        try:
            command = FileReport.model_validate({"account": TEXT, "channel": "phone", "happened_at": "unknown"})
            began = time.perf_counter()
            with ThreadPoolExecutor(THREADS) as pool:
                list(pool.map(lambda _: rig.engine.file_report("r.bakker", command), range(REPORTS)))
            return REPORTS / (time.perf_counter() - began) / commits
        finally:
            rig.stop_store()


def _commits_a_second(place: Path) -> float:
    connection = sqlite3.connect(place / "bar.db", isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE bar (number INTEGER)")
        began = time.perf_counter()
        for number in range(REPORTS):
            connection.execute("INSERT INTO bar VALUES (?)", (number,))
        return REPORTS / (time.perf_counter() - began)
    finally:
        connection.close()


def classify() -> tuple[float, float]:
    """Return the microseconds that a text of 2 KB takes, and by which power of its length the time grows."""
    long = (TEXT * (8 * TEXT_LENGTH // len(TEXT) + 1))[: 8 * TEXT_LENGTH]
    short, longer = _median(long[:TEXT_LENGTH]), _median(long)
    return short * 1e6, math.log(longer / short) / math.log(8)


def _median(text: str) -> float:
    found = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        suggest(text)
        found.append(time.perf_counter() - began)
    return statistics.median(found)
