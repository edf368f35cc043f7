"""What somebody does at mouse and keyboard: press, type, pick, choose a file, print, read.

A button counts only where a click at its middle would reach it, so a journey cannot press what
lies under a sheet or out of sight. Nothing here calls the program's own functions.
"""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.ui.pdf_text import text_of
from ui.parts.drop_place import DropPlace
from ui.parts.painted import PaintedButton
from ui.parts.pdf_view import PdfView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.shell import Shell

PATIENCE = 20_000
_LOOK_EVERY_MS = 20
_Widget = TypeVar("_Widget", bound=QWidget)
_LEFT = Qt.MouseButton.LeftButton


class Hands:
    """Somebody before the window of one computer.

    Args:
        qtbot: moves mouse and keyboard.
        shell: the window on the desktop.
        log: the folder where the program writes of a bug.
    """

    def __init__(self, qtbot: QtBot, shell: Shell, log: Path) -> None:
        self.qtbot, self.shell, self._log = qtbot, shell, log

    def wait(self, until: Callable[[], object], what: str = "") -> None:
        """Wait until something is so; tell what never came, and what was said instead."""
        end = time.monotonic() + PATIENCE / 1000
        while not until():
            self.refuse_bugs()
            if time.monotonic() > end:
                raise AssertionError(f"{what or 'it'} never came; there stands:\n{self.said()}")
            self.qtbot.wait(_LOOK_EVERY_MS)

    def refuse_bugs(self) -> None:
        """Fail with what the program wrote of a bug of its own, if it met one."""
        for log in self._log.glob("*.log"):
            raise AssertionError(log.read_text(encoding="utf-8"))

    def see(self, *sentences: str) -> None:
        """Wait until sentences stand on the screen."""
        for sentence in sentences:
            self.wait(partial(self._stands, sentence), repr(sentence))

    def said(self) -> str:
        """Return every word in sight, the names of what is drawn included."""
        shown = [w for w in self.shell.findChildren(QWidget) if w.isVisible()]
        told = [w.text() for w in shown if isinstance(w, QLabel)]
        told += [w.accessibleName() for w in shown]
        return "\n".join(dict.fromkeys(words for words in told if words))

    def paper(self) -> str:
        """Read the paper that is shown, once it is drawn."""
        self.wait(
            lambda: any(v.isVisible() and v.page_count() and v.drawn() for v in self._papers()),
            "a paper",
        )
        (view,) = [v for v in self._papers() if v.isVisible()]
        return text_of(view._data)

    def press(self, words: str) -> None:
        """Press the button that says something."""
        self.click(self._reached(QAbstractButton, lambda one: _says(one, words), words))

    def open_tab(self, words: str) -> None:
        """Click a tab."""
        bar = self._reached(QTabBar, lambda bar: words in _tabs(bar), words)
        where = bar.tabRect(_tabs(bar).index(words)).center()
        self.qtbot.mouseClick(bar, _LEFT, pos=where)

    def tick(self, words: str) -> None:
        """Tick a box."""
        self.press(words)

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget."""
        self.qtbot.mouseClick(widget, _LEFT)

    def keys(self, key: Qt.Key, *, control: bool = False) -> None:
        """Press a key where the focus is; a dialog that closed gave the window back."""
        self.shell.activateWindow()
        self.wait(self.shell.isActiveWindow, "the window in front")
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier(0)
        self.qtbot.keyClick(QApplication.focusWidget() or self.shell, key, held)

    def type_in(self, question: str, words: str) -> None:
        """Click into the field of a question and type over what stands there."""
        field = self.field(question)
        self.click(field.viewport() if isinstance(field, QPlainTextEdit) else field)
        self.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(field, words)

    def field(self, question: str) -> QLineEdit | QPlainTextEdit:
        """Return the field of a question."""
        kinds = (QLineEdit, QPlainTextEdit)
        found = self._reached(
            QWidget, lambda w: isinstance(w, kinds) and _is(w, question), question
        )
        assert isinstance(found, kinds)
        return found

    def pick(self, question: str, answer: str) -> None:
        """Choose an answer from a list, with the arrow keys."""
        box = self._reached(QComboBox, lambda one: _is(one, question), question)
        offered = [box.itemText(number) for number in range(box.count())]
        assert answer in offered, offered
        box.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.keyClick(box, Qt.Key.Key_Home)
        for _step in range(offered.index(answer)):
            self.qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() == answer

    def type_in_focus(self, words: str) -> None:
        """Type where the focus is."""
        self.wait(
            lambda: isinstance(QApplication.focusWidget(), QLineEdit), "a field to type in"
        )
        self.qtbot.keyClicks(QApplication.focusWidget(), words)

    def language(self, now: str, wanted: str) -> None:
        """Choose another language at the foot of the window."""
        self.press(now)
        (menu,) = [
            w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()
        ]
        act = next(one for one in menu.actions() if one.text() == wanted)
        self.qtbot.mouseClick(menu, _LEFT, pos=menu.actionGeometry(act).center())

    def choose(self, path: Path) -> None:
        """Choose a file or folder in the dialog that stands open."""
        self.wait(lambda: _dialog(QFileDialog) is not None, "a dialog for files")
        dialog = _dialog(QFileDialog)
        assert dialog is not None
        dialog.findChildren(QLineEdit)[0].setText(str(path))
        _accept(self.qtbot, dialog)
        self.wait(lambda: _dialog(QFileDialog) is None, "the end of the dialog")

    def drop(self, *files: Path) -> None:
        """Drag files onto the place for them, and let go."""
        place = self._reached(DropPlace, lambda _one: True, "a place to drop on")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        middle, copy = place.rect().center(), Qt.DropAction.CopyAction
        none = Qt.KeyboardModifier.NoModifier
        over = QDragEnterEvent(middle, copy, data, _LEFT, none)
        QApplication.sendEvent(place, over)
        assert over.isAccepted()
        QApplication.sendEvent(place, QDropEvent(QPointF(middle), copy, data, _LEFT, none))

    def table(self, name: str) -> list[dict[str, str]]:
        """Read the lines of a table, each by the titles of its columns."""
        view = self._reached(QTableView, lambda one: _is(one, name), name)
        model, across = view.model(), Qt.Orientation.Horizontal
        columns = range(model.columnCount())
        titles = [str(model.headerData(column, across)) for column in columns]
        return [
            {titles[column]: str(model.index(line, column).data()) for column in columns}
            for line in range(model.rowCount())
        ]

    def print_with(self, button: str, out: Path) -> None:
        """Press a button that prints, and print to a file that plays the paper."""
        clock = QTimer(interval=_LOOK_EVERY_MS)
        clock.timeout.connect(lambda: _print_to(self.qtbot, out))
        clock.start()
        self.press(button)
        self.wait(out.exists, "the paper")
        clock.stop()

    def _stands(self, sentence: str) -> bool:
        return sentence in self.said()

    def _papers(self) -> list[PdfView]:
        return self.shell.findChildren(PdfView)

    def _reached(
        self, kind: type[_Widget], wanted: Callable[[_Widget], bool], what: str
    ) -> _Widget:
        """Wait for a widget of a kind that a click reaches; scroll to it where need be."""

        def found() -> list[_Widget]:
            shown = [one for one in self.shell.findChildren(kind) if one.isVisible()]
            fitting = [one for one in shown if one.isEnabled() and wanted(one)]
            for one in fitting:
                _scroll_to(one)
            return [one for one in fitting if self._is_on_top(one)]

        self.wait(found, f"“{what}” to press")
        return found()[0]

    def _is_on_top(self, widget: QWidget) -> bool:
        middle = widget.mapTo(self.shell, widget.rect().center())
        there = self.shell.childAt(middle)
        return there is not None and (there is widget or widget.isAncestorOf(there))


def _tabs(bar: QTabBar) -> list[str]:
    return [bar.tabText(number) for number in range(bar.count())]


def _says(button: QAbstractButton, words: str) -> bool:
    own = button.words() if isinstance(button, PaintedButton) else button.text()
    return words in {own, button.accessibleName()}


def _is(widget: QWidget, question: str) -> bool:
    return widget.accessibleName() == question


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            middle = around.viewport().height() // 2 - widget.height()
            around.ensureWidgetVisible(widget, 0, max(20, middle))
        around = around.parentWidget()


def _dialog(kind: type[_Widget]) -> _Widget | None:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind)]
    return next((one for one in shown if one.isVisible()), None)


def _accept(qtbot: QtBot, dialog: QWidget) -> None:
    """Press the button of a dialog that does it."""
    (box,) = dialog.findChildren(QDialogButtonBox)
    role = QDialogButtonBox.ButtonRole.AcceptRole
    (button,) = [one for one in box.buttons() if box.buttonRole(one) == role]
    qtbot.mouseClick(button, _LEFT)


def _print_to(qtbot: QtBot, out: Path) -> None:
    dialog = _dialog(QPrintDialog)
    if dialog is None:
        return
    names = [one for one in dialog.findChildren(QLineEdit) if one.objectName() == "filename"]
    names[0].setText(str(out))
    _accept(qtbot, dialog)
