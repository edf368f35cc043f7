"""What a screen really says: every text it paints, read back from a picture in SVG."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)

from ui.parts.text import Elided

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIP = Qt.ItemDataRole.ToolTipRole
_TEXT = re.compile(r"<text\b[^>]*>([^<]*)</text>")


def painted(widget: QWidget) -> list[str]:
    """Return the texts a widget paints, in the order of painting; each line is one."""
    picture = QBuffer()
    picture.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(picture)
    generator.setSize(widget.size())
    widget.render(generator)
    svg = bytes(picture.data().data()).decode()
    return [unescape(found).strip() for found in _TEXT.findall(svg)]


def told(widget: QWidget) -> list[str]:
    """Return what is read out, or shown at a pause of the mouse, or listed behind an arrow."""
    return [text for one in _visible(widget) for text in _told_by(one) if text]


def cut(widget: QWidget) -> list[str]:
    """Return the labels and buttons with less room than they need, and pages too wide."""
    return [f"{type(one).__name__}: {_name(one)}" for one in _visible(widget) if _is_cut(one)]


def _visible(widget: QWidget) -> Iterator[QWidget]:
    return (one for one in widget.findChildren(QWidget) if one.isVisible())


def _told_by(one: QWidget) -> Iterator[str]:
    yield one.accessibleName()
    yield one.toolTip()
    if isinstance(one, QComboBox):
        yield from (one.itemText(at) for at in range(one.count()))
    if isinstance(one, QAbstractItemView) and one.model() is not None:
        model = one.model()
        for column in range(model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal, _TIP) or "")
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                tip = model.index(row, column).data(_TIP)
                yield tip if isinstance(tip, str) else ""


def _name(one: QWidget) -> str:
    if isinstance(one, QLabel | QAbstractButton):
        return one.text()
    return one.accessibleName()


def _is_cut(one: QWidget) -> bool:
    if isinstance(one, Elided | QToolButton):  # a tool button is an icon inside a field
        return False
    if isinstance(one, QLabel):
        if one.wordWrap():
            return one.height() < one.heightForWidth(one.width()) - 1
        return one.width() < one.sizeHint().width() - 1
    if isinstance(one, QAbstractButton):
        return one.width() < one.minimumSizeHint().width()
    if isinstance(one, QScrollArea):
        still = one.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        page = one.widget()
        return still and page is not None and page.width() > one.viewport().width()
    return False
