"""All figures, by the names that others rely on."""

from collections.abc import Iterator

from vangnet.protocol.load import Loaded
from vangnet.rigs.bench.prices import report_euros
from vangnet.rigs.starting import CannotStart

Figure = tuple[str, float, str]


def bench(loaded: Loaded) -> Iterator[Figure]:
    """Yield name, figure and what it says, each as soon as it is measured.

    Raises:
        CannotStart: what plays AWS is not installed here.
    """
    try:
        from vangnet.rigs.bench.one_report import one_report

        counted = one_report(loaded)
    except ModuleNotFoundError as error:
        raise CannotStart(
            f"{error.name} is not installed: 'make test' installs what the figures are made with."
        ) from error
    yield "calls_before_answer", counted.before_answer, "store calls from a valid report to its 201, on AWS"
    yield "calls_to_alarm", counted.to_alarm, "the same until its last alarm is published"
    least = counted.event_units + counted.way_units
    parts = f"events {counted.event_units}, inbox and heads {counted.way_units}"
    yield "write_units", round(counted.units / least, 3), f"{counted.units} units written over {least}: {parts}"
    yield "report_cost", round(report_euros(counted.calls, counted.units), 6), "euro for one report, without its SMS"
    from vangnet.rigs.bench.imports import import_ratio

    yield "import_ratio", round(import_ratio(), 3), "importing the intake function over boto3, pydantic and a client"
    from vangnet.rigs.bench.embedded import classify, embedded_reports

    microseconds, slope = classify()
    yield "classify_us", round(microseconds), f"microseconds for 2 KB; time grows by length to the power of {slope:.2f}"
    yield "embedded_reports", round(embedded_reports(loaded), 3), "reports a second over one-row commits a second"
