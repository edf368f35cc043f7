"""A first password, shown this once, to be told by word of mouth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.words import _
from ui.parts import clipboard
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.layouts import column, holding, row
from ui.parts.side_sheet import SideSheet
from ui.parts.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def show_first_password(over: QWidget, name: str, password: str) -> SideSheet:
    """Show the first password of a colleague; it is kept nowhere in readable form."""
    said = label(password, "code", wrap=True)
    said.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    said.setAccessibleName(_("First password"))
    copy = Button(_("Copy"), lambda: clipboard.copy(password), icon="copy")
    card = column(
        label(_("First password"), "small", "text2"), said, row(copy, ...), gap=8,
        edge=(16, 14, 16, 14),
    )  # fmt: skip
    once = Banner(
        "warn",
        _("You see this password only now"),
        _("If it is lost, give a new one."),
        icon="eye",
    )
    how = label(
        _(
            "Tell it to {name} by word of mouth, not by mail. At the first unlocking Thuisbasis"
            " asks for a password of their own."
        ).format(name=name),
        "body",
        "text2",
        wrap=True,
    )
    done = Button(_("I passed it on"), kind="primary", icon="check")
    body = holding(column(how, holding(card, "inset"), once, gap=14))
    sheet = SideSheet(over, _("First password of {name}").format(name=name), body, done)
    done.clicked.connect(sheet.close_it)
    sheet.closed.connect(sheet.deleteLater)
    sheet.open(copy)
    return sheet
