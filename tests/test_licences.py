"""The list of what others made: read from the installation itself."""

from __future__ import annotations

import tomllib
from importlib import metadata

from packaging.requirements import Requirement

from desktop_app import licences
from installer import environment


def test_everything_the_program_asks_for_is_listed_with_its_version() -> None:
    listed = {one.name.casefold().replace("_", "-"): one for one in licences.third_party()}
    about = tomllib.loads((environment.ROOT / "pyproject.toml").read_text("utf-8"))
    for wish in about["project"]["dependencies"]:
        name = Requirement(wish).name
        assert listed[name.casefold().replace("_", "-")].version == metadata.version(name)
    assert "pytest" not in listed


def test_each_part_names_its_licence_or_brings_its_text() -> None:
    parts = licences.third_party()
    assert [one.name for one in parts if not one.licence and not one.text] == []
    names = [one.name for one in parts]
    assert names == sorted(set(names), key=str.casefold)


def test_fonts_and_icons_bring_their_licence() -> None:
    texts = {one.name: one.text for one in licences.third_party()}
    assert "SIL OPEN FONT LICENSE" in texts["Inter"].upper()
    assert "Lucide" in texts["Lucide"]
