"""A language of nobody: every text of the program in brackets, accented and a third longer.

It is made from the catalogue and the data files when a test asks for it. What a screen then
shows without brackets does not come from there; what has lost its closing bracket is cut off.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from typing import TYPE_CHECKING, Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from installer.environment import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OPEN, CLOSE = "[", "]"  # the program's own texts hold neither
LONGER = 1.35
_CATALOGUE = "locale/nl/LC_MESSAGES/thuisbasis"
_ACCENTS = str.maketrans("aeiouncyAEIOUNCY", "áéíóúñçýÁÉÍÓÚÑÇÝ")
_HOLE = re.compile(r"(\{[^}]*\})")
_UNSPOKEN = ("codelists/municipality", "fingerprint/", "importing/answers", "practice/")
"""Names of places, words to compare or to recognise, and what invented people say."""


def disguised(english: str, dutch: str = "") -> str:
    """Return a text in brackets, at least a third longer than English and as long as Dutch.

    Holes such as {name} stay; letters are doubled all along it, so that lines break as usual.
    """
    parts = _HOLE.split(english)
    plain = sum(map(len, parts[::2]))
    longest = max(round(plain * LONGER), sum(map(len, _HOLE.split(dutch)[::2])))
    for at in range(0, len(parts), 2):
        more = round((longest - plain) * len(parts[at]) / max(plain, 1))
        parts[at] = _grown(parts[at].translate(_ACCENTS), more)
    return f"{OPEN}{''.join(parts)}{CLOSE}"


def _grown(text: str, more: int) -> str:
    """Double so many letters, spread over a text."""
    letters = [at for at, letter in enumerate(text) if letter.isalpha()]
    if not letters:
        return text
    doubled = [letters[number * len(letters) // more] for number in range(more)]
    return "".join(letter * (1 + doubled.count(at)) for at, letter in enumerate(text))


def make(resources: Path) -> None:
    """Copy the resources into a folder, speaking the language of nobody instead of Dutch."""
    shutil.copytree(ROOT / "resources", resources, ignore=shutil.ignore_patterns("*.pyc"))
    with (resources / f"{_CATALOGUE}.po").open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        if isinstance(message.id, tuple):
            both = zip(message.id, message.string or (), strict=True)
            message.string = tuple(disguised(english, dutch) for english, dutch in both)
        elif message.id:
            message.string = disguised(str(message.id), str(message.string))
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    (resources / f"{_CATALOGUE}.mo").write_bytes(compiled.getvalue())
    for path in resources.rglob("*.json"):
        name = path.relative_to(resources).as_posix()
        if not name.startswith(_UNSPOKEN):
            data = _spoken(json.loads(path.read_text("utf-8")))
            path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def _spoken(data: Any) -> Any:
    """Disguise what a data file says in Dutch beside its English."""
    if isinstance(data, list):
        return [_spoken(item) for item in data]
    if not isinstance(data, dict):
        return data
    made = {key: _spoken(value) for key, value in data.items()}
    dutch, english = data.get("nl"), data.get("en")
    if isinstance(dutch, str):
        made["nl"] = disguised(english or dutch, dutch)
    return made
