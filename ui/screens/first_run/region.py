"""Step: the region's profile, so that month files can be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app import dates
from desktop_app.words import _
from ui import background
from ui.parts import files
from ui.parts.at_most import at_most
from ui.parts.banner import Banner, BannerPlace
from ui.parts.drop_place import DropPlace
from ui.parts.layouts import column
from ui.parts.question import Question
from ui.screens.first_run import work
from ui.screens.first_run.facts import facts_card
from ui.screens.first_run.step import FoundingStep

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop_app.errors import UserError
    from desktop_app.summary.cards import Profile
    from ui.screens.first_run.answers import Answers

_WIDTH = 620


class RegionStep(FoundingStep):
    """Takes the region's profile in use; may be left for later."""

    skippable = True
    only_for = "provider"

    def __init__(self, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__(answers, now)
        self._file = b""
        self._connected = ""
        self.problems = BannerPlace()
        self.drop = DropPlace(
            _("Drop the region's profile file here"), _("Choose the profile file")
        )
        self.drop.asked.connect(self._choose)
        self.drop.dropped.connect(self._dropped)
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("eight words, with spaces"))
        self._question = Question(
            _("The eight words of the region"),
            self.words,
            _(
                "Call the region on a number you know already, and have its eight words read"
                " out. They are not shown here on purpose: only then do they prove anything."
            ),
        )
        self._question.hide()
        self._facts = QWidget()
        self._facts.hide()
        self._place = column(self._facts, gap=0)
        inside = column(self.problems, self.drop, self._place, self._question, ..., gap=14)
        self.setLayout(column(at_most(_WIDTH, inside), gap=0))

    def name(self) -> str:
        return _("Region")

    def head(self) -> tuple[str, str]:
        return (
            _("Does a region count you in?"),
            _(
                "Then it sent you a profile file. With it you send figures each month; never"
                " with people in it."
            ),
        )

    def begin(self) -> None:
        self.drop.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def note(self) -> str:
        return self._connected

    def blocked(self) -> str:
        if self._file or self._connected:
            return ""
        return _("Choose a file, or leave this for later")

    def go_on(self, then: Callable[[], object]) -> None:
        if self._connected:
            then()
            return
        self._question.say("")
        if not self.words.text().strip():
            self._question.say(_("Type the eight words that the region reads out."))
            return
        made, file, typed = self.answers.register, self._file, self.words.text()
        self.working.emit(_("Connecting…"))

        def done(profile: Profile) -> None:
            self.working.emit("")
            self._show_connected(profile)
            then()

        background.run(self, lambda: work.connect(made, file, typed), done, self._refused)

    def take(self, file: Path) -> None:
        """Look at a profile file, and ask for its eight words."""
        self.problems.clear()
        background.run(
            self, lambda: work.read_profile(file), self._show_file, self.problems.show_error
        )

    def _show_file(self, read: tuple[bytes, Profile]) -> None:
        self._file, profile = read
        self._show_facts(profile)
        self._question.show()
        self._question.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show_connected(self, profile: Profile) -> None:
        self._connected = profile.name
        self.drop.hide()
        self._question.hide()
        self.problems.show_banner(
            Banner("ok", _("Connected to {region}.").format(region=profile.name))
        )
        self.changed.emit()

    def _show_facts(self, profile: Profile) -> None:
        card = facts_card(profile.name, _facts(profile))
        self._place.replaceWidget(self._facts, card)
        self._facts.hide()
        self._facts.deleteLater()
        self._facts = card

    def _refused(self, error: UserError) -> None:
        self.working.emit("")
        self._question.say(str(error))

    def _choose(self) -> None:
        files.choose_files(
            self,
            _("Choose the profile file"),
            self._dropped,
            kinds=_("Profile of a region") + " (*.json)",
        )

    def _dropped(self, chosen: Sequence[Path]) -> None:
        if chosen:
            self.take(chosen[0])


def _facts(profile: Profile) -> list[tuple[str, str]]:
    exact = (
        _("may be exact from ten up, if your privacy officer agrees")
        if profile.exact_headlines
        else _("all rounded")
    )
    return [
        (_("Programme"), profile.programme or "–"),
        (_("Since"), dates.dutch(profile.start)),
        (_("Goal of the region"), str(profile.target) if profile.target else "–"),
        (_("Figures"), exact),
        (_("Profile"), _("version {version}").format(version=profile.version)),
    ]
