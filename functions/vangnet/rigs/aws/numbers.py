"""Counts for CloudWatch, written into the log as its embedded metrics: a name and a number, never whose."""

import os

from aws_lambda_powertools.metrics import MetricUnit, single_metric

NAMESPACE = "POWERTOOLS_METRICS_NAMESPACE"  # The variable by which the template names the stack.
SERVICE = "vangnet"


def count(name: str, number: float = 1) -> None:
    """Write one count."""
    namespace = os.environ.get(NAMESPACE) or SERVICE
    with single_metric(name=name, unit=MetricUnit.Count, value=number, namespace=namespace) as metric:
        metric.add_dimension(name="service", value=SERVICE)
