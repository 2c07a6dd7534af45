"""The presets of SMS gateways: what a provider's public documentation says, as the fields of `Gateway`.

A row is data: a municipality may write the same fields itself, and what it writes beside `preset` goes first.

- spryng: docs.spryngsms.com. The token is made in its portal under Profile > Security. The reports of delivery are
  asked for in that portal too, by one address; they come as a GET with REFERENCE, STATUS (10 delivered, 20 not) and
  REASONCODE.
- cm: developers.cm.com/messaging. The product token stands in the Channels application, where the reports of delivery
  are asked for as well, in JSON. A reference has at most 32 letters and digits. Numbers begin with 00.
"""

from typing import Any

PRESETS: dict[str, dict[str, Any]] = {
    "spryng": {
        "address": "https://rest.spryngsms.com/v1/messages",
        "header": {"Authorization": "Bearer {secret}", "Accept": "application/json"},
        "body": {
            "body": "{text}",
            "encoding": "plain",
            "originator": "{sender}",
            "recipients": ["{to}"],
            "reference": "{reference}",
            "route": "business",
        },
        "number": "31",
        "id": "id",
        "receipt": {
            "reference": "REFERENCE",
            "status": "STATUS",
            "why": "REASONCODE",
            "states": {"10": "delivered", "20": "failed"},
            "within": "15 minutes",
        },
    },
    "cm": {
        "address": "https://gw.cmtelecom.com/v1.0/message",
        "header": {"X-CM-PRODUCTTOKEN": "{secret}", "Accept": "application/json"},
        "body": {
            "messages": {
                "msg": [
                    {
                        "allowedChannels": ["SMS"],
                        "from": "{sender}",
                        "to": [{"number": "{to}"}],
                        "body": {"type": "auto", "content": "{text}"},
                        "minimumNumberOfMessageParts": 1,
                        "maximumNumberOfMessageParts": 1,
                        "reference": "{reference}",
                    }
                ]
            }
        },
        "number": "0031",
        "ok": {"statuses": [200], "path": "messages.0.messageErrorCode", "values": [0]},
        # 302 and 303: what stands under `to` is no telephone number.
        "refused": {"path": "messages.0.messageErrorCode", "values": [302, 303]},
        "receipt": {
            "each": "messages.msg",
            "reference": "reference",
            "status": "status.code",
            "why": "status.errorCode",
            # 0 taken by the operator, 1 rejected, 2 delivered, 3 failed, 4 read.
            "states": {"0": "pending", "1": "failed", "2": "delivered", "3": "failed", "4": "delivered"},
            "within": "15 minutes",
        },
    },
}
