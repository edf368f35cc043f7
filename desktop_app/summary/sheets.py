"""The sheets of a month file: cells, dwellings and codes as CSV, and their description.

Columns map one to one to SDMX (TIME_PERIOD, OBS_VALUE, OBS_STATUS). Readers accept exactly what
the writers write: a code or number that is not of the published set is refused.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from datetime import date
from typing import TYPE_CHECKING, Any, cast, get_args

from desktop_app import codelists
from desktop_app.summary import tables
from desktop_app.summary.figures import DwellingRow, Row, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop_app.summary.figures import Published

CELLS = ("period", "as_of", "org", "table", "dim1", "code1", "dim2", "code2", "value", "status")
DWELLINGS = (
    "period",
    "org",
    "complex",
    "form",
    "landlord",
    "rooms",
    "measure",
    "quarter",
    "count",
)
_NAMING = ("table", "code1", "code2")
_STATUSES = frozenset(get_args(Status))
CODES = ("dimension", "code", "nl", "en")
COMPLEX = re.compile(r"-|[A-Z0-9]{1,8}")
"""A complex's code: the only thing in a file that an organisation words itself."""
_HALF_YEAR = re.compile(r"[a-z]+\.20[0-9]{2}H[12]")
_QUARTER = re.compile(r"(20[0-9]{2}Q[1-4])?")


def write_cells(published: Published, code: str) -> bytes:
    """Return cells.csv."""
    lines = []
    for row in published.rows:
        where = (*_address(row.cell), "", "", "", "")[:5]
        value = "" if row.status == "N" else row.value
        lines.append((f"{published.period:%Y-%m}", row.as_of, code, *where, value, row.status))
    return _csv(CELLS, lines)


def read_cells(data: bytes, period: date, code: str) -> tuple[Row, ...]:
    """Read cells.csv back.

    Raises:
        ValueError: something in it is not of the published set.
    """
    lines = _lines(CELLS, data)
    named = [".".join(filter(None, (line[name] for name in _NAMING))) for line in lines]
    known = _known(named)
    rows = []
    for cell, line in zip(named, lines, strict=True):
        if (line["period"], line["org"]) != (f"{period:%Y-%m}", code):
            raise ValueError("another period or organisation")
        status = line["status"]
        where = (*_address(cell), "", "", "", "")[:5] if cell in known else ()
        if where != tuple(line[name] for name in CELLS[3:8]) or status not in _STATUSES:
            raise ValueError("an unknown cell")
        value = 0 if status == "N" and line["value"] == "" else _count(line["value"])
        rows.append(Row(cell, date.fromisoformat(line["as_of"]), value, cast("Status", status)))
    if len({row.cell for row in rows}) != len(rows):
        raise ValueError("a cell stands there twice")
    if any(row.as_of > period for row in rows):
        raise ValueError("counted after its month")
    return tuple(rows)


def _known(named: Iterable[str]) -> set[str]:
    """Return the published cells of the tables that cells are named after."""
    known = {headline.cell for headline in _headlines()}
    seen: set[str] = set()
    for cell in named:
        table = tables.table_of(cell) if "." in cell else None
        if table is None or table.code in seen:
            continue
        seen.add(table.code)
        if not table.cohort or _HALF_YEAR.fullmatch(table.code):
            known.update(tables.cells(table))
    return known


def write_dwellings(published: Published, code: str) -> bytes:
    """Return dwellings.csv."""
    period = f"{published.period:%Y-%m}"
    return _csv(
        DWELLINGS,
        (
            (
                period,
                code,
                d.complex,
                d.form,
                d.landlord,
                d.rooms,
                d.measure,
                d.quarter,
                d.count,
            )
            for d in published.dwellings
        ),
    )


def read_dwellings(data: bytes, period: date, code: str) -> tuple[DwellingRow, ...]:
    """Read dwellings.csv back.

    Raises:
        ValueError: something in it is not of the published set.
    """
    known = tables.read()
    rows = []
    for line in _lines(DWELLINGS, data):
        sound = (
            line["period"] == f"{period:%Y-%m}"
            and line["org"] == code
            and COMPLEX.fullmatch(line["complex"])
            and line["form"] in codelists.read("housing_form").codes
            and line["landlord"] in known.landlords
            and line["rooms"] in known.rooms
            and line["measure"] in known.measures
            and _QUARTER.fullmatch(line["quarter"])
        )
        if not sound:
            raise ValueError("an unknown dwelling row")
        what = {name: line[name] for name in DWELLINGS[2:-1]}
        rows.append(DwellingRow(count=_count(line["count"]), **what))
    return tuple(rows)


def write_codes() -> bytes:
    """Return codes.csv: every code of the file with its Dutch and English words."""
    known = tables.read()
    lines: list[tuple[str, str, str, str]] = []

    def add(dimension: str, items: Iterable[Any]) -> None:
        lines.extend((dimension, i.code, i.texts["nl"], i.texts["en"]) for i in items)

    add("table", [*known.breakdowns.values(), *known.cohorts.values()])
    add("headline", _headlines())
    for dimension in known.dimensions.values():
        add(dimension.code, dimension.categories.values())
    add("landlord", known.landlords.values())
    add("rooms", known.rooms.values())
    add("measure", known.measures.values())
    add("form_of_dwelling", codelists.read("housing_form").codes.values())
    lines.append(("all", tables.TOTAL, "Samen", "Together"))
    for status, dutch, english in (
        ("E", "exact", "exact"),
        ("R", "afgerond op vijf", "rounded to five"),
        (
            "Z",
            "telt niet apart: geen of te weinig woningen",
            "not counted apart: too few homes",
        ),
        ("N", "niet geleverd", "not given"),
    ):
        lines.append(("status", status, dutch, english))
    return _csv(CODES, lines)


def describe(content: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the description of the package (Data Package 2.0), with a hash per sheet."""
    numbers = {"value", "count"}
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "tb-summary-1",
        "title": tables.SCHEMA,
        "version": "1.0.0",
        "resources": [
            {
                "name": name.removesuffix(".csv"),
                "path": name,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {"lineTerminator": "\n"},
                "bytes": len(content[name]),
                "hash": f"sha256:{hashlib.sha256(content[name]).hexdigest()}",
                "schema": {
                    "fields": [
                        {"name": column, "type": "integer" if column in numbers else "string"}
                        for column in columns
                    ]
                },
            }
            for name, columns in (
                ("cells.csv", CELLS),
                ("dwellings.csv", DWELLINGS),
                ("codes.csv", CODES),
            )
        ],
    }


def _headlines() -> Iterable[tables.Headline]:
    return tables.read().headlines.values()


def _address(cell: str) -> tuple[str, ...]:
    """Return table, then dimension and code in turn."""
    table = tables.table_of(cell)
    if table is None:
        return (tables.HEAD, "headline", cell.split(".")[1])
    code, *cohort = table.code.split(".")
    names = (*(["half_year"] if cohort else []), *table.dimensions)
    codes = (*cohort, *tables.codes_of(cell))
    return (code, *(part for pair in zip(names, codes, strict=True) for part in pair))


def _csv(columns: Sequence[str], lines: Iterable[Sequence[object]]) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(lines)
    return buffer.getvalue().encode()


def _lines(columns: Sequence[str], data: bytes) -> list[dict[str, str]]:
    reader = csv.reader(io.StringIO(data.decode(), newline=""), strict=True)
    try:
        header, *rows = list(reader) or [[]]
    except csv.Error as failure:
        raise ValueError("no sheet") from failure
    if tuple(header) != tuple(columns) or any(len(row) != len(columns) for row in rows):
        raise ValueError("other columns")
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _count(text: str) -> int:
    if not re.fullmatch(r"0|[1-9][0-9]{0,5}", text):
        raise ValueError("no count")
    return int(text)
