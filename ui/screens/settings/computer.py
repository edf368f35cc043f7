"""This computer: language, look, size of the letters, movement, minutes until the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app import settings
from desktop_app.errors import UserError
from desktop_app.words import _
from ui.parts.banner import BannerPlace
from ui.parts.card import Card
from ui.parts.check_box import CheckBox
from ui.parts.form import Choice, Field, Form
from ui.parts.layouts import column
from ui.parts.segmented import Segmented
from ui.parts.text import label
from ui.screens.settings.section import Section

if TYPE_CHECKING:
    from ui.desk import Desk


class ComputerSection(Section):
    """Choices that hold at once and stay on this computer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("This computer"),
            _("These choices hold at once, on this computer only, for whoever works at it."),
        )
        self._desk = desk
        self._problems = BannerPlace()
        chosen = desk.preferences.settings
        looks = Card(_("How it looks"))
        for title, options, value, name in _choices(chosen):
            made = Segmented(title, options, value)
            made.chosen.connect(lambda to, name=name: self._choose(name, to))
            looks.add(column(label(title, "strong"), made, gap=5))
        self.still = CheckBox(_("Nothing moves or slides"))
        self.still.setChecked(chosen.still)
        self.still.clicked.connect(lambda on: self._choose("still", bool(on)))
        looks.add(self.still)
        safe = Card(_("Locking"))
        safe.add(self._minutes(chosen.lock_minutes))
        self.lay_out(column(self._problems, looks), safe)

    def _minutes(self, now: int) -> Form:
        numbers = tuple(Choice(str(number), str(number)) for number in settings.LOCK_MINUTES)
        question = Field(
            "minutes",
            _("Lock after so many minutes without typing"),
            "choice",
            hint=_("What you are typing is kept. Ctrl+L locks at once."),
            choices=numbers,
            width=160,
        )
        form = Form([question], today=self._desk.today())
        form.fill({"minutes": str(now)})
        form.input("minutes").typed.connect(
            lambda: self._choose_minutes(form.input("minutes").raw())
        )
        return form

    def _choose_minutes(self, raw: str) -> None:
        if raw:
            self._choose("lock_minutes", int(raw))

    def _choose(self, name: str, to: str | int) -> None:
        value: Any = int(to) if name == "text_size" else to
        preferences = self._desk.preferences
        self._problems.clear()
        try:
            preferences.choose(preferences.settings._replace(**{name: value}))
        except UserError as error:
            self._problems.show_error(error)


def _choices(
    chosen: settings.Settings,
) -> tuple[tuple[str, list[tuple[str, str]], str, str], ...]:
    """Return title, answers, present answer and name of each choice."""
    languages = [("nl", "Nederlands"), ("en", "English")]
    looks = [("system", _("As the computer")), ("light", _("Light")), ("dark", _("Dark"))]
    sizes = [(str(size), f"{size}%") for size in settings.TEXT_SIZES]
    return (
        (_("Language"), languages, chosen.language, "language"),
        (_("Look"), looks, chosen.theme, "theme"),
        (_("Size of the letters"), sizes, str(chosen.text_size), "text_size"),
    )
