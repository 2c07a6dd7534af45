"""What each function does when it is called. Each imports what it needs itself, so that none starts with it all.

Whatever goes wrong is logged by its kind and place, and raised without its words: they may quote a report.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import wraps
from typing import Any

from vangnet.rigs.aws.settings import Settings

Event = Mapping[str, Any]
Answer = Any


_rigs: list[Any] = []  # The one of this process, once it was made.


def rig() -> Any:
    """Return the rig of this process."""
    if not _rigs:
        from vangnet.rigs.aws.rig import AwsRig

        use(AwsRig(Settings.of()))
    return _rigs[0]


def use(made: Any) -> None:
    """Have every function of this process use this rig from now on, as in an exercise."""
    _rigs[:] = [made]


def prepare() -> None:
    """Import beforehand what the function that this process is for will need; elsewhere do nothing.

    On Lambda itself what can be fetched is fetched too: what fails then is tried again by the first call.
    """
    function = os.environ.get("VANGNET_FUNCTION", "")
    if not function:
        return
    from vangnet.rigs.aws import logs

    logs.begin()
    from vangnet.rigs.aws import rig as _  # noqa: F401

    if function in {"intake", "pages"}:
        from vangnet.rigs.aws import http

        if os.environ.get("AWS_LAMBDA_FUNCTION_NAME"):
            with suppress(Exception):
                http.application(function, rig())


def _wordless(call: Callable[[Event, Any], Answer]) -> Callable[[Event, Any], Answer]:
    """Have a function fail by the kind of its error alone: Lambda logs what it raises, words and all."""

    @wraps(call)
    def called(event: Event, context: Any) -> Answer:
        try:
            return call(event, context)
        except Exception as error:
            from vangnet.shell.logs import bare

            raise bare(error) from None

    return called


@_wordless
def intake(event: Event, context: Any) -> Answer:
    """Answer what files a report."""
    from vangnet.rigs.aws import http

    return http.answer("intake", rig(), event, context)


@_wordless
def pages(event: Event, context: Any) -> Answer:
    """Answer anything else."""
    from vangnet.rigs.aws import http

    return http.answer("pages", rig(), event, context)


@_wordless
def assessment(event: Event, _: Any) -> Answer:
    """Take up the reports whose arrival the records tell."""
    from vangnet.rigs.aws.table import INBOX
    from vangnet.shell.arrivals import Arrivals

    engine = rig().engine
    arrivals = Arrivals(engine)

    def admit(stream: str) -> None:
        with engine.streams.held():
            arrivals.admit(stream)

    return each_of_stream(event, INBOX, admit)


@_wordless
def notify(event: Event, _: Any) -> Answer:
    """Do what follows in the streams that the records name, send their messages, set their clocks."""
    from vangnet.rigs.aws.table import STREAM
    from vangnet.rigs.aws.waking import Waking

    waking = Waking(rig())

    def follow(stream: str) -> None:
        with rig().engine.streams.held():
            rig().following.tick(stream)
        waking.wait_for(stream)

    return each_of_stream(event, STREAM, follow)


@_wordless
def tick(event: Event, _: Any) -> Answer:
    """Do what is due in the stream that an execution waited for; what that brings to be sent, notify sends."""
    from vangnet.rigs.aws import logs

    stream = str(event["stream"])
    logs.about(stream)
    with rig().engine.streams.held():
        rig().quiet_following.tick(stream)
    logs.logger.info("done")
    return {"stream": stream}


@_wordless
def sweep(_: Event, __: Any) -> Answer:
    """Do whatever is due anywhere, and say how much that was."""
    from vangnet.rigs.aws import sweeping

    return sweeping.sweep(rig())


@_wordless
def mail_intake(event: Event, _: Any) -> Answer:
    """Take in the mails that the messages of the queue name."""
    from vangnet.rigs.aws.inward import mail_in

    return each_of_queue(event, mail_in(rig()))


@_wordless
def evidence(event: Event, _: Any) -> Answer:
    """Seal the files that the messages of the queue name, and put them into their cases."""
    from vangnet.rigs.aws.inward import landing

    return each_of_queue(event, landing(rig()))


@_wordless
def letters(event: Event, _: Any) -> Answer:
    """Make files of the letters in the streams that the messages of the queue name."""
    from vangnet.rigs.aws.letters import printing

    return each_of_queue(event, printing(rig()))


@_wordless
def feedback(event: Event, _: Any) -> Answer:
    """Note what the messages of the queue say of messages of ours."""
    from vangnet.rigs.aws.inward import returns

    return each_of_queue(event, returns(rig()))


def each_of_stream(event: Event, prefix: str, do: Callable[[str], object]) -> dict[str, Any]:
    """Do it for each stream that the records name, once; the first that fails is named, and comes back with the rest.

    Records are in order, so nothing behind one that failed counts as done.
    """
    done: set[str] = set()
    for record in event["Records"]:
        stream = str(record["dynamodb"]["Keys"]["pk"]["S"]).removeprefix(prefix)
        if stream in done:
            continue
        done.add(stream)
        if not _safely(stream, do, stream):
            return {"batchItemFailures": [{"itemIdentifier": record["dynamodb"]["SequenceNumber"]}]}
    return {"batchItemFailures": []}


def each_of_queue(event: Event, do: Callable[[str], object]) -> dict[str, Any]:
    """Do it for the body of each message; those that fail are named and come back alone."""
    failed: Iterable[Any] = [one for one in event["Records"] if not _safely("", do, one["body"])]
    return {"batchItemFailures": [{"itemIdentifier": one["messageId"]} for one in failed]}


def _safely(stream: str, do: Callable[[str], object], what: str) -> bool:
    from vangnet.rigs.aws import logs, numbers
    from vangnet.shell.logs import bare

    logs.about(stream)
    try:
        do(what)
    except Exception as error:
        logs.logger.error("not done, to be tried again: %s", type(error).__name__, exc_info=bare(error))
        numbers.count("not_done")
        return False
    logs.logger.info("done")
    return True
