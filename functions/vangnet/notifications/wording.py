"""The words of one message, in the language of who gets it."""

from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any

from schemas.base import Label
from schemas.protocol import Duty
from vangnet.calendar import AMSTERDAM
from vangnet.case.facts import Context
from vangnet.case.police import may_speak
from vangnet.case.state import MessageItem
from vangnet.notifications.sms import SEGMENT_LENGTH_MAX, septets, to_gsm7
from vangnet.protocol.terminology import in_own_words, terms_of
from vangnet.protocol.tree import plain, read_tree

UNNAMED = Label(nl="een taak in deze zaak", en="a duty in this case")
CUT = ("duty", "municipality")  # What is cut in an SMS that is too long, in this order.
WEEKDAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


@lru_cache(maxsize=4)
def texts(language: str) -> dict[str, dict[str, str]]:
    """Return every template of a language."""
    source = files("vangnet.notifications").joinpath(f"texts/{language}.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = plain(read_tree(source, f"{language}.yaml"))
    return found


def wording(ctx: Context, message: MessageItem, link_code: str) -> tuple[str, str]:
    """Return subject and text of a message; an SMS has no subject and fits one segment."""
    language = ctx.protocol.municipality.people[message.to].language
    terms = terms_of(ctx.protocol.document.terminology, language)
    template = {name: in_own_words(text, terms) for name, text in texts(language)[message.template].items()}
    values = _values(ctx, message, link_code, language)
    if message.channel != "sms":
        return template["subject"].format(**values), template["mail"].format(**values)
    return "", fitting(template["sms"], values)


def fitting(template: str, values: dict[str, Any]) -> str:
    """Return an SMS in GSM-7 and one segment; where it is too long, a name of CUT is cut, never a link."""
    text = to_gsm7(template.format(**values))
    for name in CUT:
        over = septets(text) - SEGMENT_LENGTH_MAX
        long = str(values.get(name, ""))
        if over > 0 and long and f"{{{name}}}" in template:
            short = long[: max(0, len(long) - over - 2)].rstrip() + ".."
            values = values | {name: short}
            text = to_gsm7(template.format(**values))
    return text


def _values(ctx: Context, message: MessageItem, link_code: str, language: str) -> dict[str, Any]:
    address = ctx.protocol.municipality.address.rstrip("/")
    reference = str(message.params.get("reference") or ctx.case.reference)
    name = message.params.get("name")
    duty = ctx.protocol.duties().get(str(name))
    signals = message.params.get("signals", [])
    return {
        "reference": reference,
        "link": f"{address}/a/{reference}/{link_code}",
        "page": f"{address}/zaak/{reference}" if reference else f"{address}/werk",
        "receipt": f"{address}/melding/{reference}",
        "queue": f"{address}/post",
        "trial": f"{address}/proefalarm/{reference}",
        "work": f"{address}/werk",
        "failures": f"{address}/storingen",
        "municipality": ctx.protocol.municipality.name,
        "duty": _duty(ctx, duty, language) if duty else "",
        "due": _moment(message.params.get("due"), language),
        "until": _moment(message.params.get("until"), language),
        "emergency": ctx.protocol.phone("emergency"),
        "police": ctx.protocol.phone("police"),
        "signals": ", ".join(signals) or "-",
        "count": message.params.get("count", len(signals)),
        "answered": message.params.get("answered", 0),
        "guidance": message.params.get("guidance", 0),
    }


def _duty(ctx: Context, duty: Duty, language: str) -> str:
    """Return a duty's name, but of the aangifte or of security only that there is one (AP-5.4.3, AP-6.6)."""
    secret = duty.part == "security" or (duty.part == "aangifte" and not may_speak(ctx))
    return (UNNAMED if secret else duty.label).text(language)


def _moment(text: object, language: str) -> str:
    if not text:
        return "-"
    local = datetime.fromisoformat(str(text)).astimezone(AMSTERDAM)
    return f"{WEEKDAYS[language][local.weekday()]} {local:%d-%m %H:%M}"
