"""What wakes each function: nothing is skipped, nothing blocks, and what is given up lies somewhere."""

import json
from typing import Any

import pytest

from tests.package.reading import functions, of_type

pytestmark = pytest.mark.xdist_group("stack")

Part = dict[str, Any]

STREAMS = {"Assessment": "AssessmentDeadLetters", "Notify": "NotifyDeadLetters"}
QUEUES = {"MailIntake": "MailQueue", "Evidence": "UploadsQueue", "Feedback": "FeedbackQueue", "Letters": "LettersQueue"}
TWO_WEEKS = 14 * 24 * 60 * 60
PATIENCE = 6  # AWS's own advice: a queue waits six times as long as its function may take, or works are doubled.


def source(template: Part, function: str) -> Part:
    """Return the one event source of a function."""
    [found] = functions(template)[function]["Events"].values()
    properties: Part = found["Properties"]
    return properties


@pytest.mark.parametrize("function", STREAMS)
def test_a_stream_is_read_from_its_beginning_and_never_blocked(whole: Part, function: str) -> None:
    """From the horizon, in part, in halves, a bounded number of times; what is given up goes to the dead letters."""
    found = source(whole, function)

    assert found["StartingPosition"] == "TRIM_HORIZON"
    assert found["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert found["BisectBatchOnFunctionError"] is True
    assert 3 <= found["MaximumRetryAttempts"] <= 10
    assert 600 <= found["MaximumRecordAgeInSeconds"] <= 3600
    assert found["DestinationConfig"]["OnFailure"]["Destination"] == {"Fn::GetAtt": [STREAMS[function], "Arn"]}
    assert found["Stream"] == {"Fn::GetAtt": ["Table", "StreamArn"]}
    assert 1 <= found["BatchSize"] <= 10


def test_each_stream_function_is_woken_by_its_own_records(whole: Part) -> None:
    """Assessment by what is put into the inbox, notify by heads; neither by a field that changes its name."""
    patterns = {
        function: json.loads(source(whole, function)["FilterCriteria"]["Filters"][0]["Pattern"]) for function in STREAMS
    }

    assert patterns["Assessment"] == {
        "eventName": ["INSERT"],
        "dynamodb": {"Keys": {"pk": {"S": [{"prefix": "inbox#"}]}}},
    }
    assert patterns["Notify"] == {
        "eventName": ["INSERT", "MODIFY"],
        "dynamodb": {"Keys": {"pk": {"S": [{"prefix": "stream#"}]}, "sk": {"S": ["head"]}}},
    }


@pytest.mark.parametrize("function", QUEUES)
def test_a_queue_keeps_what_fails(whole: Part, function: str) -> None:
    """In part, five times, then to the dead letters for two weeks; nobody else works on it meanwhile."""
    found, made = source(whole, function), functions(whole)[function]
    queue = of_type(whole, "AWS::SQS::Queue")[QUEUES[function]]
    dead = queue["RedrivePolicy"]["deadLetterTargetArn"]["Fn::GetAtt"][0]

    assert found["Queue"] == {"Fn::GetAtt": [QUEUES[function], "Arn"]}
    assert found["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert queue["VisibilityTimeout"] >= PATIENCE * made["Timeout"]
    assert 3 <= queue["RedrivePolicy"]["maxReceiveCount"] <= 10
    assert queue["MessageRetentionPeriod"] == TWO_WEEKS
    assert of_type(whole, "AWS::SQS::Queue")[dead]["MessageRetentionPeriod"] == TWO_WEEKS


def test_every_queue_has_its_place(whole: Part) -> None:
    """Each queue wakes a function or keeps what one gave up; no two share one."""
    kept = [text["RedrivePolicy"]["deadLetterTargetArn"]["Fn::GetAtt"][0] for text in _waking(whole).values()]
    given_up = [*kept, *STREAMS.values(), "SweepDeadLetters"]

    assert sorted([*QUEUES.values(), *given_up]) == sorted(of_type(whole, "AWS::SQS::Queue"))


def _waking(whole: Part) -> dict[str, Part]:
    return {name: of_type(whole, "AWS::SQS::Queue")[name] for name in QUEUES.values()}


def test_the_sweep_comes_every_minute_and_one_that_failed_is_not_repeated(whole: Part) -> None:
    """The next minute's sweep does what a failed one left, which is kept as a dead letter all the same."""
    sweep = functions(whole)["Sweep"]
    [scheduled] = sweep["Events"].values()

    assert scheduled["Properties"]["Schedule"] == "rate(1 minute)"
    assert sweep["Timeout"] < 60
    assert sweep["EventInvokeConfig"]["MaximumRetryAttempts"] == 0
    assert sweep["EventInvokeConfig"]["MaximumEventAgeInSeconds"] == 60
    assert sweep["EventInvokeConfig"]["DestinationConfig"]["OnFailure"]["Type"] == "SQS"


def test_no_function_holds_on_to_a_share_of_the_account(whole: Part) -> None:
    """No function reserves what others may need in an emergency: a new account has ten runs at once in all."""
    assert [name for name, one in functions(whole).items() if "ReservedConcurrentExecutions" in one] == []


def test_answers_come_before_the_api_gives_up(whole: Part) -> None:
    """API Gateway waits 29 seconds; who answers people has ended by then."""
    assert functions(whole)["Intake"]["Timeout"] <= 29
    assert functions(whole)["Pages"]["Timeout"] <= 29
