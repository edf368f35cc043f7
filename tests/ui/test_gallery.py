"""Every pictured screen: whole, named, fit for a small screen; no window flashes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import words
from tests.ui import painted_words
from ui import background
from ui.gallery.shots import SHOTS, Shot
from ui.theme import look
from ui.theme.look import Look
from ui.window import SMALLEST, Window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.words import Language

NEEDS_NAME = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Table,
    QAccessible.Role.List,
    QAccessible.Role.Tree,
}


class Windows(QObject):
    """Hears which windows appear."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QWidget] = []

    def eventFilter(  # noqa: N802 - Qt's name
        self, watched: QObject, event: QEvent
    ) -> bool:
        shown = event.type() == QEvent.Type.Show
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


LOOKS = (("nl", 100), ("en", 150))
WAYS = [(shot, *look_) for shot in SHOTS for look_ in LOOKS]


@pytest.mark.parametrize(
    ("shot", "tongue", "size"),
    WAYS,
    ids=[f"{shot.name}-{tongue}-{size}" for shot, tongue, size in WAYS],
)
def test_a_screen_is_whole_on_a_small_laptop(
    qtbot: QtBot, qapp: QApplication, shot: Shot, tongue: Language, size: int
) -> None:
    words.set_language(tongue)
    look.wear(qapp, Look("light", text=size, still=True))
    windows = Windows()
    qapp.installEventFilter(windows)
    widget = shot.build()
    qtbot.addWidget(widget)
    qapp.removeEventFilter(windows)
    sheet = shot.name.startswith("parts-")  # sheets of parts do not scroll
    widget.resize(1280, 1800 if sheet else 720)
    widget.show()
    background.finish()
    qapp.processEvents()
    wrong = {
        "flashes up while it is built": [type(seen).__name__ for seen in windows.seen],
        "has no name": unnamed(QAccessible.queryAccessibleInterface(widget)),
        "is cut": painted_words.cut(widget),
        "does not fit": too_large(widget) if size == 100 else [],
    }
    widget.hide()
    assert {what: found for what, found in wrong.items() if found} == {}


def too_large(widget: QWidget) -> list[str]:
    """The least size of a window that is larger than the smallest one."""
    least = widget.minimumSizeHint()
    fits = least.width() <= SMALLEST[0] and least.height() <= SMALLEST[1]
    return [] if fits or not isinstance(widget, Window) else [str(least.toTuple())]


def unnamed(item: QAccessibleInterface) -> list[str]:
    """The controls below an item that a screen reader could not name."""
    found: list[str] = []
    name = item.text(QAccessible.Text.Name)
    if item.role() in NEEDS_NAME and not name and not item.state().invisible:
        found.append(repr(item.object()))
    for number in range(item.childCount()):
        child = item.child(number)
        if child is not None and child.isValid():
            found += unnamed(child)
    return found
