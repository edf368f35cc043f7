"""Many lines, fewer people: who and what the lines are about, and who is there already."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desktop_app.register.importing.lines import Finding, sort_name
from desktop_app.store.folding import fold
from desktop_app.store.tables import Client, Dwelling
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.register.importing.lines import Line

# What may differ from row to row of one client or dwelling, because it changes over time.
_CHANGING = frozenset(
    {"status", "status_since", "wait_reason", "vacancy_reason", "expected_on", "rent_cents"}
)


@dataclass(slots=True)
class Thing:
    """A client or dwelling of the file: what all its rows say, and its id if it is known."""

    rows: list[int]
    fields: dict[str, Any]
    known_id: UUID | None = None
    letter: str = ""

    @property
    def key(self) -> object:
        """What tells it from every other one, of the file and of the register."""
        return self.known_id or id(self)


@dataclass(slots=True)
class Gathered:
    """People and dwellings, which of them each line is about by its row, and what was seen."""

    people: list[Thing] = field(default_factory=list)
    dwellings: list[Thing] = field(default_factory=list)
    person_of: dict[int, Thing] = field(default_factory=dict)
    dwelling_of: dict[int, Thing] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def join(self, earlier: Thing, later: Thing) -> None:
        """Make two people one; what the earlier rows say counts."""
        earlier.rows += later.rows
        for name, value in later.fields.items():
            earlier.fields.setdefault(name, value)
        self.people.remove(later)
        self.person_of |= dict.fromkeys(later.rows, earlier)


def gather(session: Session, lines: Iterable[Line]) -> Gathered:
    """Return who and what the lines are about."""
    known = _Known(session)
    gathered = Gathered()
    by_person: dict[object, Thing] = {}
    by_address: dict[tuple[str, str], Thing] = {}
    for line in lines:
        if "client" in line.values:
            _add_person(gathered, by_person, known, line)
        if "dwelling" in line.values:
            _add_dwelling(gathered, by_address, known, line)
    return gathered


class _Known:
    """Who and what the register holds, by what people would recognise them by."""

    def __init__(self, session: Session) -> None:
        clients = session.scalars(select(Client).order_by(Client.sort_name)).all()
        self.numbers = {client.number: client.id for client in clients}
        self.names = {client.id: client.sort_name for client in clients}
        self.people: dict[object, UUID] = {}
        for client in clients:
            born = client.birth_date or client.birth_year
            self.people.setdefault((client.sort_name, born), client.id)
            if client.birth_date:
                self.people.setdefault((client.sort_name, client.birth_date.year), client.id)
        self.dwellings = {
            (row.sort_name, fold(row.city)): row.id for row in session.scalars(select(Dwelling))
        }
        self.streets: dict[str, set[UUID]] = {}
        for (address, _city), dwelling_id in self.dwellings.items():
            self.streets.setdefault(address, set()).add(dwelling_id)


def _add_person(
    gathered: Gathered, by_person: dict[object, Thing], known: _Known, line: Line
) -> None:
    fields = line.values["client"]
    missing = [name for name in ("call_name", "last_name") if not fields.get(name)]
    if missing and not fields.get("number"):
        letter = line.letter("client", "call_name", "last_name", "initials", "birth_date")
        sentence = _("A first name and a last name are needed.")
        gathered.findings.append(Finding((line.row,), letter, sentence, stops=True))
        return
    born = fields.get("birth_date") or fields.get("birth_year")
    name = sort_name(fields)
    number = fields.get("number")
    key = (name, born) if born else ("number", number) if number else line.row
    letter = line.letter("client", "last_name", "number")
    same = by_person.get(key)
    if same is not None:
        same.rows.append(line.row)
        gathered.person_of[line.row] = same
        gathered.findings += _merge(same, line, "client")
        return
    client_id = _recognised(known, fields, name, born)
    somebody = Thing([line.row], dict(fields), client_id, letter)
    if somebody.known_id is None and missing:
        sentence = _("No client with this number is known here; a name is needed.")
        gathered.findings.append(Finding((line.row,), letter, sentence, stops=True))
        return
    by_person[key] = somebody
    gathered.people.append(somebody)
    gathered.person_of[line.row] = somebody
    if somebody.known_id is not None:
        sentence = _("This client is in the register already; only what is new is added.")
        gathered.findings.append(Finding((line.row,), letter, sentence, stops=False))


def _recognised(
    known: _Known, fields: dict[str, Any], name: str, born: date | int | None
) -> UUID | None:
    """Return who this is in the register: by number with the same name, or name and birth."""
    by_number = known.numbers.get(str(fields.get("number")))
    if by_number is not None and (
        not fields.get("last_name") or known.names[by_number] == name
    ):
        return by_number
    return known.people.get((name, born)) if born else None


def _add_dwelling(
    gathered: Gathered, by_address: dict[tuple[str, str], Thing], known: _Known, line: Line
) -> None:
    fields = line.values["dwelling"]
    letter = line.letter("dwelling", "street", "house_number", *fields)
    if not fields.get("street") or not fields.get("house_number"):
        half = bool(fields.keys() & {"street", "house_number"})
        sentence = (
            _("Street and house number are needed.")
            if half
            else _("No address is given, so no dwelling is made.")
        )
        gathered.findings.append(Finding((line.row,), letter, sentence, stops=half))
        return
    address, city = _address(fields), fold(fields.get("city") or "")
    same = by_address.get((address, city)) or by_address.get((address, ""))
    if same is None and not city:
        found = [place for (street, _c), place in by_address.items() if street == address]
        same = found[0] if len(found) == 1 else None
    if same is None:
        dwelling_id = known.dwellings.get((address, city))
        elsewhere = known.streets.get(address, set())
        if dwelling_id is None and not city and len(elsewhere) == 1:
            dwelling_id = next(iter(elsewhere))
        same = Thing([], {}, dwelling_id)
        by_address[address, city] = same
        gathered.dwellings.append(same)
    same.rows.append(line.row)
    gathered.dwelling_of[line.row] = same
    gathered.findings += _merge(same, line, "dwelling")


def _address(fields: dict[str, Any]) -> str:
    row = Dwelling(
        street=fields["street"],
        house_number=fields["house_number"],
        house_letter=fields.get("house_letter") or "",
        addition=fields.get("addition") or "",
        housing_form="",
    )
    row.fold()
    return row.sort_name


def _merge(same: Thing, line: Line, noun: str) -> list[Finding]:
    """Take over what earlier rows did not say; name what they said differently."""
    findings: list[Finding] = []
    repeats = noun == "client" and len(same.rows) > 1
    for name, value in line.values[noun].items():
        earlier = same.fields.setdefault(name, value)
        if name not in _CHANGING and fold(str(earlier)) != fold(str(value)):
            sentence = _("Row {row} says something else; that row counts.").format(
                row=same.rows[0]
            )
            letter = line.letter(noun, name)
            findings.append(Finding((line.row,), letter, sentence, stops=False))
    if repeats:
        letter = line.letter("client", "last_name", "number")
        sentence = _("The same name and birth: read as one person.")
        findings.append(Finding(tuple(same.rows), letter, sentence, stops=False))
    return findings
