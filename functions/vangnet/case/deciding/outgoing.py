"""Messages that leave the house: drafted, aligned with the prosecution, approved by who speaks, or withdrawn."""

from schemas.commands import outgoing as c
from schemas.events import outgoing as e
from schemas.events.base import Event
from vangnet.case.deciding.fields import past
from vangnet.case.errors import FieldError, Invalid, Refused
from vangnet.case.facts import Context
from vangnet.case.outgoing import BEFORE_APPROVAL, OF_A_DRAFT, Check, OutgoingItem
from vangnet.case.searching import findings

SPEAKER_RULE = "AP-6.7"


def draft_message(ctx: Context, command: c.DraftMessage) -> tuple[Event, ...]:
    """Keep a draft, unless it touches what may not be said at all (AP-6.6, AP-5.4.3)."""
    if command.to is None or not command.text.strip():
        raise Refused(SPEAKER_RULE, "no_message")
    number = f"message-{len(ctx.case.outgoing) + 1}"
    item = OutgoingItem(number, command.to, command.text, command.mentions, ctx.now, ctx.actor)
    _pass(ctx, item, OF_A_DRAFT)
    return (e.MessageDrafted(message=number, to=command.to, text=command.text, mentions=command.mentions),)


def align_with_om(ctx: Context, command: c.AlignWithOm) -> tuple[Event, ...]:
    """Record that a message was aligned with the prosecution's press office (AP-6.5)."""
    item = _meant(ctx, command.message)
    aligned_at = past(ctx, "at", command.at)
    aligned = e.MessageAligned(
        message=item.id, aligned_at=aligned_at, with_whom=command.with_ or "", outcome=command.outcome or ""
    )
    return (aligned,) if item.open else ()


def approve_message(ctx: Context, command: c.ApproveMessage) -> tuple[Event, ...]:
    """Let a message go out, or name the first rule that stands in its way; what was found in it is kept (AP-6.7)."""
    item = _meant(ctx, command.message)
    if item.approved_at:
        return ()
    if item.withdrawn_at:
        raise Refused(SPEAKER_RULE, "message_withdrawn")
    _pass(ctx, item, BEFORE_APPROVAL)
    despite = tuple(dict.fromkeys(one.quote for one in findings(ctx, item.text, item.to)))
    return (e.MessageApproved(message=item.id, despite=despite),)


def withdraw_message(ctx: Context, command: c.WithdrawMessage) -> tuple[Event, ...]:
    """Keep a message in the house; one that went out cannot be called back."""
    item = _meant(ctx, command.message)
    if item.approved_at:
        raise Refused(SPEAKER_RULE, "message_gone")
    return (e.MessageWithdrawn(message=item.id, why=command.why or ""),) if item.open else ()


def _pass(ctx: Context, item: OutgoingItem, checks: tuple[tuple[Check, str], ...]) -> None:
    for check, because in checks:
        if rule := check(ctx, item):
            raise Refused(rule, because)


def _meant(ctx: Context, word: str | None) -> OutgoingItem:
    """Return the message that is meant: by its number, else the last that waits, else the last.

    Raises:
        Invalid: naming those that there are.
    """
    every = ctx.case.outgoing
    if word is None and every:
        return next((one for one in reversed([*every.values()]) if one.open), [*every.values()][-1])
    if word is None or word not in every:
        raise Invalid(FieldError("message", "unknown_message", {"choices": ", ".join(every) or "-"}))
    return every[word]
