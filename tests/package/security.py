"""What must hold of the packaged template, each as a function that returns what is wrong, in words."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.package.reading import Part, functions, listed, of_resources, of_roles, of_type, text

# What is encrypted by a key of ours. Queues, which hold names of objects and what AWS tells of messages, have AWS's.
OWN_KEY = {
    "Table": ("SSESpecification", "KMSMasterKeyId", "DataKey"),
    "Keyring": ("", "KmsKeyId", "DataKey"),
    "FeedbackTopic": ("", "KmsMasterKeyId", "NoticeKey"),
    "AlarmTopic": ("", "KmsMasterKeyId", "NoticeKey"),
}
BUCKET_KEYS = {"EvidenceBucket": "EvidenceKey", "UploadsBucket": "DataKey", "MailBucket": "DataKey"}
STAYS = ("Table", "Keyring", "EvidenceBucket", "UploadsBucket", "MailBucket", "DataKey", "EvidenceKey", "LogKey")
BLOCKED = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
SECRET = re.compile(r"secret|password|token|credential|api.?key", re.IGNORECASE)
NAMES_A_SECRET = {"VANGNET_SECRET": "Keyring.Id"}  # Holds the name of the secret, by reference, and not the secret.
PLAIN_VALUES = re.compile(r"[a-z_]*")  # What an environment may hold in so many words: the name of the function.
LOG_DAYS_MAX = 90


def encrypted_by_its_own_key(template: Part) -> Iterator[str]:
    """Every store is encrypted, by the key that is meant for it."""
    for name, (part, field, key) in OWN_KEY.items():
        properties = template["Resources"][name]["Properties"]
        if text((properties.get(part, {}) if part else properties).get(field)) != f"{key}.Arn":
            yield f"{name} is not encrypted by {key}"
    for name, key in BUCKET_KEYS.items():
        [rule] = of_type(template, "AWS::S3::Bucket")[name]["BucketEncryption"]["ServerSideEncryptionConfiguration"]
        default = rule["ServerSideEncryptionByDefault"]
        if default["SSEAlgorithm"] != "aws:kms" or text(default.get("KMSMasterKeyID")) != f"{key}.Arn":
            yield f"{name} is not encrypted by {key}"
    for name, queue in of_type(template, "AWS::SQS::Queue").items():
        if queue.get("SqsManagedSseEnabled") is not True:
            yield f"{name} is not encrypted"


def nothing_is_forgotten(template: Part) -> Iterator[str]:
    """Every bucket, topic and table of the template is among those that are looked at."""
    for name in {**of_type(template, "AWS::S3::Bucket"), **of_type(template, "AWS::SNS::Topic")}:
        if name not in BUCKET_KEYS and name not in OWN_KEY:
            yield f"{name}: nobody looks at how it is encrypted"
    for name in {**of_type(template, "AWS::DynamoDB::Table"), **of_type(template, "AWS::SecretsManager::Secret")}:
        if name not in OWN_KEY or name not in STAYS:
            yield f"{name}: nobody looks at how it is encrypted, or whether it stays"


def keys_rotate(template: Part) -> Iterator[str]:
    """Every key is changed by AWS each year, and can be saved for a month after somebody deleted it."""
    for name, key in of_type(template, "AWS::KMS::Key").items():
        if key.get("EnableKeyRotation") is not True or key.get("PendingWindowInDays") != 30:
            yield f"{name} does not rotate, or is gone at once"


def never_public(template: Part) -> Iterator[str]:
    """No bucket can be opened to the public, by a list or by a policy."""
    for name, bucket in of_type(template, "AWS::S3::Bucket").items():
        block = bucket.get("PublicAccessBlockConfiguration", {})
        ownership = bucket.get("OwnershipControls", {}).get("Rules")
        if not all(block.get(part) is True for part in BLOCKED):
            yield f"{name} can be opened"
        if ownership != [{"ObjectOwnership": "BucketOwnerEnforced"}]:
            yield f"{name} takes lists of rights"


def only_encrypted_ways(template: Part) -> Iterator[str]:
    """Buckets refuse plain HTTP, old TLS, and objects that are encrypted in another way than their own."""
    for name, key in BUCKET_KEYS.items():
        policy = template["Resources"][f"{name}Policy"]["Properties"]["PolicyDocument"]["Statement"]
        refused = {one["Sid"]: one for one in policy if one["Effect"] == "Deny" and one["Principal"] == "*"}
        wanted = {
            "OnlyTls": '{"Bool": {"aws:SecureTransport": "false"}}',
            "OnlyModernTls": '{"NumericLessThan": {"s3:TlsVersion": "1.2"}}',
            "OnlyEncrypted": '"s3:x-amz-server-side-encryption": "aws:kms"',
            "OnlyByItsKey": json.dumps({"Fn::GetAtt": [key, "Arn"]}),
        }
        for sid, part in wanted.items():
            if part not in json.dumps(refused.get(sid, {}).get("Condition", {})):
                yield f"{name} does not refuse what {sid} is for"


def data_stays(template: Part) -> Iterator[str]:
    """What holds data, and the keys to it, outlives the stack and a replacement."""
    for name in STAYS:
        one = template["Resources"][name]
        if not one.get("DeletionPolicy") == one.get("UpdateReplacePolicy") == "Retain":
            yield f"{name} goes with the stack"


def the_table_is_safe(template: Part) -> Iterator[str]:
    """The table cannot be deleted, can be had as it was at any second of five weeks, and forgets what may vanish."""
    table = of_type(template, "AWS::DynamoDB::Table")["Table"]
    if table.get("DeletionProtectionEnabled") is not True:
        yield "the table can be deleted"
    if table.get("PointInTimeRecoverySpecification", {}).get("PointInTimeRecoveryEnabled") is not True:
        yield "the table cannot be had as it was"
    if table.get("TimeToLiveSpecification") != {"AttributeName": "vanishes_at", "Enabled": True}:
        yield "the table forgets something else, or nothing"
    if table.get("StreamSpecification", {}).get("StreamViewType") != "KEYS_ONLY":
        yield "the stream keeps what was destroyed"


def evidence_is_locked(template: Part) -> Iterator[str]:
    """Sealed evidence keeps its versions, is locked for as long and as hard as is asked, and is never written over."""
    bucket = of_type(template, "AWS::S3::Bucket")["EvidenceBucket"]
    retention = bucket.get("ObjectLockConfiguration", {}).get("Rule", {}).get("DefaultRetention")
    wanted = {"Mode": {"Ref": "EvidenceLockMode"}, "Years": {"Ref": "EvidenceLockYears"}}
    if bucket.get("ObjectLockEnabled") is not True or retention != wanted:
        yield "evidence is not locked as the parameters say"
    if bucket.get("VersioningConfiguration") != {"Status": "Enabled"}:
        yield "evidence keeps no versions"
    if template["Parameters"]["EvidenceLockMode"]["AllowedValues"] != ["GOVERNANCE", "COMPLIANCE"]:
        yield "the lock cannot be chosen"
    policy = template["Resources"]["EvidenceBucketPolicy"]["Properties"]["PolicyDocument"]["Statement"]
    if not any(one["Sid"] == "OnlyNew" and one["Effect"] == "Deny" for one in policy):
        yield "evidence can be written over"


def what_is_not_needed_ends(template: Part) -> Iterator[str]:
    """Marks, refused files, downloads and old versions end by themselves; what was not taken in yet never does."""
    for name, bucket in of_type(template, "AWS::S3::Bucket").items():
        for rule in bucket.get("LifecycleConfiguration", {}).get("Rules", []):
            if "ExpirationInDays" in rule and rule.get("Prefix", "") not in {"done/", "refused/", "downloads/"}:
                yield f"{name} loses what was not taken in"
        if not any(
            "AbortIncomplete" in str(rule) for rule in bucket.get("LifecycleConfiguration", {}).get("Rules", [])
        ):
            yield f"{name} keeps halves of uploads"
        if name != "EvidenceBucket" and "VersioningConfiguration" in bucket:
            yield f"{name} keeps versions of what is not sealed"


def a_role_each(template: Part) -> Iterator[str]:
    """Every function has a role that no other has, and every role is somebody's."""
    roles = [one["Role"]["Fn::GetAtt"][0] for one in functions(template).values()]
    machines = [
        one["RoleArn"]["Fn::GetAtt"][0] for one in of_type(template, "AWS::StepFunctions::StateMachine").values()
    ]
    for name in sorted(set(roles)):
        if roles.count(name) > 1:
            yield f"{name} is shared"
    for name in sorted(set(of_type(template, "AWS::IAM::Role")) - {*roles, *machines}):
        yield f"{name} is nobody's"
    for name, role in of_type(template, "AWS::IAM::Role").items():
        if role.get("ManagedPolicyArns"):
            yield f"{name} has rights that stand elsewhere"


def roles_are_taken_by_their_service(template: Part) -> Iterator[str]:
    """A role can be taken by the one service that runs it, and by nobody else."""
    for name, role in of_type(template, "AWS::IAM::Role").items():
        wanted = "states.amazonaws.com" if name == "ClockRole" else "lambda.amazonaws.com"
        for one in role["AssumeRolePolicyDocument"]["Statement"]:
            if one["Principal"] != {"Service": wanted} or one["Action"] != "sts:AssumeRole":
                yield f"{name} can be taken by another"


def nothing_secret_is_written_down(template: Part) -> Iterator[str]:
    """Environments hold names of what the stack made, and no parameter has a secret or a default for one."""
    shared = template["Globals"]["Function"]["Environment"]["Variables"]
    for name, value in shared.items():
        if SECRET.search(name) and text(value) != NAMES_A_SECRET.get(name):
            yield f"{name} may hold a secret"
        if isinstance(value, str) and not PLAIN_VALUES.fullmatch(value):
            yield f"{name} is no name that the stack made"
    for function, properties in functions(template).items():
        if properties["Environment"]["Variables"].keys() != {"VANGNET_FUNCTION"}:
            yield f"{function} is told more than which function it is"
    for name, parameter in template["Parameters"].items():
        if SECRET.search(name) or parameter.get("NoEcho"):
            yield f"the parameter {name} asks for a secret"


def logs_end_and_are_encrypted(template: Part) -> Iterator[str]:
    """Every function has a log of its own that is encrypted by the logs' key and ends."""
    logs = of_type(template, "AWS::Logs::LogGroup")
    for name in functions(template):
        log = logs.get(f"{name}Log")
        if log is None:
            yield f"{name} has no log of its own"
        elif text(log.get("KmsKeyId")) != "LogKey.Arn" or not 0 < log.get("RetentionInDays", 0) <= LOG_DAYS_MAX:
            yield f"the log of {name} is not encrypted, or never ends"


def the_api_is_bounded(template: Part) -> Iterator[str]:
    """The API is throttled on every path, logs no request, and its own name takes no old TLS."""
    api = of_type(template, "AWS::Serverless::Api")["Api"]
    [every] = [one for one in api["MethodSettings"] if (one["HttpMethod"], one["ResourcePath"]) == ("*", "/*")]
    if not 0 < every.get("ThrottlingRateLimit", 0) <= 100 or not 0 < every.get("ThrottlingBurstLimit", 0) <= 200:
        yield "the API is not throttled"
    if every.get("DataTraceEnabled") is not False or every.get("LoggingLevel") != "OFF" or "AccessLogSetting" in api:
        yield "the API logs requests"
    if of_type(template, "AWS::ApiGateway::DomainName")["Domain"].get("SecurityPolicy") != "TLS_1_2":
        yield "the name takes old TLS"


def mail_is_encrypted_on_its_way(template: Part) -> Iterator[str]:
    """Mail goes out, and comes in, over TLS only."""
    if of_type(template, "AWS::SES::ConfigurationSet")["Messages"]["DeliveryOptions"] != {"TlsPolicy": "REQUIRE"}:
        yield "mail may go out in plain"
    if of_type(template, "AWS::SES::ReceiptRule")["MailReceipt"]["Rule"].get("TlsPolicy") != "Require":
        yield "mail may come in in plain"


def nobody_is_let_in_unasked(template: Part) -> Iterator[str]:
    """Whoever a policy lets in from anywhere is bound by a condition; a key is otherwise its account's alone."""
    for one in of_resources(template):
        anybody = "*" in one.principals
        service = any(name.endswith(".amazonaws.com") for name in one.principals)
        if one.allows and anybody and "kms:CallerAccount" not in one.condition:
            yield f"{one.owner}: {one.sid} lets anybody in"
        if one.allows and service and one.condition == "{}" and (one.owner, one.sid) not in UNBOUND:
            yield f"{one.owner}: {one.sid} lets a service act for any account"


# EventBridge tells neither SNS nor KMS for which rule or account it acts; what it can reach is the alarms' topic.
UNBOUND = {("NoticeKey", "Health"), ("AlarmTopicPolicy", "FromHealth")}


def sms_only(template: Part) -> Iterator[str]:
    """Who may publish to any phone number is forbidden to publish to any topic."""
    rights = list(of_roles(template))
    for one in rights:
        if one.allows and "sns:Publish" in one.actions:
            denied = [two for two in rights if two.owner == one.owner and not two.allows and two.actions == one.actions]
            if [two.where for two in denied] != [("arn:${AWS::Partition}:sns:*:*:*",)]:
                yield f"{one.owner} may publish to topics"


def intake_can_only_put_in(template: Part) -> Iterator[str]:
    """Intake, which anybody can call, puts items under the inbox's keys and can neither read nor open anything."""
    for role in template["Resources"]["IntakeRole"]["Properties"]["Policies"]:
        for one in role["PolicyDocument"]["Statement"]:
            actions = {action for action in listed(one["Action"]) if action.startswith(("dynamodb:", "kms:"))}
            if actions - {"dynamodb:PutItem", "kms:Encrypt"}:
                yield "intake may do more than put in"
            if "dynamodb:PutItem" in actions and one.get("Condition") != INBOX_ONLY:
                yield "intake may put in anywhere"


# Both parts: "for all values" holds for a request without any key, too.
INBOX_ONLY: dict[str, Any] = {
    "ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["inbox#*"]},
    "Null": {"dynamodb:LeadingKeys": "false"},
}
