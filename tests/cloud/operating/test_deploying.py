"""Deploying, configuring and going back, in the emulated cloud: data is never replaced, nothing is half in force."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cloud.operating.conftest import STACK, done, refused
from tests.cloud.stack import Deployed
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.operating.stack import Stack

pytestmark = pytest.mark.xdist_group("operating")

PAGE = Path(__file__).parents[3] / "docs" / "deploy.md"
BUCKET = f"{STACK}-artifacts-000000000000"
MINE = "extends: voorbeeldstad\nversion: mine-{number}\n"


def mine(folder: Path, number: int) -> Path:
    """Return a municipality's document that differs in its version alone."""
    file = folder / f"{number}" / "gemeente.yaml"
    file.parent.mkdir()
    file.write_text(MINE.format(number=number))
    return file


def changed(package: Path, folder: Path, change: Any) -> Path:
    """Return a package whose template was changed."""
    target = folder / "package"
    shutil.copytree(package, target)
    template = json.loads((target / "template.json").read_text())
    change(template)
    (target / "template.json").write_text(json.dumps(template))
    return target


def in_force() -> tuple[str, str]:
    """Return the zip that the functions run, and the documents that they read."""
    stack = Stack(STACK)
    body = client("cloudformation").get_template(StackName=STACK, TemplateStage="Original")["TemplateBody"]
    template = json.loads(body) if isinstance(body, str) else body
    return template["Resources"]["Intake"]["Properties"]["CodeUri"]["Key"], stack.parameters["ConfigKey"]


def test_the_bucket_is_closed_and_holds_what_was_deployed(stack: Deployed) -> None:
    """What is deployed lies by its hash in a bucket that is private, encrypted, versioned and reached by TLS only."""
    storage = client("s3")
    public = storage.get_public_access_block(Bucket=BUCKET)["PublicAccessBlockConfiguration"]
    policy = json.loads(storage.get_bucket_policy(Bucket=BUCKET)["Policy"])
    rules = storage.get_bucket_encryption(Bucket=BUCKET)["ServerSideEncryptionConfiguration"]["Rules"]

    assert len(public) == 4
    assert all(public.values())
    assert policy["Statement"][0]["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
    assert rules[0]["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"] == "AES256"
    assert storage.get_bucket_versioning(Bucket=BUCKET)["Status"] == "Enabled"
    assert in_force()[0].startswith("code/")


def test_deploying_the_same_again_changes_nothing(stack: Deployed, packaged: Path) -> None:
    """The second time there is nothing to change, and the outputs are said all the same."""
    before = in_force()

    words = done("deploy", "--package", packaged)

    assert "nothing to change" in words
    assert f"TableName: {stack.outputs['TableName']}" in words
    assert in_force() == before


def test_documents_are_put_into_force_alone_and_taken_back(stack: Deployed, tmp_path: Path) -> None:
    """Configure changes the documents only; rollback puts back those before, one step at a time."""
    code, config = in_force()

    done("configure", mine(tmp_path, 1))
    first = in_force()
    done("configure", mine(tmp_path, 2))
    second = in_force()
    done("rollback")
    back = in_force()
    done("rollback")

    assert first[0] == second[0] == code
    assert len({config, first[1], second[1]}) == 3
    assert back == first
    assert in_force() == (code, config)


def test_a_document_does_not_tell_where_it_lay(stack: Deployed, tmp_path: Path) -> None:
    """The same document from another folder is the same object, and names no folder."""
    done("configure", mine(tmp_path, 3))
    key = in_force()[1]
    (tmp_path / "other").mkdir()

    assert "in force already" in done("configure", shutil.copy(tmp_path / "3" / "gemeente.yaml", tmp_path / "other"))
    content = client("s3").get_object(Bucket=BUCKET, Key=key)["Body"].read()
    assert str(tmp_path).encode() not in content
    done("rollback")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("extends: voorbeeldstad\nurgent: 3\n", "urgent"),
        ("extends: nergens\n", "nergens"),
        ("extends: landelijk\n", "names no municipality"),
        ("extends: voorbeeldstad\nmunicipality:\n  example: false\n", "no real sign-in"),
    ],
)
def test_documents_that_cannot_be_used_are_refused_in_words(
    stack: Deployed, tmp_path: Path, text: str, words: str
) -> None:
    """What is wrong is said as by check, and what is in force stays."""
    before = in_force()
    file = tmp_path / "stuk.yaml"
    file.write_text(text)

    assert words in refused("configure", file)
    assert in_force() == before


def test_a_release_is_taken_back_with_its_code(stack: Deployed, packaged: Path, tmp_path: Path) -> None:
    """A newer zip with newer documents is in force until rollback puts back both, and every parameter."""
    before = in_force()
    package = changed(packaged, tmp_path, lambda _: None)
    with (package / "deployment.zip").open("ab") as code:
        code.write(b"\0")
    (tmp_path / "parameters.yaml").write_text("SmsBudgetDollars: 100\n")

    document = mine(tmp_path, 4)
    done("deploy", "--package", package, "--config", document, "--parameters", tmp_path / "parameters.yaml")
    newer, asked = in_force(), Stack(STACK).parameters["SmsBudgetDollars"]
    done("rollback")

    assert (newer[0] != before[0], newer[1] != before[1], asked) == (True, True, "100")
    assert in_force() == before
    assert Stack(STACK).parameters["SmsBudgetDollars"] == "50"


def _other_keys(template: Any) -> None:
    template["Resources"]["Table"]["Properties"]["KeySchema"][0]["AttributeName"] = "shelf"


def _no_evidence(template: Any) -> None:
    text = json.dumps(template["Resources"]).replace('"EvidenceBucket"', '"Evidence2"')
    template["Resources"] = json.loads(text.replace("${EvidenceBucket.", "${Evidence2."))
    template["Outputs"].pop("EvidenceBucketName")


@pytest.mark.parametrize(("change", "name"), [(_other_keys, "Table"), (_no_evidence, "EvidenceBucket")])
def test_a_release_that_would_lose_data_is_refused_whole(
    stack: Deployed, packaged: Path, tmp_path: Path, change: Any, name: str
) -> None:
    """A change set that replaces the table or takes a bucket away is refused and removed, and nothing changes."""
    before = in_force()

    words = refused("deploy", "--package", changed(packaged, tmp_path, change))

    assert f"take away {name}, which holds data" in words
    assert in_force() == before
    sets = client("cloudformation").list_change_sets(StackName=STACK)["Summaries"]
    assert [one for one in sets if one["ExecutionStatus"] == "AVAILABLE"] == []
    assert client("dynamodb").describe_table(TableName=stack.outputs["TableName"])["Table"]["KeySchema"][0] == {
        "AttributeName": "pk",
        "KeyType": "HASH",
    }


def test_the_page_says_where_each_parameter_comes_from(packaged: Path) -> None:
    """Whatever the template asks for stands in docs/deploy.md."""
    template = json.loads((packaged / "template.json").read_text())

    assert [name for name in template["Parameters"] if f"`{name}`" not in PAGE.read_text(encoding="utf-8")] == []


def test_what_cannot_be_deployed_is_one_sentence(stack: Deployed, packaged: Path, tmp_path: Path) -> None:
    """No package, a parameter that nobody asked for, a file that is none, a stack that is not there: each is said."""
    (tmp_path / "wrong.yaml").write_text("Color: red\n")
    (tmp_path / "list.yaml").write_text("- red\n")

    assert "make package" in refused("deploy", "--package", tmp_path)
    wrong = refused("deploy", "--package", packaged, "--parameters", tmp_path / "wrong.yaml")
    assert "asks for no Color; it asks for AlarmAddress" in wrong
    assert "ConfigKey" not in wrong
    assert "Name: value" in refused("deploy", "--package", packaged, "--parameters", tmp_path / "list.yaml")
    assert "There is no stack nergens" in refused("rollback", stack="nergens")
    assert "There is no stack nergens" in refused("status", stack="nergens")
    assert "There is no stack nergens" in refused("configure", mine(tmp_path, 5), stack="nergens")
