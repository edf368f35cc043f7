"""The window of an opened register: sidebar, top bar, and one screen at a time.

It is thrown away when the program locks, and made anew at the same place after unlocking.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
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
from ui.shelf import Shelf
from ui.theme import look
from ui.trail import Step, Trail

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from desktop_app.register.workers import WorkerRow
    from desktop_app.store.database import Database
    from desktop_app.store.opened import Opened
    from ui.changes import Changes
    from ui.contents import Contents, PageEntry
    from ui.parts.page import Drafts

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
        self._screen = QWidget()  # until the first step is shown
        side = beside.sidebar(session.me, list(self._entries.values()))
        side.show_names(session.organisation, session.register)
        self.frame = Frame(side)
        self.deeds = Deeds(self.frame.toast, self.frame.problems)
        self.setLayout(column(self.frame, gap=0))
        self.desk = self._make_desk()
        self._shelf = Shelf(self.desk, self.frame.stack, self._show_place)
        sought = contents.sought(role)
        self.frame.top.say_sought(sought)
        self._palette = Palette(self, self._search, self._commands, sought)
        self._connect()
        self._make_shortcuts()
        self._refresh(None)
        first = Step(Place(next(iter(self._entries))))
        fits = at is not None and at.place.page in self._entries
        self._trail = Trail(at if at is not None and fits else first)
        self._show_step()

    def go(self, place: Place) -> None:
        """Go to a place, if the worker may."""
        if place.page not in self._entries:
            self.frame.toast.say(_("Your role cannot do this. Ask a coordinator."))
            return
        self._leave()
        self._trail.go(Step(place))
        self._show_step()

    def back(self) -> None:
        """Go back one step."""
        self._leave()
        if self._trail.back():
            self._show_step()

    def forward(self) -> None:
        """Go forward one step."""
        self._leave()
        if self._trail.forward():
            self._show_step()

    def here(self) -> Step:
        """Return where somebody is now, to come back to after a lock."""
        return Step(self._trail.now().place, self._state())

    def screen_now(self) -> QWidget:
        """Return the screen that is shown."""
        return self._screen

    def keep_drafts(self) -> Drafts:
        """Have every screen save what is being typed; see `Shelf.keep_drafts`."""
        return self._shelf.keep_drafts()

    def search(self, query: str = "") -> None:
        """Open the palette, with a query in it."""
        self._palette.summon(query)

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

    def _make_desk(self) -> Desk:
        session = self._session
        return Desk(
            db=session.db,
            opened=session.opened,
            me=session.me,
            today=session.today,
            changes=session.changes,
            go=self.go,
            say=self.deeds.say,
            lock=self.lock_asked.emit,
            put_back=self.put_back_asked.emit,
            saving=self.frame.top.saving.show_state,
            preferences=session.preferences,
        )

    def _connect(self) -> None:
        self.frame.side.chosen.connect(lambda key: self.go(Place(key)))
        self.frame.side.person_chosen.connect(self._to_person)
        self.frame.side.lock_asked.connect(self.lock_asked)
        self.frame.top.back_asked.connect(self.back)
        self.frame.top.search_asked.connect(self._palette.summon)
        self.frame.top.names_asked.connect(self.shield_names)
        self.frame.top.crumb_chosen.connect(self._to_crumb)
        self._session.changes.changed.connect(self._refresh)

    def _make_shortcuts(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "Ctrl+K": self._palette.summon,
            "Ctrl+L": self.lock_asked.emit,
            "Ctrl+Shift+L": self.shield_names,
            "Alt+Left": self.back,
            "Alt+Right": self.forward,
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
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _now(self) -> tuple[PageEntry, Place]:
        place = self._trail.now().place
        return self._entries[place.page], place

    def _is_gone(self, place: Place) -> bool:
        there = self._entries[place.page].there
        return place.row is not None and not there(self.desk, place.row)

    def _leave_gone(self) -> None:
        """Go back from what is no longer in the register, and past forms that have served."""
        entry, _place = self._now()
        self._trail.leave_out(
            lambda place: self._is_gone(place) or not self._entries[place.page].kept,
            Place(entry.under or next(iter(self._entries))),
        )
        self._show_step()

    def _show_step(self) -> None:
        if self._is_gone(self._trail.now().place):
            self._leave_gone()
            return
        step = self._trail.now()
        self._screen = screen = self._shelf.take(*self._now())
        self.frame.problems.clear()
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(screen, promises.ShowsPlace):
            screen.show_place(step.place)
        if step.state and isinstance(screen, promises.KeepsState):
            screen.restore(step.state)
        self._show_place()

    def _leave(self) -> None:
        screen = self.screen_now()
        if isinstance(screen, promises.KeepsDrafts):
            screen.keep_drafts()
        self._trail.note(self._state())

    def _state(self) -> dict[str, Any]:
        screen = self.screen_now()
        return screen.state() if isinstance(screen, promises.KeepsState) else {}

    def _show_place(self) -> None:
        entry = self._entries[self._trail.now().place.page]
        screen = self.screen_now()
        over = self._entries.get(entry.under)
        titles = [*([over.words] if over else []), *([entry.words] if entry.words else [])]
        deeper = screen.crumbs() if isinstance(screen, promises.HasCrumbs) else ()
        back = self._trail.can_go_back()
        self.frame.top.show_crumbs([*titles, *deeper], can_go_back=back)
        self.frame.side.mark(entry.under or entry.key)
        self._fold()

    def _to_crumb(self, number: int) -> None:
        entry = self._entries[self._trail.now().place.page]
        if number == 0 and entry.under in self._entries:
            self.go(Place(entry.under))
        elif not entry.under:
            self.go(Place(entry.key))

    def _to_person(self, key: str) -> None:
        side = self._contents.people(self.desk)
        if side is not None:
            self.go(side.place(key))

    def _cycle(self, by: int) -> None:
        screen = self.screen_now()
        parts: Sequence[QWidget] = (screen,)
        if isinstance(screen, promises.HasRegions):
            parts = screen.regions()
        self.frame.cycle(parts, by)

    def _refresh(self, nouns: frozenset[str] | None) -> None:
        """Ask again for what the changed nouns touch; all of it at the start (None)."""
        if nouns and self._is_gone(self._trail.now().place):
            self._leave_gone()
        every = list(self._entries.values())
        beside.refresh(self.frame, self.desk, self._contents, every, nouns)

    def _fold(self) -> None:
        narrow = self.width() < RAIL_BELOW or look.now().text >= RAIL_FROM_TEXT
        screen = self._screen
        alone = isinstance(screen, promises.FoldsNames) and screen.alone()
        self.frame.side.be_rail(on=narrow or alone)

    def _search(self, query: str) -> list[Hit]:
        return list(self._contents.search(self.desk, query))

    def _commands(self) -> list[Hit]:
        screen = self.screen_now()
        own = screen.commands() if isinstance(screen, promises.OffersCommands) else ()
        places = [
            Hit(_("Go to"), e.words, partial(self.go, Place(e.key)), icon=e.icon)
            for e in self._entries.values()
            if e.where != "inside"
        ]
        lock = Hit(_("Actions"), _("Lock"), self.lock_asked.emit, icon="lock", keys="Ctrl+L")
        deeds = self.deeds.commands()
        shield = beside.names_hit(self.shield_names)
        return [*own, *deeds, *self._contents.commands(self.desk), *places, shield, lock]
