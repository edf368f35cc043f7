"""Which rows bring a lease or decision that is in the register, or in a row above, already."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register.importing.lines import Finding
from desktop_app.store.tables import Decision, Tenancy
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy.orm import Session

    from desktop_app.register.importing.gathering import Gathered
    from desktop_app.register.importing.lines import Line


@dataclass(slots=True)
class Repeats:
    """The rows whose lease or decision is there already, and what to say of them."""

    leases: set[int] = field(default_factory=set)
    decisions: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def find(session: Session, lines: Iterable[Line], gathered: Gathered, today: date) -> Repeats:
    """Return which rows repeat what is known."""
    found = Repeats()
    leases: set[object] = {
        (row.client_id, row.dwelling_id, row.starts_on)
        for row in session.scalars(select(Tenancy))
    }
    decisions: set[object] = {
        (row.client_id, row.starts_on, row.ends_on) for row in session.scalars(select(Decision))
    }
    for line in lines:
        person, place = gathered.person_of.get(line.row), gathered.dwelling_of.get(line.row)
        starts = line.get("tenancy", "starts_on")
        if person and place and starts:
            lease = (person.key, place.key, starts)
            if lease in leases:
                found.leases.add(line.row)
                sentence = _("This lease is there already; it is not made again.")
                letter = line.letter("tenancy", "starts_on")
                found.findings.append(Finding((line.row,), letter, sentence, stops=False))
            leases.add(lease)
        if person and "decision" in line.values:
            decision = (person.key, *line.decision_days(today))
            if decision in decisions:
                found.decisions.add(line.row)
            decisions.add(decision)
    return found
