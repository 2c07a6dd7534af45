"""What the packaged template promises about security; each check is also shown a template that breaks the promise."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.package import security

pytestmark = pytest.mark.xdist_group("stack")

Part = dict[str, Any]
Check = Callable[[Part], Iterator[str]]
Breaks = Callable[[Part], object]


def of(template: Part, name: str) -> Any:
    """Return the properties of a resource, to be broken."""
    return template["Resources"][name]["Properties"]


def statements(template: Part, name: str) -> Any:
    """Return the statements of a policy that stands by itself, to be broken."""
    return of(template, name)["PolicyDocument"]["Statement"]


def rights(template: Part, role: str) -> Any:
    """Return the statements of a role, to be broken."""
    return of(template, role)["Policies"][0]["PolicyDocument"]["Statement"]


def without(rows: Any, sid: str) -> None:
    """Take a statement out."""
    rows[:] = [one for one in rows if one.get("Sid") != sid]


def open_key(template: Part) -> None:
    """Let anybody use a key."""
    [one] = [one for one in of(template, "DataKey")["KeyPolicy"]["Statement"] if one["Sid"] == "ThroughServices"]
    del one["Condition"]


def open_queue(template: Part) -> None:
    """Let S3 send for any account."""
    del statements(template, "MailQueuePolicy")[0]["Condition"]


BROKEN: list[tuple[Check, Breaks]] = [
    (security.encrypted_by_its_own_key, lambda t: of(t, "Table").pop("SSESpecification")),
    (security.encrypted_by_its_own_key, lambda t: of(t, "Keyring").pop("KmsKeyId")),
    (security.encrypted_by_its_own_key, lambda t: of(t, "MailQueue").pop("SqsManagedSseEnabled")),
    (security.encrypted_by_its_own_key, lambda t: of(t, "EvidenceBucket").update(of(t, "MailBucket"))),
    (security.nothing_is_forgotten, lambda t: t["Resources"].update(Other={"Type": "AWS::S3::Bucket"})),
    (security.nothing_is_forgotten, lambda t: t["Resources"].update(Other={"Type": "AWS::DynamoDB::Table"})),
    (security.keys_rotate, lambda t: of(t, "EvidenceKey").update(EnableKeyRotation=False)),
    (security.never_public, lambda t: of(t, "MailBucket")["PublicAccessBlockConfiguration"].pop("BlockPublicPolicy")),
    (security.never_public, lambda t: of(t, "UploadsBucket").pop("OwnershipControls")),
    (security.only_encrypted_ways, lambda t: without(statements(t, "EvidenceBucketPolicy"), "OnlyTls")),
    (security.only_encrypted_ways, lambda t: without(statements(t, "MailBucketPolicy"), "OnlyByItsKey")),
    (security.data_stays, lambda t: t["Resources"]["Table"].pop("DeletionPolicy")),
    (security.data_stays, lambda t: t["Resources"]["DataKey"].update(UpdateReplacePolicy="Delete")),
    (security.the_table_is_safe, lambda t: of(t, "Table").update(DeletionProtectionEnabled=False)),
    (security.the_table_is_safe, lambda t: of(t, "Table").pop("PointInTimeRecoverySpecification")),
    (security.the_table_is_safe, lambda t: of(t, "Table")["TimeToLiveSpecification"].update(AttributeName="wake_at")),
    (security.the_table_is_safe, lambda t: of(t, "Table")["StreamSpecification"].update(StreamViewType="NEW_IMAGE")),
    (security.evidence_is_locked, lambda t: of(t, "EvidenceBucket").pop("ObjectLockConfiguration")),
    (security.evidence_is_locked, lambda t: without(statements(t, "EvidenceBucketPolicy"), "OnlyNew")),
    (security.what_is_not_needed_ends, lambda t: of(t, "MailBucket").update(VersioningConfiguration={})),
    (
        security.what_is_not_needed_ends,
        lambda t: of(t, "MailBucket")["LifecycleConfiguration"]["Rules"].append(
            {"Prefix": "mail/", "ExpirationInDays": 30}
        ),
    ),
    (security.a_role_each, lambda t: of(t, "Tick").update(Role={"Fn::GetAtt": ["NotifyRole", "Arn"]})),
    (security.a_role_each, lambda t: of(t, "TickRole").update(ManagedPolicyArns=["arn:aws:iam::aws:policy/Any"])),
    (
        security.roles_are_taken_by_their_service,
        lambda t: of(t, "PagesRole")["AssumeRolePolicyDocument"]["Statement"][0].update(Principal={"AWS": "*"}),
    ),
    (
        security.nothing_secret_is_written_down,
        lambda t: t["Globals"]["Function"]["Environment"]["Variables"].update(GATEWAY_TOKEN={"Ref": "Token"}),
    ),
    (
        security.nothing_secret_is_written_down,
        lambda t: t["Globals"]["Function"]["Environment"]["Variables"].update(VANGNET_PLAIN="hunter2"),
    ),
    (security.nothing_secret_is_written_down, lambda t: t["Parameters"].update(SmsPassword={"Type": "String"})),
    (security.logs_end_and_are_encrypted, lambda t: of(t, "SweepLog").pop("RetentionInDays")),
    (security.logs_end_and_are_encrypted, lambda t: of(t, "SweepLog").pop("KmsKeyId")),
    (security.logs_end_and_are_encrypted, lambda t: t["Resources"].pop("IntakeLog")),
    (security.the_api_is_bounded, lambda t: of(t, "Api")["MethodSettings"][0].pop("ThrottlingRateLimit")),
    (security.the_api_is_bounded, lambda t: of(t, "Api")["MethodSettings"][0].update(DataTraceEnabled=True)),
    (security.mail_is_encrypted_on_its_way, lambda t: of(t, "MailReceipt")["Rule"].update(TlsPolicy="Optional")),
    (
        security.mail_is_encrypted_on_its_way,
        lambda t: of(t, "Messages")["DeliveryOptions"].update(TlsPolicy="OPTIONAL"),
    ),
    (security.nobody_is_let_in_unasked, open_key),
    (security.nobody_is_let_in_unasked, open_queue),
    (security.sms_only, lambda t: without(rights(t, "NotifyRole"), "SmsOnly")),
    (security.intake_can_only_put_in, lambda t: rights(t, "IntakeRole")[3].pop("Condition")),
    (security.intake_can_only_put_in, lambda t: rights(t, "IntakeRole")[4]["Action"].append("kms:Decrypt")),
]
CHECKS = list(dict.fromkeys(check for check, _ in BROKEN))


def test_every_promise_is_checked() -> None:
    """Every check of the module is asked, and has a template on which it fails."""
    made = [one for one in vars(security).values() if getattr(one, "__module__", "") == security.__name__]

    assert [one.__name__ for one in made] == [one.__name__ for one in CHECKS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda one: one.__name__)
def test_the_template_keeps_the_promise(whole: Part, check: Check) -> None:
    """Nothing is wrong with the packaged template."""
    assert list(check(whole)) == []


@pytest.mark.parametrize(
    ("check", "breaks"), BROKEN, ids=[f"{number}-{check.__name__}" for number, (check, _) in enumerate(BROKEN)]
)
def test_a_broken_promise_is_seen(template: Part, check: Check, breaks: Breaks) -> None:
    """A template that breaks it is told in words."""
    breaks(template)

    assert list(check(template))
