"""The commands of an operator, as he types them: send-test, backup, restore."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.embedded.served import VANGNET, serving


def said(data: Path, *words: str, **env: str) -> tuple[int, str]:
    """Run a command and return its exit code and all that it said."""
    environment = {"PATH": os.environ["PATH"], "VANGNET_DATA": str(data), **env}
    run = subprocess.run([*VANGNET, *words], capture_output=True, text=True, env=environment, check=False)
    return run.returncode, run.stdout + run.stderr


def test_a_test_by_a_directory_that_nobody_serves(tmp_path: Path) -> None:
    """Each channel, and when it was proven."""
    code, words = said(tmp_path / "data", "send-test", "w.devries")

    assert code == 0
    assert [line.split(";")[0] for line in words.splitlines()] == ["sms: sent", "mail: sent"]
    assert words.count("proven at 20") == 2


def test_a_test_by_the_process_that_serves(tmp_path: Path) -> None:
    """It is asked; on another port nobody answers, and that is said."""
    with serving(tmp_path / "data") as served:
        port = served.address.rsplit(":", 1)[1]
        code, words = said(tmp_path / "data", "send-test", "w.devries", PORT=port)
        wrong, why = said(tmp_path / "data", "send-test", "w.devries", PORT="1")

    assert (code, words.count("proven at 20")) == (0, 2)
    assert wrong == 1
    assert "set PORT" in why


def test_who_would_be_reached_is_said_served_or_not(tmp_path: Path) -> None:
    """The process that serves is asked; a way that a test proved is no trouble any more; 1 while anything is."""
    data = tmp_path / "data"
    with serving(data) as running:
        port = running.address.rsplit(":", 1)[1]
        code, words = said(data, "ready", PORT=port)
    assert code == 1
    assert "griffier: g.mulder; then g.peters\n    a channel was never proven" in words

    said(data, "send-test", "g.mulder")
    code, words = said(data, "ready")
    assert code == 1
    assert "griffier: g.mulder; then g.peters\n    a" not in words
    assert "griffier: g.mulder; then g.peters\n" in words


def test_a_test_that_fails_says_why(tmp_path: Path) -> None:
    """Exit code 1, each channel with its fault, and that it was never proven."""
    municipality = tmp_path / "stad.yaml"
    municipality.write_text(
        "extends: voorbeeldstad\nprotocol: stad\nmunicipality:\n"
        "  relay: {host: 127.0.0.1, port: 1, sender: meld@stad.example}\n"
    )
    code, words = said(tmp_path / "data", "send-test", "w.devries", VANGNET_CONFIG=str(municipality))

    assert code == 1
    assert "sms: sent" in words
    assert "mail: failing" in words
    assert "never proven" in words


def test_a_test_for_nobody(tmp_path: Path) -> None:
    """The person is named."""
    code, words = said(tmp_path / "data", "send-test", "niemand")

    assert code == 1
    assert "'niemand' is not a person" in words


@pytest.mark.parametrize("rehearsal", [False, True])
def test_a_copy_of_what_is_served_is_put_back(tmp_path: Path, *, rehearsal: bool) -> None:
    """While it serves; a rehearsal tells nobody anything."""
    with serving(tmp_path / "data") as served:
        report = {"account": "Ik weet waar je woont.", "happened_at": "unknown", "channel": "phone"}
        reference = served.call("/api/v1/reports", served.token("r.bakker"), report).json["reference"]
        code, words = said(tmp_path / "data", "backup", str(tmp_path / "copy"))
        assert (code, "copied" in words) == (0, True)
    restore = ("restore", *(("--rehearsal",) if rehearsal else ()), str(tmp_path / "copy"))
    code, words = said(tmp_path / "new", *restore)

    assert code == 0, words
    assert ("Nothing that is due was done" in words) == rehearsal
    with serving(tmp_path / "new") as again:
        case = again.call(f"/api/v1/cases/{reference}", again.token("g.mulder")).json
        assert case["parts"]["account"]["account"] == "Ik weet waar je woont."


def test_a_copy_that_changed_is_refused(tmp_path: Path) -> None:
    """Exit code 1, the file by name, and nothing put back."""
    with serving(tmp_path / "data"):
        said(tmp_path / "data", "backup", str(tmp_path / "copy"))
    with (tmp_path / "copy" / "vangnet.db").open("r+b") as file:
        file.seek(5_000)
        byte = file.read(1)
        file.seek(5_000)
        file.write(bytes([byte[0] ^ 1]))
    code, words = said(tmp_path / "new", "restore", str(tmp_path / "copy"))

    assert code == 1
    assert "vangnet.db is not as it was copied" in words
    assert not (tmp_path / "new").exists()
