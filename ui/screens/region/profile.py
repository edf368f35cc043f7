"""The region's profile: what was agreed, its eight words, and the file to hand out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_app import whole
from desktop_app.errors import UserError
from desktop_app.region import roster
from desktop_app.summary import connection
from desktop_app.words import _
from ui.parts import files
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.form import Field, Form
from ui.parts.layouts import column, empty, row, rule
from ui.parts.text import label

if TYPE_CHECKING:
    from pathlib import Path

    from ui.desk import Desk


class ProfileBody(QWidget):
    """What a sheet about the profile holds."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._errors = BannerPlace()
        self._told = column(gap=6)
        agreed = roster.rules(desk.db)
        self.form = Form(
            [
                Field("programme", _("Name of the programme"), optional=True),
                Field("exact", _("Headlines exact from 10 up"), "check"),
            ],
            today=desk.today(),
        )
        self.form.fill({"programme": agreed.programme, "exact": agreed.exact_headlines})
        self.form.submitted.connect(self._agree)
        save = Button(
            _("Save the profile file"), self._choose, kind="primary", icon="file-down"
        )
        self.setLayout(
            column(
                self._errors,
                self._told,
                row(save, ...),
                rule(),
                label(_("What the region agreed"), "strong"),
                self.form,
                row(Button(_("Change what was agreed"), self._agree), ...),
                gap=14,
            )
        )
        self.reload()

    def reload(self) -> None:
        """Read the profile again."""
        empty(self._told)
        self._errors.clear()
        try:
            profile = roster.profile(self._desk.db, today=self._desk.today())
        except UserError as error:
            self._errors.show_error(error)
            return
        said = _(
            "Hand this file to every organisation. It holds your public keys and what was "
            "agreed; nothing secret. When they call, read out these eight words:"
        )
        version = _("{code}, version {version}").format(
            code=profile.code.upper(), version=profile.version
        )
        self._told.addWidget(label(said, "body", "text2", wrap=True))
        self._told.addWidget(label(connection.words_of(profile), "heading", wrap=True))
        self._told.addWidget(label(version, "small", "text2"))

    def _agree(self) -> None:
        def save(values: dict[str, Any]) -> None:
            agreed = roster.Rules(values["programme"] or "", bool(values["exact"]))
            roster.agree(self._desk.db, agreed)

        def done(_none: object) -> None:
            self.reload()
            self._desk.say(_("Changed; hand the new profile file to every organisation"))

        self.form.attempt(save, done)

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
