"""Lists to take out of the register: clients, dwellings, tenancies and plans, a line each.

What leaves this way is noted in the access log. The heads are those that importing knows, so
that a list can be read in again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app import whole
from desktop_app.register import spreadsheets
from desktop_app.register.listing.homes import dwelling_table, tenancy_table
from desktop_app.register.listing.papers import plan_table
from desktop_app.register.listing.people import client_table
from desktop_app.store import journal
from desktop_app.words import N_, _

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from desktop_app.register.spreadsheets import Cell
    from desktop_app.store.database import Database

Noun = Literal["clients", "dwellings", "tenancies", "plans"]
NOUNS: tuple[Noun, ...] = ("clients", "dwellings", "tenancies", "plans")
ENDINGS = (".csv", ".xlsx")
_MAKERS = {
    "clients": (N_("Clients"), client_table),
    "dwellings": (N_("Dwellings"), dwelling_table),
    "tenancies": (N_("Tenancies"), tenancy_table),
    "plans": (N_("Plans"), plan_table),
}


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its title, the head of each column, and the lines."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def read(db: Database, noun: Noun, *, today: date) -> Listing:
    """Return a list, in the language of now.

    Args:
        db: the opened register.
        noun: of what.
        today: who lives where on this day.
    """
    title, make = _MAKERS[noun]
    with db.read() as session:
        heads, rows = make(session, today)
    return Listing(_(title), tuple(_(head) for head in heads), tuple(rows))


def save(db: Database, noun: Noun, path: Path, *, today: date) -> int:
    """Write a list to a .csv or .xlsx file, note that it left, and return its lines.

    Raises:
        UserError: the file cannot be written.
    """
    listing = read(db, noun, today=today)
    if path.suffix.lower() == ".xlsx":
        content = spreadsheets.as_xlsx(listing.title, listing.heads, listing.rows)
    else:
        content = spreadsheets.as_csv(listing.heads, listing.rows)
    note(db, noun)  # first: what left may never go unnoted
    whole.write(path, content)
    return len(listing.rows)


def note(db: Database, noun: Noun) -> None:
    """Note in the access log that a list was taken out."""
    with db.write() as session:
        journal.note(session, "EXPORT", detail=f"list {noun}")
