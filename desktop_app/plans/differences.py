"""What changed between two versions of a plan, as their papers say it, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from desktop_app import words
from desktop_app.paper import days
from desktop_app.plans import document as paper
from desktop_app.plans import drafting, freezing
from desktop_app.words import N_, _, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from desktop_app.store.database import Database

_HALF = 0.5
_MUCH: Mapping[str, str] = {
    "all": N_("Everything"),
    "part": N_("A part"),
    "none": N_("Nothing"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a change: in both versions, only in the older, or only in the newer."""

    kept: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs: what it is, its words before and after, and how they differ."""

    label: str
    before: str
    after: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SectionChanges:
    """What differs in one section, in the language of the plan."""

    code: str
    heading: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing that a paper says. Those with the same key belong together."""

    key: str
    label: str
    text: str


def differences(
    db: Database, older: UUID, newer: UUID, *, today: date
) -> tuple[SectionChanges, ...]:
    """Return what the newer version says differently, in the order of its paper.

    A frozen version is compared as it was printed: a new address or key worker shows too.

    Raises:
        UserError: one of the versions is no longer in the register.
    """
    with db.read() as session:
        was = freezing.words_of(session, drafting.plan(session, older), today)
        now = freezing.words_of(session, drafting.plan(session, newer), today)
    return between(was, now)


def between(was: paper.PlanDocument, now: paper.PlanDocument) -> tuple[SectionChanges, ...]:
    """Return what one document says differently from another."""
    before = {section.code: section for section in was.sections}
    after = {section.code: section for section in now.sections}
    found: list[SectionChanges] = []
    with words.in_language(now.cover.language):
        for code in dict.fromkeys((*after, *before)):
            changes = _changes(_entries(before.get(code)), _entries(after.get(code)))
            if changes:
                heading = (after.get(code) or before[code]).heading
                found.append(SectionChanges(code, heading, changes))
    return tuple(found)


def compared(label: str, before: str, after: str) -> Change:
    """Return a change with the words that stayed, went and came."""
    old, new = (re.findall(r"\s+|[^\s]+", text) for text in (before, after))
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
            continue
        gone, came = "".join(old[a:b]), "".join(new[c:d])
        pieces += [Piece("gone", gone)] if gone else []
        pieces += [Piece("new", came)] if came else []
    return Change(label, before, after, tuple(pieces))


def _changes(before: Sequence[_Entry], after: Sequence[_Entry]) -> tuple[Change, ...]:
    return tuple(
        compared((new or old or _NOTHING).label, (old or _NOTHING).text, (new or _NOTHING).text)
        for old, new in _paired(before, after)
        if (old or _NOTHING).text != (new or _NOTHING).text
    )


_NOTHING = _Entry("", "", "")


def _paired(
    before: Sequence[_Entry], after: Sequence[_Entry]
) -> Iterable[tuple[_Entry | None, _Entry | None]]:
    """Yield what belongs together, in the newer order; then what is only in the older.

    A thing that got another name (a reworded goal) is known by what it says.
    """
    left = list(before)
    partners: dict[int, _Entry] = {}
    for same in (_same_key, _alike):
        for place, new in enumerate(after):
            old = None if place in partners else same(left, new)
            if old is not None:
                left.remove(old)
                partners[place] = old
    for place, new in enumerate(after):
        yield partners.get(place), new
    for old in left:
        yield old, None


def _same_key(left: Sequence[_Entry], new: _Entry) -> _Entry | None:
    return next((old for old in left if old.key == new.key), None)


def _alike(left: Sequence[_Entry], new: _Entry) -> _Entry | None:
    """Return what says most of the same words, where that is more than half of them."""
    found = [
        (SequenceMatcher(a=old.text.split(), b=new.text.split()).ratio(), -place, old)
        for place, old in enumerate(left)
    ]
    ratio, _place, old = max(found, default=(0.0, 0, None))
    return old if ratio > _HALF else None


def _entries(section: paper.Section | None) -> list[_Entry]:  # noqa: C901, PLR0911 - a table
    """Return what a section says, thing by thing."""
    match section:
        case paper.Facts():
            return [_entry(fact.label, fact.value) for fact in section.facts]
        case paper.Quote() | paper.Notice():
            return [_entry(section.heading, section.text)]
        case paper.Ticks():
            return [_entry(section.heading, *section.lines)]
        case paper.Prose():
            return [_entry(part.label or section.heading, part.text) for part in section.parts]
        case paper.Scores():
            return [_score(row) for row in section.rows]
        case paper.Card():
            return [_entry(line.label, line.strong, line.text) for line in section.lines]
        case paper.Shares():
            return [_entry(s.who, f"{_(_MUCH[s.much])}. {s.what}") for s in section.shares]
        case paper.Goals():
            return [_goal(number, goal) for number, goal in enumerate(section.goals, 1)]
        case paper.Signals():
            return [_entry(s.label, s.notice, s.do) for s in section.signals]
        case paper.Review():
            return [_entry(section.heading, *_days(section.on, section.check_on))]
        case _:  # signatures differ by nature
            return []


def _entry(label: str, *lines: str) -> _Entry:
    return _Entry(label, label, "\n".join(line for line in lines if line))


def _score(row: paper.Score) -> _Entry:
    return _entry(row.area, "" if row.now is None else str(row.now), row.sentence)


def _goal(number: int, goal: paper.Goal) -> _Entry:
    """Return a goal with its steps, known by its title."""
    reached = (
        _("Reached when: {text}").format(text=goal.reached_when) if goal.reached_when else ""
    )
    ready = [f"{_('ready:')} {day}" for day in _days(goal.due)]
    steps = [" · ".join(filter(None, _step(action))) for action in goal.actions]
    lines = (goal.title, goal.area, reached, *ready, *steps)
    label = _("Goal {number}").format(number=number)
    return _Entry(goal.title, label, "\n".join(line for line in lines if line))


def _step(action: paper.Action) -> tuple[str, ...]:
    when = action.when or " ".join(_days(action.since, action.due))
    return action.what, action.who, when, pgettext("goal", "done") if action.done else ""


def _days(*given: date | None) -> list[str]:
    return [days.in_words(day) for day in given if day]
