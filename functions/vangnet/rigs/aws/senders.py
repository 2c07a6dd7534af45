"""Mail by SES and SMS by SNS. What a failure means, by AWS's code:

- too fast: try again soon; a quota or a limit of spending is reached, or sending is paused: try again later;
- this number is invalid, or its owner opted out: this address is refused, while the channel works;
- anything else, a message that was rejected included: the channel failed. Nothing but the two above is for good, as a
  sender that is not verified would otherwise make everybody's address look wrong;
- no answer: nobody knows whether it went, so it counts as failed, and may go twice.

Past its limit of spending SNS takes messages and drops them, and mail to a suppressed address comes back as a bounce:
neither shows here, so neither channel is ever the only one, and an alarm ends only by a person.
"""

import re
from datetime import timedelta
from typing import Any

from vangnet.rigs.aws.calls import CallFailed, call
from vangnet.rigs.channels.judging import AGAIN_MAX, AGAIN_MIN, reference_of
from vangnet.rigs.channels.mime import ascii_address, bytes_of, mail_of
from vangnet.shell.ports import Outgoing, SendFailed, Taken

SES, SNS = "ses", "sns"  # By these names receipts find their message.
MARK_TAG = "mark"  # SES gives every mail a Message-ID of its own; events about it carry its tags.
SMS_LENGTH_MAX = 1600  # Characters that SNS takes.
NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")  # As E.164 has it.
TOO_FAST = frozenset(
    {"TooManyRequestsException", "ThrottlingException", "ThrottledException", "Throttling", "Throttled"}
)
USED_UP = frozenset(
    {
        "AccountSuspendedException",
        "LimitExceededException",
        "QuotaExceeded",
        "SendingPausedException",
        "ServiceQuotaExceededException",
        "SpendLimitExceeded",
    }
)
OPTED_OUT = frozenset({"OptedOut", "OptedOutException"})
BAD_PARAMETER = frozenset({"InvalidParameter", "InvalidParameterException", "InvalidParameterValue"})
NUMBER_PARAMETER = "PhoneNumber"


class SesSender:
    """Sends mail by SES. Its client must not try again by itself: a mail would go twice."""

    def __init__(self, client: Any, sender: str, configuration_set: str, domain: str) -> None:
        """Take a low-level client of SES v2, who mail is from, what reports about it, and the domain of our marks."""
        self._client, self._sender, self._domain = client, sender, domain
        self._configuration_set = configuration_set

    def send(self, message: Outgoing) -> Taken:
        """Hand the mail to SES; the id is the one that SES gave it.

        Raises:
            SendFailed: SES did not take it, or nobody knows whether it did.
        """
        try:
            to = ascii_address(message.to)
            # SES writes the date itself, as it does the Message-ID.
            content = bytes_of(mail_of(message, sender=self._sender, domain=self._domain, now=None, renamed=True))
        except ValueError:
            raise SendFailed("the address cannot be written in a mail", permanent=True) from None
        try:
            answer = call(
                self._client.send_email,
                FromEmailAddress=self._sender,
                Destination={"ToAddresses": [to]},
                Content={"Raw": {"Data": content}},
                EmailTags=[{"Name": MARK_TAG, "Value": reference_of(message)}],
                ConfigurationSetName=self._configuration_set,
            )
        except CallFailed as failed:
            raise _send_failed("SES", failed) from None
        return Taken(via=SES, id=str(answer["MessageId"]))


class SnsSender:
    """Sends SMS by SNS. Its client must not try again by itself: an SMS would go twice."""

    def __init__(self, client: Any, sender_id: str, *, receipt_within: timedelta | None = None) -> None:
        """Take a low-level client of SNS and who the SMS is from, at most eleven letters and digits.

        `receipt_within` is how long a report of delivery may take, where they are configured; without it none is
        waited for.
        """
        self._client, self._sender_id, self._receipt_within = client, sender_id, receipt_within

    def send(self, message: Outgoing) -> Taken:
        """Hand the SMS to SNS; the id is the one that SNS gave it.

        Raises:
            SendFailed: SNS did not take it, or nobody knows whether it did.
        """
        if not NUMBER.fullmatch(message.to):
            raise SendFailed("the number is not one that an SMS can go to", permanent=True)
        if len(message.text) > SMS_LENGTH_MAX:
            raise SendFailed("the text is longer than an SMS can be")
        attributes = {"AWS.SNS.SMS.SMSType": "Transactional", "AWS.SNS.SMS.SenderID": self._sender_id}
        try:
            answer = call(
                self._client.publish,
                PhoneNumber=message.to,
                Message=message.text,
                MessageAttributes={
                    name: {"DataType": "String", "StringValue": value} for name, value in attributes.items()
                },
            )
        except CallFailed as failed:
            raise _send_failed("SNS", failed) from None
        return Taken(via=SNS, id=str(answer["MessageId"]), receipt_within=self._receipt_within)


def _send_failed(who: str, failed: CallFailed) -> SendFailed:
    if not failed.answered:
        return SendFailed(f"{who} gave no answer: {failed.code}")
    if failed.code in TOO_FAST:
        return SendFailed(f"{who} is asked too fast: {failed.code}", again_after=AGAIN_MIN)
    if failed.code in USED_UP:
        return SendFailed(f"{who} sends no more for now: {failed.code}", again_after=AGAIN_MAX)
    if failed.code in OPTED_OUT or (failed.code in BAD_PARAMETER and failed.says(NUMBER_PARAMETER)):
        return SendFailed(f"{who} refuses this number: {failed.code}", permanent=True)
    return SendFailed(f"{who} did not take it: {failed.code}")
