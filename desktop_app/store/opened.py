"""What unlocking gives: the keys of a register, and who opened it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.store import masterkeys

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from desktop_app.store.keyform import KeyFile, Kind, Slot


@dataclass(frozen=True, slots=True)
class KeySlot:
    """One way in, as the unlock window may show it before anybody typed a password."""

    id: UUID
    kind: Kind
    label: str
    created_on: date


@dataclass(frozen=True, slots=True)
class Opened:
    """A key file that was opened; it gives the keys and shows none of them.

    Attributes:
        epoch: which master key is in force; grows when somebody loses access.
        generation: grows with every change of the key file.
        masters: of all epochs, oldest first; for the rooms of the keys alone.
        notice: a sentence for the user about the key file's health, empty if all is well.
    """

    vault_id: UUID
    epoch: int
    generation: int
    slot_id: UUID
    kind: Kind
    masters: tuple[bytes, ...] = field(repr=False)
    notice: str = ""

    def database_key(self) -> bytes:
        """Return the 32 bytes under which the register is encrypted."""
        return self.derive("database")

    def database_keys(self) -> tuple[bytes, ...]:
        """Return the database keys of all epochs, the one in force first."""
        epochs = range(self.epoch, 0, -1)
        return tuple(self.derive("database", epoch=epoch) for epoch in epochs)

    def derive(self, label: str, *, epoch: int | None = None) -> bytes:
        """Return a key of 32 bytes for another use ("backup", "parcels"), of this epoch."""
        master = self.masters[(epoch or self.epoch) - 1]
        return masterkeys.derive(master, self.vault_id, label)


def opened_by(file: KeyFile, slot: Slot, masters: Sequence[bytes], notice: str = "") -> Opened:
    """Return what a slot opened."""
    return Opened(
        vault_id=file.vault_id,
        epoch=file.epoch,
        generation=file.generation,
        slot_id=slot.id,
        kind=slot.kind,
        masters=tuple(masters),
        notice=notice,
    )


def shown(slot: Slot) -> KeySlot:
    """Return what may be seen of a slot."""
    return KeySlot(slot.id, slot.kind, slot.label, slot.created_on)
