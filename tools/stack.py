"""The template that is laid over what Chalice makes: infra/aws put together, and what each function gets alike."""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

from tools.watching import alarms, dashboard

Part = dict[str, Any]

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"  # What packages is what runs.
ROOT = Path(__file__).parents[1]
INFRA = ROOT / "infra" / "aws"
CONFIG = ROOT / "functions" / ".chalice" / "config.json"
METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
# What files a report goes to intake by these, anything else to pages.
TO_INTAKE = {"/melden/verstuur": "post", "/api/v1/reports": "post"}
PATHS = ("/", "/{proxy+}", *TO_INTAKE)
# Each bucket, and the key that encrypts what lies in it.
BUCKETS = {"EvidenceBucket": "EvidenceKey", "UploadsBucket": "DataKey", "MailBucket": "DataKey"}
LOG_DAYS = 30  # Long enough to look into what a person noticed; a log holds no personal data.


def functions() -> tuple[str, ...]:
    """Return the names of the functions, as app.py has them."""
    stages = json.loads(CONFIG.read_text())["stages"]
    return tuple(stages["prod"]["lambda_functions"])


def resource_name(function: str) -> str:
    """Return what Chalice calls a function in the template."""
    return "".join(part.capitalize() for part in function.split("_"))


def overlay() -> Part:
    """Return the whole template that is merged into Chalice's."""
    found: Part = {}
    for file in sorted(INFRA.glob("*.yaml")):
        _merge(found, yaml.safe_load(file.read_text(encoding="utf-8")), file.name)
    resources = found["Resources"]
    machine = json.loads((INFRA / resources["Clock"]["Properties"]["DefinitionString"]).read_text(encoding="utf-8"))
    resources["Clock"]["Properties"]["DefinitionString"] = json.dumps(machine, indent=1)
    resources["LettersLayer"]["Properties"]["CompatibleRuntimes"] = [f"python{PYTHON}"]
    resources["Api"]["Properties"]["DefinitionBody"]["paths"] = paths()
    resources["Table"]["Properties"] |= table()
    for bucket, key in BUCKETS.items():
        resources[f"{bucket}Policy"]["Properties"]["PolicyDocument"]["Statement"] += guards(bucket, key)
    for function in functions():
        _merge(found, {"Resources": of_function(function)}, function)
    _merge(resources, watching(found.pop("Alarms"), found.pop("Dashboard"), resources), "watching")
    return found


def watching(rows: Part, graphs: list[Any], resources: Part) -> Part:
    """Return the alarms and the dashboard; a row for each function or queue is made for all that there are."""
    queues = {name: name for name, one in resources.items() if one.get("Type") == "AWS::SQS::Queue"}
    given_up = {name: name for name in queues if name.endswith("DeadLetters")}
    each = {
        "functions": {name: resource_name(name) for name in functions()},
        "queues": {name: name for name in queues if name not in given_up},
        "dead_letters": given_up,
    }
    return alarms(rows, each) | {"Overview": dashboard(graphs, each)}


def table() -> Part:
    """Return the keys, indexes and stream of the table, from the one place that the store reads them from."""
    from vangnet.rigs.aws.table import definition

    known = definition("")
    return {name: known[name] for name in ("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes")} | {
        "StreamSpecification": {"StreamViewType": known["StreamSpecification"]["StreamViewType"]}
    }


def guards(bucket: str, key: str) -> list[Part]:
    """Return what the policy of every bucket refuses: plain HTTP, old TLS, and any encryption but by its own key."""
    whole = [_arn(bucket), {"Fn::Sub": f"${{{bucket}.Arn}}/*"}]
    how, which = "s3:x-amz-server-side-encryption", "s3:x-amz-server-side-encryption-aws-kms-key-id"
    # Who names no encryption gets the bucket's own. A comparison alone would hit them too, hence "Null".
    other_way = {"Null": {how: "false"}, "StringNotEquals": {how: "aws:kms"}}
    other_key = {"Null": {which: "false"}, "StringNotEquals": {which: _arn(key)}}
    return [
        _refused("OnlyTls", "s3:*", whole, {"Bool": {"aws:SecureTransport": "false"}}),
        _refused("OnlyModernTls", "s3:*", whole, {"NumericLessThan": {"s3:TlsVersion": "1.2"}}),
        _refused("OnlyEncrypted", "s3:PutObject", whole[1:], other_way),
        _refused("OnlyByItsKey", "s3:PutObject", whole[1:], other_key),
    ]


def _refused(title: str, action: str, where: list[Part], when: Part) -> Part:
    return {"Sid": title, "Effect": "Deny", "Principal": "*", "Action": action, "Resource": where, "Condition": when}


def paths() -> Part:
    """Return the paths of the API, each method spelled out and led to its function."""
    found: Part = {}
    for path in PATHS:
        found[path] = {method: _to(_serving(path, method), path) for method in METHODS}
    return found


def _serving(path: str, method: str) -> str:
    return "Intake" if TO_INTAKE.get(path) == method else "Pages"


def _to(function: str, path: str) -> Part:
    arn = f"arn:${{AWS::Partition}}:apigateway:${{AWS::Region}}:lambda:path/2015-03-31/functions/${{{function}.Arn}}"
    uri = {"Fn::Sub": f"{arn}/invocations"}
    leads: Part = {"x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST", "uri": uri}}
    if "{proxy+}" in path:
        leads["parameters"] = [{"name": "proxy", "in": "path", "required": True, "schema": {"type": "string"}}]
    return leads | {"responses": {"default": {"description": "what the function answers"}}}


def of_function(function: str) -> Part:
    """Return what every function gets alike: a name, and a log of its own that ends."""
    name = resource_name(function)
    title = {"Fn::Sub": f"${{AWS::StackName}}-{function}"}
    log = {"Fn::Sub": f"/aws/lambda/${{AWS::StackName}}-{function}"}
    return {
        name: {"Properties": {"FunctionName": title}, "DependsOn": [f"{name}Log"]},
        f"{name}Log": {
            "Type": "AWS::Logs::LogGroup",
            "Properties": {"LogGroupName": log, "RetentionInDays": LOG_DAYS, "KmsKeyId": _arn("LogKey")},
        },
    }


def _arn(resource: str) -> Part:
    return {"Fn::GetAtt": [resource, "Arn"]}


def _merge(into: Part, more: Part, where: str, path: str = "") -> None:
    """Put more into a template; two parts must not say different things in one place."""
    for key, value in more.items():
        here = f"{path}/{key}"
        if key not in into:
            into[key] = value
        elif isinstance(into[key], dict) and isinstance(value, dict):
            _merge(into[key], value, where, here)
        else:
            raise ValueError(f"{where}: {here} is said twice; say it in one file")
