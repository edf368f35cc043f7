"""What a file brings: what is new in each row, and what the register knows already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop_app.register.importing.judging import Judged
    from desktop_app.register.importing.lines import Line

News = frozenset[str]
"""Nouns of which a row brings a new one: client, dwelling, tenancy, decision."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines there are, and how many things they hold."""

    rows: int
    clients: int
    dwellings: int
    tenancies: int
    decisions: int

    @property
    def things_at_all(self) -> int:
        """How many there are of all nouns together."""
        return self.clients + self.dwellings + self.tenancies + self.decisions

    def things(self) -> str:
        """Return "42 clients, 43 dwellings and 43 leases"."""
        told = [
            ngettext("{n} client", "{n} clients", self.clients).format(n=self.clients),
            ngettext("{n} dwelling", "{n} dwellings", self.dwellings).format(n=self.dwellings),
            ngettext("{n} lease", "{n} leases", self.tenancies).format(n=self.tenancies),
            ngettext("{n} decision", "{n} decisions", self.decisions).format(n=self.decisions),
        ]
        counts = (self.clients, self.dwellings, self.tenancies, self.decisions)
        new = [text for text, count in zip(told, counts, strict=True) if count]
        if len(new) < 2:  # noqa: PLR2004 - nothing to join
            return new[0] if new else _("nothing new")
        return _("{these} and {last}").format(these=", ".join(new[:-1]), last=new[-1])


NOTHING = Counts(0, 0, 0, 0, 0)


def news(filled: Iterable[Line], judged: Judged) -> dict[int, News]:
    """Return what is new in each row."""
    return {line.row: frozenset(_new(line, judged)) for line in filled}


def new(found: Mapping[int, News]) -> Counts:
    """Return how many new things there are."""
    return Counts(
        len(found),
        *(
            sum(noun in nouns for nouns in found.values())
            for noun in ("client", "dwelling", "tenancy", "decision")
        ),
    )


def known(found: Mapping[int, News], judged: Judged) -> Counts:
    """Return how many things the register has already, and how many rows bring nothing new."""
    return Counts(
        rows=sum(not nouns for nouns in found.values()),
        clients=len({p.known_id for p in judged.gathered.people if p.known_id is not None}),
        dwellings=len(
            {p.known_id for p in judged.gathered.dwellings if p.known_id is not None}
        ),
        tenancies=len(judged.repeats.leases),
        decisions=len(judged.repeats.decisions),
    )


def is_lease(line: Line, judged: Judged) -> bool:
    """Return whether a line holds a new lease."""
    return (
        line.get("tenancy", "starts_on") is not None
        and line.row in judged.gathered.person_of
        and line.row in judged.gathered.dwelling_of
        and line.row not in judged.repeats.leases
    )


def is_decision(line: Line, judged: Judged) -> bool:
    """Return whether a line holds a new decision: its frame, its first or its last day."""
    decision = line.values.get("decision", {})
    return (
        bool(decision.keys() & {"legal_frame", "starts_on", "ends_on"})
        and line.row in judged.gathered.person_of
        and line.row not in judged.repeats.decisions
    )


def _new(line: Line, judged: Judged) -> Iterable[str]:
    things = (("client", judged.gathered.person_of), ("dwelling", judged.gathered.dwelling_of))
    for noun, of in things:
        thing = of.get(line.row)
        if thing is not None and thing.known_id is None and thing.rows[0] == line.row:
            yield noun
    if is_lease(line, judged):
        yield "tenancy"
    if is_decision(line, judged):
        yield "decision"
