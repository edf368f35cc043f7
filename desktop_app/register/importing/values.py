"""What cells mean: amounts, numbers, answers of code lists, names and addresses in one cell."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from desktop_app import assets, codelists
from desktop_app.register import checks
from desktop_app.register.importing.dayreading import NOTHING, UnreadableError
from desktop_app.register.importing.grid import shown
from desktop_app.store.folding import fold
from desktop_app.words import _

if TYPE_CHECKING:
    from desktop_app.register.importing.grid import Cell

INFIXES = frozenset(
    ["van", "de", "der", "den", "het", "’t", "'t", "ter", "ten", "te", "in", "op", "aan",
     "bij", "uit", "uijt", "von", "vom", "zu", "zur", "du", "des", "la", "le", "el", "al",
     "ben", "bin",
     "aït", "d’", "d'", "l’", "tot", "voor", "onder", "over"]
)  # fmt: skip
_NO_NAMES = frozenset(
    ["onbekend", "onb", "unknown", "nvt", "n.v.t.", "n.v.t", "n.b.", "?", "-", "--"]
)
_LATE = frozenset(["el", "al", "ben", "bin", "aït", "la", "le"])  # also begin a last name
_YES = frozenset(["ja", "j", "yes", "y", "x", "true", "waar", "1", "wel", "v", "✓"])
_NO = frozenset(["nee", "n", "neen", "no", "false", "onwaar", "0", "niet"])
_ADDRESS = re.compile(
    r"(?P<street>.*?[^\W\d_.][^\d]*?)[ ,]+(?P<number>\d{1,5})"
    r"(?:[ ]?(?P<letter>[A-Za-z])(?![A-Za-z0-9]))?"
    r"(?:[ ]?[-/ ][ ]?(?P<addition>[A-Za-z0-9]{1,4}))?"
    r"(?:[ ,]+(?P<postcode>[1-9]\d{3} ?[A-Za-z]{2})\b)?(?:[ ,]+(?P<city>[^\d]{2,}))?"
)
_INITIALS = re.compile(r"(?:[A-ZÀ-Ž][a-z]?\.){1,6}|[A-ZÀ-Ž]")


class Name(NamedTuple):
    """A name taken apart."""

    call_name: str
    infix: str
    last_name: str
    initials: str


class Address(NamedTuple):
    """An address taken apart."""

    street: str
    house_number: int
    house_letter: str
    addition: str
    postcode: str
    city: str


def is_empty(cell: Cell) -> bool:
    """Return whether a cell says nothing, or that nobody knows."""
    return cell is None or (isinstance(cell, str) and cell.casefold() in NOTHING)


def named(cell: Cell) -> str:
    """Return the name in a cell: somebody may be called Vast or Nee, but not "onbekend"."""
    text = shown(cell)
    return "" if text.casefold() in _NO_NAMES else text


def cents(cell: Cell) -> int | None:
    """Return an amount in cents: 612,50 or € 1.234,56 or 1234.5.

    Raises:
        UnreadableError: it is no amount, or below nought.
    """
    if is_empty(cell):
        return None
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        amount = Decimal(str(cell))
    else:
        text = re.sub(r"(?i)eur(o)?|€|\s|,-$|p/?m$|per maand$", "", shown(cell))
        if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", text) or "," in text:
            text = text.replace(".", "").replace(",", ".")
        try:
            amount = Decimal(text)
        except InvalidOperation as wrong:
            raise UnreadableError(_("This is no amount. Write it like 612,50.")) from wrong
    if not 0 <= amount < 100_000:  # noqa: PLR2004 - no rent is higher
        raise UnreadableError(_("This amount cannot be right. Check it."))
    return int((amount * 100).to_integral_value())


def number(cell: Cell) -> int | None:
    """Return a whole number.

    Raises:
        UnreadableError: it is none.
    """
    if is_empty(cell) and cell != "0":
        return None
    found = re.fullmatch(r"(-?\d{1,6})(?:[.,]0+)?(?: ?(?:m2|m²|kamers?|e))?", shown(cell))
    if not found:
        raise UnreadableError(_("This is no whole number."))
    return int(found[1])


def answer(cell: Cell) -> bool | None:
    """Return yes, no, or None for no answer.

    Raises:
        UnreadableError: it is something else.
    """
    if isinstance(cell, bool):
        return cell
    text = shown(cell).casefold()
    if text in _YES:
        return True
    if text in _NO:
        return False
    if is_empty(cell):
        return None
    raise UnreadableError(_("Write yes or no here."))


def code(cell: Cell, listed: str) -> str | None:
    """Return the code that a cell names by its code or by its words, Dutch or English.

    Raises:
        UnreadableError: the list does not know it.
    """
    if cell is None:
        return None
    known = _answers(listed)
    text = fold(shown(cell))
    if text in known:
        return known[text]
    if is_empty(cell):
        return known.get("onbekend")
    begun = {found for words, found in known.items() if words.startswith(text)}
    if len(begun) == 1 and len(text) > 3:  # noqa: PLR2004 - shorter begins too much
        return begun.pop()
    raise UnreadableError(
        _("This is not an answer of the list “{list}”.").format(
            list=codelists.read(listed).title
        )
    )


@cache
def _answers(listed: str) -> dict[str, str]:
    """Return every way to write an answer, folded; a code wins over another one's words."""
    codes = codelists.read(listed).codes.values()
    known: dict[str, str] = {}
    texts = [(words, item.code) for item in codes for words in item.texts.values()]
    for cut in ("", "(", ":"):  # whole answers first, then without what explains them
        for words, found in texts:
            known.setdefault(fold(words.split(cut, maxsplit=1)[0] if cut else words), found)
    for words, found in (
        assets.read_json("importing/answers.json")["lists"].get(listed, {}).items()
    ):
        known.setdefault(fold(words), found)
    known.update({fold(item.code): item.code for item in codes})
    return known


def postcode(cell: Cell) -> str:
    """Return a postcode as 1234AB.

    Raises:
        UnreadableError: it cannot exist.
    """
    if is_empty(cell):
        return ""
    found = checks.postcode(shown(cell))
    if found is None:
        raise UnreadableError(_("This postcode cannot exist. Write it like this: 3454 AB."))
    return found


def name(text: str) -> Name:
    """Take a name apart: "Vries, S. de", "Saskia de Vries", "de Vries, Saskia (Sas)"."""
    text, nick = _nickname(text)
    if "," in text:
        last, _comma, rest = (part.strip() for part in text.partition(","))
        infix, last = _leading_infix(last)
        words = rest.split()
        behind = [word for word in words if word.casefold() in INFIXES]
        given = [word for word in words if word not in behind]
        infix = " ".join(behind) or infix
    else:
        words = text.split()
        given, infix, last = _in_order(words)
    initials = "".join(word for word in given if _INITIALS.fullmatch(word))
    called = " ".join(word for word in given if not _INITIALS.fullmatch(word))
    if initials and not initials.endswith("."):
        initials += "."
    return Name(nick or called or initials, infix, last, initials)


def address(text: str) -> Address | None:
    """Take an address apart: "Lindehof 12A-3, 3454 AB Utrecht"; None if it is none."""
    found = _ADDRESS.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    return Address(
        street=found["street"].strip(" ,"),
        house_number=int(found["number"]),
        house_letter=(found["letter"] or "").upper(),
        addition=found["addition"] or "",
        postcode=checks.postcode(found["postcode"] or "") or "",
        city=(found["city"] or "").strip(" ,"),
    )


def _nickname(text: str) -> tuple[str, str]:
    found = re.search(r"\(([^)]+)\)|[“\"]([^”\"]+)[”\"]", text)
    if not found:
        return " ".join(text.split()), ""
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return " ".join(rest.split()), (found[1] or found[2]).strip()


def _leading_infix(last: str) -> tuple[str, str]:
    words = last.split()
    count = 0
    while count < len(words) - 1 and words[count].casefold() in INFIXES - _LATE:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _in_order(words: list[str]) -> tuple[list[str], str, str]:
    """Return given names, infix and last name of "Saskia de Vries"."""
    for place, word in enumerate(words[1:], start=1):
        lower = word.casefold()
        if lower in INFIXES and place < len(words) - 1:
            if lower in _LATE and word[0].isupper():
                return words[:place], "", " ".join(words[place:])
            infix, last = _leading_infix(" ".join(words[place:]))
            if not infix:
                infix, last = words[place], " ".join(words[place + 1 :])
            return words[:place], infix, last
    return words[:-1], "", words[-1] if words else ""
