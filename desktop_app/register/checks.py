"""Checks that forms, imports and commands share; each names the field it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import String, inspect

from desktop_app import codelists, dates
from desktop_app.errors import InvalidFieldsError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desktop_app.store.tables import Base

_POSTCODE = re.compile(r"[1-9][0-9]{3}(?!SA|SD|SS)[A-Z]{2}")


class Problems:
    """Collects what is wrong with one form, so that the user sees all of it at once."""

    def __init__(self) -> None:
        self._fields: dict[str, str] = {}

    def add(self, field: str, sentence: str) -> None:
        """Note a problem; the first one of a field stays."""
        self._fields.setdefault(field, sentence)

    def missing(self, field: str, value: object, sentence: str) -> None:
        """Note a field that may not be empty."""
        if value is None or (isinstance(value, str) and not value.strip()):
            self.add(field, sentence)

    def code(self, field: str, listed: str, code: str | None) -> None:
        """Note a code that its list does not hold."""
        known = codelists.read(listed)
        if code is not None and code not in known.codes:
            self.add(
                field,
                _("“{code}” is not an answer of the list “{list}”. Choose another one.").format(
                    code=code, list=known.title
                ),
            )

    def not_before(self, field: str, end: date | None, start: date | None) -> None:
        """Note an end that lies before its begin."""
        if start is not None and end is not None and end < start:
            self.add(
                field,
                _("The end lies before the begin ({start}).").format(start=dates.dutch(start)),
            )

    def raise_any(self) -> None:
        """Stop here if anything was noted.

        Raises:
            InvalidFieldsError: with all sentences, in the order in which they were noted.
        """
        if self._fields:
            raise InvalidFieldsError(self._fields)


def postcode(text: str) -> str | None:
    """Return a Dutch postcode as 1234AB, "" for an empty one, or None if it cannot exist."""
    bare = re.sub(r"\s", "", text).upper()
    return bare if not bare or _POSTCODE.fullmatch(bare) else None


def lengths(problems: Problems, fields: object, table: type[Base]) -> None:
    """Note each text that is longer than its column in `table` holds."""
    for attribute in inspect(table).column_attrs:
        text, kind = getattr(fields, attribute.key, None), attribute.columns[0].type
        most = kind.length if isinstance(kind, String) else None
        if isinstance(text, str) and most is not None and len(text) > most:
            problems.add(
                attribute.key,
                _("This is too long: {n} characters. At most {most} fit here.").format(
                    n=len(text), most=most
                ),
            )


def code_fields(problems: Problems, row: object, lists: Mapping[str, str]) -> None:
    """Check each field that holds a code; `lists` names the code list by field."""
    for field, listed in lists.items():
        problems.code(field, listed, getattr(row, field))
