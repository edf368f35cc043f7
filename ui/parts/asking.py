"""A side sheet that asks and does one thing: placing, ending, a new dwelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.words import _
from ui.parts.buttons import Button
from ui.parts.form import Form
from ui.parts.layouts import column, holding
from ui.parts.side_sheet import SideSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.desk import Place


def ask(
    over: QWidget,
    title: str,
    form: Form,
    does: tuple[str, Callable[[dict[str, Any]], Any]],
    done: Callable[[Any], object],
    *,
    above: Sequence[QWidget] = (),
) -> SideSheet:
    """Slide a form in over a page; it goes away when what it asks for is done.

    Args:
        over: the page.
        title: what it is for.
        form: the questions.
        does: the verb on the button, and what it calls with the values; that may raise
            UserError, which is then said in the form.
        done: called with what was returned, after the sheet has gone.
        above: what is said before the questions, such as what will happen.
    """
    verb, save = does

    def finish(saved: Any) -> None:
        sheet.close_it()
        done(saved)

    def do_it() -> None:
        form.attempt(save, finish)

    cancel = Button(_("Cancel"), kind="ghost")
    do = Button(verb, do_it, kind="primary", keys="Ctrl+Return")
    sheet = SideSheet(over, title, holding(column(*above, form, gap=14)), cancel, do)
    cancel.clicked.connect(sheet.close_it)
    sheet.closed.connect(sheet.deleteLater)
    form.submitted.connect(do_it)
    sheet.open(form.first())
    return sheet


def begin_at(sheet: SideSheet, place: Place) -> None:
    """Begin at the question of a sheet that a place names, and say there why."""
    for form in sheet.findChildren(Form):
        form.begin_at(place.field, place.why)
