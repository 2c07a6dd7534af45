"""Counts for CloudWatch, written into the log as its embedded metrics: a name and a number, never whose."""

from aws_lambda_powertools import Metrics
from aws_lambda_powertools.metrics import MetricUnit


def count(name: str, number: float = 1, unit: MetricUnit = MetricUnit.Count) -> None:
    """Write one count."""
    metrics = Metrics()
    metrics.add_metric(name=name, unit=unit, value=number)
    metrics.flush_metrics()
