"""Reading a mail: from its bytes to who sent it, what he wrote, what he passed on, and the files that came with it.

Nothing here raises and nothing here takes more than linear time: a mail comes from anybody, and whatever it is, a
person must be able to see as much of it as can be seen. What could not be read as it should is named in `broken`:

- `unparsable`: reading failed as a whole, the text is the mail as it stands;
- `structure`, `cut_off`, `too_many_parts`: parts are missing, do not end, or are more than are read;
- `encoding`, `charset`: the text may have wrong signs in it;
- `attachment`: a file is damaged, or a message in it could not be read;
- `too_long`: only the beginning of the text was read;
- `sender`: there is no one sender.
"""

import re
from collections.abc import Iterator
from itertools import islice

from schemas.report import Forwarded
from vangnet.intake.mail.automatic import automatic
from vangnet.intake.mail.bodies import TEXT_LENGTH_MAX, Body, read_body
from vangnet.intake.mail.bounce import read_bounce
from vangnet.intake.mail.budget import Budget
from vangnet.intake.mail.charsets import clean, decode
from vangnet.intake.mail.closing import own_words
from vangnet.intake.mail.headers import Headers, one_address, words
from vangnet.intake.mail.mapi import Item
from vangnet.intake.mail.markup import RULE
from vangnet.intake.mail.message import ReadMail
from vangnet.intake.mail.parts import cut
from vangnet.intake.mail.quotes import forwarded, split

NESTED_MAX = 3  # Mails attached to mails attached to mails.
FORWARDED_MAX = 100  # Messages that are passed on in one mail.
ATTACHED_TEXT_MAX = 200_000  # Characters of one of them that are taken apart.
REPLIES_TO_MAX = 50  # Message-IDs of a thread.
MESSAGE_ID = re.compile(r"<[^<>\s]{1,500}>")


def read_mail(raw: bytes) -> ReadMail:
    """Return what a mail says; this never fails."""
    try:
        return _read(raw)
    except Exception:  # Better all of its text, unread, than none.
        text = clean(decode(raw[:TEXT_LENGTH_MAX], None)[0])
        return ReadMail(text=text, account=text, broken=("unparsable",))


def _read(raw: bytes) -> ReadMail:
    root, broken = cut(raw)
    headers = root.headers
    body = read_body(root, Budget())
    own, entries = split(body.text)
    attached = tuple(islice(_attached(body, 0), FORWARDED_MAX))
    name, sender = one_address(headers)
    program = automatic(headers)
    ids = _ids(headers, "message-id")
    return ReadMail(
        sender=sender,
        sender_name=name,
        subject=headers.text("subject"),
        message_id=ids[0] if ids else "",
        replies_to=_replies_to(headers),
        text="\n\n".join(text for text in (body.text, *map(_shown, attached)) if text)[:TEXT_LENGTH_MAX],
        account=own_words(own),
        forwarded=(*entries, *attached)[:FORWARDED_MAX],
        files=tuple(body.files),
        signed=tuple(body.mails),
        automatic=program,
        bounce=read_bounce(root, body.text) if program == "bounce" else None,
        broken=tuple(
            dict.fromkeys(
                (*broken, *body.broken, *(("too_long",) if body.budget.short else ()), *(() if sender else ("sender",)))
            )
        ),
    )


def _attached(body: Body, depth: int) -> Iterator[Forwarded]:
    """Yield the messages that came attached, each followed by what was passed on in it."""
    for mail in (*body.mails, *_mails_in(body.items)):
        if not body.budget.message():
            break
        root, _ = cut(mail)
        inner = read_body(root, body.budget)
        own, entries = split(inner.text[:ATTACHED_TEXT_MAX])
        sender = words(root.headers.first("from")).replace('"', "")
        yield forwarded(own, sender, root.headers.text("date"), root.headers.text("subject"))
        yield from entries
        if depth < NESTED_MAX:
            yield from _attached(inner, depth + 1)
    yield from _items(body.items)


def _items(items: list[Item]) -> Iterator[Forwarded]:
    for item in items:
        own, entries = split(item.text[:ATTACHED_TEXT_MAX])
        yield forwarded(own, item.sender, item.sent, item.subject)
        yield from entries
        yield from _items(item.items)


def _mails_in(items: list[Item]) -> list[bytes]:
    """Return the mails that are attached to messages of Outlook as files."""
    own = [file.content for item in items for file in item.files if file.name.lower().endswith(".eml")]
    return own + [mail for item in items for mail in _mails_in(item.items)]


def _shown(entry: Forwarded) -> str:
    head = (("Van", entry.sender), ("Verzonden", entry.sent), ("Onderwerp", entry.subject))
    lines = [f"{label}: {value}" for label, value in head if value]
    return "\n".join((RULE, *lines, "", entry.text))


def _ids(headers: Headers, name: str) -> list[str]:
    return MESSAGE_ID.findall(headers.first(name))


def _replies_to(headers: Headers) -> tuple[str, ...]:
    """Return the mails that this one answers, the nearest first."""
    found = (*_ids(headers, "in-reply-to"), *reversed(_ids(headers, "references")))
    return tuple(dict.fromkeys(found))[:REPLIES_TO_MAX]
