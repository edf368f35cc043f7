"""Read every pictured screen in the language of nobody; print what is wrong with each.

Run as a program, in a folder with the resources of `pseudo_locale`: what a process has read of
its resources it keeps.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import assets, licences, words
from tests.ui import painted_words
from tests.ui.pseudo_locale import CLOSE, OPEN
from ui import background, gallery
from ui.gallery.shots import SHOTS, Shot
from ui.theme import fonts, look
from ui.theme.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W\d_]{3,}")
_NO_WORDS = re.compile(r"\S*[/\\\d@]\S*|\S+\.(?:csv|tbbackup|age|pdf|db)\b")
"""Paths, addresses, dates, numbers and names of files: the same in every language."""
_NAMES = {
    "Thuisbasis", "Oefenregister", "English", "Nederlands",
    "Ctrl", "Alt", "Shift", "Enter", "Esc", "Tab",
}  # fmt: skip


def main() -> None:
    """Print {screen: [what is wrong]} as JSON."""
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    fonts.load()
    words.set_language("nl")
    look.wear(app, Look("light", still=True))
    data = _NAMES | invented() | packages()
    shots = [shot for shot in SHOTS if not shot.name.startswith("parts-")]
    found = {shot.name: list(dict.fromkeys(_wrong(_built(shot), data))) for shot in shots}
    sys.stdout.write(json.dumps(found))


def _built(shot: Shot) -> QWidget:
    widget = shot.build()
    widget.resize(1280, 720)
    widget.show()
    background.finish()
    QApplication.processEvents()
    return widget


def invented() -> set[str]:
    """Return the words of invented people and places: of practice data and of the pictures."""
    texts = [
        assets.read_bytes(f"practice/{name}").decode()
        for name in assets.names("practice", ".json")
    ]
    texts += [
        assets.read_bytes(name).decode()
        for name in ("codelists/municipality_u16.json", "fingerprint/words.json")
    ]
    for path in Path(gallery.__file__).parent.glob("*.py"):
        texts += _literals(ast.parse(path.read_text("utf-8")))
    return {word for text in texts for word in _WORD.findall(text)}


def packages() -> set[str]:
    """Return the words of what the program says that it uses, and under which licence."""
    used = licences.third_party()
    return {word for one in used for word in _WORD.findall(f"{one.name} {one.licence}")}


def _literals(tree: ast.AST) -> Iterator[str]:
    """Give the texts in a source file that are no docstring."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docs:
            yield str(node.value)


def _wrong(widget: QWidget, data: set[str]) -> Iterator[str]:
    whole = painted_words.told(widget)
    painted = painted_words.painted(widget)
    if not any(text.startswith(OPEN) for text in painted):
        yield "speaks another language"
    yield from (f"no room: {one}" for one in painted_words.cut(widget))
    for text in shortened(painted):
        if not any(text.removesuffix("…") in one for one in whole):
            yield f"shortened, and nowhere whole: {text}"
    yield from (f"not translated: {text}" for text in foreign(painted, data))
    for text in whole:
        yield from (f"told, not translated: {line}" for line in foreign([text], data))
    widget.close()
    widget.deleteLater()


def shortened(texts: Iterable[str]) -> Iterator[str]:
    """Give the texts of the program that end in an ellipsis instead of their bracket."""
    return (
        text for text in texts if text.endswith("…") and text.count(OPEN) > text.count(CLOSE)
    )


def foreign(texts: Iterable[str], data: set[str]) -> Iterator[str]:
    """Give the texts with words that stand in no brackets and are nobody's name.

    A text goes on over lines until its brackets are closed.
    """
    depth = 0
    for text in texts:
        if text.startswith(OPEN):
            depth = 0
        outside = ""
        for letter in text:
            depth = max(0, depth + (letter == OPEN) - (letter == CLOSE))
            if not depth:
                outside += letter
        if text.endswith("…"):
            depth = 0
            outside = outside.removesuffix("…").rpartition(" ")[0]  # half a word says nothing
        found = _WORD.findall(_NO_WORDS.sub(" ", outside))
        if any(word not in data and not word.isupper() for word in found):
            yield text


if __name__ == "__main__":
    main()
