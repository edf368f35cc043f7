"""Asks for files and folders, and shows a folder in the computer's own file manager.

Nothing here waits: a dialog calls back when somebody chose, so that the inactivity lock can
throw it away together with the window.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop_app import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget


def choose_files(
    over: QWidget,
    title: str,
    done: Callable[[list[Path]], object],
    *,
    kinds: str = "",
    many: bool = False,
) -> None:
    """Ask for a file, or for several.

    Args:
        over: the screen that asks.
        title: what for.
        done: called with what was chosen; not when nothing was.
        kinds: a filter as Qt writes it: "Month files (*.age)".
        many: whether more than one may be chosen.
    """
    dialog = _dialog(over, title)
    several, one = QFileDialog.FileMode.ExistingFiles, QFileDialog.FileMode.ExistingFile
    dialog.setFileMode(several if many else one)
    if kinds:
        dialog.setNameFilter(kinds)
    dialog.filesSelected.connect(lambda chosen: done(_paths(chosen)))
    dialog.open()


def choose_folder(
    over: QWidget, title: str, done: Callable[[Path], object], *, start: Path | None = None
) -> None:
    """Ask for a folder; `start` is where the asking begins."""
    dialog = _dialog(over, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if start is not None and start.is_dir():
        dialog.setDirectory(str(start))
    dialog.fileSelected.connect(lambda chosen: done(Path(chosen)))
    dialog.open()


def show_folder(folder: Path) -> None:
    """Open a folder in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _dialog(over: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(over, title, str(paths.documents()))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _paths(chosen: Sequence[str]) -> list[Path]:
    return [Path(name) for name in chosen]
