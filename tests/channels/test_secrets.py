"""A secret by its name: from three places in their order, and never shown."""

from pathlib import Path

import pytest

from vangnet.rigs.channels.secrets import LENGTH_MAX, secret
from vangnet.rigs.starting import CannotStart

NAME = "VANGNET_SMS"


def test_the_environment_goes_first(tmp_path: Path) -> None:
    """Then the file that is named there, then the credential that systemd gives."""
    (tmp_path / "named").write_text("from the file\n")
    (tmp_path / NAME).write_text("from systemd\n")
    places = {
        NAME: "from the environment",
        f"{NAME}_FILE": str(tmp_path / "named"),
        "CREDENTIALS_DIRECTORY": str(tmp_path),
    }

    assert secret(NAME, places) == "from the environment"
    del places[NAME]
    assert secret(NAME, places) == "from the file"
    del places[f"{NAME}_FILE"]
    assert secret(NAME, places) == "from systemd"


@pytest.mark.parametrize("places", [{}, {NAME: ""}, {"CREDENTIALS_DIRECTORY": "/nowhere"}])
def test_a_secret_that_is_missing_names_the_three_places(places: dict[str, str]) -> None:
    """Whoever starts the program knows where to put it."""
    with pytest.raises(CannotStart) as caught:
        secret(NAME, places)

    for place in (f"variable {NAME}", f"{NAME}_FILE", f"$CREDENTIALS_DIRECTORY/{NAME}"):
        assert place in str(caught.value)


def test_a_file_that_is_not_there_is_named() -> None:
    """It was meant, so the next place is not tried in silence."""
    with pytest.raises(CannotStart, match="/nowhere/it"):
        secret(NAME, {f"{NAME}_FILE": "/nowhere/it", "CREDENTIALS_DIRECTORY": "/tmp"})


@pytest.mark.parametrize("value", ["one\ntwo", "geheim-é", "x" * (LENGTH_MAX + 1), "a\rb", "\x00"])
def test_a_secret_that_no_header_can_carry_is_refused(value: str, tmp_path: Path) -> None:
    """And not shown."""
    (tmp_path / NAME).write_bytes(value.encode())
    with pytest.raises(CannotStart) as caught:
        secret(NAME, {"CREDENTIALS_DIRECTORY": str(tmp_path)})

    assert value not in str(caught.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Its bytes are not shown."""
    (tmp_path / NAME).write_bytes(b"\xff\xfe")
    with pytest.raises(CannotStart, match="it is no text"):
        secret(NAME, {"CREDENTIALS_DIRECTORY": str(tmp_path)})
