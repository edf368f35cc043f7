"""Beginning: what is proposed for a new register, and making it so that no half one stays."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from desktop_app.register import organisation
from desktop_app.store import opening
from desktop_app.store.folders import appearing
from desktop_app.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.register.organisation import Founded, FounderFields, OrganisationFields
    from desktop_app.store import keys

_LEGAL = re.compile(r"^(stichting|vereniging|co[öo]peratie)\s+", re.IGNORECASE)
_SHARED = frozenset(
    [
        "stichting",
        "vereniging",
        "cooperatie",
        "bv",
        "nv",
        "zorg",
        "groep",
        "gemeente",
        "regio",
        "het",
        "de",
        "een",
        "en",
        "van",
        "voor",
        "foundation",
        "the",
        "of",
        "and",
    ]
)
"""Words that many names of organisations hold."""
_LONGEST = 20


def found_whole(
    folder: Path,
    fields: OrganisationFields,
    founder: FounderFields,
    *,
    cost: keys.Cost | None = None,
) -> Founded:
    """Make a new register in a folder that gets its name only when all of it is there.

    A crash, a full disk or a power cut leaves either no register or a whole one. Arguments and
    errors are those of `organisation.found`; the folder must be new or empty.
    """
    with appearing(folder) as part:
        made = organisation.found(part, fields, founder, cost=cost)
        made.db.close()
    db = opening.open_register(folder, made.opened)
    return organisation.Founded(db, made.opened, made.recovery_code)


def proposed_code(name: str) -> str:
    """Return a short code out of an organisation's name: Stichting De Linde, linde.

    Words that many organisations share are left out, unless nothing else is there.
    """
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    words = re.findall(r"[a-z0-9]+", plain.replace("ß", "ss").replace("ø", "o"))
    telling = [word for word in words if word not in _SHARED]
    return "".join(telling or words)[:_LONGEST]


def proposed_register_name(name: str) -> str:
    """Return a name for the register of an organisation."""
    bare = _LEGAL.sub("", name.strip())
    return _("Register {name}").format(name=bare) if bare else ""
