"""Which column is what, as the user said: kept by head for the next file like this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.register import organisation
from desktop_app.register.importing import heads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop_app.register.importing.heads import Field
    from desktop_app.store.database import Database

_NAME = "import columns"


def offered() -> tuple[Field, ...]:
    """Return the fields that a column may be."""
    return tuple(field for field in heads.fields() if field.noun != "none")


def remembered(db: Database) -> dict[str, str]:
    """Return the chosen field's code by the key of a head; an empty one leaves it out."""
    return {head: str(code) for head, code in organisation.choice(db, _NAME).items()}


def remember(db: Database, chosen: Mapping[str, str]) -> None:
    """Keep choices by head ("geb.dat": "client.birth_date") beside those made before."""
    keyed = {heads.key(head): code for head, code in chosen.items()}
    organisation.choose(db, _NAME, {**remembered(db), **keyed})


def forget(db: Database, found: Iterable[str]) -> None:
    """Let these heads be recognised again as if nothing had been chosen for them."""
    gone = {heads.key(head) for head in found}
    kept = {head: code for head, code in remembered(db).items() if head not in gone}
    organisation.choose(db, _NAME, kept)
