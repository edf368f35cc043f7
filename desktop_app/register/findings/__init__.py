"""What is wrong or missing in the stored data, said per client or dwelling.

The rules that forms keep, asked once more of what lies in the file: an import, a restored
copy or an older program may have let something through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.register.findings import housing, people, stored, support
from desktop_app.register.findings.finding import Finding, Kind, Place

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.store.database import Database

__all__ = ["Finding", "Kind", "Place", "find"]

_RULES = (
    housing.over_full,
    housing.two_homes,
    housing.contracts,
    housing.ends,
    housing.called_otherwise,
    people.births,
    people.doubles,
    support.waits,
    support.steps,
    support.supports,
    support.decisions,
)
_ASKING_RULES = (people.origins, people.key_workers, support.notes)


def find(db: Database, *, today: date) -> list[Finding]:
    """Return everything that is wrong or missing as of a day, by name or address."""
    with db.read() as session:
        known = stored.read(session, today)
        found = [finding for rule in _RULES for finding in rule(known)]
        found += [finding for rule in _ASKING_RULES for finding in rule(known, session)]
    return sorted(found, key=lambda one: (one.title, one.kind))
