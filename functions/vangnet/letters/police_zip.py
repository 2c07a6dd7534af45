"""The ZIP for the police: the PDF, every file as it was received, and a manifest by which that can be checked."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.events.base import Envelope
from schemas.report import Evidence
from vangnet.calendar import AMSTERDAM
from vangnet.case.facts import Context
from vangnet.letters.police_file import Asked, Enclosed, pdf, words
from vangnet.letters.police_page import page

BYTES_MAX = 100 * 1024 * 1024  # Of evidence in one ZIP, as it is made in memory; the rest is given file by file.
NAME_LENGTH_MAX = 80  # Of a file's own name in the ZIP; the whole one stands in the manifest.


@dataclass(frozen=True)
class Made:
    """The ZIP with its SHA-256 in hexadecimal, and how many files it holds besides the manifest."""

    content: bytes
    sha256: str
    files: int


def police_zip(
    ctx: Context,
    events: Sequence[Envelope],
    evidence: Iterable[Evidence],
    content: Callable[[Evidence], bytes | None],
    by: str,
) -> Made:
    """Return the ZIP for the police of a case; what could not be put in is named in it.

    Raises:
        LetterError: if the template is broken.
    """
    files: list[tuple[Enclosed, bytes]] = []
    left_out: list[str] = []
    for one, given in _opened(evidence, content):
        full = sum(len(before) for _, before in files) + one.size > BYTES_MAX
        if given is None or full:
            reason = "te groot voor deze zip; los te geven" if full else "niet meer te openen"
            left_out.append(f"{one.name or one.id}: {reason}")
        else:
            files.append((Enclosed(f"bewijs/{len(files) + 1:02d}-{_safe(one.name or one.id)}", one), given))
    enclosed = [one for one, _ in files]
    packed = dict([_dossier(ctx, events, enclosed, Asked(by, tuple(left_out)))])
    packed |= {one.file: given for one, given in files}
    manifest = _manifest(ctx, by, packed, {one.file: one.evidence for one in enclosed}, left_out)
    whole = _zipped(ctx, packed | manifest)
    return Made(whole, hashlib.sha256(whole).hexdigest(), len(packed))


def _dossier(ctx: Context, events: Sequence[Envelope], enclosed: Sequence[Enclosed], asked: Asked) -> tuple[str, bytes]:
    """Return name and content of the dossier: a PDF, or the same as a page where typst is not installed."""
    try:
        return "dossier.pdf", pdf(ctx, events, enclosed, asked)
    except ModuleNotFoundError:
        return "dossier.html", page(words(ctx, events, enclosed, asked)).encode()


def _opened(
    evidence: Iterable[Evidence], content: Callable[[Evidence], bytes | None]
) -> Iterator[tuple[Evidence, bytes | None]]:
    """Yield each file that was ever received, with its bytes if they can still be opened."""
    for one in evidence:
        if one.key or one.sha256:
            yield one, content(one)


def _safe(name: str) -> str:
    kept = "".join(letter if letter.isalnum() or letter in "._- " else "_" for letter in name)
    return kept[-NAME_LENGTH_MAX:].strip(". ") or "bestand"


def _manifest(
    ctx: Context, by: str, packed: Mapping[str, bytes], known: Mapping[str, Evidence], left_out: Sequence[str]
) -> dict[str, bytes]:
    """Return the list of files for people and programs, and the same as `sha256sum --check` reads it."""
    rows: list[dict[str, Any]] = []
    for name, given in packed.items():
        row: dict[str, Any] = {"name": name, "size": len(given), "sha256": hashlib.sha256(given).hexdigest()}
        evidence = known.get(name)
        if evidence:
            same = row["sha256"] == evidence.sha256
            row |= {"received_as": evidence.name, "received_at": evidence.received_at, "as_received": same}
        rows.append(row)
    told = {
        "reference": ctx.case.reference,
        "municipality": ctx.protocol.municipality.name,
        "made_at": ctx.now.isoformat(timespec="seconds"),
        "made_by": by,
        "files": rows,
        "left_out": list(left_out),
    }
    sums = "".join(f"{row['sha256']}  {row['name']}\n" for row in rows)
    listed = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return {"manifest.json": listed.encode(), "SHA256SUMS": sums.encode()}


def _zipped(ctx: Context, files: Mapping[str, bytes]) -> bytes:
    """Return the files as one ZIP, uncompressed, each with the moment at which it was made."""
    local = ctx.now.astimezone(AMSTERDAM)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as whole:
        for name, given in files.items():
            info = zipfile.ZipInfo(name, (local.year, local.month, local.day, local.hour, local.minute, local.second))
            info.external_attr = 0o600 << 16
            whole.writestr(info, given)
    return target.getvalue()
