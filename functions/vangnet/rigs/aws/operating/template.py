"""The packaged template as it is deployed: with its zip, its name, and the table that was restored, if one was.

A restored table is no resource of the stack: CloudFormation cannot adopt it while others name the first one. So the
first one stays in the template as it was, and whatever named it names the restored one, by two parameters. The same is
done with each later release, so that no release brings the first table back.
"""

import copy
import re
from collections.abc import Mapping
from typing import Any

Part = dict[str, Any]

TABLE, STREAM = "RestoredTable", "RestoredStream"  # Parameters: the name of the table, and the ARN of its stream.
LABEL = "VangnetRelease"  # In the template's metadata: the key of the template as it was packaged.
ARN = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${" + TABLE + "}"
FUNCTION, LAYER = "AWS::Serverless::Function", "AWS::Serverless::LayerVersion"


def with_code(template: Part, bucket: str, key: str, layers: Mapping[str, str]) -> Part:
    """Return a packaged template whose functions and layers take their contents from there, layers by their name."""
    made = copy.deepcopy(template)
    for resource in made["Resources"].values():
        if resource["Type"] == FUNCTION:
            resource["Properties"]["CodeUri"] = {"Bucket": bucket, "Key": key}
        if resource["Type"] == LAYER:
            name = resource["Properties"]["ContentUri"]
            resource["Properties"]["ContentUri"] = {"Bucket": bucket, "Key": layers[name]}
    return made


def layers_of(template: Part) -> list[str]:
    """Return the names of the files that the layers of a packaged template are made of."""
    found = (one["Properties"]["ContentUri"] for one in template["Resources"].values() if one["Type"] == LAYER)
    return sorted(str(name) for name in found)


def labelled(template: Part, key: str) -> Part:
    """Return a template that says which release it is."""
    return template | {"Metadata": template.get("Metadata", {}) | {LABEL: key}}


def on_restored(template: Part) -> Part:
    """Return a template in which everything that named the table names the restored one."""
    asked = {
        TABLE: {"Type": "String", "Description": "the table that was restored"},
        STREAM: {"Type": "String", "Description": "the stream of that table"},
    }
    resources = {
        name: resource if name == "Table" else _led(resource) for name, resource in template["Resources"].items()
    }
    rest = {name: _led(part) for name, part in template.items() if name not in {"Resources", "Parameters"}}
    return rest | {"Parameters": template["Parameters"] | asked, "Resources": resources}


def _led(part: Any) -> Any:
    """Return a part of a template with each mention of the table led to the restored one."""
    if isinstance(part, list):
        return [_led(one) for one in part]
    if not isinstance(part, dict):
        return part
    match part:
        case {"Ref": "Table"}:
            return {"Ref": TABLE}
        case {"Fn::GetAtt": ["Table", "Arn"] | "Table.Arn"}:
            return {"Fn::Sub": ARN}
        case {"Fn::GetAtt": ["Table", "StreamArn"] | "Table.StreamArn"}:
            return {"Ref": STREAM}
        case {"Fn::Sub": str(text)}:
            return {"Fn::Sub": _led_text(text)}
        case {"Fn::Sub": [str(text), variables]}:
            return {"Fn::Sub": [_led_text(text), _led(variables)]}
    return {name: _led(one) for name, one in part.items()}


def _led_text(text: str) -> str:
    found = text.replace("${Table.Arn}", ARN).replace("${Table.StreamArn}", "${" + STREAM + "}")
    return re.sub(r"\$\{Table\}", "${" + TABLE + "}", found)
