"""Whether a document makes sense as a whole: every word known, every place filled, nobody forgotten.

Each check is a generator of problems; CHECKS lists them, so that a new one has one place to go.
"""

from collections.abc import Callable, Iterator
from datetime import date

from schemas.municipality import Municipality
from schemas.protocol import ProtocolDocument
from vangnet.protocol.check_alarm import ALARM_CHECKS
from vangnet.protocol.check_channels import CHANNEL_CHECKS
from vangnet.protocol.check_looks import LOOKS_CHECKS
from vangnet.protocol.check_municipality import MUNICIPALITY_CHECKS
from vangnet.protocol.check_prevention import PREVENTION_CHECKS
from vangnet.protocol.check_times import TIME_CHECKS
from vangnet.protocol.check_words import WORD_CHECKS
from vangnet.protocol.checking import Subject
from vangnet.protocol.tree import Node, Problem

Check = Callable[[Subject], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (
    *(*WORD_CHECKS, *PREVENTION_CHECKS, *ALARM_CHECKS, *TIME_CHECKS),
    *(*MUNICIPALITY_CHECKS, *LOOKS_CHECKS, *CHANNEL_CHECKS),
)


def check(document: ProtocolDocument, municipality: Municipality | None, root: Node, today: date) -> list[Problem]:
    """Return every problem of the document as a whole, in the order of the checks."""
    subject = Subject(document, municipality, root, today)
    return [problem for one in CHECKS for problem in one(subject)]
