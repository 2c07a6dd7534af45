"""Which people a field of a command may name, in one case."""

from collections.abc import Sequence

from vangnet.case.facts import Context
from vangnet.case.people import involved
from vangnet.web.language import Words
from vangnet.web.people import PeopleWords

Options = Sequence[tuple[str, str]]


class ChoosingPeople:
    """Finds the people that fields of one case can name."""

    def __init__(self, ctx: Context, words: Words) -> None:
        """Take the case and the words of the page."""
        self._ctx, self._words = ctx, words
        self._people = PeopleWords(ctx.protocol, words)

    def harmed(self) -> Options:
        """Return the people harmed."""
        return [(one.key, self._people.name(one.key)) for one in self._ctx.case.harmed if one.body is None]

    def colleagues(self) -> Options:
        """Return who has a role here and is not involved himself."""
        people = self._ctx.protocol.municipality.people
        able = (who for who in people if self._ctx.protocol.roles_of(who) and not involved(self._ctx, who))
        return [(who, self._people.titled(who)) for who in able]

    def office_holders(self) -> Options:
        """Return who can be harmed: everybody with an office, office by office, and the municipality itself."""
        document, people = self._ctx.protocol.document, self._ctx.protocol.municipality.people
        bodies = [(name, self._words.label(row.label)) for name, row in document.offices.items() if row.kind == "body"]
        holders = [(who, office) for office in document.offices for who, row in people.items() if row.office == office]
        return [*((who, self._people.titled(who)) for who, _ in holders), *bodies]

    def members(self) -> Options:
        """Return everybody of the municipality."""
        return [(who, self._people.titled(who)) for who in self._ctx.protocol.municipality.people]

    def cared(self) -> Options:
        """Return everybody who is cared for in the case."""
        return [(one.key, self._people.name(one.key)) for one in self._ctx.case.cared]

    def also_cared(self) -> Options:
        """Return who else can have been there, where several people are cared for."""
        people = self.cared()
        return people if len(people) > 1 else []

    def everybody(self) -> Options:
        """Return everybody of the municipality but the reader himself."""
        people = self._ctx.protocol.municipality.people
        return [(who, self._people.titled(who)) for who in people if who != self._ctx.actor]

    def own(self) -> Options:
        """Return for whom the actor may consent: himself, and his family."""
        keys = (one.key for one in self._ctx.case.harmed if self._ctx.actor in (one.person, one.family_of))
        return [(key, self._people.name(key)) for key in keys]

    def persons(self) -> Options:
        """Return the people harmed where there are several; of one it needs no asking."""
        people = self.harmed()
        return people if len(people) > 1 else []
