"""The first thing one sees: a card above the houses, with a field for the password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.words import _
from ui import background, unlocking
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.icon import Icon
from ui.parts.layouts import row
from ui.parts.sky_foot import SkyFoot
from ui.parts.skyline import Skyline
from ui.parts.text import Elided, label
from ui.screens.unlock import frame
from ui.screens.unlock.choices import PersonCard, RegisterCard
from ui.screens.unlock.password import PasswordPart
from ui.screens.unlock.recovery import RecoveryCard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QShowEvent

    from desktop_app.errors import UserError
    from desktop_app.store.opened import KeySlot
    from ui.parts.password_field import PasswordField
    from ui.screens.unlock.hello import Hello


class UnlockScreen(Skyline):
    """Unlocks a register.

    Args:
        hello: what is known of it.
        field: the field of the first picture, if there was one.

    Attributes:
        register: the card of the register.
        password: the part with field and button.

    Signals:
        unlocked(object): the `Unlocked` register.
        language_chosen(str): the program's language.
        other_asked(): another register is wanted.
        backup_asked(): a backup is to be put back.
    """

    unlocked = Signal(object)
    language_chosen = Signal(str)
    other_asked = Signal()
    backup_asked = Signal()

    def __init__(self, hello: Hello, field: PasswordField | None = None) -> None:
        super().__init__()
        self._hello = hello
        self._folder = hello.folder
        self._title = label(hello.title(), "display", wrap=True)
        self.register, self._person = RegisterCard(), PersonCard()
        self.password, self._recovery = PasswordPart(field), RecoveryCard()
        self._forgotten = Button(_("Forgotten your password?"), self.recover, kind="link")
        self._parts = (self._unlock_page(), self._recovery)
        self.register.other_asked.connect(self.other_asked)
        self._person.chosen.connect(self._person_chosen)
        self.password.unlocked.connect(self.unlocked)
        self.password.backup_asked.connect(self.backup_asked)
        self._recovery.unlocked.connect(self.unlocked)
        self._recovery.left.connect(lambda: self._show_page(0))
        foot = SkyFoot()
        foot.language_chosen.connect(self.language_chosen)
        frame.lay_out(self, self._parts, foot)
        self._show_page(0)

    def read_people(self) -> None:
        """Read who can open the register; the worker does it, after the first paint."""
        folder = self._folder
        background.run(
            self, lambda: unlocking.people(folder), self._show_people, self._no_key_file
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.password.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unlock_page(self) -> QWidget:
        self.register.show_folder(self._folder)
        sure = row(
            Icon("shield-check", "text2", 15),
            Elided(_("The register is encrypted"), "small", "text3"),
            gap=7,
        )
        parts = frame.page(
            self._title,
            label(self._hello.sentence(), "body", "text2", wrap=True),
            self.register,
            self._person,
            self.password,
            row(self._forgotten, ..., sure),
        )
        for banner in _banners(self._hello):
            parts.addSpacing(12)
            parts.addWidget(banner)
        page = QWidget()
        page.setLayout(parts)
        return page

    def _show_people(self, people: Sequence[KeySlot]) -> None:
        self._person.show_people(people, self._hello.slot)
        self._person_chosen()

    def _person_chosen(self) -> None:
        person = self._person.person()
        self.password.ask(self._folder, person)
        self._title.setText(self._hello.title(person.label if person else ""))
        self.password.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _no_key_file(self, error: UserError) -> None:
        self._person.show_people((), "")
        self.password.show_problem(error)

    def recover(self) -> None:
        """Ask for the recovery code instead."""
        person = self._person.person()
        if person is not None:
            self._show_page(1)
            self._recovery.ask(self._folder, person)

    def _show_page(self, number: int) -> None:
        """Show one page of the card; the card is as tall as that page asks."""
        for at, page in enumerate(self._parts):
            page.setVisible(at == number)


def _banners(hello: Hello) -> Iterator[Banner]:
    if hello.kept:
        words = [*(f"{draft}." for draft in hello.kept), _("You go on as soon as you unlock.")]
        yield Banner("info", _("Your draft is kept"), " ".join(words), icon="file-clock")
    if hello.lost:
        title = _("What you were typing could not be kept")
        yield Banner("danger", title, " ".join(hello.lost))
