"""What changed between two versions: a sheet with the words that went, and those that came."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app import dates
from desktop_app.plans import differences
from desktop_app.words import _
from ui.parts.buttons import Button
from ui.parts.layouts import column, holding
from ui.parts.side_sheet import SideSheet
from ui.parts.text import label
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.plans.differences import Change, Piece, SectionChanges
    from desktop_app.plans.reading import PlanCard
    from desktop_app.plans.versions import VersionRow
    from ui.desk import Desk


def show_differences(over: QWidget, desk: Desk, old: VersionRow, new: PlanCard) -> SideSheet:
    """Slide in what a newer version of a plan says differently from an older one."""
    found = differences.differences(desk.db, old.plan_id, new.plan_id, today=desk.today())
    since = old.agreed_on or old.printed_on or old.started_on
    said = _("Since version {n} of {date}.").format(n=old.number, date=dates.dutch(since))
    close = Button(_("Close"), kind="ghost")
    body = column(label(said, "body", "text2", wrap=True), *_shown(found), gap=16)
    sheet = SideSheet(over, _("What changed"), holding(body), close)
    close.clicked.connect(sheet.close_it)
    sheet.closed.connect(sheet.deleteLater)
    sheet.open(close)
    return sheet


def _shown(found: Sequence[SectionChanges]) -> list[QWidget]:
    if not found:
        return [label(_("The two versions say the same."), wrap=True)]
    return [
        holding(
            column(
                label(section.heading, "heading", wrap=True),
                *(_change(change) for change in section.changes),
                gap=8,
            )
        )
        for section in found
    ]


def _change(change: Change) -> QWidget:
    words = label("", wrap=True)
    words.setTextFormat(Qt.TextFormat.RichText)
    words.setText("".join(_piece(piece) for piece in change.pieces))
    words.setAccessibleName(_spoken(change))
    name = label(change.label, "small_strong", "text2", wrap=True)
    return holding(column(name, words, gap=2))


def _piece(piece: Piece) -> str:
    """Return words as they are shown: struck through, underlined, or plain.

    A line tells what a colour tells, for who does not see the one from the other.
    """
    text = escape(piece.text).replace("\n", "<br>")
    match piece.kept:
        case "gone":
            colour = look.colour("danger").name()
            return f'<s style="color:{colour}">{text}</s> '
        case "new":
            colour = look.colour("ok").name()
            return f'<u style="color:{colour}">{text}</u>'
        case _:
            return text


def _spoken(change: Change) -> str:
    if not change.before:
        return _("New: {text}").format(text=change.after)
    if not change.after:
        return _("Gone: {text}").format(text=change.before)
    return _("Was: {before}. Now: {after}").format(before=change.before, after=change.after)
