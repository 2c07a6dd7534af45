"""The protocol document: everything of a municipality's protocol that is data, as a municipality writes it in YAML."""

from schemas.protocol.access import AccessRow, CommandRow
from schemas.protocol.alarm import Alarm, ChainLink, Notice
from schemas.protocol.document import ProtocolDocument
from schemas.protocol.duties import Aftercare, Duty, Talk, When
from schemas.protocol.words import ClassRow, Kind, Office, OutcomeRow

__all__ = [
    "AccessRow",
    "Aftercare",
    "Alarm",
    "ChainLink",
    "ClassRow",
    "CommandRow",
    "Duty",
    "Kind",
    "Notice",
    "Office",
    "OutcomeRow",
    "ProtocolDocument",
    "Talk",
    "When",
]
