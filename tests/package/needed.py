"""What each function needs to be allowed, and why: the reviewed table that its policy must equal.

`ACTIONS` says which permissions AWS asks for a call; a call that is not in it fails, so that nobody forgets to look it
up. `BY_OTHERS` are permissions that no call of ours shows, as AWS makes the call in the function's name or S3 looks at
them on the side; `SELDOM` are calls that a function makes only after something else failed.
"""

from collections.abc import Iterable, Mapping

Call = tuple[str, str]  # Service and operation, as botocore names them.

ACTIONS: Mapping[Call, frozenset[str]] = {
    ("dynamodb", "GetItem"): frozenset({"dynamodb:GetItem"}),
    ("dynamodb", "PutItem"): frozenset({"dynamodb:PutItem"}),
    ("dynamodb", "Query"): frozenset({"dynamodb:Query"}),
    # Of a transaction each part is judged by itself; ours holds puts and deletions (transaction.py).
    ("dynamodb", "TransactWriteItems"): frozenset({"dynamodb:PutItem", "dynamodb:DeleteItem"}),
    ("kms", "Decrypt"): frozenset({"kms:Decrypt"}),
    ("kms", "Encrypt"): frozenset({"kms:Encrypt"}),
    ("s3", "CopyObject"): frozenset({"s3:GetObject", "s3:PutObject"}),
    ("s3", "DeleteObject"): frozenset({"s3:DeleteObject"}),
    ("s3", "GetObject"): frozenset({"s3:GetObject"}),
    ("s3", "HeadObject"): frozenset({"s3:GetObject"}),
    ("s3", "PutObject"): frozenset({"s3:PutObject"}),
    ("secretsmanager", "GetSecretValue"): frozenset({"secretsmanager:GetSecretValue"}),
    # A mail that we wrote whole is judged as raw, by whichever call it is sent.
    ("sesv2", "SendEmail"): frozenset({"ses:SendEmail", "ses:SendRawEmail"}),
    ("sns", "Publish"): frozenset({"sns:Publish"}),
    ("sqs", "SendMessage"): frozenset({"sqs:SendMessage"}),
    ("stepfunctions", "StartExecution"): frozenset({"states:StartExecution"}),
}

BY_OTHERS: Mapping[str, str] = {
    "logs:CreateLogStream": "Lambda opens a stream of the log for each process",
    "logs:PutLogEvents": "Lambda writes what the function prints",
    "dynamodb:DescribeStream": "the source looks for the stream's shards",
    "dynamodb:GetRecords": "the source reads the stream",
    "dynamodb:GetShardIterator": "the source finds its place in the stream",
    "dynamodb:ListStreams": "the source looks for the stream",
    "sqs:SendMessage": "Lambda puts aside what was given up",
    "sqs:ReceiveMessage": "the source reads the queue",
    "sqs:DeleteMessage": "the source takes off the queue what was done",
    "sqs:GetQueueAttributes": "the source looks how long the queue is",
    "s3:ListBucket": "without it S3 says 403 for what is not there, which counts as not to be had now",
}

_EVERY = {
    "logs:CreateLogStream": "its own log",
    "logs:PutLogEvents": "its own log",
    "secretsmanager:GetSecretValue": "the secret that names are hashed and sessions sealed with, once a process",
    "s3:GetObject": "the municipality's documents, once a process",
}
_STREAMS = {
    "dynamodb:Query": "loads streams, lists and what is due",
    "dynamodb:GetItem": "reads a head, or a report in the inbox",
    "dynamodb:PutItem": "appends events, heads and lists",
    "dynamodb:DeleteItem": "takes a stream off a list",
    "kms:Decrypt": "opens the data key of a stream",
}
_BEGINS = {"kms:Encrypt": "seals the data key of a stream that begins: a case, or the house's own"}
_WIPES = {"s3:DeleteObject": "deletes the files of a case whose time has come"}
_SENDS = {
    "ses:SendEmail": "sends mail",
    "ses:SendRawEmail": "sends mail that we wrote whole",
    "sns:Publish": "sends SMS",
}
_FROM_STREAM = {
    name: BY_OTHERS[name] for name in BY_OTHERS if name.startswith("dynamodb:") or name == "sqs:SendMessage"
}
_FROM_QUEUE = {name: BY_OTHERS[name] for name in ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")}
_LANDS = {
    "s3:GetObject": "reads what landed, and evidence again where it is open whether it was kept; and the documents",
    "s3:PutObject": "keeps evidence, and marks what was taken in",
    "s3:DeleteObject": "deletes what was taken in, and evidence that its case refused",
    "s3:ListBucket": "tells what landed and is gone from what it may not see",
}

NEEDED: Mapping[str, Mapping[str, str]] = {
    "intake": _EVERY
    | {
        "dynamodb:PutItem": "puts a report into the inbox, and nowhere else",
        "kms:Encrypt": "seals a report's data key",
    },
    "pages": _EVERY
    | _STREAMS
    | _BEGINS
    | {
        "s3:GetObject": "gives evidence back, signs a link to a large file; and the documents",
        "s3:PutObject": "keeps evidence, puts a large file ready, signs the form by which one is uploaded",
        "s3:DeleteObject": "takes back a file before it is sent, wipes a case",
        "s3:ListBucket": "tells evidence that is gone from evidence that it may not see",
    },
    "assessment": _EVERY | _STREAMS | _BEGINS | _FROM_STREAM,
    "notify": _EVERY
    | _STREAMS
    | _BEGINS
    | _WIPES
    | _SENDS
    | _FROM_STREAM
    | {"states:StartExecution": "sets the clock of a stream"},
    "mail_intake": _EVERY | _STREAMS | _BEGINS | _FROM_QUEUE | _LANDS,
    "evidence": _EVERY | _STREAMS | _BEGINS | _FROM_QUEUE | _LANDS,
    "letters": _EVERY
    | _STREAMS
    | _FROM_QUEUE
    | {
        "s3:GetObject": "looks, where it is open whether a letter was kept, what lies there; and the documents",
        "s3:PutObject": "keeps the letter, sealed",
    },
    "feedback": _EVERY | _STREAMS | _FROM_QUEUE,
    "tick": _EVERY | _STREAMS | _BEGINS | _WIPES,
    "sweep": _EVERY | _STREAMS | _BEGINS | _WIPES | _SENDS | {"sqs:SendMessage": BY_OTHERS["sqs:SendMessage"]},
}

SELDOM: Mapping[tuple[str, str], str] = {
    ("feedback", "dynamodb:GetItem"): "reads the head only where somebody else wrote to the stream meanwhile",
    ("letters", "dynamodb:GetItem"): "reads the head only where somebody else wrote to the stream meanwhile",
    ("mail_intake", "dynamodb:GetItem"): "reads the head only where the same mail is handed over twice at once",
    ("evidence", "kms:Encrypt"): "takes a report up from the inbox, with which a stream of the house may begin",
    ("tick", "kms:Encrypt"): "a stream of the house may begin with what is due",
    ("pages", "s3:DeleteObject"): "wipes only where the end of a case's time and a visit coincide",
}


def check_calls(function: str, calls: Iterable[Call]) -> None:
    """Fail where a function made a call that its policy does not allow, or one that nobody looked up.

    Raises:
        AssertionError: which calls these are.
    """
    made = set(calls)
    unknown = sorted(made - set(ACTIONS))
    assert not unknown, f"{function}: look up what {unknown} needs, and say it in ACTIONS"
    lacking = sorted({action for one in made for action in ACTIONS[one]} - set(NEEDED[function]))
    assert not lacking, f"{function} calls what it is not allowed: {lacking}"


def never_seen(function: str, calls: Iterable[Call]) -> set[str]:
    """Return the permissions of a function that none of its calls used, and that are not said to be seldom."""
    used = {action for one in calls for action in ACTIONS[one]}
    rare = {action for where, action in SELDOM if where == function}
    return set(NEEDED[function]) - used - rare - set(BY_OTHERS)
