"""What the palette finds and offers: people and homes, or the region's files; and acts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.register import search
from desktop_app.register.importing.applying import may_read_in
from desktop_app.words import _
from ui.desk import Place
from ui.parts import roles
from ui.parts.hit import Hit
from ui.screens.region import hits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk


_LEAST_IN_NOTES = 3  # letters
_MOST_NOTES = 30


def sought(role: str) -> str:
    """Return what the palette looks for; the region's desk holds no people or dwellings."""
    if role in roles.REGION:
        return _("Search for an organisation, month or action")
    return _("Search for a client, dwelling or action")


def found(desk: Desk, query: str) -> Sequence[Hit]:
    """Return what fits a query; without one, whose pages were opened last."""
    if _of_region(desk):
        return hits(desk, query)
    today = desk.today()
    if query.strip():
        fitting = search.find(desk.db, query, today=today)
    else:
        fitting = search.recent(desk.db, today=today)
    found_here = [_hit(desk, one) for one in fitting]
    words = query.strip()
    if len(words) >= _LEAST_IN_NOTES:
        found_here.append(
            Hit(
                _("Notes"), _("Search in notes: {words}").format(words=words), lambda: None,
                icon="message-square", keys="Ctrl+Enter", more=partial(_in_notes, desk, words),
            )
        )  # fmt: skip
    return found_here


def _in_notes(desk: Desk, words: str) -> Sequence[Hit]:
    """Return the notes with these words, each leading to its place on the timeline."""
    found = search.find_notes(desk.db, words, limit=_MOST_NOTES)
    if not found:
        return [Hit(_("Notes"), _("No note has these words"), lambda: None, icon="info")]
    return [
        Hit(
            _("Notes"),
            note.name,
            partial(
                desk.go, Place("client", note.client_id, "timeline", field=str(note.note_id))
            ),
            under=f"{dates.dutch(note.at.astimezone().date())} · {note.text}",
            person=str(note.client_id),
        )
        for note in found
    ]


def _hit(desk: Desk, found: search.Hit) -> Hit:
    under = " · ".join(part for part in (found.detail, found.where) if part)
    if found.noun == "client":
        here = partial(Place, "client", found.row_id)
        group = _("For {name}").format(name=found.title)
        note, plan = (partial(desk.go, here(part)) for part in ("note", "plan"))
        return Hit(
            _("Clients"),
            found.title,
            partial(desk.go, here()),
            under=under,
            person=str(found.row_id),
            related=(
                Hit(group, _("Write a note"), note, icon="pen-line"),
                Hit(group, _("Open the plan"), plan, icon="file-text"),
            ),
        )
    home = Place("dwellings", found.row_id)
    return Hit(_("Dwellings"), found.title, partial(desk.go, home), under=under, icon="house")


def commands(desk: Desk) -> Sequence[Hit]:
    """Return what this worker can do from anywhere."""
    if _of_region(desk):
        return ()
    reading = Hit(
        _("Actions"), _("Read in from Excel"), partial(desk.go, Place("import")),
        icon="file-spreadsheet",
    )  # fmt: skip
    may = desk.me is not None and may_read_in(desk.me.role)
    return [
        *([reading] if may else []),
        Hit(
            _("Actions"), _("New client"), partial(desk.go, Place("client-form")),
            icon="user-plus",
        ),
        Hit(
            _("Actions"), _("New dwelling"), partial(desk.go, Place("dwelling-form")),
            icon="plus",
        ),
        Hit(
            _("Actions"), _("New complex"), partial(desk.go, Place("complex-form")),
            icon="building-2",
        ),
    ]  # fmt: skip


def _of_region(desk: Desk) -> bool:
    return desk.me is not None and desk.me.role in roles.REGION
