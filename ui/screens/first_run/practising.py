"""Making a practice register, and how it opens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from desktop_app.words import _
from ui import background
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.layouts import row
from ui.parts.question import Question
from ui.parts.sky_card import SkyCard
from ui.parts.text import label
from ui.screens.first_run import work

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop_app.errors import UserError
    from ui.screens.first_run.answers import Made


class Practice(SkyCard):
    """Makes a practice register and says how it opens.

    Args:
        now: tells the time.

    Signals:
        made(object): the practice register, as `Made`.
        left(): back to the ways to begin.
    """

    made = Signal(object)
    left = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(width=560)
        self._now = now
        self._made: Made | None = None
        self.problems = BannerPlace()
        self._title = label(_("Practise with example data"), "display", wrap=True)
        self._under = label("", "body", "text2", wrap=True)
        self.folder = QLineEdit()
        self._where = Question(_("Folder of the practice register"), self.folder)
        self.password = QLineEdit()
        self.password.setReadOnly(True)
        self._known = Question(
            _("Password of everybody in it"),
            self.password,
            _("Only practice registers have a password that everybody knows."),
        )
        self._known.hide()
        self._back = Button(_("Back"), self.left.emit)
        self._go = Button(_("Make the practice register"), self.go_on, kind="primary")
        self.body.addWidget(self._title)
        self.body.addWidget(self._under)
        self.body.addSpacing(8)
        self.body.addWidget(self.problems)
        self.body.addWidget(self._where)
        self.body.addWidget(self._known)
        self.body.addSpacing(10)
        self.body.addLayout(row(self._back, ..., self._go))
        self.folder.returnPressed.connect(self.go_on)

    def begin(self) -> None:
        """Propose a folder."""
        self._under.setText(
            _(
                "Everybody in it is invented: 47 people, their homes and plans, over two years."
                " Some mistakes were put in on purpose, for you to find."
            )
        )
        self.folder.setText(str(work.proposed_folder(_("Practice register"))))
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Make it, or open it once it is made."""
        if self._made is not None:
            self.made.emit(self._made)
            return
        folder, today = Path(self.folder.text()).expanduser().absolute(), self._now().date()
        self.problems.clear()
        self._go.busy(_("Inventing people…"))
        self._back.setEnabled(False)
        background.run(
            self, lambda: work.practise(folder, today), self._show_made, self._refused
        )

    def _show_made(self, made: Made) -> None:
        self._made = made
        self._title.setText(_("The practice register is ready"))
        self._under.setText(_("It lies in {folder}.").format(folder=made.folder))
        self._where.hide()
        self._back.hide()
        self.password.setText(work.practice_password())
        self._known.show()
        self._go.ready()
        self._go.say(_("Open it"))
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: UserError) -> None:
        self._go.ready()
        self._back.setEnabled(True)
        self.problems.show_error(error)
