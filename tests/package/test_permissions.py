"""Who may do what: no more than is needed, nothing by a wildcard that nobody defends."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.package.needed import ACTIONS, BY_OTHERS, NEEDED, SELDOM, check_calls, never_seen
from tests.package.reading import Part, Statement, functions, of_resources, of_role, of_roles
from tools.stack import resource_name

pytestmark = pytest.mark.xdist_group("stack")

_BUCKET = "arn:${{AWS::Partition}}:s3:::${{AWS::StackName}}-{}-${{AWS::AccountId}}/{}/*"
LANDS = "what lands has a name that is drawn when its form is made, or that SES draws"

# What stands in a role with a wildcard, and why it cannot be named.
WILDCARDS: dict[tuple[str, str], str] = {
    ("sns:Publish", "*"): "AWS knows no resource for a phone number; a Deny beside it takes out every topic",
    ("sns:Publish", "arn:${AWS::Partition}:sns:*:*:*"): "that Deny: every topic of every region and account",
    ("s3:GetObject", _BUCKET.format("evidence", "evidence")): "each file of evidence has a name drawn for it",
    ("s3:PutObject", _BUCKET.format("evidence", "evidence")): "each file of evidence has a name drawn for it",
    ("s3:DeleteObject", _BUCKET.format("evidence", "evidence")): "each file of evidence has a name drawn for it",
    ("s3:GetObject", _BUCKET.format("mail", "mail")): LANDS,
    ("s3:DeleteObject", _BUCKET.format("mail", "mail")): LANDS,
    ("s3:GetObject", _BUCKET.format("mail", "done")): LANDS,
    ("s3:PutObject", _BUCKET.format("mail", "done")): LANDS,
    ("s3:GetObject", _BUCKET.format("mail", "refused")): LANDS,
    ("s3:GetObject", _BUCKET.format("uploads", "uploads")): LANDS,
    ("s3:PutObject", _BUCKET.format("uploads", "uploads")): LANDS,
    ("s3:DeleteObject", _BUCKET.format("uploads", "uploads")): LANDS,
    ("s3:GetObject", _BUCKET.format("uploads", "done")): LANDS,
    ("s3:PutObject", _BUCKET.format("uploads", "done")): LANDS,
    ("s3:GetObject", _BUCKET.format("uploads", "refused")): LANDS,
    ("s3:PutObject", _BUCKET.format("uploads", "refused")): LANDS,
    ("s3:DeleteObject", _BUCKET.format("uploads", "refused")): LANDS,
    ("s3:GetObject", _BUCKET.format("uploads", "downloads")): "a download has a name that nobody can guess",
    ("s3:PutObject", _BUCKET.format("uploads", "downloads")): "a download has a name that nobody can guess",
}


def wild(statements: list[Statement]) -> set[tuple[str, str]]:
    """Return every action and resource that stands with a wildcard."""
    pairs = {(action, place) for one in statements for action in one.actions for place in one.where}
    return {(action, place) for action, place in pairs if "*" in action or "*" in place}


def test_every_wildcard_is_defended(whole: Part) -> None:
    """No role has an action with a wildcard; each for a resource has its reason, and each reason its case."""
    assert wild(list(of_roles(whole))) == set(WILDCARDS)
    assert not any("*" in action for action, _ in WILDCARDS)


def test_a_new_wildcard_is_seen(template: Part) -> None:
    """A role that may do anything to the table, or something to every table, is found."""
    rights = template["Resources"]["SweepRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]
    rights[3]["Action"] = ["dynamodb:*"]
    rights[4]["Resource"] = "*"

    assert {action for action, _ in wild(list(of_roles(template))) - set(WILDCARDS)} == {
        "dynamodb:*",
        "dynamodb:Query",
    }


def test_a_policy_of_a_resource_names_what_it_allows(whole: Part) -> None:
    """Beside a key's own account, whoever a bucket, queue, topic or key lets in is let do what is named."""
    found = {(one.owner, one.sid) for one in of_resources(whole) if one.allows and "*" in " ".join(one.actions)}

    assert {sid for _, sid in found} == {"Owner"}
    assert {owner for owner, _ in found} == set(_keys(whole))


def _keys(whole: Part) -> list[str]:
    return [name for name, one in whole["Resources"].items() if one["Type"] == "AWS::KMS::Key"]


@pytest.mark.parametrize("function", NEEDED)
def test_a_policy_is_what_is_needed(whole: Part, function: str) -> None:
    """A function is allowed what the reviewed table says, no less and no more, and nothing is forbidden by mistake."""
    assert allowed(whole, function) == set(NEEDED[function])


def allowed(template: Part, function: str) -> set[str]:
    """Return the actions that a function is allowed."""
    role = functions(template)[resource_name(function)]["Role"]["Fn::GetAtt"][0]
    return {action for one in of_role(template, role) if one.allows for action in one.actions}


def test_every_function_is_in_the_table(whole: Part) -> None:
    """No function is without its row, and no row without its function; whatever is seldom is needed."""
    assert {resource_name(name) for name in NEEDED} == set(functions(whole))
    assert all(action in NEEDED[function] for function, action in SELDOM)
    assert all(NEEDED[function][action] for function in NEEDED for action in NEEDED[function])


def test_no_permission_is_known_for_nothing() -> None:
    """Whatever calls or AWS itself may need, some function needs."""
    needed = {action for rows in NEEDED.values() for action in rows}

    assert {action for actions in ACTIONS.values() for action in actions} | set(BY_OTHERS) == needed


def test_a_transaction_is_what_its_permissions_say() -> None:
    """What an append writes is puts and deletions, as the table has it."""
    source = Path("functions/vangnet/rigs/aws/transaction.py").read_text()

    assert set(re.findall(r'yield "(\w+)"', source)) == {"Put", "Delete"}


@pytest.mark.parametrize(
    ("function", "call"),
    [("tick", ("sns", "Publish")), ("intake", ("dynamodb", "Query")), ("sweep", ("dynamodb", "Scan"))],
)
def test_a_call_outside_the_policy_fails(function: str, call: tuple[str, str]) -> None:
    """A call that is not allowed, and one that nobody looked up, stop the test that recorded it."""
    check_calls("notify", [("sns", "Publish"), ("dynamodb", "Query")])

    with pytest.raises(AssertionError, match=function):
        check_calls(function, [call])


def test_a_permission_that_nobody_uses_is_told() -> None:
    """What a function may do and never did is named, but for what AWS does and what is seldom."""
    assert never_seen("intake", [("s3", "GetObject"), ("kms", "Encrypt")]) == {
        "secretsmanager:GetSecretValue",
        "dynamodb:PutItem",
    }


WIDER: list[tuple[str, Callable[[list[Any]], object]]] = [
    ("tick", lambda rights: rights.append({"Effect": "Allow", "Action": "sns:Publish", "Resource": "*"})),
    ("intake", lambda rights: rights.pop()),
]


@pytest.mark.parametrize(("function", "change"), WIDER)
def test_a_changed_policy_is_seen(template: Part, function: str, change: Callable[[list[Any]], object]) -> None:
    """A permission too many, and one too few, differ from the table."""
    role = functions(template)[resource_name(function)]["Role"]["Fn::GetAtt"][0]
    change(template["Resources"][role]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"])

    assert allowed(template, function) != set(NEEDED[function])
