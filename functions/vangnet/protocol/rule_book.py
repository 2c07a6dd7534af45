"""Which rule a refusal may name: one of the document in force, or the law's article behind it; else none.

The core knows its rules by the ids of one protocol (AP-…, docs/rules.yaml), and refuses by them under any document.

- A document that holds that protocol (`rules: agressieprotocol`) names every one of them.
- Any other names those that its own rows cite, as another body never adopted the rest.
- What is the law's, whatever a protocol says, is named by its article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # The models of documents are loaded with the first document.
    from schemas.protocol import ProtocolDocument

OURS = "AP-"  # How the ids of the core's own rules begin.
OF_THE_LAW: Mapping[str, str] = {"AP-6.2": "Awb 2:4"}  # Nobody has a say in what concerns himself.
_FIELDS = ("rule", "decided_by_rule")


def cited(document: ProtocolDocument) -> frozenset[str]:
    """Return the rules that the rows of a document name; what a row leaves unsaid is not its own word."""
    return frozenset(_cited(document.model_dump(exclude_unset=True)))


def _cited(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (value[name] for name in _FIELDS if isinstance(value.get(name), str))
        yield from (rule for part in value.values() for rule in _cited(part))
    elif isinstance(value, list | tuple):
        yield from (rule for part in value for rule in _cited(part))
