"""How region and organisations know each other: a profile handed out, cards taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app import dates, whole
from desktop_app.errors import UserError
from desktop_app.region import goals, roster
from desktop_app.summary import connection
from desktop_app.words import _
from ui.desk import Place
from ui.parts import files
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.facts import facts
from ui.parts.layouts import column, empty, row, rule
from ui.parts.page_head import PageHead
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import label
from ui.parts.two_columns import TwoColumns
from ui.screens.region.members import Members

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.summary.cards import Profile
    from ui.desk import Desk

NOUNS = ("organisation", "setting")


class ProfileScreen(QWidget):
    """The region's profile at the left, the organisations at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._errors = BannerPlace()
        self._profile = Card(_("Region profile to hand out"))
        self._told = column(gap=12)
        self._profile.add(self._told)
        self._save = Button(
            _("Save the profile file"), self._choose, kind="primary", icon="file-down"
        )
        members = Card(_("Organisations and their cards"))
        members.add(Members(desk, self))
        body = ScrollPage()
        body.page.addWidget(self._errors)
        body.page.addWidget(TwoColumns(self._profile, members, narrow=900, gap=12))
        body.page.addStretch(1)
        stack = column(gap=0)
        stack.addLayout(
            column(PageHead(_("Region profile"), self._save), edge=(28, 18, 28, 14))
        )
        stack.addWidget(rule())
        stack.addWidget(body, 1)
        self.setLayout(stack)
        desk.changes.follow(self, NOUNS, self.reload)
        self.reload()

    def reload(self) -> None:
        """Read the profile again."""
        empty(self._told)
        self._errors.clear()
        begun = goals.goals(self._desk.db).start is not None
        self._save.setVisible(begun)
        if begun:
            self._tell(roster.profile(self._desk.db, today=self._desk.today()))
        else:
            self._ask_to_agree()

    def _ask_to_agree(self) -> None:
        said = _(
            "The profile says from which day you count and what the goal is. Fill that in "
            "first; then you hand the profile to every organisation."
        )
        fill_in = Button(
            _("Fill in what was agreed"), self._to_goals, kind="primary", icon="target"
        )
        self._told.addWidget(label(said, "body", "text2", wrap=True))
        self._told.addLayout(row(fill_in, ...))

    def _to_goals(self) -> None:
        self._desk.go(Place("region-goals"))

    def _tell(self, profile: Profile) -> None:
        said = _(
            "Hand this file to every organisation. It holds your public keys and what was "
            "agreed; nothing secret. When they call, read out these eight words:"
        )
        exact = _("exact from 10") if profile.exact_headlines else _("rounded to fives")
        pairs = (
            (_("Version"), profile.version),
            (_("Region"), f"{profile.name} ({profile.code.upper()})"),
            (_("Programme"), profile.programme or "–"),
            (_("First day"), dates.dutch(profile.start)),
            (_("Goal"), f"{profile.target}" if profile.target else "–"),
            (_("Headlines"), exact),
        )
        self._told.addWidget(label(said, "body", "text2", wrap=True))
        self._told.addWidget(label(connection.words_of(profile), "heading", wrap=True))
        self._told.addWidget(rule())
        self._told.addLayout(facts(pairs))
        change = Button(_("Change what was agreed"), self._to_goals, kind="link")
        self._told.addLayout(row(change, ...))

    def _choose(self) -> None:
        files.choose_folder(self, _("Where does the profile file go?"), self._write)

    def _write(self, folder: Path) -> None:
        self._errors.clear()
        db, today = self._desk.db, self._desk.today()
        try:
            profile = roster.profile(db, today=today)
            path = folder / f"thuisbasis_profile_{profile.code}_{profile.version}.json"
            whole.write(path, roster.profile_file(db, today=today))
        except UserError as error:
            self._errors.show_error(error)
            return
        self._desk.say(_("Profile saved as {file}").format(file=path.name))
