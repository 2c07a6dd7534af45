"""Alarms and the dashboard: the rows of infra/aws/6-alarms.yaml and 7-dashboard.yaml as CloudWatch wants them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

Part = dict[str, Any]

RUNBOOK = "docs/operate-aws.md"
COMPARISONS = {"<": "LessThanThreshold", ">": "GreaterThanThreshold", ">=": "GreaterThanOrEqualToThreshold"}
SILENCE = {"good": "notBreaching", "bad": "breaching", "same": "ignore"}
FIELDS = {"each", "see", "says", "metric", "of", "when", "for", "silence"}
ANY = "NAME"  # Stands in a row for each function or queue that it is for.
WIDTH, HEIGHT, ACROSS = 8, 6, 3  # Of one graph, in CloudWatch's own units, and graphs side by side.


def alarms(rows: Mapping[str, Part], each: Mapping[str, Mapping[str, str]]) -> Part:
    """Return the alarms that the rows ask for; `each` gives, by kind, names and the prefix of their resources."""
    found: Part = {}
    for title, row in rows.items():
        if unknown := set(row) - FIELDS:
            raise ValueError(f"6-alarms.yaml: {title}: {', '.join(sorted(unknown))} is not known")
        for name, prefix in each[row["each"]].items() if "each" in row else [("", "")]:
            found[prefix + title] = _alarm(_kebab(prefix + title), row, name)
    return found


def _alarm(title: str, row: Part, name: str) -> Part:
    statistic, comparison, threshold = row["when"]
    enough, periods, seconds = row["for"]
    namespace, _, metric = row["metric"].partition(" ")
    said = f"{row['says'].replace(ANY, name)}. See {RUNBOOK}#{row['see']}"
    properties = {
        "AlarmName": {"Fn::Sub": f"${{AWS::StackName}}-{title}"},
        "AlarmDescription": said[0].upper() + said[1:],
        "Namespace": _text(namespace),
        "MetricName": metric,
        "Dimensions": [{"Name": key, "Value": _text(value.replace(ANY, name))} for key, value in row["of"].items()],
        "Statistic": statistic,
        "ComparisonOperator": COMPARISONS[comparison],
        "Threshold": _threshold(threshold),
        "DatapointsToAlarm": enough,
        "EvaluationPeriods": periods,
        "Period": seconds,
        "TreatMissingData": SILENCE[row["silence"]],
        "AlarmActions": [{"Ref": "AlarmTopic"}],
        "OKActions": [{"Ref": "AlarmTopic"}],
    }
    return {"Type": "AWS::CloudWatch::Alarm", "Properties": properties}


def _threshold(threshold: float | str) -> Any:
    """Return a number, or where a row names a share of the SMS budget what that is for the budget of this stack."""
    if isinstance(threshold, str):
        return {"Fn::FindInMap": ["SmsBudget", {"Ref": "SmsBudgetDollars"}, threshold]}
    return threshold


def _text(value: str) -> Any:
    return {"Fn::Sub": value} if "${" in value else value


def _kebab(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")


def dashboard(rows: list[list[Any]], each: Mapping[str, Mapping[str, str]]) -> Part:
    """Return the dashboard that the rows ask for, three graphs side by side."""
    widgets = [_graph(number, row, each) for number, row in enumerate(rows)]
    body = json.dumps({"widgets": widgets}, indent=1)
    properties = {"DashboardName": {"Ref": "AWS::StackName"}, "DashboardBody": {"Fn::Sub": body}}
    return {"Type": "AWS::CloudWatch::Dashboard", "Properties": properties}


def _graph(number: int, row: list[Any], each: Mapping[str, Mapping[str, str]]) -> Part:
    title, statistic, seconds, lines = row
    shown = {"view": "timeSeries", "region": "${AWS::Region}", "title": title, "stat": statistic, "period": seconds}
    place = {"x": number % ACROSS * WIDTH, "y": number // ACROSS * HEIGHT, "width": WIDTH, "height": HEIGHT}
    return {"type": "metric", **place, "properties": shown | {"metrics": list(_lines(lines, each))}}


def _lines(lines: list[Any], each: Mapping[str, Mapping[str, str]]) -> Iterator[list[str]]:
    if lines[0] != "each":
        yield from lines
        return
    for name in each[lines[1]]:
        yield [part.replace(ANY, name) for part in lines[2:]]
