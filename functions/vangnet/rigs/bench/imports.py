"""How long a function takes to start: fresh processes that import it, against ones that import what any would need."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 15
ENTRY = Path(__file__).parents[3]  # Where app.py lies beside the package.
# What any function on DynamoDB with checked models needs; and ours until it can answer, with the same client made.
BAR = "import boto3, pydantic; boto3.client('dynamodb')"
OURS = "import app; from vangnet.rigs.aws.clients import client; client('dynamodb')"


def import_ratio() -> float:
    """Return the time to import the intake function over the bar's, interleaved, the median of each; all compiled."""
    names = {"AWS_ACCESS_KEY_ID": "bench", "AWS_SECRET_ACCESS_KEY": "bench", "AWS_DEFAULT_REGION": "eu-west-1"}
    environment = os.environ | names | {"VANGNET_FUNCTION": "intake", "PYTHONPATH": str(ENTRY)}
    for unwanted in ("AWS_LAMBDA_FUNCTION_NAME", "PYTHONDONTWRITEBYTECODE"):
        environment.pop(unwanted, None)
    with tempfile.TemporaryDirectory(prefix="vangnet-bench-") as compiled:  # The package is deployed compiled as well.
        environment["PYTHONPYCACHEPREFIX"] = compiled
        for warming in (BAR, OURS):
            _seconds(warming, environment)
        pairs = [(_seconds(OURS, environment), _seconds(BAR, environment)) for _ in range(ROUNDS)]
    return statistics.median(ours for ours, _ in pairs) / statistics.median(bar for _, bar in pairs)


def _seconds(what: str, environment: dict[str, str]) -> float:
    """Return how long an import takes in a process of its own, without the time that Python itself takes to start."""
    timed = f"import time; t = time.perf_counter(); {what}; print(time.perf_counter() - t)"
    done = subprocess.run(  # noqa: S603  (this very Python, with a text of ours)
        [sys.executable, "-c", timed], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])
