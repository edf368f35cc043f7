"""The window of an opened register: sidebar, top bar, and one screen at a time.

It is thrown away when the program locks, and made anew at the same place after unlocking.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.words import _
from ui import beside
from ui.deeds import Deeds
from ui.desk import Desk, Place, Preferences, Unkept
from ui.frame import Frame
from ui.parts import page as promises
from ui.parts.banner import Banner
from ui.parts.hit import Hit
from ui.parts.layouts import column
from ui.parts.palette import Palette
from ui.theme import look
from ui.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop_app.register.workers import WorkerRow
    from desktop_app.store.database import Database
    from desktop_app.store.opened import Opened
    from ui.changes import Changes
    from ui.contents import Contents
    from ui.trail import Step

RAIL_BELOW = 1300
"""A laptop of 1920 at 150 % is 1280 wide: what it has goes to the page."""
RAIL_FROM_TEXT = 150
SMALLEST = (960, 540)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What is open: the register, by whom, and whose it is."""

    db: Database
    opened: Opened
    me: WorkerRow | None
    organisation: str
    register: str
    changes: Changes
    today: Callable[[], date]
    preferences: Preferences = field(default_factory=Unkept)

    def desk(self, window: Window) -> Desk:
        """Lay the desk that the screens of a window work with."""
        return Desk(
            db=self.db,
            opened=self.opened,
            me=self.me,
            today=self.today,
            changes=self.changes,
            go=window.go,
            say=window.deeds.say,
            lock=window.lock_asked.emit,
            put_back=window.put_back_asked.emit,
            saving=window.frame.top.saving.show_state,
            preferences=self.preferences,
        )


class Window(QWidget):
    """The window.

    Args:
        session: what is open.
        contents: what it is filled with.
        at: where to begin: the place of before the lock.

    Signals:
        lock_asked(): by Ctrl+L or the lock.
        put_back_asked(): a backup is to be put back, for which the register must be closed.
    """

    lock_asked = Signal()
    put_back_asked = Signal()

    def __init__(self, session: Session, contents: Contents, at: Step | None = None) -> None:
        super().__init__()
        self.setMinimumSize(*SMALLEST)
        self._session = session
        self._contents = contents
        role = session.me.role if session.me else ""
        self._entries = {e.key: e for e in contents.pages if e.seen_by(role)}
        side = beside.sidebar(session.me, list(self._entries.values()))
        side.show_names(session.organisation, session.register)
        self.frame = Frame(side)
        self.setLayout(column(self.frame, gap=0))
        self.deeds = Deeds(self.frame.toast, self.frame.problems)
        self.desk = session.desk(self)
        self.walk = Walk(self._entries, self.desk, self.frame, self._show_place)
        sought = contents.sought(role)
        self.frame.top.say_sought(sought)
        self._palette = Palette(
            self, lambda words: list(contents.search(self.desk, words)), self.commands, sought
        )
        self._connect()
        for keys, act in self._shortcuts().items():
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._refresh(None)
        self.walk.begin(at)

    def go(self, place: Place) -> None:
        """Go to a place, if the worker may."""
        if place.page in self._entries:
            self.walk.go(place)
        else:
            self.frame.toast.say(_("Your role cannot do this. Ask a coordinator."))

    def here(self) -> Step:
        """Return where somebody is now, to come back to after a lock."""
        return self.walk.here()

    def screen_now(self) -> QWidget:
        """Return the screen that is shown."""
        return self.walk.screen

    def keep_drafts(self) -> promises.Drafts:
        """Have every screen save what is being typed; see `Shelf.keep_drafts`."""
        return self.walk.keep_drafts()

    def search(self, query: str = "") -> None:
        """Open the palette, with a query in it."""
        self._palette.summon(query)

    def commands(self) -> list[Hit]:
        """Return what the palette offers here."""
        places = [
            Hit(_("Go to"), e.words, partial(self.go, Place(e.key)), icon=e.icon)
            for e in self._entries.values()
            if e.where != "inside"
        ]
        return [
            *promises.commands(self.walk.screen),
            *self.deeds.commands(),
            *self._contents.commands(self.desk),
            *places,
            beside.names_hit(self.shield_names),
            Hit(_("Actions"), _("Lock"), self.lock_asked.emit, icon="lock", keys="Ctrl+L"),
        ]

    def warn(self, title: str, sentence: str) -> None:
        """Show above the page something to know about the register; until the next page."""
        self.frame.problems.show_banner(Banner("warn", title, sentence))

    def shield_names(self) -> None:
        """Show names as initials and numbers, where others look along, or not."""
        beside.turn_names(self._session.changes)
        self._show_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _connect(self) -> None:
        self.frame.side.chosen.connect(lambda key: self.go(Place(key)))
        self.frame.side.person_chosen.connect(self._to_person)
        self.frame.side.lock_asked.connect(self.lock_asked)
        self.frame.top.back_asked.connect(self.walk.back)
        self.frame.top.search_asked.connect(self._palette.summon)
        self.frame.top.names_asked.connect(self.shield_names)
        self.frame.top.crumb_chosen.connect(self._to_crumb)
        self._session.changes.changed.connect(self._refresh)

    def _shortcuts(self) -> dict[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "Ctrl+K": self._palette.summon,
            "Ctrl+L": self.lock_asked.emit,
            "Ctrl+Shift+L": self.shield_names,
            "Alt+Left": self.walk.back,
            "Alt+Right": self.walk.forward,
            "F6": partial(self._cycle, 1),
            "Shift+F6": partial(self._cycle, -1),
            "Ctrl+Z": self.deeds.take_back,
            "Ctrl+Shift+Z": self.deeds.do_again,
        }
        if "help" in self._entries:
            acts["F1"] = partial(self.go, Place("help"))
        main = [entry.key for entry in self._entries.values() if entry.where == "main"]
        for number, key in enumerate(main[:5], start=1):
            acts[f"Ctrl+{number}"] = partial(self.go, Place(key))
        return acts

    def _show_place(self) -> None:
        entry = self.walk.entry()
        over = self._entries.get(entry.under)
        titles = [*([over.words] if over else []), *([entry.words] if entry.words else [])]
        self.frame.top.show_crumbs(
            [*titles, *promises.crumbs(self.walk.screen)], can_go_back=self.walk.can_go_back()
        )
        self.frame.side.mark(entry.under or entry.key)
        self._fold()

    def _to_crumb(self, number: int) -> None:
        entry = self.walk.entry()
        if number == 0 and entry.under in self._entries:
            self.go(Place(entry.under))
        elif not entry.under:
            self.go(Place(entry.key))

    def _to_person(self, key: str) -> None:
        side = self._contents.people(self.desk)
        if side is not None:
            self.go(side.place(key))

    def _cycle(self, by: int) -> None:
        self.frame.cycle(promises.regions(self.walk.screen), by)

    def _refresh(self, nouns: frozenset[str] | None) -> None:
        """Ask again for what the changed nouns touch; all of it at the start (None)."""
        if nouns:
            self.walk.look_again()
        every = list(self._entries.values())
        beside.refresh(self.frame, self.desk, self._contents, every, nouns)

    def _fold(self) -> None:
        narrow = self.width() < RAIL_BELOW or look.now().text >= RAIL_FROM_TEXT
        self.frame.side.be_rail(on=narrow or promises.stands_alone(self.walk.screen))
