"""Every way in from AWS, on one page. A function names what calls it and hands over; nothing is decided here.

What connects each to its table, queue or schedule stands in infra/aws: the names of queues and streams below are
placeholders that the packaged template replaces.
"""

import gc
import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # There are none, and looking for them takes its time.
gc.disable()  # Nothing of what is imported is garbage, and looking for some is a fifth of the time that it takes.

from typing import Any  # noqa: E402

from chalice.app import Chalice, Rate  # noqa: E402

from vangnet.rigs.aws import functions  # noqa: E402

ANY_QUEUE = "arn:aws:sqs:eu-west-1:000000000000:placeholder"
ANY_STREAM = "arn:aws:dynamodb:eu-west-1:000000000000:table/placeholder/stream/placeholder"
BATCH = 10  # Records that one call is handed; those that fail are named and come back alone.

app = Chalice(app_name="vangnet")


@app.lambda_function(name="intake")
def intake(event: dict[str, Any], context: Any) -> Any:
    """Take a report by form or API: one durable write, then the answer."""
    return functions.intake(event, context)


@app.lambda_function(name="pages")
def pages(event: dict[str, Any], context: Any) -> Any:
    """Answer pages and API for people who signed in."""
    return functions.pages(event, context)


@app.on_dynamodb_record(stream_arn=ANY_STREAM, name="assessment", batch_size=BATCH)
def assessment(event: Any) -> Any:
    """Make cases of the reports that lie in the inbox, with everything that follows."""
    return functions.assessment(event.to_dict(), event.context)


@app.on_dynamodb_record(stream_arn=ANY_STREAM, name="notify", batch_size=BATCH)
def notify(event: Any) -> Any:
    """Send what a stream has to send, and set its clock."""
    return functions.notify(event.to_dict(), event.context)


@app.on_sqs_message(queue_arn=ANY_QUEUE, name="mail_intake", batch_size=BATCH)
def mail_intake(event: Any) -> Any:
    """Take in mails that SES put into the bucket."""
    return functions.mail_intake(event.to_dict(), event.context)


@app.on_sqs_message(queue_arn=ANY_QUEUE, name="evidence", batch_size=BATCH)
def evidence(event: Any) -> Any:
    """Hash, seal and move the files that people uploaded."""
    return functions.evidence(event.to_dict(), event.context)


@app.on_sqs_message(queue_arn=ANY_QUEUE, name="letters", batch_size=BATCH)
def letters(event: Any) -> Any:
    """Make files of the letters that wait for it."""
    return functions.letters(event.to_dict(), event.context)


@app.on_sqs_message(queue_arn=ANY_QUEUE, name="feedback", batch_size=BATCH)
def feedback(event: Any) -> Any:
    """Note which messages arrived, and which came back."""
    return functions.feedback(event.to_dict(), event.context)


@app.lambda_function(name="tick")
def tick(event: dict[str, Any], context: Any) -> Any:
    """Do what is due in one stream: called by the state machine at the end of its wait."""
    return functions.tick(event, context)


@app.schedule(Rate(1, unit=Rate.MINUTES), name="sweep")
def sweep(event: Any) -> Any:
    """Do everything that is due and was not done, in every stream."""
    return functions.sweep(event.to_dict(), event.context)


functions.prepare()
gc.freeze()
gc.enable()
