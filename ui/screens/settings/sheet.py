"""The recovery sheet: does the code on paper still open this register, and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from desktop_app import dates
from desktop_app.register import recovery_sheet
from desktop_app.words import _
from ui import background
from ui.parts.at_most import at_most
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.layouts import column, row
from ui.parts.question import Question
from ui.parts.scroll_page import ScrollPage
from ui.parts.sheet_proof import SheetProof
from ui.parts.text import label
from ui.screens.settings.renewing import Renewing
from ui.screens.settings.section import WIDTH, Section

if TYPE_CHECKING:
    from desktop_app.errors import UserError
    from ui.desk import Desk


class SheetSection(Section):
    """Tries out the code of the sheet, and makes another one.

    A new code comes in force when its paper was read over: a lock, a crash or a jam in the
    printer before that leaves the old sheet as it was.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Recovery sheet"),
            _("The only way back if everybody forgets their password."),
        )
        self._desk = desk
        self._code = ""
        self.told = BannerPlace()
        self._when = label("", "strong", wrap=True)
        self.code = QLineEdit()
        self._asked = Question(_("The code on the sheet, 9 groups of 4"), self.code)
        self.try_it = Button(_("Check the sheet"), self.try_out, icon="scroll-text")
        self.code.returnPressed.connect(self.try_it.click)
        self.code.textEdited.connect(lambda _words: self._asked.say(""))
        self.renew = Button(_("Make a new sheet…"), self.begin, icon="printer")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._overview())
        self.stack.addWidget(self._pages, 1)
        desk.changes.follow(self, ("setting",), self.reload)
        self.reload()

    def reload(self) -> None:
        """Say when somebody last read the sheet on paper."""
        checked = recovery_sheet.checked_on(self._desk.db)
        self._when.setText(
            _("Nobody has checked the sheet on paper yet.")
            if checked is None
            else _("Last checked on {day}.").format(day=dates.dutch(checked))
        )

    def try_out(self) -> None:
        """Open the key file with the code, on the worker, and say whether it does."""
        db, code, today = self._desk.db, self.code.text(), self._desk.today()
        self.told.clear()
        self._asked.say("")
        self.try_it.busy(_("Checking…"))
        background.run(
            self,
            lambda: recovery_sheet.try_out(db, code, today=today),
            lambda _none: self._right(),
            self._wrong,
        )

    def begin(self) -> None:
        """Make a new code and show its sheet, to be printed and read over."""
        self._leave_proof()
        self.told.clear()
        code = self._code = recovery_sheet.new_code()
        proof = SheetProof(lambda group, typed: recovery_sheet.same_group(code, group, typed))
        self._pages.addWidget(Renewing(proof, self._leave_proof, self._put_in_force))
        self._pages.setCurrentIndex(1)
        db, today = self._desk.db, self._desk.today()
        background.run(
            proof,
            lambda: recovery_sheet.paper(db, code, today=today),
            proof.paper.show_pdf,
            proof.paper.problems.show_error,
        )
        proof.paper.print_it.setFocus()

    def renewing(self) -> Renewing | None:
        """Return the new sheet that is being proved, if there is one."""
        shown = self._pages.widget(1)
        return shown if isinstance(shown, Renewing) else None

    def _overview(self) -> QWidget:
        page = ScrollPage()
        trial = Card(_("Check the sheet"))
        about = _(
            "Type the code over from paper. It opens nothing; it only tells whether it fits."
        )
        trial.add(
            column(self._when, label(about, "body", "text2", wrap=True), gap=3),
            self._asked,
            row(self.try_it, ...),
        )
        other = Card(_("A new sheet"))
        why = _(
            "Make one when a sheet is lost, or somebody may have read it. The sheets there are"
            " open nothing from then on."
        )
        other.add(label(why, "body", "text2", wrap=True), row(self.renew, ...))
        for part in (column(self.told, trial), other):
            page.page.addWidget(at_most(WIDTH, part))
        page.page.addStretch(1)
        return page

    def _put_in_force(self) -> None:
        shown = self.renewing()
        if shown is None:
            return
        db, opened, code = self._desk.db, self._desk.opened, self._code
        today = self._desk.today()
        shown.finish.busy(_("Renewing…"))
        background.run(
            self,
            lambda: recovery_sheet.renew(db, opened, code, today=today),
            lambda _none: self._renewed(),
            shown.refused,
        )

    def _renewed(self) -> None:
        self._leave_proof()
        self.told.show_banner(
            Banner(
                "ok",
                _("The new sheet opens the register from now on"),
                _(
                    "Tear up the old ones, and make a backup: one from before still opens with"
                    " the old sheet."
                ),
            )
        )

    def _leave_proof(self) -> None:
        """Go back; a code that was not proved is forgotten."""
        self._code = ""
        shown = self.renewing()
        if shown is not None:
            self._pages.removeWidget(shown)
            shown.deleteLater()

    def _right(self) -> None:
        self.try_it.ready()
        self.code.clear()
        self.told.show_banner(Banner("ok", _("This sheet opens the register")))

    def _wrong(self, error: UserError) -> None:
        self.try_it.ready()
        self._asked.say(str(error))
