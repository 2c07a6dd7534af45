"""The municipality's documents: an object that was checked before it was put there, or the shipped example.

The object is JSON: `{"name": …, "texts": {name: text}}`, the document in force and all that it extends.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.settings import Settings

if TYPE_CHECKING:
    from vangnet.protocol.load import Loaded

EXAMPLE = "voorbeeldstad"  # Runs where nothing is configured.


def documents(settings: Settings, today: date) -> Loaded:
    """Return the documents in force; links in messages begin with the address that the stack was given."""
    from vangnet.protocol.load import load

    if settings.config:
        place = urlsplit(settings.config)
        found = client("s3").get_object(Bucket=place.netloc, Key=place.path.lstrip("/"))
        kept: dict[str, Any] = json.loads(found["Body"].read())
        loaded = load(kept["name"], kept["texts"].get, today=today, kept=True)
    else:
        loaded = load(EXAMPLE, _shipped, today=today, kept=True)
    return _with_address(loaded, settings.address)


def packed(loaded: Loaded) -> bytes:
    """Return documents as the object that functions read; the same documents give the same bytes."""
    return json.dumps(
        {"name": loaded.name, "texts": dict(loaded.all_texts)}, ensure_ascii=False, sort_keys=True
    ).encode()


def _shipped(name: str) -> str | None:
    text = files("vangnet").joinpath(f"protocols/{name}.yaml")
    return text.read_text(encoding="utf-8") if name.isidentifier() and text.is_file() else None


def _with_address(loaded: Loaded, address: str) -> Loaded:
    municipality = loaded.protocol.municipality
    if not address or "address" in municipality.model_fields_set:
        return loaded
    here = municipality.model_copy(update={"address": address})
    return replace(loaded, protocol=replace(loaded.protocol, municipality_or_none=here))
