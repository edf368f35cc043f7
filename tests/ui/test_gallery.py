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
from ui.gallery.shots import SHOTS
from ui.theme import look
from ui.theme.look import Look
from ui.window import SMALLEST, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

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


@pytest.fixture(
    params=WAYS, ids=[f"{shot.name}-{tongue}-{size}" for shot, tongue, size in WAYS]
)
def built(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication
) -> Iterator[QWidget]:
    """A pictured screen on a small laptop, in Dutch, and in English with large letters."""
    shot, tongue, size = request.param
    words.set_language(tongue)
    look.wear(qapp, Look("light", text=size, still=True))
    windows = Windows()
    qapp.installEventFilter(windows)
    widget = shot.build()
    qtbot.addWidget(widget)
    qapp.removeEventFilter(windows)
    widget.setProperty("flashed", [type(seen).__name__ for seen in windows.seen])
    sheet = shot.name.startswith("parts-")  # sheets of parts do not scroll
    widget.resize(1280, 1800 if sheet else 720)
    widget.show()
    background.finish()
    yield widget
    widget.hide()


def test_nothing_flashes_up_while_it_is_built(built: QWidget) -> None:
    assert built.property("flashed") == []


def test_every_control_has_a_name(built: QWidget) -> None:
    assert unnamed(QAccessible.queryAccessibleInterface(built)) == []


def test_it_fits_the_smallest_window(built: QWidget) -> None:
    if isinstance(built, Window) and look.now().text == 100:
        least = built.minimumSizeHint()
        assert least.width() <= SMALLEST[0]
        assert least.height() <= SMALLEST[1]


def test_no_words_are_cut(built: QWidget) -> None:
    assert painted_words.cut(built) == []


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
