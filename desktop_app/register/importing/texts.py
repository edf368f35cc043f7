"""CSV as people save it: any encoding that Excel ever wrote, any separator."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from itertools import islice

from desktop_app.errors import UserError
from desktop_app.register.importing import grid
from desktop_app.words import N_, _

SEPARATORS = {";": N_("semicolon"), ",": N_("comma"), "\t": N_("tab"), "|": N_("bar")}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_USUAL = "€‘’“”–—…·°²³½"  # signs that do stand in lists
_SAMPLE = 200  # lines
_SAMPLED = 2_000_000  # characters
_LINES, _CELLS = 1_100_000, 5_000_000  # Excel has no more lines; no list has so many cells


def read(content: bytes) -> grid.Grid:
    """Return the cells of a CSV file.

    Raises:
        UserError: it is no text, or no table.
    """
    text, encoding = decoded(content)
    first, _end, rest = text.partition("\n")
    declared = ""
    skipped = 0
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=x"):
        declared, text, skipped = first[4], rest, 1
    separator = declared or _separator(text)
    lines = _lines(text, separator)
    if max((len(line) for line in lines), default=0) < 2:  # noqa: PLR2004 - one column
        raise UserError(
            _("This file is no table: it has one column only. Save it as CSV or Excel.")
        )
    rows = grid.rows([*([] for _line in range(skipped)), *lines])
    name = _(SEPARATORS[separator]) if separator in SEPARATORS else separator
    return grid.Grid(rows, encoding, name)


def _lines(text: str, separator: str) -> list[list[str]]:
    """Return the cells of each line; where a quotation mark is out of place, all the same.

    Raises:
        UserError: it asks for more room than any list does, or a cell never ends.
    """
    if text.count("\n") > _LINES or text.count(separator) > _CELLS:
        raise grid.too_big()
    for strict in (True, False):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
        try:
            return list(reader)
        except csv.Error:
            row = reader.line_num
    raise UserError(
        _(
            "A cell that ends in row {row} is too long. Was a quotation mark before it left "
            "open? Mend that and try again."
        ).format(row=row)
    )


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    Raises:
        UserError: the bytes are no text.
    """
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _strictly(content, codec), name
    codec, name = _unmarked(content)
    return _strictly(content, codec), name


def _unmarked(content: bytes) -> tuple[str, str]:
    even, odd = content[0:4000:2].count(0), content[1:4000:2].count(0)
    if max(even, odd) > len(content[:4000]) // 5:
        return ("utf-16-be" if even > odd else "utf-16-le"), "UTF-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return ("cp850", "DOS (cp850)") if _is_dos(content) else ("cp1252", "Windows (cp1252)")
    return "utf-8", "UTF-8"


def _is_dos(content: bytes) -> bool:
    """Return whether the bytes beyond ASCII are letters in DOS alone, and signs in cp1252."""
    high = bytes(byte for byte in content if byte >= 0x80)  # noqa: PLR2004 - beyond ASCII
    read = [sign for sign in high.decode("cp1252", "replace") if sign not in _USUAL]
    return sum(not sign.isalpha() for sign in read) > len(read) / 2


def _strictly(content: bytes, codec: str) -> str:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as wrong:
        raise UserError(
            _("This file is no text that we can read. Save it as CSV UTF-8 or as Excel.")
        ) from wrong
    if "\0" in text:
        raise UserError(
            _("This file is no text that we can read. Save it as CSV UTF-8 or as Excel.")
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _separator(text: str) -> str:
    """Return the sign that cuts most lines into the same number of columns."""
    sample = text[:_SAMPLED]

    def fit(separator: str) -> tuple[int, int]:
        lines = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
        try:
            widths = [len(line) for line in islice(lines, _SAMPLE) if line]
        except csv.Error:
            return (0, 0)
        wide = Counter(width for width in widths if width > 1)
        return max(((count, width) for width, count in wide.items()), default=(0, 0))

    return max(SEPARATORS, key=fit)
