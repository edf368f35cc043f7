"""The one door to resources/: data files that travel with the program.

They always lie in a folder beside it: a checkout, an unpacked wheel, an installed program.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import resources

_FOLDER = Path(resources.__path__[0])


def read_bytes(name: str) -> bytes:
    """Return the bytes of a resource, named by its path below resources/ ("fonts/x.ttf")."""
    return _FOLDER.joinpath(name).read_bytes()


def read_json(name: str) -> Any:
    """Return the parsed JSON of a resource."""
    return json.loads(read_bytes(name))


def names(folder: str, ending: str) -> list[str]:
    """Return the names of the files with this ending directly in a resource folder, sorted."""
    found = _FOLDER.joinpath(folder).iterdir()
    return sorted(entry.name for entry in found if entry.name.endswith(ending))
