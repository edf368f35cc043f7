"""A new colleague in a sheet: who it is, and whether they may come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.register import drafts, organisation, workers
from desktop_app.register.workers import WorkerFields
from desktop_app.store import passwords
from desktop_app.words import _
from ui import background
from ui.parts.buttons import Button
from ui.parts.form import Field, Form
from ui.parts.layouts import column, holding
from ui.parts.side_sheet import SideSheet
from ui.parts.text import label
from ui.screens.settings.colleague_form import questions, take_up_draft
from ui.screens.settings.first_password import show_first_password

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.errors import UserError
    from desktop_app.register.workers import WorkerRow
    from ui.desk import Desk

_NEW = "settings/colleague/new"


class NewColleagueSheet:
    """Asks who comes to work here, and whether they may open the register."""

    worker: WorkerRow | None = None

    def __init__(self, over: QWidget, desk: Desk) -> None:
        self._over, self._desk = over, desk
        kind = organisation.organisation(desk.db).kind
        opens = Field("opens", _("May open the register"), "check")
        self.form = Form([*questions(kind), opens], today=desk.today())
        self.form.fill({"opens": True})
        take_up_draft(desk, self.form, _NEW)
        self.do = Button(_("Add"), self.add, kind="primary", keys="Ctrl+Return")
        cancel = Button(_("Cancel"), self.cancel, kind="ghost")
        hint = label(
            _("With access comes a first password, for you to tell by word of mouth."),
            "small",
            "text3",
            wrap=True,
        )
        body = holding(column(self.form, hint, gap=8))
        self.sheet = SideSheet(over, _("Add colleague"), body, cancel, self.do)
        self.sheet.closed.connect(self.sheet.deleteLater)
        self.form.submitted.connect(self.add)
        self.sheet.open(self.form.first())

    def add(self) -> None:
        """Add the colleague, on the worker; then show the first password, this once."""
        self.form.attempt(dict, self._add)

    def _add(self, values: dict[str, Any]) -> None:
        db, opened = self._desk.db, self._desk.opened
        password = passwords.proposed() if values.pop("opens") else ""
        fields = WorkerFields(**values)

        access = (opened, password) if password else None
        self.do.busy(_("Adding…"))
        background.run(
            self.sheet,
            lambda: workers.add_worker(db, fields, access),
            lambda _id: self._added(fields.name, password),
            self._refused,
        )

    def cancel(self) -> None:
        """Go away, and forget what was typed."""
        drafts.forget_draft(self._desk.db, _NEW)
        self.sheet.close_it()

    def keep_draft(self) -> list[str]:
        """Keep what is being typed; return in words what that was."""
        if not self.form.draft()["name"]:
            return []
        drafts.keep_draft(self._desk.db, _NEW, self.form.draft())
        return [_("A new colleague, not saved yet")]

    def _added(self, name: str, password: str) -> None:
        drafts.forget_draft(self._desk.db, _NEW)
        self.sheet.close_it()
        self._desk.say(_("Colleague added"))
        if password:
            show_first_password(self._over, name, password)

    def _refused(self, error: UserError) -> None:
        self.do.ready()
        self.form.show_error(error)
