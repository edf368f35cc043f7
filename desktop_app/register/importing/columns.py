"""What each column is: by its head, by what stands in it, and by its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from desktop_app.register.importing import dayreading, evidence, heads, values
from desktop_app.register.importing.dayreading import Style, UnreadableError
from desktop_app.register.importing.grid import letter, shown
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from desktop_app.register.importing.grid import Cell, Row
    from desktop_app.register.importing.heads import Field
    from desktop_app.register.importing.layout import Table

Certainty = Literal["sure", "look", "left out"]
_NAMES = frozenset({"call_name", "last_name", "street", "city", "complex", "landlord"})
_SAMPLE = 400  # lines
_MOSTLY = 0.8
_FITS = 0.5
_ABOUT = 0.3  # scores closer than this are the same


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the user's, and what it becomes.

    Attributes:
        place: from 0.
        head: as the user wrote it.
        field: what it becomes; None when it is not read.
        style: how its dates are read.
        why: the evidence, in one sentence.
        certainty: sure, worth a look, or left out.
        example: a cell of it; of a citizen service number only the last digits.
        key: its head as a choice names it; empty where it has none and cannot be chosen.
        chosen: whether the user said what it is.
    """

    place: int
    head: str
    field: Field | None
    style: Style
    why: str
    certainty: Certainty
    example: str
    key: str = ""
    chosen: bool = False

    @property
    def secret(self) -> bool:
        """Whether it holds what is never read in: citizen service numbers."""
        return self.field is not None and self.field.kind == "bsn"

    @property
    def letter(self) -> str:
        """The letter above the column."""
        return letter(self.place)


def recognise(
    table: Table, today: date, choices: Mapping[str, str] | None = None
) -> tuple[Column, ...]:
    """Return what each column is.

    Args:
        table: heads and lines.
        today: for years of two digits.
        choices: the code of a field by the key of a head, as the user chose; an empty one
            leaves the column out. A citizen service number is left out whatever is chosen.
    """
    places = range(max(len(row.cells) for row in (table.heads, *table.lines)))
    cells = {place: _cells(table.lines, place) for place in places}
    styles = {place: _style(cells[place], today) for place in places}
    titles = {place: shown(_cell(table.heads, place)) for place in places}
    scores = {place: _scores(titles[place], cells[place], styles[place]) for place in places}
    keys = dict(zip(places, heads.keys(titles.values()), strict=True))
    wanted = _wanted(keys, scores, choices or {})
    chosen = _assign(scores, wanted)
    return tuple(
        replace(
            _chosen_column(place, titles[place], wanted[place], styles[place], cells[place])
            if place in wanted
            else _column(place, titles[place], chosen.get(place), styles[place], cells[place]),
            key=keys[place],
            chosen=place in wanted,
        )
        for place in places
        if titles[place] or cells[place]
    )


def value(cell: Cell, field: Field, style: Style) -> Any:
    """Return what a cell means in a field.

    Raises:
        UnreadableError: it means nothing there.
    """
    match field.kind:
        case "date":
            return dayreading.read(cell, style)
        case "birth":
            return _birth(cell, style)
        case "year":
            return values.number(cell)
        case "code":
            return values.code(cell, field.listed)
        case "text" if field.name in _NAMES:
            return values.named(cell)
        case _:
            read = _READERS.get(field.kind)
            return read(cell) if read else _text(cell)


def _birth(cell: Cell, style: Style) -> date | int | None:
    """Return a day of birth, or the year alone where only that is known."""
    text = shown(cell)
    years = range(style.today.year - 120, style.today.year)
    if text.isdigit() and int(text) in years:
        return int(text)
    return dayreading.read(cell, replace(style, past=True))


def _text(cell: Cell) -> str:
    return "" if values.is_empty(cell) else shown(cell)


def _phone(cell: Cell) -> str:
    """Return a number with the nought that Excel took off."""
    text = _text(cell)
    return f"0{text}" if re.fullmatch(r"[1-9]\d{8}", text) else text


_READERS: Mapping[str, Callable[[Cell], Any]] = {
    "answer": values.answer,
    "number": values.number,
    "house_number": _text,
    "money": values.cents,
    "postcode": values.postcode,
    "phone": _phone,
}


def _cell(row: Row, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else None


def _cells(lines: Sequence[Row], place: int) -> list[Cell]:
    return [cell for row in lines[:_SAMPLE] if (cell := _cell(row, place)) is not None]


def _style(cells: Sequence[Cell], today: date) -> Style:
    return Style(order=dayreading.order(cells)[0], today=today)


def _scores(head: str, cells: Sequence[Cell], style: Style) -> dict[Field, float]:
    """Return how well each field fits: its head, and the share of cells that it can read."""
    if evidence.are_bsns(cells):
        return {next(field for field in heads.fields() if field.kind == "bsn"): 9.0}
    found = heads.candidates(head)
    if not found and cells:
        found = _by_content(cells)
    scored = {
        field: strength + 2 * _share(cells, field, style) for field, strength in found.items()
    }
    if len(scored) == 1 and max(found.values()) == 3:  # noqa: PLR2004 - the head is ours
        return scored
    return {
        field: score for field, score in scored.items() if _share(cells, field, style) >= _FITS
    }


def _by_content(cells: Sequence[Cell]) -> dict[Field, float]:
    texts = [shown(cell) for cell in cells]
    for pattern, name in (
        (r"[^@\s]+@[^@\s]+\.\w+", "email"),
        (r"[1-9]\d{3} ?[A-Za-z]{2}", "postcode"),
    ):
        if sum(bool(re.fullmatch(pattern, text)) for text in texts) >= _MOSTLY * len(texts):
            return {next(field for field in heads.fields() if field.name == name): 2.0}
    return {}


def _share(cells: Sequence[Cell], field: Field, style: Style) -> float:
    """Return the share of filled cells that a field can read; half where nothing is filled."""
    filled = [cell for cell in cells if not values.is_empty(cell)]
    if not filled:
        return _FITS
    return sum(_fits(cell, field, style) for cell in filled) / len(filled)


def _fits(cell: Cell, field: Field, style: Style) -> bool:
    match field.kind:
        case "date" | "birth" | "year":
            pass
        case "address":
            return values.address(shown(cell)) is not None
        case "name" | "text":
            return isinstance(cell, str) or field.name in {"number", "reference", "addition"}
        case "house_number":
            return re.match(r"\d{1,5}(?!\d)", shown(cell)) is not None
        case "phone":
            return len(re.sub(r"\D", "", shown(cell))) >= 9  # noqa: PLR2004 - digits
        case _:
            pass
    try:
        return value(cell, field, style) is not None
    except UnreadableError:
        return field.kind in {"date", "birth"} and dayreading.looks_like_a_date(cell)


def _wanted(
    keys: Mapping[int, str],
    scores: Mapping[int, Mapping[Field, float]],
    choices: Mapping[str, str],
) -> dict[int, Field | None]:
    """Return what the user chose, by place; each field once."""
    wanted: dict[int, Field | None] = {}
    for place, key in keys.items():
        secret = any(field.kind == "bsn" for field in scores[place])
        code = choices.get(key)
        if code is None or not key or secret:
            continue
        field = heads.by_code(code)
        if field is None or (field.kind != "bsn" and field not in wanted.values()):
            wanted[place] = field
    return wanted


def _assign(
    scores: Mapping[int, Mapping[Field, float]], wanted: Mapping[int, Field | None]
) -> dict[int, Field]:
    """Give each column a field, each field once: the clear ones first, then by neighbours."""
    chosen = {place: field for place, field in wanted.items() if field is not None}
    scores = {place: scored for place, scored in scores.items() if place not in wanted}
    for clear in (True, False):
        for place in sorted(scores, key=lambda at: (-max(scores[at].values(), default=0), at)):
            tied = _best(scores[place], chosen)
            if place not in chosen and tied and (len(tied) == 1 or not clear):
                chosen[place] = min(tied, key=lambda field: _distance(chosen, place, field))
    return chosen


def _best(scored: Mapping[Field, float], chosen: Mapping[int, Field]) -> list[Field]:
    """Return the fields that fit a column about equally well and are still free."""
    free = {field: score for field, score in scored.items() if field not in chosen.values()}
    best = max(free.values(), default=0)
    return [field for field, score in free.items() if score > best - _ABOUT]


def _distance(chosen: Mapping[int, Field], place: int, field: Field) -> float:
    """Return how far away the nearest column of the same noun is; to the left counts less.

    A lease belongs beside its dwelling.
    """
    near = {field.noun, "dwelling"} if field.noun == "tenancy" else {field.noun}
    return min(
        (
            place - at if at < place else at - place + 0.5
            for at, other in chosen.items()
            if other.noun in near
        ),
        default=float("inf"),
    )


def _chosen_column(
    place: int, head: str, field: Field | None, style: Style, cells: Sequence[Cell]
) -> Column:
    example = shown(cells[0]) if cells else ""
    if field is None:
        return Column(
            place, head, None, style, _("left out, as you chose"), "left out", example
        )
    return Column(place, head, field, style, _("as you chose"), "sure", example)


def _column(
    place: int, head: str, field: Field | None, style: Style, cells: Sequence[Cell]
) -> Column:
    why, certainty = evidence.of(field, cells, style)
    example = shown(cells[0]) if cells else ""
    if field is not None and field.kind == "bsn":
        example = f"••• ••• {example[-3:]}"
    return Column(place, head, field, style, why, certainty, example)
