"""A letter that was made becomes a file: sealed like evidence, with its hash, and the same bytes if made again."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from schemas.events.base import SYSTEM, Event
from schemas.events.letters import LetterKept, LetterNotKept
from schemas.letters import Letter
from schemas.municipality import Municipality
from schemas.report import Evidence
from vangnet.case.facts import Context
from vangnet.case.invitations import INVITED
from vangnet.case.response_items import MadeItem
from vangnet.letters.checking import LetterError
from vangnet.letters.render import Rendered, render
from vangnet.shell.engine import Engine

_LETTER: TypeAdapter[Letter] = TypeAdapter(Letter)

log = logging.getLogger("vangnet.letters")


class Printing:
    """Makes the letters of a stream files, each once."""

    def __init__(self, engine: Engine, keep: Callable[[str, bytes], Evidence]) -> None:
        """Take the engine, and what keeps a file of that name sealed and returns what is known of it."""
        self._engine, self._keep = engine, keep

    def print(self, stream_id: str) -> bool:
        """Make every letter a file that waits for it, and tell whether there was any; harmless twice.

        Raises:
            StoreUnavailable, VersionConflict: the letters that were not kept are made by a later try.
        """
        stream = self._engine.streams.load(stream_id)
        waiting = [] if stream.case.wiped else [one for one in stream.case.made.values() if one.waits]
        for one in waiting:
            stream = self._engine.streams.load(stream_id)
            ctx = self._engine.context(stream, SYSTEM)
            event = self._printed(self._with_link(ctx, one), ctx.protocol.municipality)
            self._engine.append(ctx, stream, (event,), key=f"print:{one.id}", actor=SYSTEM)
        return bool(waiting)

    def _with_link(self, ctx: Context, made: MadeItem) -> MadeItem:
        """Return an invitation with its link; the code is made anew each time by the key, and kept nowhere."""
        if made.kind != "invitation" or made.draft:
            return made
        code = self._engine.names.link_code(ctx.case.reference, made.id, INVITED)
        address = ctx.protocol.municipality.address.rstrip("/")
        link = f"{address}/uitnodiging/{ctx.case.reference}/{code}"
        return replace(made, content={**made.content, "link": link})

    def _printed(self, made: MadeItem, municipality: Municipality) -> Event:
        try:
            rendered = printed(made.content, municipality)
        except LetterError as error:
            log.error("%s could not be made a file: %s", made.id, error.where)
            return LetterNotKept(made=made.id, where=error.where, what=error.what)
        return LetterKept(made=made.id, file=self._keep(f"{made.kind}-{made.id}.pdf", rendered.pdf))


def printed(content: Mapping[str, Any], municipality: Municipality) -> Rendered:
    """Return the letter that an event holds as a file; the same content gives the same bytes.

    Raises:
        LetterError: the tables or a template of the municipality do not allow it.
    """
    try:
        letter = _LETTER.validate_python(content)
    except ValidationError as error:
        raise LetterError(str(error.errors()[0]["loc"]), "cannot stand in a letter") from None
    settings = municipality.letters
    if settings is None:
        raise LetterError("municipality.letters", "is missing; write the letterhead there")
    return render(letter, settings.house(municipality.name), settings.templates)
