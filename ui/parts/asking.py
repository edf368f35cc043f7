"""A side sheet that asks and does one thing: placing, ending, a new step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.register import drafts
from desktop_app.words import _
from ui.parts.buttons import Button
from ui.parts.form import Form, Kept
from ui.parts.layouts import column, holding
from ui.parts.side_sheet import SideSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk, Place


@dataclass(frozen=True, slots=True)
class Draft:
    """Where what is typed in a sheet is kept.

    Attributes:
        desk: what it works with.
        place: under which name; never a person's.
        client_id: whom it is about, so that it goes when that person's data go.
    """

    desk: Desk
    place: str
    client_id: UUID | None = None

    def keeping(self, form: Form) -> Kept:
        """Return what keeps the answers of a filled form, with those of last time in it."""
        db, place = self.desk.db, self.place
        return Kept(
            form,
            drafts.draft(db, place),
            lambda typed: drafts.keep_draft(db, place, typed, client_id=self.client_id),
            lambda: drafts.forget_draft(db, place),
        )


class AskingSheet(SideSheet):
    """A sheet with questions; `kept` holds what was typed until it is registered."""

    kept: Kept | None = None

    def keep_drafts(self) -> Sequence[str]:
        """Keep what is typed; see `ui.parts.page.KeepsDrafts`."""
        return [_("A half-filled form")] if self.kept and self.kept.keep() else []

    def let_go(self) -> Kept | None:
        """Close, and return what kept the answers: there is nothing to keep any more."""
        kept, self.kept = self.kept, None
        self.close_it()
        return kept


def ask(
    over: QWidget,
    title: str,
    form: Form,
    does: tuple[str, Callable[[dict[str, Any]], Any]],
    done: Callable[[Any], object],
    *,
    above: Sequence[QWidget] = (),
    draft: Draft | None = None,
) -> SideSheet:
    """Slide a form in over a page; it goes away when what it asks for is done.

    Args:
        over: the page.
        title: what it is for.
        form: the questions, filled with what is known.
        does: the verb on the button, and what it calls with the values; that may raise
            UserError, which is then said in the form.
        done: called with what was returned, after the sheet has gone.
        above: what is said before the questions, such as what will happen.
        draft: where what is typed is kept when the sheet is closed or the program locks;
            Cancel throws it away.
    """
    verb, save = does

    def finish(saved: Any) -> None:
        kept = sheet.let_go()
        done(saved)
        if kept is not None:
            kept.forget()

    def give_up() -> None:
        kept = sheet.let_go()
        if kept is not None:
            kept.forget()

    def do_it() -> None:
        form.attempt(save, finish)

    cancel = Button(_("Cancel"), give_up, kind="ghost")
    do = Button(verb, do_it, kind="primary", keys="Ctrl+Return")
    sheet = AskingSheet(over, title, holding(column(*above, form, gap=14)), cancel, do)
    sheet.kept = draft.keeping(form) if draft is not None else None
    sheet.closed.connect(sheet.keep_drafts)
    sheet.closed.connect(sheet.deleteLater)
    form.submitted.connect(do_it)
    sheet.open(form.first())
    return sheet


def begin_at(sheet: SideSheet, place: Place) -> None:
    """Begin at the question of a sheet that a place names, and say there why."""
    for form in sheet.findChildren(Form):
        form.begin_at(place.field, place.why)
