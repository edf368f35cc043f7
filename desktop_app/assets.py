"""The one door to resources/: data files that travel with the program."""

from __future__ import annotations

import json
from contextlib import contextmanager
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read_bytes(name: str) -> bytes:
    """Return the bytes of a resource, named by its path below resources/ ("fonts/x.ttf")."""
    return files("resources").joinpath(name).read_bytes()


def read_json(name: str) -> Any:
    """Return the parsed JSON of a resource."""
    return json.loads(read_bytes(name))


def names(folder: str, ending: str) -> list[str]:
    """Return the names of the files with this ending directly in a resource folder, sorted."""
    found = files("resources").joinpath(folder).iterdir()
    return sorted(entry.name for entry in found if entry.name.endswith(ending))


@contextmanager
def on_disk(name: str) -> Iterator[Path]:
    """Give a resource as a real file for libraries that want a path."""
    with as_file(files("resources").joinpath(name)) as path:
        yield path
