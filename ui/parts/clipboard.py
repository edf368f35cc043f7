"""Copies client data, marked as ours so that locking can take it off the clipboard again."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

_MARK = "application/x-thuisbasis"


def copy(words: str) -> None:
    """Put text on the clipboard."""
    data = QMimeData()
    data.setText(words)
    data.setData(_MARK, b"1")
    QGuiApplication.clipboard().setMimeData(data)


def wipe() -> None:
    """Empty the clipboard if what is on it came from us."""
    clipboard = QGuiApplication.clipboard()
    held = clipboard.mimeData()
    if held is not None and held.hasFormat(_MARK):
        clipboard.clear()
