"""Step: which backup. It is read from end to end before anything else is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from desktop_app import dates
from desktop_app.words import _
from ui import background
from ui.parts import files
from ui.parts.at_most import at_most
from ui.parts.buttons import Button
from ui.parts.chip import Chip
from ui.parts.drop_place import DropPlace
from ui.parts.error_line import ErrorLine
from ui.parts.layouts import column, empty, holding, row
from ui.parts.size import size_in_words
from ui.parts.text import label
from ui.parts.tile import Tile
from ui.screens.first_run.facts import facts_card
from ui.screens.first_run.putting_back import work
from ui.screens.first_run.step import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop_app.errors import UserError
    from desktop_app.store.backups import Backup
    from desktop_app.store.restoring import Found
    from ui.screens.first_run.putting_back.chosen import Chosen

_WIDTH = 620
_LOOK_EVERY_MS = 2000


class WhichStep(Step):
    """Asks for the file, and shows what it is."""

    def __init__(self, chosen: Chosen, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self.chosen = chosen
        self._ready: Sequence[Backup] | None = None
        self.error = ErrorLine()
        self.drop = DropPlace(
            _("Drop the backup here"), _("Choose the backup file"), icon="archive"
        )
        self.drop.asked.connect(self._choose)
        self.drop.dropped.connect(self._dropped)
        self._tiles = column(gap=8)
        self._offered = holding(
            column(label(_("Found on this computer"), "strong"), self._tiles, gap=8)
        )
        self._offered.hide()
        self._asking = holding(column(self._offered, self.drop, gap=14))
        self._shown = column(gap=10)
        inside = column(self.error, self._asking, holding(self._shown), ..., gap=10)
        self.setLayout(column(at_most(_WIDTH, inside), gap=0))
        self._clock = QTimer(self, interval=_LOOK_EVERY_MS)
        self._clock.timeout.connect(self._look)

    def name(self) -> str:
        return _("The backup")

    def head(self) -> tuple[str, str]:
        return (
            _("Which backup?"),
            _("A file of which the name ends in .tbbackup, on a stick for example."),
        )

    def begin(self) -> None:
        self._look()
        self._clock.start()
        self.drop.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def blocked(self) -> str:
        return "" if self.chosen.found else _("Choose a backup first")

    def note(self) -> str:
        found = self.chosen.found
        return dates.dutch(found.backup.made_at.astimezone(self.now().tzinfo)) if found else ""

    def go_on(self, then: Callable[[], object]) -> None:
        self._clock.stop()
        then()

    def take(self, file: Path) -> None:
        """Read a file from end to end."""
        self.error.say("")
        self.drop.button.busy(_("Reading it from end to end…"))
        background.run(self, lambda: work.look(file), self._show, self.refuse)

    def refuse(self, error: UserError) -> None:
        """Say at the file what is wrong with it, and ask for another."""
        self.chosen.found = None
        self.drop.button.ready()
        empty(self._shown)
        self._asking.show()
        self.error.say(str(error), aloud=True)
        self.drop.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show(self, found: Found) -> None:
        self.chosen.found, self.chosen.folder = found, None
        self.drop.button.ready()
        self.error.say("")
        self._asking.hide()
        empty(self._shown)
        backup = found.backup
        whole = Chip(_("Read from end to end, and whole"), "ok", "circle-check")
        card = facts_card(backup.path.name, self._facts(found), whole)
        self._shown.addWidget(card)
        other = Button(_("Another backup"), self._again, icon="undo-2")
        self._shown.addLayout(row(other, ...))
        self.changed.emit()

    def _facts(self, found: Found) -> list[tuple[str, str]]:
        backup = found.backup
        at = backup.made_at.astimezone(self.now().tzinfo)
        made = _("{day} at {time}").format(day=dates.dutch(at), time=f"{at:%H:%M}")
        names = ", ".join(person.label for person in found.people)
        facts = [
            (_("Organisation"), backup.short_code),
            (_("Made on"), f"{made} {_('(before an upgrade)')}" if backup.reason else made),
            (_("Made with"), f"Thuisbasis {backup.program}" if backup.program else ""),
            (_("Opens with the password of"), names),
            (_("Size"), size_in_words(backup.size)),
        ]
        return [(about, words) for about, words in facts if words]

    def _again(self) -> None:
        self.chosen.found = None
        empty(self._shown)
        self._asking.show()
        self.drop.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _choose(self) -> None:
        files.choose_files(
            self,
            _("Choose the backup file"),
            self._dropped,
            kinds=f"{_('Backups')} (*.tbbackup);;{_('All files')} (*)",
        )

    def _dropped(self, chosen: Sequence[Path]) -> None:
        if chosen:
            self.take(chosen[0])

    def _look(self) -> None:
        last = self.chosen.last
        background.run(
            self,
            lambda: work.lying_ready(last),
            self._offer,
            lambda error: self.error.say(str(error)),
        )

    def _offer(self, ready: Sequence[Backup]) -> None:
        if ready == self._ready:
            return
        self._ready = ready
        empty(self._tiles)
        for number, backup in enumerate(ready):
            self._tiles.addWidget(self._tile(backup, newest=number == 0))
        self._offered.setVisible(bool(ready))

    def _tile(self, backup: Backup, *, newest: bool) -> Tile:
        at = backup.made_at.astimezone(self.now().tzinfo)
        title = _("{day} at {time}").format(day=dates.dutch(at), time=f"{at:%H:%M}")
        where = f"{backup.short_code} · {size_in_words(backup.size)} · {backup.path.parent}"
        return Tile("archive", title, where, lambda: self.take(backup.path), strong=newest)
