"""Acts of the main job at the region's desk: its profile, the cards, the totals of a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from tests.journeys.month_acts import Handed, eight_words
from tests.ui.pdf_text import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.journeys.hands import Hands
    from tests.journeys.month_acts import Leaving

_BARS = ("Waiting, by how long", "Housed, by housing form")
"""Tables that the report draws as bars: their words and number stand in one line."""


def hand_out_profile(hands: Hands, stick: Path) -> Handed:
    """Fill in what the region agreed, and save its profile for the organisations."""
    hands.press("Profile and organisations")
    hands.see("Fill that in first")
    hands.press("Fill in what was agreed")
    hands.type_in("Name of the programme", "Woonplek eerst")
    hands.type_in("First day of the programme", "1-1-2026")
    hands.type_in("How many people to house", "200")
    hands.press("Save")
    hands.see("The profile is now version")
    hands.press("To the profile")
    hands.wait(lambda: eight_words(hands), "the region's eight words")
    (words,) = eight_words(hands)
    hands.press("Save the profile file")
    hands.choose(stick)
    hands.see("Profile saved as")
    (profile,) = stick.glob("thuisbasis_profile_*.json")
    return Handed(profile, words)


def take_card(hands: Hands, card: Handed, name: str) -> None:
    """Let an organisation take part; the words beside it are those it reads out."""
    before = eight_words(hands)
    hands.press("Add a card file")
    hands.choose(card.file)
    hands.see(f"{name} takes part.")
    hands.wait(lambda: eight_words(hands) - before == {card.words}, "the words of the card")


def take_card_unheard(hands: Hands, card: Path, name: str) -> None:
    """Let an organisation take part that nobody reached by telephone yet."""
    hands.press("Add a card file")
    hands.choose(card)
    hands.see(f"{name} takes part.")


def take_in(hands: Hands, file: Path, sender: str, missing: str) -> None:
    """Drop a month file on the desk: it is added up, and who sent none is named."""
    hands.drop(file)
    hands.see("1 file read", f"{sender}: ", "1 of 2")
    hands.see("1 organisation is missing", f"{missing}. We estimate nothing")


def refuse(hands: Hands, file: Path, sender: str) -> None:
    """Choose the file that was read already, then one that was changed on the way."""
    hands.press("Choose files")
    hands.choose(file)
    hands.see("1 file was read before", f"Nothing changed: {sender}.")
    bent = bytearray(file.read_bytes())
    bent[len(bent) // 2] ^= 1
    tampered = file.with_name("onderweg.age")
    tampered.write_bytes(bent)
    hands.press("Choose files")
    hands.choose(tampered)
    hands.see(f"Damaged: {tampered.name}", "Ask the sender to send it again")
    hands.press("Clear these messages")
    hands.see("1 of 2")


def save_totals(hands: Hands, folder: Path) -> tuple[Path, Path]:
    """Save workbook and report; return where they lie."""
    folder.mkdir()
    for button, ending in (("Workbook (.xlsx)", "xlsx"), ("Report (PDF)", "pdf")):
        hands.press(button)
        hands.choose(folder)
        hands.see(f".{ending}")
    (book,), (report,) = folder.glob("*.xlsx"), folder.glob("*.pdf")
    return book, report


def compare_workbook(book: Path, sent: Sequence[Leaving], missing: str) -> None:
    """Read the workbook back: with one organisation the sums are what that one sent."""
    overview = {what: value for what, value, *_rest in _rows(book, "Overview")}
    assert overview["Organisations that sent"] == "1 of 2"
    assert overview["Missing; not estimated"] == missing
    people = [row[:4] for row in _rows(book, "Headlines")]
    people += [row[1:5] for row in _rows(book, "Breakdowns")]
    assert [(label, _in_words(*band)) for label, *band in people] == [
        (one.figure, one.leaves) for one in sent if one.counted_here and not one.thing
    ]
    things = [(row[3], f"{row[5]}") for row in _rows(book, "Dwellings")]
    assert sorted(things) == sorted((one.figure, one.leaves) for one in sent if one.thing)


def compare_report(report: Path, book: Path, missing: str) -> None:
    """Read the report back: it says what the workbook says."""
    said = " ".join(text_of(report).split())
    assert "1 of 2 organisations" in said
    assert f"{missing}. We estimate nothing" in said
    assert "11 of 200" in said
    rows = _rows(book, "Breakdowns")
    drawn = [row for row in rows if row[0] in _BARS and row[1] != "Together"]
    assert drawn
    for _table, label, number, _low, high, *_rest in drawn:
        assert f"{label} {number or f'0 to {high}'}" in said


def _rows(book: Path, sheet: str) -> list[tuple[Any, ...]]:
    """Read a sheet under its heads."""
    return list(load_workbook(book)[sheet].iter_rows(min_row=2, values_only=True))


def _in_words(number: int, low: int, high: int) -> str:
    """Say a sum of the region as an organisation says what leaves."""
    if low == high:
        return f"{number}"
    return f"about {number}" if number else f"0 to {high}"
