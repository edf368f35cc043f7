"""Answers of a section: are they of the shape that its template asks for?

What is refused here is refused before it is stored; an empty or half-written answer is fine,
because people write a plan over several days.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop_app import codelists
from desktop_app.errors import InvalidFieldsError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.plans.templates import Column, Field, Section

LONGEST = 20_000  # characters of one answer
SHORT = 200  # characters of a title, a name, a step
MOST = 200  # lines or rows of one answer


def checked(section: Section, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers as they are stored.

    Raises:
        InvalidFieldsError: by field code; a field that the section does not have is one too.
    """
    asked = {field.code: field for field in section.fields if field.kind != "fact"}
    problems: dict[str, str] = {}
    kept: dict[str, Any] = {}
    for code, answer in answers.items():
        try:
            kept[code] = _stored(asked.get(code), answer)
        except _Wrong as wrong:
            problems[code] = str(wrong)
    if problems:
        raise InvalidFieldsError(problems)
    return kept


def carried(section: Section, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return those answers of an earlier version that this section still asks for."""
    kept: dict[str, Any] = {}
    for code, answer in answers.items():
        try:
            kept |= checked(section, {code: answer})
        except InvalidFieldsError:
            continue  # the template changed; the earlier version still holds it
    return kept


def has_text(answer: object) -> bool:
    """Tell whether an answer says anything."""
    if isinstance(answer, str):
        return bool(answer.strip())
    if isinstance(answer, Mapping):
        return any(has_text(value) for value in answer.values())
    return isinstance(answer, list | tuple) and any(has_text(item) for item in answer)


def within(problems: dict[str, str], name: str, text: str, most: int = SHORT) -> None:
    """Note a text that is too long for its place."""
    if len(text) > most:
        problems.setdefault(name, _too_long(most))


class _Wrong(Exception):  # noqa: N818 - it ends within this room
    """An answer of another shape, said in a sentence."""


def _too_long(most: int) -> str:
    return _("This text is too long. Write at most {most} characters.").format(most=most)


def _stored(field: Field | None, answer: object) -> Any:
    if field is None:
        raise _Wrong(_("This section does not ask this."))
    return _KINDS[field.kind](field, answer)


def _string(answer: object) -> str:
    if not isinstance(answer, str):
        raise _Wrong(_("This answer should be text."))
    if len(answer) > LONGEST:
        raise _Wrong(_too_long(LONGEST))
    return answer.replace("\0", "")


def _text(_field: Field, answer: object) -> str:
    return _string(answer)


def _listed(answer: object) -> list[object]:
    if not isinstance(answer, list | tuple):
        raise _Wrong(_("This answer should be a list."))
    if len(answer) > MOST:
        raise _Wrong(_("These are too many lines. Write at most {most}.").format(most=MOST))
    return list(answer)


def _lines(_field: Field, answer: object) -> list[str]:
    return [_string(line) for line in _listed(answer)]


def _rows(field: Field, answer: object) -> list[dict[str, str]]:
    return [_row(field, row) for row in _listed(answer)]


def _row(field: Field, row: object) -> dict[str, str]:
    columns = {column.code: column for column in field.columns}
    if not isinstance(row, Mapping) or not set(row) <= set(columns):
        raise _Wrong(_("These rows have other columns than the plan asks for."))
    kept = {code: _string(value) for code, value in row.items()}
    for code, value in kept.items():
        if value and not _may_be(columns[code], value):
            raise _unlisted()
    first = field.columns[0].code
    if field.row_codes and kept.get(first) not in field.row_codes:
        raise _unlisted()
    return kept


def _may_be(column: Column, value: str) -> bool:
    if column.choices:
        return value in column.choices
    return not column.code_list or value in codelists.read(column.code_list).codes


def _unlisted() -> _Wrong:
    return _Wrong(_("One answer is not in its list. Choose another one."))


def _date(_field: Field, answer: object) -> str:
    text = _string(answer).strip()
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as wrong:
        raise _Wrong(
            _("This is not a date. Write day, month and year, as in 24-11-2026.")
        ) from wrong


_KINDS: Mapping[str, Callable[[Field, object], Any]] = {
    "text": _text, "lines": _lines, "rows": _rows, "date": _date,
}  # fmt: skip
