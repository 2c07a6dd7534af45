"""All ways of saying that the rules know, by the rule of the protocol and the class that each stands for."""

from functools import cache

from vangnet.classification.idioms_force import FORCE
from vangnet.classification.idioms_threat import THREATS
from vangnet.classification.idioms_verbal import VERBAL
from vangnet.classification.phrases import Phrases


@cache
def idioms() -> Phrases:
    """Return the rows, read at the first call, so that importing the package stays cheap."""
    return Phrases((*FORCE, *THREATS, *VERBAL))
