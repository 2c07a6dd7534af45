"""Reading the packaged template: resources by type, and who may do what where."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Part = dict[str, Any]


def of_type(template: Part, kind: str) -> dict[str, Part]:
    """Return the properties of every resource of a type, by its name."""
    return {name: one.get("Properties", {}) for name, one in template["Resources"].items() if one["Type"] == kind}


def functions(template: Part) -> dict[str, Part]:
    """Return the properties of every function."""
    return of_type(template, "AWS::Serverless::Function")


def role_of(template: Part, function: str) -> Part:
    """Return the properties of a function's role."""
    name = functions(template)[function]["Role"]["Fn::GetAtt"][0]
    found: Part = template["Resources"][name]["Properties"]
    return found


@dataclass(frozen=True)
class Statement:
    """A statement of a policy: whose, whether it allows, what, where; `where` is each resource as text."""

    owner: str
    sid: str
    allows: bool
    actions: tuple[str, ...]
    where: tuple[str, ...]
    principals: tuple[str, ...]
    condition: str


def statement(owner: str, one: Part) -> Statement:
    """Return a statement as it is written in a template."""
    return Statement(
        owner,
        one.get("Sid", ""),
        one["Effect"] == "Allow",
        tuple(listed(one["Action"])),
        tuple(text(place) for place in listed(one.get("Resource", []))),
        tuple(_principals(one.get("Principal", {}))),
        json.dumps(one.get("Condition", {}), sort_keys=True),
    )


def of_role(template: Part, role: str) -> Iterator[Statement]:
    """Yield the statements of a role's own policies."""
    for policy in template["Resources"][role]["Properties"].get("Policies", []):
        for one in policy["PolicyDocument"]["Statement"]:
            yield statement(role, one)


def of_roles(template: Part) -> Iterator[Statement]:
    """Yield the statements of every role's own policies."""
    for role in of_type(template, "AWS::IAM::Role"):
        yield from of_role(template, role)


def of_resources(template: Part) -> Iterator[Statement]:
    """Yield the statements of the policies of buckets, queues, topics and keys."""
    kinds = ("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")
    for kind in kinds:
        for name, properties in of_type(template, kind).items():
            for one in properties["PolicyDocument"]["Statement"]:
                yield statement(name, one)
    for name, properties in of_type(template, "AWS::KMS::Key").items():
        for one in properties["KeyPolicy"]["Statement"]:
            yield statement(name, one)


def listed(value: Any) -> list[Any]:
    """Return what may stand alone as a list."""
    return value if isinstance(value, list) else [value]


def text(value: Any) -> str:
    """Return a reference of the template as short text: `Table.Arn`, `${AWS::StackName}-clock`."""
    match value:
        case {"Fn::GetAtt": [name, attribute]}:
            return f"{name}.{attribute}"
        case {"Fn::GetAtt": str(path)}:
            return path
        case {"Fn::Sub": str(words)}:
            return words
        case {"Ref": name}:
            return str(name)
        case _:
            return value if isinstance(value, str) else json.dumps(value, sort_keys=True)


def _principals(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for names in value.values():
            yield from (text(name) for name in listed(names))
    else:
        yield text(value)
