"""The month files that were made: when, whether they were sent, and to save them again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_app import dates
from desktop_app.paper import days
from desktop_app.register import drafts
from desktop_app.summary import export, ledger
from desktop_app.words import _
from ui import background
from ui.parts import files
from ui.parts.asking import ask
from ui.parts.buttons import Button
from ui.parts.chip import Chip
from ui.parts.form import Field, Form, Kept
from ui.parts.layouts import column, empty, row, rule
from ui.parts.text import Elided, label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.errors import UserError
    from desktop_app.summary.ledger import MonthCard
    from ui.desk import Desk


class Earlier(QWidget):
    """The list; it reads itself again when a month file changed.

    Args:
        desk: what it works with.
        failed: shows why a file could not be saved.
    """

    def __init__(self, desk: Desk, failed: Callable[[UserError], object]) -> None:
        super().__init__()
        self._desk = desk
        self._failed = failed
        self._list = column(gap=0)
        self.setLayout(self._list)
        desk.changes.follow(self, ("month_file",), self.reload)
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        empty(self._list)
        found = ledger.month_files(self._desk.db)
        for number, card in enumerate(found):
            if number:
                self._list.addWidget(rule())
            self._list.addWidget(self._line(card))
        if not found:
            self._list.addWidget(label(_("No month file was made yet."), "body", "text2"))
        self._list.addStretch(1)

    def _line(self, card: MonthCard) -> QWidget:
        name = month_of(card)
        again = Button(_("Save again"), lambda: self._save_again(card), icon="download")
        again.setAccessibleName(f"{_('Save again')}: {name}")
        buttons = row(again, gap=8)
        if card.sent_on is None:
            note = Button(
                _("Note as sent"),
                lambda: note_sent(self.window(), self._desk, card),
                icon="send",
            )
            note.setAccessibleName(f"{_('Note as sent')}: {name}")
            buttons.addWidget(note)
        buttons.addStretch(1)
        made = Elided(card.file_name, "small", "text2")
        around = QWidget()
        head = row(label(name, "strong"), ..., sent_chip(card))
        around.setLayout(column(head, made, buttons, gap=5, edge=(0, 10, 0, 10)))
        return around

    def _save_again(self, card: MonthCard) -> None:
        files.choose_folder(
            self, _("Where does the file go?"), lambda folder: self._write(card, folder)
        )

    def _write(self, card: MonthCard, folder: Path) -> None:
        background.run(
            self,
            lambda: export.save_again(self._desk.db, card.file_id, folder),
            lambda _made: self._desk.say(_("The same file is saved again")),
            self._failed,
        )


def month_of(card: MonthCard) -> str:
    """Return the month of a file in words; a correction says so."""
    month = days.month(card.period)
    month = f"{month[0].upper()}{month[1:]}"
    return month if card.revision == 1 else _("{month}, correction").format(month=month)


def sent_chip(card: MonthCard) -> Chip:
    """Return whether a file was sent."""
    if card.sent_on is None:
        return Chip(_("Not noted as sent"), "warn", "send")
    words = _("Sent {day}").format(day=dates.dutch(card.sent_on))
    return Chip(words, "ok", "check")


def sent_form(desk: Desk, card: MonthCard) -> tuple[Form, Kept]:
    """Return the questions, when and by which way, and what keeps their answers."""
    hint = _("The file was made on {day}.").format(day=dates.dutch(card.made_on))
    way = _("For example: secure mail, portal, stick")
    form = Form(
        [
            Field("on", _("Sent on"), "date", hint=hint),
            Field("how", _("How was it sent?"), hint=way, optional=True),
        ],
        today=desk.today(),
    )
    form.fill({"on": desk.today()})
    place = f"month/sent/{card.file_id}"
    kept = Kept(
        form,
        drafts.draft(desk.db, place),
        partial(drafts.keep_draft, desk.db, place),
        partial(drafts.forget_draft, desk.db, place),
    )
    return form, kept


def save_sent(desk: Desk, card: MonthCard, values: dict[str, Any]) -> None:
    """Note that a file was sent."""
    export.note_sent(desk.db, card.file_id, on=values["on"], how=values["how"] or "")


def note_sent(over: QWidget, desk: Desk, card: MonthCard) -> None:
    """Ask in a sheet when a file was sent, and note it."""
    form, kept = sent_form(desk, card)

    def done(_none: object) -> None:
        kept.forget()
        desk.say(_("Noted as sent"))

    ask(
        over,
        _("Note as sent: {month}").format(month=month_of(card)),
        form,
        (_("Note as sent"), lambda values: save_sent(desk, card, values)),
        done,
    )
