"""The page of settings: its parts in a list at the left, the one that was chosen beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from desktop_app.register import rights
from desktop_app.words import _
from ui.parts.layouts import column, row, rule
from ui.parts.sidebar import NavItem, SideItem
from ui.parts.text import label
from ui.screens.settings.about import AboutSection
from ui.screens.settings.backups import BackupsSection
from ui.screens.settings.colleagues import ColleaguesSection
from ui.screens.settings.computer import ComputerSection
from ui.screens.settings.organisation import OrganisationSection
from ui.screens.settings.password import PasswordSection
from ui.screens.settings.sheet import SheetSection
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ui.desk import Desk, Place

_NARROW = 244


class SettingsScreen(QWidget):
    """What can be chosen and seen to, as far as one's role goes.

    Signals:
        moved(): another part is shown.
    """

    moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._parts = {item.key: (item, build) for item, build in _parts(desk)}
        self._made: dict[str, QWidget] = {}
        self._group = QButtonGroup(self)
        self._items = {key: self._item(item) for key, (item, _build) in self._parts.items()}
        self._stack = QStackedWidget()
        self._list = _Parts(self._items.values())
        whole = row(self._list, rule(upright=True), gap=0)
        whole.addWidget(self._stack, 1)
        self.setLayout(whole)
        self._now = next(iter(self._parts))
        self.show_part(self._now)

    def section(self, key: str) -> QWidget:
        """Return a part by its name, made if it was not seen yet."""
        if key not in self._made:
            self._made[key] = self._parts[key][1](self._desk)
            self._stack.addWidget(self._made[key])
        return self._made[key]

    def parts(self) -> Sequence[str]:
        """Return the names of the parts that one's role may see."""
        return tuple(self._parts)

    def show_part(self, key: str) -> None:
        """Show a part."""
        self._now = key
        self._stack.setCurrentWidget(self.section(key))
        self._items[key].setChecked(True)
        self.moved.emit()

    def show_place(self, place: Place) -> None:
        """Show the part that a place names, if one's role may see it."""
        if place.part in self._parts:
            self.show_part(place.part)

    def crumbs(self) -> Sequence[str]:
        """Return which part is shown."""
        return (self._parts[self._now][0].title,)

    def regions(self) -> Sequence[QWidget]:
        """Return the list and the part beside it."""
        return (self._list, self._stack)

    def state(self) -> dict[str, Any]:
        """Return what to come back to after a lock."""
        inside: dict[str, Any] = {}
        colleagues = self._made.get("colleagues")
        if isinstance(colleagues, ColleaguesSection) and self._now == "colleagues":
            inside = colleagues.state()
        return {"part": self._now, **inside}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it up."""
        if state.get("part") not in self._parts:
            return
        self.show_part(state["part"])
        shown = self.section(self._now)
        if isinstance(shown, ColleaguesSection):
            shown.restore(state)

    def keep_drafts(self) -> list[str]:
        """Have the parts keep what is being typed."""
        typing = [
            part
            for part in self._made.values()
            if isinstance(part, OrganisationSection | ColleaguesSection)
        ]
        return [words for part in typing for words in part.keep_draft()]

    def _item(self, item: SideItem) -> NavItem:
        made = NavItem(item)
        made.clicked.connect(lambda _on=False, key=item.key: self.show_part(key))
        self._group.addButton(made)
        return made


class _Parts(QWidget):
    """The list of parts, as wide as the letters ask for."""

    def __init__(self, items: Iterable[NavItem]) -> None:
        super().__init__()
        self.setAccessibleName(_("Parts of the settings"))
        head = label(_("Settings"), "title")
        self.setLayout(column(head, 8, *items, ..., gap=2, edge=(16, 20, 16, 12)))
        self.setFixedWidth(look.px(_NARROW))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.setFixedWidth(look.px(_NARROW))
        super().changeEvent(event)


def _parts(desk: Desk) -> list[tuple[SideItem, Callable[[Desk], QWidget]]]:
    """Return the parts that one's role may see, in their order."""
    manages = desk.me is None or rights.manages(desk.me.role)
    everything: list[tuple[SideItem, Callable[[Desk], QWidget], bool]] = [
        (
            SideItem("organisation", _("Organisation"), "building-2"),
            OrganisationSection,
            manages,
        ),
        (SideItem("colleagues", _("Colleagues"), "users"), ColleaguesSection, True),
        (SideItem("backups", _("Backups"), "hard-drive-download"), BackupsSection, manages),
        (SideItem("sheet", _("Recovery sheet"), "scroll-text"), SheetSection, manages),
        (SideItem("password", _("My password"), "key-round"), PasswordSection, True),
        (SideItem("computer", _("This computer"), "monitor"), ComputerSection, True),
        (SideItem("about", _("About Thuisbasis"), "info"), AboutSection, True),
    ]
    return [(item, build) for item, build, may in everything if may]
