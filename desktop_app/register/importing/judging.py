"""What the lines of a file are in the register of now: who, what, and all there is to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import codelists
from desktop_app.register.importing import doubts, gathering, repeats, rules
from desktop_app.register.importing.lines import Finding
from desktop_app.register.importing.newdwellings import DEFAULT_FORM
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from desktop_app.register.importing.columns import Column
    from desktop_app.register.importing.doubts import Decisions, Doubt
    from desktop_app.register.importing.gathering import Gathered
    from desktop_app.register.importing.lines import Line
    from desktop_app.register.importing.repeats import Repeats


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found.

    Attributes:
        gathered: who and what the lines are about.
        repeats: the rows whose lease or decision is there already.
        doubts: people of whom a user must say who they are.
        findings: all there is to say, of these and of what cannot be.
    """

    gathered: Gathered
    repeats: Repeats
    doubts: tuple[Doubt, ...]
    findings: tuple[Finding, ...]


def judge(
    session: Session,
    lines: Sequence[Line],
    used: Sequence[Column],
    decisions: Decisions,
    today: date,
) -> Judged:
    """Return what lines are, each step with what the one before it found."""
    gathered = gathering.gather(session, lines)
    unsure = tuple(doubts.settle(session, gathered, decisions))
    again = repeats.find(session, lines, gathered, today)
    findings = (
        *gathered.findings,
        *map(doubts.finding, unsure),
        *again.findings,
        *rules.check(session, lines, gathered, again, today),
        *_assumed(lines, used),
    )
    return Judged(gathered, again, unsure, findings)


def _assumed(filled: Sequence[Line], used: Sequence[Column]) -> list[Finding]:
    """Name, once for the file, what no column says and is filled in for now."""
    nouns = {noun for line in filled for noun in line.values}
    known = {(column.field.noun, column.field.name) for column in used if column.field}
    leases = any(line.get("tenancy", "starts_on") for line in filled)
    said = (
        (
            leases and ("tenancy", "tenancy_type") not in known,
            _("No column says what kind of lease it is: with a last day a temporary one is "
              "written down, else a regular one."),
        ),
        (
            "dwelling" in nouns and ("dwelling", "housing_form") not in known,
            _("No column says the housing form: “{form}” is written down."),
        ),
        (
            "client" in nouns and ("client", "received_on") not in known,
            _("No column says when clients were referred: the earliest day is taken."),
        ),
    )  # fmt: skip
    form = codelists.label("housing_form", DEFAULT_FORM)
    return [Finding((), "", text.format(form=form), stops=False) for so, text in said if so]
