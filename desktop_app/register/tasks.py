"""Tasks and appointments: what is to be done on which day, by whom."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register.checks import Problems, lengths
from desktop_app.store import journal
from desktop_app.store.database import revise
from desktop_app.store.tables import Client, Task
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from desktop_app.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFields:
    """What is to be done; with `at` it is an appointment."""

    title: str
    due_on: date
    at: time | None = None
    worker_id: UUID | None = None
    client_id: UUID | None = None
    dwelling_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow(TaskFields):
    """A task as it stands in the register."""

    task_id: UUID
    version: int
    client_name: str
    done_on: date | None


def add_task(db: Database, fields: TaskFields) -> UUID:
    """Add a task.

    Raises:
        InvalidFieldsError: no title.
    """
    _check(fields)
    with db.write() as session:
        task = Task(**asdict(fields))
        session.add(task)
        journal.note(session, "ADD", subject=fields.client_id, detail="task")
    return task.id


def edit_task(db: Database, task_id: UUID, fields: TaskFields, *, version: int) -> None:
    """Replace what is to be done, or when, or by whom.

    Raises:
        InvalidFieldsError, StaleEditError.
    """
    _check(fields)
    with db.write() as session:
        task = session.get_one(Task, task_id)
        revise(task, fields, version)
        journal.note(session, "EDIT", subject=fields.client_id, detail="task")


def tick(db: Database, task_id: UUID, *, on: date | None) -> None:
    """Mark a task as done on a day, or as not done with None."""
    with db.write() as session:
        task = session.get_one(Task, task_id)
        task.done_on = on
        journal.note(session, "EDIT", subject=task.client_id, detail="task")


def task_rows(
    db: Database,
    *,
    since: date,
    until: date,
    worker_id: UUID | None = None,
    client_id: UUID | None = None,
) -> list[TaskRow]:
    """Return tasks due between two days, both counted, in the order of the clock.

    Args:
        db: the opened register.
        since: first day.
        until: last day.
        worker_id: only this worker's tasks.
        client_id: only tasks about this client.
    """
    query = (
        select(Task, Client)
        .outerjoin(Client, Client.id == Task.client_id)
        .where(Task.due_on >= since, Task.due_on <= until)
        .order_by(Task.due_on, Task.at.is_(None), Task.at, Task.id)
    )
    if worker_id is not None:
        query = query.where(Task.worker_id == worker_id)
    if client_id is not None:
        query = query.where(Task.client_id == client_id)
    with db.read() as session:
        return [_row(task, client) for task, client in session.execute(query)]


def _row(task: Task, client: Client | None) -> TaskRow:
    return TaskRow(
        task_id=task.id,
        version=task.version,
        title=task.title,
        due_on=task.due_on,
        at=task.at,
        worker_id=task.worker_id,
        client_id=task.client_id,
        dwelling_id=task.dwelling_id,
        client_name=client.shown_name if client else "",
        done_on=task.done_on,
    )


def _check(fields: TaskFields) -> None:
    problems = Problems()
    problems.missing("title", fields.title, _("Say what is to be done."))
    lengths(problems, fields, Task)
    problems.raise_any()
