"""What is in the zip: the same bytes each time, compiled, and nothing that no function needs."""

import ast
import importlib.util
import json
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.package.reading import functions
from tools.stack import CONFIG, ROOT, resource_name

pytestmark = pytest.mark.xdist_group("stack")

UNZIPPED_MAX = 40 * 1024 * 1024  # Bytes; Lambda takes 250 MB, and each start reads what it needs of it.
UNCHECKED_HASH = 1  # The flags of a compiled file that is taken as it is, whatever the date of its source.
HEADER = 16  # Bytes before the code of a compiled file: magic, flags, hash.
OURS = ("app.py", "vangnet/", "schemas/")
ABSENT = (
    *("boto3/", "botocore/", "s3transfer/", "pip/", "tests/", "vangnet/cli/"),
    *(f"vangnet/rigs/{name}" for name in ("aws/operating/", "bench/", "embedded/", "simulation/", "command.py")),
)


@pytest.fixture(scope="module")
def opened(packaged: Path) -> Iterator[zipfile.ZipFile]:
    """Give the zip."""
    with zipfile.ZipFile(packaged / "deployment.zip") as found:
        yield found


def test_two_packages_are_the_same_bytes(packaged: Path, tmp_path: Path) -> None:
    """Made elsewhere, with another seed of hashes and in another temporary directory, it is the same."""
    scratch = tmp_path / "somewhere-with-a-longer-name"
    scratch.mkdir()
    told = os.environ | {"TMPDIR": str(scratch), "PYTHONHASHSEED": "12345", "PYTHONPATH": str(ROOT)}
    told["TZ"] = "Pacific/Kiritimati"
    command = [sys.executable, "-m", "tools.package", str(tmp_path / "other")]
    subprocess.run(command, check=True, cwd=tmp_path, env=told, stdout=subprocess.DEVNULL)

    for name in ("template.json", "deployment.zip"):
        assert (tmp_path / "other" / name).read_bytes() == (packaged / name).read_bytes(), name


def test_files_are_compiled_and_taken_as_they_are(opened: zipfile.ZipFile) -> None:
    """Every compiled file is of this Python, and no start looks whether its source changed."""
    compiled = [name for name in opened.namelist() if name.endswith(".pyc")]
    heads = {name: opened.read(name)[:HEADER] for name in compiled}

    assert len(compiled) > 500
    assert {head[:4] for head in heads.values()} == {importlib.util.MAGIC_NUMBER}
    assert {struct.unpack("<I", head[4:8])[0] for head in heads.values()} == {UNCHECKED_HASH}


def test_every_file_of_ours_is_compiled(opened: zipfile.ZipFile) -> None:
    """Beside each source of ours lies what was compiled of it; of libraries the source is left out."""
    names = set(opened.namelist())
    tag = sys.implementation.cache_tag
    sources = [name for name in names if name.endswith(".py")]
    ours = [Path(name) for name in sources if name.startswith(OURS)]
    bare = [str(one) for one in ours if f"{one.parent / '__pycache__' / one.stem}.{tag}.pyc".lstrip("./") not in names]

    assert len(ours) > 100
    assert bare == []
    assert {name.partition("/")[0] for name in sources} == {"app.py", "vangnet", "schemas", "chalice"}


def test_no_place_of_the_machine_is_in_it(opened: zipfile.ZipFile) -> None:
    """Compiled files name the places where Lambda unpacks them, and not those where they were made."""
    here = [str(ROOT).encode(), b"vangnet-package-", str(Path.home()).encode() + b"/"]
    ours = [name for name in opened.namelist() if not name.endswith(".so")]  # Those name the machines of their makers.
    found = [name for name in ours if any(place in opened.read(name) for place in here)]

    assert found == []
    assert b"/var/task/vangnet" in opened.read(
        f"vangnet/rigs/aws/__pycache__/functions.{sys.implementation.cache_tag}.pyc"
    )


def test_nothing_is_carried_that_no_function_needs(opened: zipfile.ZipFile) -> None:
    """No boto3, which Lambda has, no tests, nothing of the other rigs; and it is small."""
    names = opened.namelist()

    assert [name for name in names if name.startswith(ABSENT) or "/tests/" in name] == []
    assert sum(one.file_size for one in opened.infolist()) <= UNZIPPED_MAX
    assert "vangnet/protocols/voorbeeldstad.yaml" in names


def test_dates_and_rights_say_nothing(opened: zipfile.ZipFile) -> None:
    """Every file has the same date and the same rights, in the order of their names."""
    found = opened.infolist()

    assert {(one.date_time, one.external_attr >> 16) for one in found} == {((1980, 1, 1, 0, 0, 0), 0o644)}
    assert [one.filename for one in found] == sorted((one.filename for one in found), key=lambda name: Path(name).parts)


def test_the_functions_are_those_of_app_py(whole: dict[str, Any]) -> None:
    """The page of functions, Chalice's configuration and the template name the same ones, each handler among them."""
    on_page = set(_decorated((ROOT / "functions" / "app.py").read_text()))
    configured = json.loads(CONFIG.read_text())["stages"]["prod"]["lambda_functions"]
    packaged = functions(whole)

    assert on_page == set(configured)
    assert {resource_name(name) for name in on_page} == set(packaged)
    assert {one["Handler"] for one in packaged.values()} == {f"app.{name}" for name in on_page}
    assert {one["Environment"]["Variables"]["VANGNET_FUNCTION"] for one in packaged.values()} == on_page
    assert {one["CodeUri"] for one in packaged.values()} == {"./deployment.zip"}


def test_a_function_that_is_not_configured_would_be_seen() -> None:
    """The reading of the page finds a function by its decorator, whichever way in it has."""
    page = '@app.schedule(Rate(1), name="sweep")\ndef a(event): ...\n\n@app.lambda_function(name="other")\ndef b(): ...'

    assert list(_decorated(page)) == ["sweep", "other"]


def _decorated(page: str) -> Iterator[str]:
    for one in ast.parse(page).body:
        for decorator in one.decorator_list if isinstance(one, ast.FunctionDef) else ():
            assert isinstance(decorator, ast.Call)
            yield from (ast.literal_eval(word.value) for word in decorator.keywords if word.arg == "name")
