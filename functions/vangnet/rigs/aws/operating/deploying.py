"""Deploying a release, changing the documents alone, and going back to what was before."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from vangnet.protocol.load import Loaded
from vangnet.rigs.aws.clients import client
from vangnet.rigs.aws.documents import packed
from vangnet.rigs.aws.operating.artifacts import Artifacts, Release
from vangnet.rigs.aws.operating.changes import Changes
from vangnet.rigs.aws.operating.stack import CannotOperate, Stack
from vangnet.rigs.aws.operating.template import LABEL, STREAM, TABLE, labelled, layers_of, on_restored, with_code

BUCKET, CONFIG = "ArtifactsBucket", "ConfigKey"
OURS = frozenset({BUCKET, CONFIG, TABLE, STREAM})  # Parameters that nobody else may set.


class Deployment:
    """Releases of one stack."""

    def __init__(self, stack: Stack, region: str, now: datetime) -> None:
        """Take the stack, and the moment that a release is recorded under."""
        self._stack, self._now = stack, now
        self.artifacts = Artifacts(stack.name, region)

    def deploy(self, package: Path, loaded: Loaded | None, parameters: Mapping[str, str]) -> bool:
        """Put a package into force, with these documents or those that are; tell whether anything changed.

        Raises:
            CannotOperate: nothing was changed.
        """
        template, code, layers = _package(package)
        _check(parameters, template)
        self.artifacts.make()
        key = self.artifacts.put("code", code, "zip")
        kept = {name: self.artifacts.put("layers", content, "zip") for name, content in layers.items()}
        prepared = with_code(template, self.artifacts.bucket, key, kept)
        name = self.artifacts.put("template", _text(prepared), "json")
        config = self._documents(loaded) if loaded else self._before().get(CONFIG, "")
        return self._put_into_force(Release(name, config, dict(parameters), self._in_force()))

    def configure(self, loaded: Loaded) -> bool:
        """Put other documents into force, with the code that is; tell whether anything changed.

        Raises:
            CannotOperate: nothing was changed.
        """
        self._stack.known  # noqa: B018  (says that there is none)
        return self._put_into_force(Release(self._label(), self._documents(loaded), {}, self._in_force()))

    def roll_back(self) -> None:
        """Put the release before into force, as it was.

        Raises:
            CannotOperate: there is none, or nothing was changed.
        """
        self._stack.known  # noqa: B018  (says that there is none)
        here = self._in_force()
        before = self.artifacts.release(here).before if here else ""
        if not before:
            raise CannotOperate(f"Nothing is known of a release of {self._stack.name} before this one; deploy one.")
        if not self._put_into_force(self.artifacts.release(before)):
            raise CannotOperate("Nothing was changed: the release before is the one that is in force.")

    def onto(self, table: str, stream: str) -> None:
        """Let the release that is in force use another table.

        Raises:
            CannotOperate: nothing was changed.
        """
        here = Release(self._label(), self._before().get(CONFIG, ""), {}, self._in_force())
        self._put_into_force(here, {TABLE: table, STREAM: stream})

    def _put_into_force(self, release: Release, table: Mapping[str, str] | None = None) -> bool:
        before = self._before()
        table = table or {name: before[name] for name in (TABLE, STREAM) if before.get(name)}
        template = json.loads(self.artifacts.get(release.template))
        named = labelled(on_restored(template) if table else template, release.template)
        address = self.artifacts.address(self.artifacts.put("deployed", _text(named), "json"))
        given = release.parameters | {BUCKET: self.artifacts.bucket, CONFIG: release.config} | dict(table)
        names = list(named["Parameters"])
        changes = Changes(self._stack, template=address, names=names, given=_only(given, names))
        if not changes.looked_at():
            return False
        asked = {name: str(one["Default"]) for name, one in named["Parameters"].items() if "Default" in one}
        kept = asked | _only(before, names) | release.parameters
        self.artifacts.note(replace(release, parameters=_without(kept)), self._now)
        changes.carry_out()
        return True

    def _documents(self, loaded: Loaded) -> str:
        return self.artifacts.put("config", packed(loaded), "json")

    def _before(self) -> dict[str, str]:
        """Return the parameters of the stack as it stands; none where there is no stack."""
        found = self._stack.described() or {}
        return {one["ParameterKey"]: one["ParameterValue"] for one in found.get("Parameters", [])}

    def _label(self) -> str:
        """Return the key of the packaged template that is in force.

        Raises:
            CannotOperate: the stack was deployed by other means.
        """
        body = client("cloudformation").get_template(StackName=self._stack.name, TemplateStage="Original")
        template: Any = body["TemplateBody"]
        template = json.loads(template) if isinstance(template, str) else template
        label = template.get("Metadata", {}).get(LABEL)
        if not label:
            raise CannotOperate(f"The stack {self._stack.name} was not deployed by this command; deploy it once.")
        return str(label)

    def _in_force(self) -> str:
        """Return the record of what is in force, or nothing where there is none."""
        if self._stack.described() is None:
            return ""
        try:
            label = self._label()
        except CannotOperate:
            return ""
        before = self._before()
        config, parameters = before.get(CONFIG, ""), _without(before)
        for key, release in self.artifacts.releases():
            same = all(parameters.get(name) == value for name, value in release.parameters.items())
            if (release.template, release.config) == (label, config) and same:
                return key
        return ""


def _package(folder: Path) -> tuple[dict[str, Any], bytes, dict[str, bytes]]:
    try:
        template = json.loads((folder / "template.json").read_bytes())
        layers = {name: (folder / name).read_bytes() for name in layers_of(template)}
        return template, (folder / "deployment.zip").read_bytes(), layers
    except (OSError, ValueError):
        raise CannotOperate(f"There is no package in {folder}; run 'make package' first, or name its folder.") from None


def _check(parameters: Mapping[str, str], template: Mapping[str, Any]) -> None:
    """Refuse a parameter that the template does not ask for, or that is not for people to set."""
    wrong = sorted(set(parameters) - (set(template["Parameters"]) - OURS))
    if wrong:
        known = ", ".join(sorted(set(template["Parameters"]) - OURS))
        raise CannotOperate(f"The template asks for no {', '.join(wrong)}; it asks for {known}.")


def _text(template: Mapping[str, Any]) -> bytes:
    return json.dumps(template, sort_keys=True, separators=(",", ":")).encode()


def _only(given: Mapping[str, str], names: list[str]) -> dict[str, str]:
    return {name: value for name, value in given.items() if name in names}


def _without(parameters: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in parameters.items() if name not in OURS}
