"""What a rule found: the class, the rule of the protocol, and the words of the sentence that it rests on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A class found in a sentence between two of its words, with the place of the word that carries the meaning."""

    rule: str
    classed: str
    first: int
    last: int
    core: int
