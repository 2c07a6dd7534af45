"""A secret, found by its name. The places in their order, the first that has it counts:

- the environment variable NAME;
- the file that the environment variable NAME_FILE names;
- the file NAME in $CREDENTIALS_DIRECTORY, as systemd gives it.
"""

from collections.abc import Mapping
from pathlib import Path

from vangnet.rigs.starting import CannotStart

LENGTH_MAX = 4096  # Longer than any token, and than what a header can carry.


def secret(name: str, environment: Mapping[str, str]) -> str:
    """Return the secret of that name.

    Raises:
        CannotStart: it stands nowhere, or cannot be sent; the text names the places and never what stands there.
    """
    value = environment.get(name) or _from_file(name, environment)
    if not value:
        raise CannotStart(
            f"The secret {name} is missing: set the environment variable {name}, or set {name}_FILE to a file that "
            f"holds it, or give systemd a credential of that name ($CREDENTIALS_DIRECTORY/{name})."
        )
    # A letter outside ASCII or a second line would break a header, and the error would show it.
    if len(value) > LENGTH_MAX or not value.isascii() or not value.isprintable():
        raise CannotStart(f"The secret {name} cannot be used: it must be one line of plain letters, digits and signs.")
    return value


def _from_file(name: str, environment: Mapping[str, str]) -> str:
    folder = environment.get("CREDENTIALS_DIRECTORY")
    named = environment.get(f"{name}_FILE")
    file = Path(named) if named else Path(folder) / name if folder else None
    if file is None or (not named and not file.exists()):
        return ""
    try:
        with file.open(encoding="utf-8") as stream:
            return stream.read(LENGTH_MAX + 2).strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        raise CannotStart(
            f"The secret {name} cannot be read from {file} ({why}); mend the file or its rights."
        ) from None
