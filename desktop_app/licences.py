"""What of others the program is made of, and under which licences: read where it is installed.

The list is that of the installation itself, so it cannot be out of date: the packages that the
program asks for and what those ask for in turn, with the texts that came with them.
"""

from __future__ import annotations

import platform
import re
import tomllib
from collections import deque
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import assets

if TYPE_CHECKING:
    from collections.abc import Iterator

_OWN = "thuisbasis"
_TEXT = re.compile(r"/licenses/|(^|/)(LICEN[CS]E|COPYING|NOTICE)[^/]*$", re.IGNORECASE)
_SHORT = 70  # longer than a name: somebody put the whole text there

# Fonts and icons are files of ours, not packages: each brings its licence in its folder.
_CARRIED = (
    ("Inter", "OFL-1.1", "fonts/inter/OFL.txt"),
    ("Lucide", "ISC", "icons/LICENSE.txt"),
    ("Noto", "OFL-1.1", "fonts/paper/OFL-Noto.txt"),
    ("Source Sans 3", "OFL-1.1", "fonts/paper/OFL-SourceSans.txt"),
)


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """Something of others.

    Attributes:
        licence: its name as the package gives it, "MIT"; empty where only the text says it.
        text: the licence itself; empty where the package does not bring it.
    """

    name: str
    version: str
    licence: str
    text: str


def third_party() -> list[ThirdParty]:
    """Return everything of others that is in use here, by name."""
    found = [_package(one) for one in _packages()]
    found += [
        ThirdParty(name, "", licence, assets.read_bytes(text).decode("utf-8"))
        for name, licence, text in _CARRIED
    ]
    found.append(ThirdParty("Python", platform.python_version(), "PSF-2.0", ""))
    return sorted(found, key=lambda one: one.name.casefold())


def _packages() -> Iterator[metadata.Distribution]:
    """Yield what is installed of the program's wishes, and of theirs, each once."""
    waiting, seen = deque(_wishes()), set()
    while waiting:
        wish = waiting.popleft()
        name, _colon, marker = wish.partition(";")
        matched = re.match(r"[A-Za-z0-9._-]+", name.strip())
        if matched is None or "extra" in marker:
            continue
        key = re.sub(r"[-_.]+", "-", matched[0]).lower()
        if key in seen:
            continue
        seen.add(key)
        try:
            found = metadata.distribution(key)
        except metadata.PackageNotFoundError:
            continue  # a wish for another system than this one
        yield found
        waiting.extend(found.requires or ())


def _wishes() -> list[str]:
    """Return what the program asks for: as installed, or as its own source says."""
    try:
        return list(metadata.requires(_OWN) or ())
    except metadata.PackageNotFoundError:
        source = Path(__file__).parents[1] / "pyproject.toml"
        about = tomllib.loads(source.read_text(encoding="utf-8"))
        return list(about["project"]["dependencies"])


def _package(found: metadata.Distribution) -> ThirdParty:
    files = [file for file in found.files or () if _TEXT.search(file.as_posix())]
    own = [file for file in files if ".dist-info/" in file.as_posix()] or files
    text = "\n\n".join(_read(file) for file in own)
    return ThirdParty(found.name, found.version, _name(found, text), text)


def _read(file: metadata.PackagePath) -> str:
    raw = file.read_binary()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")  # FreeType's, for one: older than UTF-8


def _name(found: metadata.Distribution, text: str) -> str:
    about = found.metadata
    for field in ("License-Expression", "License"):
        given = "".join(about.get_all(field) or ()).strip()
        if given and "\n" not in given and len(given) <= _SHORT:
            return given
    listed = [line for line in about.get_all("Classifier") or () if line.startswith("License")]
    if listed:
        return ", ".join(line.rpartition(" :: ")[2] for line in listed)
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return first if len(first) <= _SHORT and "licen" in first.lower() else ""
