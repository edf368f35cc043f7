"""Whether something is in the register, or no longer: it was taken back or destroyed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from desktop_app.store.tables import Client, Complex, Dwelling

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.database import Database

Noun = Literal["client", "complex", "dwelling"]
_TABLES: dict[Noun, type[Client | Complex | Dwelling]] = {
    "client": Client,
    "complex": Complex,
    "dwelling": Dwelling,
}


def is_there(db: Database, noun: Noun, row_id: UUID) -> bool:
    """Tell whether the register holds this client, complex or dwelling now."""
    with db.read() as session:
        return session.get(_TABLES[noun], row_id) is not None
