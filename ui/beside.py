"""What stands beside and above every page: whose register it is, counts, people, the backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import codelists, naming
from desktop_app.words import _
from ui.parts.hit import Hit
from ui.parts.sidebar import Sidebar, SideItem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.register.workers import WorkerRow
    from ui.changes import Changes
    from ui.contents import Contents, PageEntry
    from ui.desk import Desk
    from ui.frame import Frame


def sidebar(me: WorkerRow | None, entries: Sequence[PageEntry]) -> Sidebar:
    """Return the sidebar of who works here, with the pages that stand in it."""
    items = [
        SideItem(e.key, e.words, e.icon, foot=e.where == "foot", keys=_number_keys(number))
        for number, e in enumerate((e for e in entries if e.where != "inside"), start=1)
    ]
    name = me.name if me else _("Opened with the recovery code")
    role = codelists.label("user_role", (me.role or None) if me else None)
    return Sidebar(items, name, role.partition(" / ")[0])


def refresh(
    frame: Frame,
    desk: Desk,
    contents: Contents,
    entries: Sequence[PageEntry],
    nouns: frozenset[str] | None,
) -> None:
    """Ask again for what the changed nouns touch; all of it at the start (None)."""
    frame.top.shielded.setVisible(naming.shielded())
    for entry in entries:
        if entry.count and (nouns is None or nouns & entry.nouns):
            frame.side.count(entry.key, entry.count(desk))
    if nouns is None or nouns & contents.people_nouns:
        side = contents.people(desk)
        frame.side.show_people(side.title if side else "", side.people if side else ())
    if nouns and "organisation" in nouns:
        names = contents.names(desk)
        if names is not None:
            frame.side.show_names(*names)
    if nouns is None or nouns & contents.backup_nouns:
        status = contents.backup(desk)
        if status is not None:
            frame.top.show_backup(status.words, warn=status.warn)


def turn_names(changes: Changes) -> None:
    """Shield the names on the screen, or show them in full again."""
    naming.shield(on=not naming.shielded())
    changes.renew()


def names_hit(act: Callable[[], object]) -> Hit:
    """Return the line of the palette that shields the names, or shows them."""
    on = naming.shielded()
    way, icon = (_("Show names in full"), "eye") if on else (_("Shield names"), "eye-off")
    return Hit(_("Actions"), way, act, icon=icon, keys="Ctrl+Shift+L")


def _number_keys(number: int) -> str:
    return f"Ctrl+{number}" if number <= 5 else ""  # noqa: PLR2004 - keys of the design
