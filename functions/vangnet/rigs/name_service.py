"""Looking up the keys by which mails are signed; whoever cannot be asked gives no key, and nothing waits for long."""

import dns.exception
import dns.resolver

LOOK_UP_SECONDS = 2.0  # A mail is not kept waiting for a proof that may be had or not.


def look_up(name: bytes) -> bytes | None:
    """Return the text record of a name, or None where there is none or nobody answers."""
    try:
        found = dns.resolver.Resolver().resolve(name.decode("ascii"), "TXT", lifetime=LOOK_UP_SECONDS)
    except (dns.exception.DNSException, OSError, UnicodeError):
        return None
    return next((b"".join(row.strings) for row in found), None)
