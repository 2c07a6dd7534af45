"""The packaged template in the emulated AWS: packaged once, deployed as `make deploy` deploys it."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cloud.ministack import Ministack

STACK = "vangnet"
ARTIFACTS = "vangnet-artifacts"
DOCUMENTS = "config/documents.json"
MAIL_FROM = "vangnet@voorbeeldstad.example"
READY_SECONDS = 120.0
PARAMETERS = {
    "ArtifactsBucket": ARTIFACTS,
    "MailDomain": "voorbeeldstad.example",
    "MailFrom": MAIL_FROM,
    "PublicAddress": "https://vangnet.voorbeeldstad.example",
}


@dataclass(frozen=True)
class Deployed:
    """A stack that stands: its outputs, and clients of the cloud that it stands in."""

    cloud: Ministack
    outputs: dict[str, str]
    resources: dict[str, str]

    def client(self, service: str) -> Any:
        """Return a client of a service; whoever asks closes it."""
        return self.cloud.client(service)

    @property
    def prefix(self) -> str:
        """Return what stands before a path of the pages."""
        return f"/restapis/{self.outputs['ApiId']}/api/_user_request_"


def deploy(
    cloud: Ministack, package: Path, *, documents: bytes = b"", parameters: dict[str, str] | None = None
) -> Deployed:
    """Put a package into the emulated cloud, and wait until its stack stands.

    Raises:
        RuntimeError: it does not, with what the events of the stack say.
    """
    template = json.loads((package / "template.json").read_text())
    storage, formation = cloud.client("s3"), cloud.client("cloudformation")
    try:
        storage.create_bucket(Bucket=ARTIFACTS, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        storage.put_object(Bucket=ARTIFACTS, Key="code.zip", Body=(package / "deployment.zip").read_bytes())
        if documents:
            storage.put_object(Bucket=ARTIFACTS, Key=DOCUMENTS, Body=documents)
            parameters = {"ConfigKey": DOCUMENTS} | (parameters or {})
        for resource in template["Resources"].values():
            if resource["Type"] == "AWS::Serverless::Function":
                resource["Properties"]["CodeUri"] = {"Bucket": ARTIFACTS, "Key": "code.zip"}
            if resource["Type"] == "AWS::Serverless::LayerVersion":
                name = resource["Properties"]["ContentUri"]
                storage.put_object(Bucket=ARTIFACTS, Key=name, Body=(package / name).read_bytes())
                resource["Properties"]["ContentUri"] = {"Bucket": ARTIFACTS, "Key": name}
        storage.put_object(Bucket=ARTIFACTS, Key="template.json", Body=json.dumps(template).encode())
        formation.create_stack(
            StackName=STACK,
            TemplateURL=f"{cloud.address}/{ARTIFACTS}/template.json",
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
            Parameters=[
                {"ParameterKey": name, "ParameterValue": value}
                for name, value in (PARAMETERS | (parameters or {})).items()
            ],
        )
        return Deployed(cloud, _outputs(formation), _resources(formation))
    finally:
        storage.close()
        formation.close()


def _outputs(formation: Any) -> dict[str, str]:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        stack = formation.describe_stacks(StackName=STACK)["Stacks"][0]
        if stack["StackStatus"] == "CREATE_COMPLETE":
            return {one["OutputKey"]: one["OutputValue"] for one in stack.get("Outputs", [])}
        if "FAILED" in stack["StackStatus"] or "ROLLBACK" in stack["StackStatus"]:
            events = formation.describe_stack_events(StackName=STACK)["StackEvents"]
            said = [one.get("ResourceStatusReason", "") for one in events if "FAILED" in one["ResourceStatus"]]
            raise RuntimeError(f"{stack['StackStatus']}: {stack.get('StackStatusReason', '')} {said}")
        time.sleep(0.1)
    raise TimeoutError("the stack did not come to stand")


def _resources(formation: Any) -> dict[str, str]:
    found = formation.describe_stack_resources(StackName=STACK)["StackResources"]
    return {one["LogicalResourceId"]: one["PhysicalResourceId"] for one in found}
