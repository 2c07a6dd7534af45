"""Makes the deployable package: compiled files, a layer and the template, the same bytes for the same commit.

    python -m tools.package build/package

What the functions need is installed from requirements-functions.lock, by hash, as wheels for Amazon Linux and for the
Python that packages. Chalice makes the zip and the template; then the files are compiled, as that halves the import,
and put into a zip anew, in order and with one date. What only letters need is a layer, from a lock file of its own.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tools.stack import PYTHON, ROOT, overlay

PLATFORM = "manylinux_2_28_x86_64"  # What Lambda's x86_64 runtimes can load.
PLATFORM_UV = "x86_64-manylinux_2_28"
REGION = "eu-west-1"  # Chalice wants one; nothing of it gets into the package.
TASK = "/var/task"  # Where Lambda unpacks it; compiled files name it in tracebacks.
DATE = (1980, 1, 1, 0, 0, 0)
MODE = 0o644 << 16
NEVER = ("__pycache__", "*.dist-info", "tests", "bin", "*.pyi", "py.typed")
# Parts of libraries that no function uses, and a file that only Python 2 could read.
UNUSED = (
    "aws_lambda_powertools/event_handler",
    *("cffi", "pycparser", "olefile/olefile2.py", "OleFileIO_PL.py", "schemas/json", "vangnet/rigs/embedded"),
    *("vangnet/rigs/simulation", "vangnet/rigs/bench", "vangnet/rigs/aws/operating", "vangnet/rigs/command.py"),
    "vangnet/cli",
)
ZONES = {"Europe", "UTC", "Etc", "__init__.py"}  # Times are for people in the Netherlands.
USED_TOOLS = {"__init__.py", "jmespath_utils", "typing"}  # Of Powertools' utilities, by its logger.
OURS = ("app.py", "vangnet", "schemas", "chalice")  # What keeps its source beside what was compiled of it.


def main() -> None:
    """Make the package in the folder that is named."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "build/package").resolve()
    package(out)
    size = (out / "deployment.zip").stat().st_size
    print(f"{out / 'template.json'}\n{out / 'deployment.zip'}: {size:,} bytes, for Python {PYTHON}")


def package(out: Path) -> None:
    """Make template.json, deployment.zip and letters-layer.zip in a folder."""
    with tempfile.TemporaryDirectory(prefix="vangnet-package-") as place:
        stage, made = Path(place, "stage"), Path(place, "made")
        _stage(stage)
        _chalice(stage, made)
        out.mkdir(parents=True, exist_ok=True)
        _zip(made / "deployment.zip", Path(place, "unpacked"), out / "deployment.zip")
        layer = Path(place, "layer")
        _install(layer / "python", "requirements-letters.lock")
        _pack(layer, out / "letters-layer.zip")
        template = json.loads((made / "sam.json").read_text())
        (out / "template.json").write_text(json.dumps(template, indent=1, sort_keys=True) + "\n")


def _stage(stage: Path) -> None:
    """Lay out the project as Chalice wants it: app.py, .chalice, and everything else under vendor."""
    vendor = stage / "vendor"
    vendor.mkdir(parents=True)
    _install(vendor, "requirements-functions.lock")
    ignore = shutil.ignore_patterns(*NEVER)
    for source, target in (("functions/vangnet", "vangnet"), ("schemas", "schemas")):
        shutil.copytree(ROOT / source, vendor / target, ignore=ignore)
    zones = [one for one in (vendor / "tzdata" / "zoneinfo").iterdir() if one.name not in ZONES]
    tools = [one for one in (vendor / "aws_lambda_powertools/utilities").iterdir() if one.name not in USED_TOOLS]
    for unused in (*(vendor / name for name in UNUSED), *zones, *tools):
        _remove(unused)
    shutil.copy(ROOT / "functions" / "app.py", stage)
    shutil.copytree(ROOT / "functions" / ".chalice", stage / ".chalice", ignore=shutil.ignore_patterns("deployed"))
    (stage / "requirements.txt").write_text("")
    (stage / "overlay.json").write_text(json.dumps(overlay()))


def _install(vendor: Path, name: str) -> None:
    lock = str(ROOT / name)
    uv = shutil.which("uv")
    if uv:
        command = [uv, "pip", "install", "--quiet", "--python-platform", PLATFORM_UV, "--python-version", PYTHON]
        command += ["--link-mode", "copy", "--python", sys.executable]
    else:
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        command += ["--platform", PLATFORM, "--python-version", PYTHON, "--implementation", "cp", "--no-deps"]
    # What comes as source only is pure Python; it is built with the setuptools of the lock file.
    command += ["--no-build-isolation", "--require-hashes", "--target", str(vendor), "-r", lock]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    for pattern in NEVER:
        for found in sorted(vendor.rglob(pattern)):
            _remove(found)


def _remove(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _chalice(stage: Path, made: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from chalice.cli import main; main()",
        "package",
        "--stage",
        "prod",
        "--merge-template",
        "overlay.json",
    ]
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(stage.parent),
        "AWS_DEFAULT_REGION": REGION,
        "PYTHONPATH": str(stage / "vendor"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    subprocess.run(
        [*command, str(made)],
        check=True,
        cwd=stage,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


def _zip(source: Path, unpacked: Path, target: Path) -> None:
    """Compile what is in a zip and put all of it into another, in the order of names and with one date."""
    with zipfile.ZipFile(source) as made:
        made.extractall(unpacked)
    for place in sorted(unpacked.iterdir()):
        _compile(place, unpacked)
    _pack(unpacked, target)


def _pack(folder: Path, target: Path) -> None:
    """Put what is in a folder into a zip, in the order of names and with one date."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(file.relative_to(folder).as_posix(), DATE)
            info.external_attr, info.compress_type = MODE, zipfile.ZIP_DEFLATED
            packed.writestr(info, file.read_bytes())


def _compile(place: Path, unpacked: Path) -> None:
    """Compile a library or a file; a library of others is left without its source, which nobody reads there."""
    ours = place.name in OURS
    if place.is_file() and place.suffix != ".py":
        return
    command = [sys.executable, "-m", "compileall", "-q", "-j", "1", "-s", str(unpacked), "-p", TASK]
    command += ["--invalidation-mode", "unchecked-hash", *([] if ours else ["-b"]), str(place)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": "0"}, stdout=subprocess.DEVNULL)
    for source in () if ours else [place] if place.is_file() else list(place.rglob("*.py")):
        source.unlink()


if __name__ == "__main__":
    main()
