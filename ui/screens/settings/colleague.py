"""One colleague in a sheet: who it is, their role, and whether they may come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.register import drafts, organisation, workers
from desktop_app.register.workers import WorkerFields
from desktop_app.store import passwords
from desktop_app.words import _
from ui import background
from ui.desk import Place
from ui.parts.buttons import Button
from ui.parts.chip import Chip
from ui.parts.dialog import Dialog
from ui.parts.form import Form
from ui.parts.layouts import column, holding, row, rule
from ui.parts.side_sheet import SideSheet
from ui.parts.text import label
from ui.screens.settings.colleague_form import questions, take_up_draft
from ui.screens.settings.first_password import show_first_password

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLayout, QWidget

    from desktop_app.errors import UserError
    from desktop_app.register.workers import WorkerRow
    from ui.desk import Desk


class ColleagueSheet:
    """What can be changed of a colleague. Taking access away locks the register at once."""

    def __init__(self, over: QWidget, desk: Desk, worker: WorkerRow) -> None:
        self._over, self._desk, self.worker = over, desk, worker
        self._mine = desk.me is not None and desk.me.worker_id == worker.worker_id
        self._draft = f"settings/colleague/{worker.worker_id}"
        kind = organisation.organisation(desk.db).kind
        self.form = Form(questions(kind), today=desk.today())
        names = ("name", "role", "phone", "email")
        self.form.fill({name: getattr(worker, name) for name in names})
        self._filled = self.form.draft()
        take_up_draft(desk, self.form, self._draft)
        self.do = Button(_("Save"), self.save, kind="primary", keys="Ctrl+Return")
        cancel = Button(_("Cancel"), self.cancel, kind="ghost")
        self.give = Button(_("Give access"), self.give_access, icon="key-round")
        self.reset = Button(_("New first password…"), self.ask_reset, icon="key-round")
        self.take = Button(_("Take access away…"), self.ask_take, kind="ghost")
        body = holding(column(self.form, rule(), self._access(), gap=16))
        self.sheet = SideSheet(over, worker.name, body, cancel, self.do)
        self.sheet.closed.connect(self.sheet.deleteLater)
        self.form.submitted.connect(self.save)
        self.sheet.open(self.form.first())

    def save(self) -> None:
        """Save who it is; after a change of one's own role the register locks."""
        self.form.attempt(dict, self._save)

    def _save(self, values: dict[str, Any]) -> None:
        db, opened, worker = self._desk.db, self._desk.opened, self.worker
        fields = WorkerFields(**values)
        self._run(
            self.do,
            _("Saving…"),
            lambda: workers.edit_worker(
                db, opened, worker.worker_id, fields, version=worker.version
            ),
            lambda: self._saved(fields),
        )

    def give_access(self) -> None:
        """Let the colleague in with a first password, shown this once."""
        db, opened, worker = self._desk.db, self._desk.opened, self.worker
        password = passwords.proposed()
        self._run(
            self.give,
            _("Giving access…"),
            lambda: workers.give_access(db, opened, worker.worker_id, password),
            lambda: self._tell(password),
        )

    def ask_reset(self) -> None:
        """Ask whether the password of now may stop working."""
        Dialog(
            self._over.window(),
            title=_("Give {name} a new first password?").format(name=self.worker.name),
            sentence=_("The password of now stops working at once."),
            verb=_("New first password"),
            safe=_("Cancel"),
            on_yes=self.reset_password,
        ).ask()

    def reset_password(self) -> None:
        """Replace a forgotten password by a first one, shown this once."""
        db, opened, worker = self._desk.db, self._desk.opened, self.worker
        password = passwords.proposed()
        self._run(
            self.reset,
            _("Making a password…"),
            lambda: workers.reset_password(db, opened, worker.worker_id, password),
            lambda: self._tell(password),
        )

    def ask_take(self) -> None:
        """Ask whether the access may go, which nothing takes back."""
        Dialog(
            self._over.window(),
            title=_("Take away the access of {name}?").format(name=self.worker.name),
            sentence=_(
                "The keys are renewed for everybody else, and the register locks at once. Open"
                " it again with your own password. What {name} wrote stays."
            ).format(name=self.worker.name),
            verb=_("Take access away"),
            safe=_("Keep access"),
            on_yes=self.take_access,
            danger=True,
        ).ask()

    def take_access(self) -> None:
        """Take the access away, on the worker, and lock at once."""
        desk, worker = self._desk, self.worker
        db, opened, today = desk.db, desk.opened, desk.today()
        self._run(
            self.take,
            _("Renewing the keys…"),
            lambda: workers.take_access(db, opened, worker.worker_id, today=today),
            desk.lock,
        )

    def cancel(self) -> None:
        """Go away, and forget what was typed."""
        drafts.forget_draft(self._desk.db, self._draft)
        self.sheet.close_it()

    def keep_draft(self) -> list[str]:
        """Keep what is being typed; return in words what that was."""
        if self.form.draft() == self._filled:
            return []
        drafts.keep_draft(self._desk.db, self._draft, self.form.draft())
        return [_("A colleague, not saved yet")]

    def _run(
        self,
        button: Button,
        words: str,
        work: Callable[[], object],
        done: Callable[[], object],
    ) -> None:
        """Do something on the worker; what refuses it is said in the form."""
        self.form.clear_errors()
        button.busy(words)

        def refused(error: UserError) -> None:
            button.ready()
            self.form.show_error(error)

        background.run(self.sheet, work, lambda _none: done(), refused)

    def _saved(self, fields: WorkerFields) -> None:
        drafts.forget_draft(self._desk.db, self._draft)
        self.sheet.close_it()
        if self._mine and fields.role != self.worker.role:
            self._desk.lock()  # the window shows what the role of before may do
            return
        self._desk.say(_("Colleague saved"))

    def _tell(self, password: str) -> None:
        self.sheet.close_it()
        show_first_password(self._over, self.worker.name, password)

    def _access(self) -> QWidget:
        head = row(label(_("Access"), "heading"), self._chip(), ..., gap=10)
        if self._mine:
            own = Button(_("Change my password"), self._to_password, icon="key-round")
            sentence = _("This is you. Somebody else can take your access away.")
            return _block(head, sentence, own)
        if not self.worker.opens:
            sentence = _("This colleague is only named in the register, and cannot open it.")
            return _block(head, sentence, self.give)
        if self.worker.first_password:
            sentence = _("Opens the register with a first password so far.")
        else:
            sentence = _("Opens the register with a password of their own.")
        return _block(head, sentence, self.reset, self.take)

    def _chip(self) -> Chip:
        if self.worker.opens:
            return Chip(_("has access"), "ok", "check")
        return Chip(_("no access"))

    def _to_password(self) -> None:
        self.sheet.close_it()
        self._desk.go(Place("settings", None, "password"))


def _block(head: QLayout, sentence: str, *buttons: Button) -> QWidget:
    words = label(sentence, "body", "text2", wrap=True)
    return holding(column(head, words, *(row(button, ...) for button in buttons), gap=10))
