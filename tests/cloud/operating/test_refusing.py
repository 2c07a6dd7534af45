"""What is refused, and in which words: none of AWS's own where they may quote what was asked."""

from pathlib import Path

import pytest

from schemas.events.upcast import NewerEventError
from tests.contract.aws import SECRET, refusal
from vangnet.rigs.aws.operating.changes import _endangered
from vangnet.rigs.aws.operating.stack import CannotOperate, in_region, speaking


@pytest.mark.parametrize("operation", ["GetItem", "SendEmail", "PutSecretValue", "GetObject"])
def test_what_aws_refuses_is_said_by_operation_and_code(operation: str) -> None:
    """Its own words may hold an address, a number or a key, and are not repeated."""
    with pytest.raises(CannotOperate) as said, speaking():
        raise refusal(operation, "AccessDenied", f"not for {SECRET}")

    assert str(said.value) == f"AWS refused {operation} (AccessDenied)"


def test_what_is_wrong_with_a_template_is_said_in_the_words_of_aws() -> None:
    """They name resources and parameters, and without them nobody could mend it."""
    with pytest.raises(CannotOperate, match="Template error: no Table"), speaking():
        raise refusal("CreateChangeSet", "ValidationError", "Template error: no Table")


def test_data_of_a_newer_version_is_one_sentence() -> None:
    """Who operates with an older version is told so."""
    with pytest.raises(CannotOperate, match="newer Vangnet"), speaking():
        raise NewerEventError("case/VN-0000-0000")


@pytest.mark.parametrize(
    "kind", ["AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::S3::Bucket", "AWS::SecretsManager::Secret"]
)
@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ({"Action": "Remove"}, True),
        ({"Action": "Modify", "Replacement": "True"}, True),
        ({"Action": "Modify", "Replacement": "Conditional"}, True),
        ({"Action": "Modify", "Replacement": "False"}, False),
        ({"Action": "Add"}, False),
    ],
)
def test_what_holds_data_is_in_danger_where_it_might_be_lost(kind: str, change: dict[str, str], lost: bool) -> None:
    """Removed, replaced, or replaced perhaps: each is refused; anything else that is replaced is not."""
    row = {"ResourceType": kind, "LogicalResourceId": "Kept"} | change

    assert _endangered(row) == ("Kept" if lost else "")
    assert _endangered(row | {"ResourceType": "AWS::Lambda::Function"}) == ""


def test_without_a_region_nothing_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither option, environment nor profile names one: the words say what to give."""
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))

    with pytest.raises(CannotOperate, match="give --region"):
        in_region(None)
