"""Who is told when something fails: each alarm reaches the topic, has its paragraph, and watches what is written."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.package.reading import Part, functions, of_type, statement, text
from tools.stack import ROOT
from vangnet.rigs.aws import numbers

pytestmark = pytest.mark.xdist_group("stack")

RUNBOOK = ROOT / "docs" / "operate-aws.md"
CHAPTER = "## When an alarm rings"
STACK = "${AWS::StackName}"
RIG = ROOT / "functions" / "vangnet" / "rigs" / "aws"


def alarms(template: Part) -> dict[str, Part]:
    """Return the properties of every alarm."""
    return of_type(template, "AWS::CloudWatch::Alarm")


def headings() -> list[str]:
    """Return the headings of the paragraphs for alarms, as links name them."""
    chapter = RUNBOOK.read_text(encoding="utf-8").partition(CHAPTER)[2].partition("\n## ")[0]
    found = re.findall(r"^### (.+)$", chapter, re.MULTILINE)
    return [re.sub(r"[^a-z0-9-]", "", one.lower().replace(" ", "-")) for one in found]


def named(template: Part) -> set[str]:
    """Return the headings that alarms and what AWS says of itself name."""
    texts = [one["AlarmDescription"] for one in alarms(template).values()]
    texts += [one["Description"] for one in of_type(template, "AWS::Events::Rule").values() if "Description" in one]
    return {found for said in texts for found in re.findall(r"docs/operate-aws\.md#([a-z-]+)$", said)}


def test_every_alarm_has_its_paragraph_and_every_paragraph_its_alarm(whole: Part) -> None:
    """Whoever is woken by one finds what to do under the heading that it names; no paragraph is about nothing."""
    assert named(whole) == set(headings())
    assert len(headings()) == len(set(headings()))
    assert all("#" in one["AlarmDescription"] for one in alarms(whole).values())


def test_every_paragraph_says_what_cannot_be_lost() -> None:
    """Each says what it means, what to look at and do, and what is lost or not meanwhile."""
    chapter = RUNBOOK.read_text(encoding="utf-8").partition(CHAPTER)[2].partition("\n## ")[0]

    for paragraph in chapter.split("\n### ")[1:]:
        heading, _, words = paragraph.partition("\n")
        assert words.strip().startswith("*"), heading
        assert len(words.strip().split("\n\n")) >= 3, heading


def test_somebody_is_told_when_it_begins_and_when_it_is_over(whole: Part) -> None:
    """Every alarm acts on the one topic, in both directions."""
    told = [{"Ref": "AlarmTopic"}]

    assert {json.dumps(one["AlarmActions"]) for one in alarms(whole).values()} == {json.dumps(told)}
    assert {json.dumps(one["OKActions"]) for one in alarms(whole).values()} == {json.dumps(told)}


def test_the_topic_lets_alarms_and_aws_in(whole: Part) -> None:
    """CloudWatch and EventBridge may publish to it, and may use the key that encrypts it."""
    policy = of_type(whole, "AWS::SNS::TopicPolicy")["AlarmTopicPolicy"]["PolicyDocument"]["Statement"]
    key = of_type(whole, "AWS::KMS::Key")["NoticeKey"]["KeyPolicy"]["Statement"]
    for service in ("cloudwatch.amazonaws.com", "events.amazonaws.com"):
        assert any(service in statement("", one).principals for one in policy if one["Effect"] == "Allow")
        [allowed] = [statement("", one) for one in key if service in statement("", one).principals]
        assert set(allowed.actions) == {"kms:GenerateDataKey", "kms:Decrypt"}


def missing(template: Part) -> Iterator[str]:
    """Yield what should be watched and is not."""
    watched = {
        (one["Namespace"], one["MetricName"], text(dimension["Value"]))
        for one in alarms(template).values()
        if isinstance(one["Namespace"], str)
        for dimension in one["Dimensions"]
    }
    for name, made in functions(template).items():
        for metric in ("Errors", "Throttles"):
            if ("AWS/Lambda", metric, text(made["FunctionName"])) not in watched:
                yield f"{metric} of {name}"
    for queue in of_type(template, "AWS::SQS::Queue"):
        dead = queue.endswith("DeadLetters")
        metric = "ApproximateNumberOfMessagesVisible" if dead else "ApproximateAgeOfOldestMessage"
        if ("AWS/SQS", metric, f"${{{queue}.QueueName}}") not in watched:
            yield f"{metric} of {queue}"
    for function in ("assessment", "notify"):
        if ("AWS/Lambda", "IteratorAge", f"{STACK}-{function}") not in watched:
            yield f"age of the stream of {function}"
    own = {one["MetricName"] for one in alarms(template).values() if text(one["Namespace"]) == STACK}
    yield from sorted({"late", "stuck", "not_done", "clock_not_set", "message_lost"} - own)


def test_everything_that_can_stop_an_alarm_is_watched(whole: Part) -> None:
    """Each function, queue and stream, and every number that tells of something late, has its alarm."""
    assert list(missing(whole)) == []


@pytest.mark.parametrize(
    "name", ["MailDeadLettersFilled", "IntakeThrottled", "NotifyBehind", "Overdue", "MailQueueBehind"]
)
def test_an_alarm_that_is_missing_is_seen(template: Part, name: str) -> None:
    """Without one of them there is something that nobody watches."""
    del template["Resources"][name]

    assert len(list(missing(template))) == 1


def test_alarms_watch_what_the_functions_write(
    whole: Part, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Namespace, dimensions and names are those of the numbers that stand in the log."""
    monkeypatch.setenv(numbers.NAMESPACE, "a-stack")
    numbers.count("late", 2)
    [written] = json.loads(capsys.readouterr().out)["_aws"]["CloudWatchMetrics"]
    counted = {name for file in RIG.glob("*.py") for name in re.findall(r'count\(\s*f?"(\w+)', file.read_text())}
    ours = [one for one in alarms(whole).values() if text(one["Namespace"]) == STACK]

    assert written["Namespace"] == "a-stack"
    for one in ours:
        assert [dimension["Name"] for dimension in one["Dimensions"]] == written["Dimensions"][0]
        assert [dimension["Value"] for dimension in one["Dimensions"]] == [numbers.SERVICE]
        assert one["MetricName"] in counted or one["MetricName"].startswith("message_")
    environment = whole["Globals"]["Function"]["Environment"]["Variables"]
    assert environment[numbers.NAMESPACE] == {"Ref": "AWS::StackName"}


def test_a_sweep_that_does_not_run_rings(whole: Part) -> None:
    """No number at all is bad there, as nothing else would tell."""
    idle = alarms(whole)["SweepIdle"]

    assert (idle["MetricName"], idle["Threshold"], idle["Period"]) == ("Invocations", 1, 300)
    assert idle["ComparisonOperator"] == "LessThanThreshold"
    assert idle["TreatMissingData"] == "breaching"


def test_spending_rings_at_half_and_at_80_percent(whole: Part) -> None:
    """Of each limit that can be chosen, exactly that; and each limit can be looked up."""
    shares, budget = whole["Mappings"]["SmsBudget"], whole["Parameters"]["SmsBudgetDollars"]
    thresholds = [one["Threshold"] for one in alarms(whole).values() if one["MetricName"] == "SMSMonthToDateSpentUSD"]

    assert [one["Fn::FindInMap"][2] for one in thresholds] == ["half", "most"]
    assert sorted(shares) == sorted(budget["AllowedValues"])
    assert budget["Default"] in shares
    assert {limit: (int(limit) * 0.5, int(limit) * 0.8) for limit in shares} == {
        limit: (one["half"], one["most"]) for limit, one in shares.items()
    }


def test_the_dashboard_shows_what_there_is(whole: Part) -> None:
    """It is JSON once its names are filled in, every name is one of the template, and no two graphs overlap."""
    body = whole["Resources"]["Overview"]["Properties"]["DashboardBody"]["Fn::Sub"]
    widgets = json.loads(re.sub(r"\$\{[^}]+\}", "x", body))["widgets"]
    places = {name.partition(".")[0] for name in re.findall(r"\$\{([^}]+)\}", body) if not name.startswith("AWS::")}

    assert places <= set(whole["Resources"])
    assert len({(one["x"], one["y"]) for one in widgets}) == len(widgets) >= 12
    for one in widgets:
        assert one["properties"]["metrics"], one["properties"]["title"]
        assert all(len(line) % 2 == 0 for line in one["properties"]["metrics"]), one["properties"]["title"]


BREAKS: list[Callable[[Any], object]] = [
    lambda alarm: alarm.update(AlarmDescription="Something. See docs/operate-aws.md#nobody-wrote-it"),
    lambda alarm: alarm.update(AlarmDescription="Something."),
]


@pytest.mark.parametrize("breaks", BREAKS, ids=["no such heading", "no heading"])
def test_an_alarm_without_its_paragraph_is_seen(template: Part, breaks: Callable[[Any], object]) -> None:
    """A heading that is not there, and one that no alarm names any more, make the two differ."""
    breaks(alarms(template)["SweepIdle"])

    assert named(template) != set(headings())


def test_the_page_about_the_stack_names_what_there_is(whole: Part) -> None:
    """Every function and every type of resource stands in docs/aws.md, and every question that the table is asked."""
    page = (ROOT / "docs" / "aws.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    types = {one["Type"] for one in whole["Resources"].values()}
    asked = set(re.findall(r"^    def ([a-z]\w*)\(", (RIG / "dynamo_store.py").read_text(), re.MULTILINE))

    assert sorted(rows) == sorted(
        one["Environment"]["Variables"]["VANGNET_FUNCTION"] for one in functions(whole).values()
    )
    assert set(re.findall(r"`(AWS::\w+::\w+)`", page)) == types
    assert set(re.findall(r"`DynamoStore\.(\w+)`", page)) == asked


def test_the_page_about_the_stack_has_the_keys_of_the_table() -> None:
    """What lies under which key is the same there as where the table is made."""
    page = (ROOT / "docs" / "aws.md").read_text(encoding="utf-8")
    rows = re.findall(r"^(\| .+ \| .+ \| .+ \|) .+ \|$", (RIG / "table.py").read_text(encoding="utf-8"), re.MULTILINE)

    assert len(rows) >= 6
    assert [row for row in rows if f"\n{row}\n" not in page] == []
