"""Turns tokens into what Qt understands: a palette and one style sheet."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from desktop_app import assets
from ui.theme import tokens

if TYPE_CHECKING:
    from ui.theme.tokens import Tokens

FAMILIES = {"text": "Inter TB", "title": "Inter TB Title"}


def palette(colours: Tokens) -> QPalette:
    """Return the palette for what Qt paints itself: menus, selections, scroll bars."""
    role = QPalette.ColorRole
    made = QPalette()
    for where, colour in {
        role.Window: colours.surface,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.subtle,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.Highlight: colours.primary,
        role.HighlightedText: colours.on_primary,
        role.Accent: colours.primary,
        role.Link: colours.primary,
        role.LinkVisited: colours.primary,
        role.PlaceholderText: colours.text3,
        role.ToolTipBase: colours.toast,
        role.ToolTipText: colours.toast_text,
        role.Light: colours.hover,
        role.Midlight: colours.subtle,
        role.Mid: colours.border,
        role.Dark: colours.border_strong,
        role.Shadow: colours.border_strong,
    }.items():
        made.setColor(where, QColor(colour))
    off = QPalette.ColorGroup.Disabled
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(off, where, QColor(colours.text3))
    return made


def style_sheet(colours: Tokens, percent: int) -> str:
    """Return resources/ui/style.qss with colours and type filled in.

    `$primary` is a token; `$type_title` the size, weight and family of a type role.
    """
    values = tokens.as_dict(colours)
    for name, role in tokens.type_roles().items():
        size = round(role.px * percent / 100)
        family = FAMILIES[role.cut]
        values[f"type_{name}"] = (
            f'font-family: "{family}"; font-size: {size}px; font-weight: {role.weight};'
        )
    return Template(assets.read_bytes("ui/style.qss").decode()).substitute(values)
