"""What workers write down and what stands in their agenda."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desktop_app.practice.chance import Dice, Ids, pool
from desktop_app.store.tables import ContactNote, Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from desktop_app.practice.lives import Life
    from desktop_app.practice.papers import Paper
    from desktop_app.practice.places import Home

_WEEKLY = 56  # days back from today in which notes stand close together
_SATURDAY = 5
_MINUTES = {"TEL": 10, "APP": 5, "NOSHOW": 10, "OUTR": 15, "MDO": 60}
_ENDS_SOON = 84  # days


def notes(
    dice: Dice, ids: Ids, life: Life, papers: Sequence[Paper], today: date
) -> list[ContactNote]:
    """Return the notes of one client, oldest first."""
    goals = papers[-1].goals if papers else []
    since = papers[-1].plan.started_on if papers else today
    made: list[ContactNote] = []
    for day in _days(dice, life, today):
        at = datetime.combine(day, time(dice.between(7, 15), dice.pick((0, 15, 30, 45))), UTC)
        kind = dice.weighted(pool("contacts")["weights"])
        linked = goals and day >= since and dice.chance(0.4)
        note = ContactNote(
            id=ids.next(),
            client_id=life.person.id,
            kind=kind,
            at=at,
            worker_id=life.person.client.key_worker_id,
            written_at=at + timedelta(minutes=dice.between(15, 240)),
            text=dice.pick(pool("contacts")["notes"][kind]),
            minutes=_MINUTES.get(kind, dice.pick((30, 45, 45, 60, 75))),
            goal_id=dice.pick(goals).id if linked else None,
        )
        made.append(note)
        if dice.chance(0.012):
            made.append(_correction(ids, note))
    return made


def tasks(
    dice: Dice, ids: Ids, lives: Sequence[Life], homes: Sequence[Home], today: date
) -> list[Task]:
    """Return this week's appointments, some things that are late, and what deadlines ask."""
    monday = today - timedelta(days=today.weekday())
    texts = pool("contacts")
    made: list[Task] = []
    for life in lives:
        if life.open_support is None:
            continue
        worker = life.person.client.key_worker_id
        if dice.chance(0.4):
            day = monday + timedelta(days=dice.between(0, 4))
            at = time(dice.between(9, 16), dice.pick((0, 30)))
            made.append(_task(ids, dice.pick(texts["appointments"]), day, worker, life, at))
        if dice.chance(0.12):
            day = today + timedelta(days=dice.between(-9, 12))
            made.append(_task(ids, dice.pick(texts["tasks"]), day, worker, life))
        ends = life.decisions[-1].ends_on if life.decisions else None
        if ends and (ends - today).days < _ENDS_SOON:
            due = ends - timedelta(days=56)
            made.append(_task(ids, texts["tasks"][0], due, worker, life))
    for home in homes:
        if home.statuses[-1].status == "MUT":
            task = _task(ids, dice.pick(texts["dwelling_tasks"]), dice.after(today, 0, 6), None)
            task.dwelling_id = home.dwelling.id
            made.append(task)
    for task in made:
        if task.due_on < today and dice.chance(0.8):
            task.done_on = task.due_on
    return made


def _task(
    ids: Ids, title: str, due: date, worker: UUID | None, life: Life | None = None,
    at: time | None = None,
) -> Task:  # fmt: skip
    return Task(
        id=ids.next(),
        title=title,
        due_on=due,
        at=at,
        worker_id=worker,
        client_id=life.person.id if life else None,
    )


def _days(dice: Dice, life: Life, today: date) -> Iterator[date]:
    """Yield working days: about weekly of late, sparser before; silence for a few."""
    silent = dice.between(22, 45) if dice.chance(0.08) else 1
    for period in life.support:
        last = min(period.ended_on or today, today - timedelta(days=silent))
        day = dice.after(period.starts_on, 0, 6)
        while day <= last:
            back = day.weekday() - _SATURDAY + 1
            yield day - timedelta(days=max(0, back))
            close = (today - day).days < _WEEKLY
            day = dice.after(day, 4, 10) if close else dice.after(day, 14, 38)


def _correction(ids: Ids, note: ContactNote) -> ContactNote:
    return ContactNote(
        id=ids.next(),
        client_id=note.client_id,
        kind=note.kind,
        at=note.at,
        worker_id=note.worker_id,
        written_at=note.written_at + timedelta(hours=20),
        text=f"{note.text} (Eerst stond hier de verkeerde dag.)",
        minutes=note.minutes,
        corrects_id=note.id,
    )
