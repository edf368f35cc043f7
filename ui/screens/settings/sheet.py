"""The recovery sheet: does the code on paper still open this register?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.register import recovery_sheet
from desktop_app.words import _
from ui import background
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.form.inputs import Line
from ui.parts.layouts import column, row
from ui.parts.text import label

if TYPE_CHECKING:
    from desktop_app.errors import UserError
    from ui.desk import Desk


class SheetCard(Card):
    """Tries out the code of the recovery sheet; nothing else happens with it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Recovery sheet"))
        self._desk = desk
        self._when = label("", "body", "text2", wrap=True)
        self._said = BannerPlace()
        self._code = Line()
        self._code.setAccessibleName(_("The code on the sheet, 9 groups of 4"))
        self._try = Button(_("Check the sheet"), self.try_out, icon="scroll-text")
        self._code.returnPressed.connect(self.try_out)
        asked = label(_("The code on the sheet, 9 groups of 4"), "strong")
        self.add(self._when, self._said, column(asked, self._code, gap=4), row(self._try, ...))
        self._tell()

    def try_out(self) -> None:
        """Open the key file with the code, on the worker, and say whether it does."""
        db, code, today = self._desk.db, self._code.raw(), self._desk.today()
        self._said.clear()
        self._try.busy(_("Checking…"))
        background.run(
            self,
            lambda: recovery_sheet.try_out(db, code, today=today),
            lambda _none: self._right(),
            self._wrong,
        )

    def _right(self) -> None:
        self._try.ready()
        self._code.put("")
        self._said.show_banner(Banner("ok", _("This sheet opens the register")))
        self._tell()

    def _wrong(self, error: UserError) -> None:
        self._try.ready()
        self._said.show_error(error)

    def _tell(self) -> None:
        checked = recovery_sheet.checked_on(self._desk.db)
        if checked is None:
            self._when.setText(_("Nobody has checked the sheet on paper yet."))
        else:
            self._when.setText(_("Last checked on {day}.").format(day=dates.dutch(checked)))
