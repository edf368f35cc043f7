"""Why we think a column is what it is, in a sentence that the user can check."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

from desktop_app.register.importing import dayreading, values
from desktop_app.register.importing.grid import shown
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.register.importing.dayreading import Style
    from desktop_app.register.importing.grid import Cell
    from desktop_app.register.importing.heads import Field

    Certainty = Literal["sure", "look", "left out"]

_MOSTLY = 0.8
_SHOWN = 4  # answers
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def are_bsns(cells: Sequence[Cell]) -> bool:
    """Return whether a column holds citizen service numbers, whatever its head says."""
    found = sum(is_bsn(cell) for cell in cells)
    return found > 1 and found >= _MOSTLY * len(cells)


def is_bsn(cell: Cell) -> bool:
    """Return whether a cell passes the eleven test; a tenth of all numbers does by chance."""
    digits = re.sub(r"[ .]", "", shown(cell))
    if not re.fullmatch(r"\d{8,9}", digits) or not int(digits):
        return False
    numbers = map(int, digits.zfill(9))
    return sum(w * n for w, n in zip(_WEIGHTS, numbers, strict=True)) % 11 == 0


def of(field: Field | None, cells: Sequence[Cell], style: Style) -> tuple[str, Certainty]:
    """Return the evidence for a column and how sure it makes us."""
    if field is None:
        return _("not known here; it is not read"), "left out"
    if field.kind == "bsn":
        told = _("the eleven test fits {count} times; you do not need it here")
        return told.format(count=sum(map(is_bsn, cells))), "left out"
    if field.noun == "none":
        return _("the program knows this by itself; it is not read"), "left out"
    if field.kind in {"date", "birth"}:
        return _dates(cells, style)
    return _sentence(field, cells), "sure"


def _sentence(field: Field, cells: Sequence[Cell]) -> str:
    match field.kind:
        case "code":
            return _answers(field, cells)
        case "name":
            return _names(cells)
        case "address":
            return _addresses(cells)
        case "money":
            return _("comma before the cents, point between thousands")
        case _:
            return _("the head says so")


def _dates(cells: Sequence[Cell], style: Style) -> tuple[str, Certainty]:
    order, day_first, month_first = dayreading.order(cells)
    said: list[str] = []
    numbers = sum(map(dayreading.is_excel_number, cells))
    if numbers:
        said.append(
            ngettext(
                "{count} Excel number converted", "{count} Excel numbers converted", numbers
            ).format(count=numbers)
        )
    if order == "mdy":
        told = _("month first: {count} times more than 12 stands behind it")
        said.append(told.format(count=month_first))
    elif day_first:
        told = _("day first: {count} times more than 12 stands in front")
        said.append(told.format(count=day_first))
    empty = [cell for cell in cells if isinstance(cell, str) and dayreading.is_nothing(cell)]
    if empty:
        said.append(_("“{word}” = no date").format(word=empty[0]))
    mixed = bool(day_first and month_first)
    if mixed:
        said.append(_("both orders occur"))
    unread = any(not _is_date(cell, style) for cell in cells)
    return "; ".join(said) or _("dates as they are"), "look" if mixed or unread else "sure"


def _is_date(cell: Cell, style: Style) -> date | bool | None:
    try:
        return dayreading.read(cell, style) or True
    except dayreading.UnreadableError:
        return isinstance(cell, int) and 1900 < cell < style.today.year  # noqa: PLR2004 - year


def _answers(field: Field, cells: Sequence[Cell]) -> str:
    found: Counter[str] = Counter()
    for cell in cells:
        try:
            found[values.code(cell, field.listed) or ""] += 1
        except dayreading.UnreadableError:
            found["?"] += 1
    return " · ".join(f"{code or '–'} {count}" for code, count in found.most_common(_SHOWN))


def _names(cells: Sequence[Cell]) -> str:
    commas = sum("," in shown(cell) for cell in cells)
    if not commas:
        return _("first name in front")
    told = _("{count} of {total} have a comma: last name in front")
    return told.format(count=commas, total=len(cells))


def _addresses(cells: Sequence[Cell]) -> str:
    found = [address for cell in cells if (address := values.address(shown(cell)))]
    added = sum(bool(address.addition or address.house_letter) for address in found)
    told = ngettext(
        "{count} address recognised, {added} with an addition",
        "{count} addresses recognised, {added} with an addition",
        len(found),
    )
    return told.format(count=len(found), added=added)
