"""The first thing one sees: a card above the houses, with a field for the password."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.words import _
from ui import background, unlocking
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.icon import Icon
from ui.parts.layouts import column, row
from ui.parts.page import Drafts
from ui.parts.sky_foot import SkyFoot
from ui.parts.skyline import Logo, Skyline
from ui.parts.text import Elided, label
from ui.screens.unlock.choices import PersonCard, RegisterCard
from ui.screens.unlock.password import PasswordPart
from ui.screens.unlock.recovery import RecoveryCard
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from desktop_app.errors import UserError
    from desktop_app.store.opened import KeySlot

_WIDTH = 478


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello:
    """What the unlock window knows before anybody typed.

    Args:
        folder: the register of last time.
        slot: who opened it last, as the id of a slot.
        hour: of the clock, for the greeting.
        locked: whether it was open until now.
        drafts: what became of what was being typed when it locked.
    """

    folder: Path
    slot: str = ""
    hour: int = 9
    locked: bool = False
    drafts: Drafts = field(default_factory=Drafts)


class UnlockScreen(Skyline):
    """Unlocks a register.

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

    def __init__(self, hello: Hello) -> None:
        super().__init__()
        self._hello = hello
        self._folder = hello.folder
        self._title = label("", "display", wrap=True)
        self._under = label("", "body", "text2", wrap=True)
        self.register, self._person = RegisterCard(), PersonCard()
        self.password, self._recovery = PasswordPart(), RecoveryCard()
        self._forgotten = Button(_("Forgotten your password?"), self.recover, kind="link")
        self._parts = (self._unlock_page(), self._recovery)
        self.register.other_asked.connect(self.other_asked)
        self._person.chosen.connect(self._person_chosen)
        self.password.unlocked.connect(self.unlocked)
        self.password.backup_asked.connect(self.backup_asked)
        self._recovery.unlocked.connect(self.unlocked)
        self._recovery.left.connect(lambda: self._show_page(0))
        self._lay_out()
        self._greet()
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
        page = QWidget()
        sure = row(
            Icon("shield-check", "text2", 15),
            Elided(_("The register is encrypted"), "small", "text3"),
            gap=7,
        )
        below = row(self._forgotten, ..., sure)
        parts = column(
            self._title, self._under, 14, self.register, self._person, 14, self.password, 14,
            below, gap=8,
        )  # fmt: skip
        for banner in _banners(self._hello.drafts):
            parts.addSpacing(12)
            parts.addWidget(banner)
        self.register.show_folder(self._folder)
        page.setLayout(parts)
        return page

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("k", "card")
        inside = column(gap=16, edge=(40, 36, 40, 30))
        inside.addWidget(Logo(46), 0, Qt.AlignmentFlag.AlignLeft)
        for page in self._parts:
            inside.addWidget(page)
        card.setLayout(inside)
        card.setFixedWidth(look.px(_WIDTH))
        foot = SkyFoot()
        foot.language_chosen.connect(self.language_chosen)
        below = row(edge=(12, 0, 12, 22))
        below.addWidget(foot)
        whole = column(gap=0, edge=(16, 24, 16, 0))
        whole.addStretch(3)
        whole.addLayout(row(..., card, ...))  # aligned, its words would be measured too wide
        whole.addStretch(4)
        whole.addLayout(below)
        self.setLayout(whole)

    def _greet(self) -> None:
        if self._hello.locked:
            self._title.setText(_("Thuisbasis is locked"))
            self._under.setText(_("Type your password to go on where you were."))
            return
        person = self._person.person()
        name = person.label.split()[0] if person and person.label.split() else ""
        greeting = greetings(self._hello.hour)
        self._title.setText(f"{greeting}, {name}" if name else greeting)
        self._under.setText(_("Type your password to open the register."))

    def _show_people(self, people: Sequence[KeySlot]) -> None:
        self._person.show_people(people, self._hello.slot)
        self._person_chosen()

    def _person_chosen(self) -> None:
        self.password.ask(self._folder, self._person.person())
        self._greet()
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


def greetings(hour: int) -> str:
    """Return the greeting of an hour of the day."""
    if hour < 6:  # noqa: PLR2004 - hours of the clock
        return _("Good night")
    if hour < 12:  # noqa: PLR2004 - as above
        return _("Good morning")
    if hour < 18:  # noqa: PLR2004 - as above
        return _("Good afternoon")
    return _("Good evening")


def _banners(drafts: Drafts) -> Iterator[Banner]:
    if drafts.kept:
        words = [*(f"{draft}." for draft in drafts.kept), _("You go on as soon as you unlock.")]
        yield Banner("info", _("Your draft is kept"), " ".join(words), icon="file-clock")
    if drafts.lost:
        title = _("What you were typing could not be kept")
        yield Banner("danger", title, " ".join(drafts.lost))
