"""Who comes when the key worker cannot: the stand-in, whom the plan names too."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from desktop_app.register import clients, workers
from desktop_app.words import _
from ui.parts.asking import ask
from ui.parts.form import Choice, Field, Form
from ui.parts.taking_back import did

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.register.client_card import ClientCard
    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet


def choose(over: QWidget, desk: Desk, card: ClientCard) -> SideSheet:
    """Ask which colleague stands in; nobody is an answer too."""
    colleagues = tuple(
        Choice(str(worker.worker_id), worker.name)
        for worker in workers.worker_rows(desk.db)
        if worker.active_until is None and worker.worker_id != card.fields.key_worker_id
    )
    hint = _("The plan names this colleague too.")
    stand_in = Field(
        "stand_in", _("Stand-in"), "choice", hint=hint, optional=True, choices=colleagues
    )
    form = Form([stand_in], today=desk.today())
    form.fill({"stand_in": card.stand_in_id})

    def save(values: dict[str, str | None]) -> None:
        chosen = values["stand_in"]
        worker_id = UUID(chosen) if chosen else None
        clients.name_stand_in(desk.db, card.client_id, worker_id, version=card.version)

    return ask(
        over,
        _("Who comes when the key worker cannot"),
        form,
        (_("Save"), save),
        lambda _none: did(desk, _("Stand-in saved")),
    )
