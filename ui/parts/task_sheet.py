"""A sheet that asks what is to be done, on which day and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop_app.register import tasks, workers
from desktop_app.register.tasks import TaskFields
from desktop_app.words import _
from ui.parts.asking import Draft, ask
from ui.parts.form import Choice, Field, Form
from ui.parts.taking_back import did

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet


def add_task(over: QWidget, desk: Desk, client_id: UUID | None = None) -> SideSheet:
    """Ask for a task, about a client where one is given; it is one's own unless said."""
    colleagues = tuple(
        Choice(str(worker.worker_id), worker.name)
        for worker in workers.worker_rows(desk.db)
        if worker.active_until is None
    )
    form = Form(
        [
            Field("title", _("What is to be done")),
            Field("due_on", _("On (dd-mm-yyyy)"), "date"),
            Field("worker_id", _("Who does it"), "choice", optional=True, choices=colleagues),
        ],
        today=desk.today(),
    )
    form.fill({"due_on": desk.today(), "worker_id": desk.me.worker_id if desk.me else None})

    def save(values: dict[str, Any]) -> UUID:
        worker = values.pop("worker_id")
        fields = TaskFields(
            **values, worker_id=UUID(worker) if worker else None, client_id=client_id
        )
        return tasks.add_task(desk.db, fields)

    return ask(
        over,
        _("New task"),
        form,
        (_("Save"), save),
        lambda _id: did(desk, _("Task saved")),
        draft=Draft(desk, f"task/{client_id or 'new'}", client_id),
    )
