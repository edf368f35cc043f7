"""Regions that tests need: one whose register is founded, one whose keys the test holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app import practice
from desktop_app.register import organisation
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store import keys
from desktop_app.summary import cards, fingerprint, sealing

if TYPE_CHECKING:
    from pathlib import Path


def found_region(folder: Path) -> organisation.Founded:
    """Found the register of a region with nobody in it yet."""
    return organisation.found(
        folder,
        OrganisationFields(
            kind="region",
            name="Regio Utrecht",
            register_name="Regio Utrecht",
            short_code="u16",
            programme_start=date(2024, 11, 1),
            target=200,
        ),
        FounderFields(name="Noor Wiersma", role="REGIO", password=practice.PASSWORD),
        cost=keys.FLOOR,
    )


@dataclass(frozen=True, slots=True)
class Region:
    """A region of which a test holds the keys."""

    signing: bytes
    identity: str
    profile: cards.Profile

    @property
    def file(self) -> bytes:
        """Its profile, as it hands it out."""
        return cards.write(self.profile, self.signing)

    def saved(self, folder: Path) -> Path:
        """Write the profile in a folder, as a person gets it."""
        path = folder / f"profile-{self.profile.version}.json"
        path.write_bytes(self.file)
        return path

    @property
    def words(self) -> str:
        """The eight words of that profile."""
        return fingerprint.eight_words(cards.identity(self.profile))


def new_region() -> Region:
    """Return a region with fresh keys."""
    signing, identity = sealing.new_signing_key(), sealing.new_identity()
    profile = cards.Profile(
        code="u16",
        name="Regio Utrecht",
        key=sealing.public_key(signing).hex(),
        recipient=sealing.recipient(identity),
        version="2026-1",
        programme="Eerst een (t)huis",
        programme_start="2024-11-01",
        target=200,
        exact_headlines=True,
    )
    return Region(signing, identity, profile)
