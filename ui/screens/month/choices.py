"""What can be chosen about the rules: exact headlines, and a newer profile of the region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.errors import UserError
from desktop_app.summary import cards, connection
from desktop_app.words import _
from ui.parts import files
from ui.parts.asking import ask
from ui.parts.form import Field, Form
from ui.parts.text import label
from ui.screens.month.connecting import read_small

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk


def headlines(over: QWidget, desk: Desk, done: Callable[[], object]) -> None:
    """Round headlines that are exact; or ask who agreed to exact ones."""
    if connection.exact_headlines(desk.db) is not None:
        connection.round_headlines(desk.db)
        done()
        return
    hint = _("The privacy officer; this is written down.")
    form = Form(
        [
            Field("name", _("Who agreed?"), hint=hint),
            Field("day", _("Agreed on"), "date"),
        ],
        today=desk.today(),
    )
    form.fill({"day": desk.today()})

    def save(values: dict[str, Any]) -> None:
        connection.agree_exact_headlines(desk.db, values["name"], values["day"])

    said = _(
        "Headlines of 10 and more then leave as they are; smaller ones stay rounded. Sums of "
        "the region become exact."
    )
    ask(
        over,
        _("Agree to exact headlines"),
        form,
        (_("Agree"), save),
        lambda _none: done(),
        above=[label(said, "body", "text2", wrap=True)],
    )


def newer_profile(
    over: QWidget,
    desk: Desk,
    done: Callable[[], object],
    failed: Callable[[UserError], object],
) -> None:
    """Ask for a newer profile and take it in use; other keys ask for the eight words."""

    def take(chosen: Sequence[Path]) -> None:
        try:
            data = read_small(chosen[0])
            profile = cards.read_profile(data)
            present = connection.region(desk.db)
            if present is None or cards.identity(present) != cards.identity(profile):
                _ask_words(over, desk, data, done)
                return
            connection.connect(desk.db, data)
        except UserError as error:
            failed(error)
            return
        done()

    kinds = _("Profile of a region") + " (*.json)"
    files.choose_files(over, _("Choose the profile file"), take, kinds=kinds)


def _ask_words(over: QWidget, desk: Desk, data: bytes, done: Callable[[], object]) -> None:
    form = Form([Field("words", _("The eight words of the region"))], today=desk.today())
    said = _("This profile has other keys. Call the region and have its eight words read out.")
    ask(
        over,
        _("Region with other keys"),
        form,
        (_("Connect"), lambda values: connection.connect(desk.db, data, values["words"])),
        lambda _profile: done(),
        above=[label(said, "body", "text2", wrap=True)],
    )
