"""The window of an opened register: sidebar, top bar, and one page at a time.

It is thrown away when the program locks, and made anew at the same place after unlocking.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app import codelists
from desktop_app.errors import UserError
from desktop_app.words import _
from ui.frame import Frame
from ui.parts.desk import Desk
from ui.parts.layouts import column
from ui.parts.palette import Hit, Palette
from ui.parts.sidebar import Sidebar, SideItem
from ui.parts.undo import Deed, UndoStack
from ui.theme import look
from ui.trail import Step, Trail

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from desktop_app.register.workers import WorkerRow
    from desktop_app.store.database import Database
    from desktop_app.store.opened import Opened
    from ui.changes import Changes
    from ui.pages import Contents, PageEntry
    from ui.parts.page import Page

RAIL_BELOW = 1180
RAIL_FROM_TEXT = 150
SMALLEST = (960, 540)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What is open: the register, by whom, and whose it is."""

    db: Database
    opened: Opened
    worker: WorkerRow | None
    organisation: str
    register: str
    changes: Changes
    today: Callable[[], date]
    choose_folder: Callable[[str], Path | None]


class Window(QWidget):
    """The window.

    Args:
        session: what is open.
        contents: what it is filled with.
        at: where to begin: the place of before the lock.

    Signals:
        lock_asked(): by Ctrl+L or the lock.
    """

    lock_asked = Signal()

    def __init__(self, session: Session, contents: Contents, at: Step | None = None) -> None:
        super().__init__()
        self.setMinimumSize(*SMALLEST)
        self._session = session
        self._contents = contents
        self._entries = {e.key: e for e in contents.pages if e.seen_by(_role(session))}
        self._pages: dict[str, Page] = {}
        self._trail = Trail()
        self._undo = UndoStack()
        worker = session.worker
        role = codelists.label("user_role", worker.role) if worker else ""
        name = worker.name if worker else _("Opened with the recovery code")
        self.frame = Frame(Sidebar(self._items(), name, role))
        self.frame.side.show_names(session.organisation, session.register)
        self.setLayout(column(self.frame, gap=0))
        self.desk = self._make_desk()
        self._palette = Palette(self, self._search, self._commands)
        self._connect()
        self._make_shortcuts()
        self._refresh(None)
        first = next(iter(self._entries))
        start = at if at is not None and at.page in self._entries else Step(first, {})
        self.go(start.page, **start.where)

    def go(self, page: str, **where: str) -> None:
        """Go to a page and a place in it."""
        if page not in self._entries:
            self._refuse(page)
            return
        self._leave()
        self._trail.go(Step(page, where))
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
        """Return where somebody is now, to come back to after locking."""
        return Step(self._trail.now().page, self.page().where())

    def page(self) -> Page:
        """Return the page that is shown."""
        return self._pages[self._trail.now().page]

    def keep_drafts(self) -> list[str]:
        """Have every page save what is being typed; return what was kept, without names."""
        return [words for page in self._pages.values() for words in page.keep_drafts()]

    def did(
        self,
        words: str,
        undo: Callable[[], object] | None = None,
        redo: Callable[[], object] | None = None,
        *,
        kind: str = "",
        together: Callable[[int], str] | None = None,
    ) -> None:
        """Tell what was done, and keep how to take it back."""
        if undo is None:
            self.frame.toast.say(words, kind=kind, together=together)
            return
        deed = Deed(words, undo, redo)
        self._undo.push(deed)

        def take_back() -> None:
            self._undo.drop(deed)
            self._try(undo)

        self.frame.toast.say(words, take_back, kind=kind, together=together)

    def problem(self, error: UserError) -> None:
        """Show above the page what went wrong and what to do."""
        self.frame.problems.show_error(error)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _items(self) -> list[SideItem]:
        listed = [entry for entry in self._entries.values() if entry.place != "inside"]
        return [
            SideItem(e.key, e.words, e.icon, foot=e.place == "foot", keys=_number_keys(number))
            for number, e in enumerate(listed, start=1)
        ]

    def _make_desk(self) -> Desk:
        session = self._session
        return Desk(
            db=session.db,
            opened=session.opened,
            worker=session.worker,
            today=session.today,
            changes=session.changes,
            go=self.go,
            did=self.did,
            problem=self.problem,
            saving=self.frame.top.saving,
            layer=self.frame.layer,
            choose_folder=session.choose_folder,
        )

    def _connect(self) -> None:
        self.frame.side.chosen.connect(self.go)
        self.frame.side.person_chosen.connect(self._to_person)
        self.frame.side.lock_asked.connect(self.lock_asked)
        self.frame.top.back_asked.connect(self.back)
        self.frame.top.search_asked.connect(self._palette.summon)
        self.frame.top.crumb_chosen.connect(self._to_crumb)
        self._session.changes.changed.connect(self._refresh)

    def _make_shortcuts(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "Ctrl+K": self._palette.summon,
            "Ctrl+L": self.lock_asked.emit,
            "Alt+Left": self.back,
            "Alt+Right": self.forward,
            "F6": partial(self._cycle, 1),
            "Shift+F6": partial(self._cycle, -1),
            "Ctrl+Z": self._take_back,
            "Ctrl+Shift+Z": self._do_again,
        }
        if "help" in self._entries:
            acts["F1"] = partial(self.go, "help")
        main = [entry.key for entry in self._entries.values() if entry.place == "main"]
        for number, key in enumerate(main[:5], start=1):
            acts[f"Ctrl+{number}"] = partial(self.go, key)
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _show_step(self) -> None:
        step = self._trail.now()
        page = self._pages.get(step.page) or self._build(self._entries[step.page])
        self.frame.problems.clear()
        self.frame.stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        page.go_to(step.where)
        self._show_place()

    def _build(self, entry: PageEntry) -> Page:
        page = entry.build(self.desk)
        page.setAccessibleName(entry.words)
        page.moved.connect(self._show_place)
        self._pages[entry.key] = page
        self.frame.stack.addWidget(page)
        return page

    def _leave(self) -> None:
        if self._trail and self._trail.now().page in self._pages:
            page = self.page()
            page.keep_drafts()
            self._trail.note(Step(self._trail.now().page, page.where()))

    def _show_place(self) -> None:
        entry = self._entries[self._trail.now().page]
        over = self._entries.get(entry.under) if entry.under else None
        titles = [*([over.words] if over else []), entry.words]
        crumbs = [*titles, *self.page().crumbs()]
        self.frame.top.show_crumbs(crumbs, can_go_back=self._trail.can_go_back())
        self.frame.side.mark(entry.under or entry.key)
        self._fold()

    def _to_crumb(self, number: int) -> None:
        entry = self._entries[self._trail.now().page]
        over = [entry.under] if entry.under in self._entries else []
        keys = [*over, entry.key]
        self.go(keys[min(number, len(keys) - 1)])

    def _to_person(self, key: str) -> None:
        side = self._contents.people(self.desk)
        if side is not None:
            self.go(side.page, client=key)

    def _refuse(self, page: str) -> None:
        if any(entry.key == page for entry in self._contents.pages):
            self.frame.toast.say(_("Your role cannot do this. Ask a coordinator."))

    def _refresh(self, nouns: frozenset[str] | None) -> None:
        """Ask again for what the changed nouns touch; all of it at the start (None)."""
        for entry in self._entries.values():
            if entry.count and (nouns is None or nouns & entry.nouns):
                self.frame.side.count(entry.key, entry.count(self.desk))
        if nouns is None or nouns & self._contents.people_nouns:
            side = self._contents.people(self.desk)
            self.frame.side.show_people(side.title if side else "", side.people if side else ())
        if nouns is None or nouns & self._contents.backup_nouns:
            status = self._contents.backup(self.desk)
            if status is not None:
                self.frame.top.show_backup(status.words, warn=status.warn)

    def _fold(self) -> None:
        narrow = self.width() < RAIL_BELOW or look.now().text >= RAIL_FROM_TEXT
        self.frame.side.be_rail(on=narrow or (bool(self._trail) and self.page().alone()))

    def _search(self, query: str) -> list[Hit]:
        return list(self._contents.search(self.desk, query))

    def _commands(self) -> list[Hit]:
        places = [
            Hit(_("Go to"), e.words, partial(self.go, e.key), icon=e.icon)
            for e in self._entries.values()
            if e.place != "inside"
        ]
        lock = Hit(_("Actions"), _("Lock"), self.lock_asked.emit, icon="lock", keys="Ctrl+L")
        return [*self.page().commands(), *self._contents.commands(self.desk), *places, lock]

    def _cycle(self, by: int) -> None:
        self.frame.cycle(self.page().regions(), by)

    def _take_back(self) -> None:
        self.frame.toast.dismiss()
        self._try(lambda: self._tell(self._undo.undo(), _("Undone: {what}")))

    def _do_again(self) -> None:
        self._try(lambda: self._tell(self._undo.redo(), _("Done again: {what}")))

    def _tell(self, deed: Deed | None, sentence: str) -> None:
        if deed is not None:
            self.frame.toast.say(sentence.format(what=deed.words))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self.problem(error)


def _role(session: Session) -> str:
    return session.worker.role if session.worker else ""


def _number_keys(number: int) -> str:
    return f"Ctrl+{number}" if number <= 5 else ""  # noqa: PLR2004 - keys of the design
