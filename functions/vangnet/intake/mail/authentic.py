"""Whether a mail comes from whom it says: what the municipality's own relay found, and nothing that anybody can write.

Results of the relay stand in a header with its name (RFC 8601). The relay takes out those that others wrote in its
name, and puts its own on top; so only the topmost one counts, and every other header of that kind is only text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import authres
import authres.core

from vangnet.intake.mail.headers import Headers, one_address, read_headers

HEADER = "authentication-results"
RESULTS_MAX = 50  # Results in one header.
HEADERS_MAX = 20  # Headers that are looked at where no relay is named.
SERVICE = re.compile(r"\s*\"?([^\s;\"=]{1,255})\"?(?:\s+\d+)?\s*")
# One word and its value, whole: of `"x@here"@there` the quoted part alone would be another's address.
WORD = re.compile(r"\s*([\w.-]+)\s*=\s*(\"[^\"]*\"|[^\s;\"]+)(?=\s|$)")
PLACES = ("smtp.", "header.", "body.", "policy.")
METHOD = re.compile(r"\s*([\w.-]+)(?:\s*/\s*\d+)?\s*=\s*([\w-]+)")


@dataclass(frozen=True)
class Verdict:
    """Whether a mail is its sender's, and which finding says so."""

    ok: bool
    why: str


class _Strict(authres.core.AuthenticationResultsHeader):  # type: ignore[misc]
    """The library's reader, which in its tolerant way of reading may never end."""

    def __init__(self, feature_context: object) -> None:
        super().__init__(feature_context, strict=True)


@dataclass(frozen=True)
class _Result:
    method: str
    result: str
    properties: tuple[tuple[str, str], ...]

    def value(self, name: str) -> str:
        return next((value for key, value in self.properties if key == name), "")

    def domain(self, name: str) -> str:
        return self.value(name).rsplit("@", 1)[-1].rstrip(".")


CONTEXT = authres.FeatureContext()


def authenticated(raw: bytes, sender: str, *, relay: str | None) -> Verdict:
    """Return whether the mail is the sender's; `relay` is the name of the municipality's own relay, None for none."""
    headers = read_headers(raw, 0, len(raw))[0]
    address = one_address(headers)[1]
    if not address or address != sender.strip().lower():
        return Verdict(False, "sender")
    domain = address.rsplit("@", 1)[1]
    if relay is None:
        return _demonstrated(_all_results(headers), address, domain)
    results = _results_of(headers, relay)
    if results is None:
        return Verdict(False, "no_results")
    return _judged(results, address, domain)


def _judged(results: list[_Result], address: str, domain: str) -> Verdict:
    if any(one.method == "dmarc" and one.result in {"fail", "permerror"} for one in results):
        return Verdict(False, "dmarc")
    for one in results:
        if one.result == "pass" and _is_senders(one, address, domain):
            return Verdict(True, one.method)
    return Verdict(False, "nothing_passed")


def _demonstrated(results: list[_Result], address: str, domain: str) -> Verdict:
    judged = _judged(results, address, domain)
    spoke = [one for one in results if one.method in {"spf", "dkim"} and one.result not in {"none", "neutral"}]
    return judged if judged.ok or judged.why == "dmarc" or spoke else Verdict(True, "no_relay")


def _is_senders(one: _Result, address: str, domain: str) -> bool:
    if one.method == "dmarc":
        return one.domain("header.from") == domain
    if one.method == "dkim":
        return _aligned(one.domain("header.d") or one.domain("header.i"), domain)
    if one.method == "spf":
        return _aligned(one.domain("smtp.mailfrom"), domain)
    return one.method == "auth" and one.value("smtp.auth") == address


def _aligned(one: str, other: str) -> bool:
    """Say whether two domains are the same, or one is below the other; a whole country's is above nobody's."""
    if min(one.count("."), other.count(".")) < 1:
        return False
    return one == other or one.endswith("." + other) or other.endswith("." + one)


def _results_of(headers: Headers, relay: str) -> list[_Result] | None:
    for value in headers.all(HEADER):
        service, *results = _pieces(value)
        named = SERVICE.fullmatch(service)
        if named and named[1].lower() == relay.strip().lower():
            return list(_read(results))
    return None


def _all_results(headers: Headers) -> list[_Result]:
    # Some services leave their name out, so the first piece may be a result too.
    return [one for value in headers.all(HEADER)[:HEADERS_MAX] for one in _read(_pieces(value))]


def _read(pieces: list[str]) -> Iterator[_Result]:
    for piece in pieces[:RESULTS_MAX]:
        found = METHOD.match(piece)
        if not found:
            continue
        plain = f"x; {found[1]}={found[2]} {_properties(piece[found.end() :])}"
        try:
            (one,) = _Strict.parse_value(CONTEXT, plain).results
            properties = tuple((f"{p.type}.{p.name}".lower(), str(p.value).lower()) for p in one.properties)
            yield _Result(one.method.lower(), one.result.lower(), properties)
        except Exception:  # A result that cannot be read passes nothing, but a failure still is one.
            yield _Result(found[1].lower(), found[2].lower(), ())


def _properties(text: str) -> str:
    """Return what a result says of addresses and domains, or nothing where a word of it cannot be read."""
    found, at, text = [], 0, text.rstrip()
    while at < len(text):
        word = WORD.match(text, at)
        if word is None:
            return ""
        found += [f"{word[1]}={word[2]}"] if word[1].lower().startswith(PLACES) else []
        at = word.end()
    return " ".join(found)


def _pieces(value: str) -> list[str]:
    """Split a header at its semicolons, comments left out; signs in quotes and comments split nothing."""
    pieces: list[list[str]] = [[]]
    depth, quoted, escaped = 0, False, False
    for sign in value:
        if escaped or (sign == "\\" and (quoted or depth)):
            escaped = not escaped
            continue
        if sign == '"' and not depth:
            quoted = not quoted
        if not quoted and sign == "(":
            depth += 1
        if not depth:
            if sign == ";" and not quoted:
                pieces.append([])
                continue
            pieces[-1].append(sign)
        if not quoted and sign == ")" and depth:
            depth -= 1
            pieces[-1].append(" ")
    return ["".join(piece) for piece in pieces]
