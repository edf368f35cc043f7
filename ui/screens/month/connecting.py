"""Before the first month: the region gets our card, and we take its profile in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop_app import whole
from desktop_app.errors import UserError
from desktop_app.register import drafts
from desktop_app.summary import cards, connection
from desktop_app.words import _
from ui.parts import files
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.drop_place import DropPlace
from ui.parts.facts import facts
from ui.parts.form import Field, Form
from ui.parts.layouts import column, holding, row
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from desktop_app.summary.cards import Profile
    from ui.desk import Desk

_NARROW = 820
_PLACE = "month/connect"
_LARGEST = 100_000
"""Bytes; a profile has some six hundred."""


class Connecting(ScrollPage):
    """Two cards: what the region needs of us, and what we need of the region."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file = b""
        self._form: Form | None = None
        self.errors = BannerPlace()
        lead = _(
            "Each month a file with figures goes to the region; never with people in it. "
            "First you and the region must be sure of one another. That is done once."
        )
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._ours, self._theirs = self._our_card(), Card(_("2. Take the region's profile"))
        self._drop = DropPlace(
            _("Drop the region's profile file here"), _("Choose the profile file")
        )
        self._drop.asked.connect(self._choose)
        self._drop.dropped.connect(self._dropped)
        self._found = QWidget()
        self._found.hide()
        self._theirs.add(self._drop, self._found)
        self._theirs.body.addStretch(1)
        self.page.addWidget(label(lead, "body", "text2", wrap=True))
        self.page.addWidget(self.errors)
        self.page.addLayout(self._grid)
        self.page.addStretch(1)
        self._arrange(wide=True)
        self._resume()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(wide=event.size().width() >= _NARROW)
        super().resizeEvent(event)

    def take(self, file: Path) -> None:
        """Look at a profile file, and ask for its eight words."""
        self.errors.clear()
        try:
            data = read_small(file)
            profile = cards.read_profile(data)
        except UserError as error:
            self.errors.show_error(error)
            return
        self._file = data
        self._ask_words(profile)

    def _our_card(self) -> Card:
        card = Card(_("1. Give the region your card"))
        said = _(
            "The card holds your name and your public keys; nothing secret and nobody's data. "
            "The region calls you, and you read out these eight words:"
        )
        words = label(
            connection.words_of(connection.own_card(self._desk.db)), "heading", wrap=True
        )
        save = Button(_("Save the card for the region"), self._save_card, icon="download")
        card.add(label(said, "body", "text2", wrap=True), words, row(save, ...))
        card.body.addStretch(1)
        return card

    def _save_card(self) -> None:
        files.choose_folder(self, _("Where does the card go?"), self._write_card)

    def _write_card(self, folder: Path) -> None:
        own = connection.own_card(self._desk.db)
        path = folder / f"thuisbasis_card_{own.code}.json"
        try:
            whole.write(path, connection.card_file(self._desk.db))
        except UserError as error:
            self.errors.show_error(error)
            return
        self._desk.say(_("Card saved as {file}").format(file=path.name))

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

    def keep_drafts(self) -> Sequence[str]:
        """Keep the words that are being typed, and the profile they are about."""
        return [_("The eight words of the region")] if self._keep() else []

    def _ask_words(self, profile: Profile) -> None:
        self._drop.hide()
        self._form = form = _words_form(self._desk)
        form.draft_changed.connect(lambda _draft: self._keep())
        form.submitted.connect(self._connect)
        typed = form.input("words")
        if isinstance(typed, QLineEdit):
            typed.returnPressed.connect(self._connect)
        do = Button(_("Connect"), self._connect, kind="primary")
        other = Button(_("Choose another file"), self._again, kind="ghost")
        said = _(
            "Call the region on a number you know already, and have its eight words read out. "
            "Type them here. They are not shown on purpose: only then do they prove anything."
        )
        pairs = (
            (_("Region"), profile.name),
            (_("Programme"), profile.programme or "–"),
            (_("Profile"), _("version {version}").format(version=profile.version)),
        )
        around = holding(
            column(
                facts(pairs),
                label(said, "body", "text2", wrap=True),
                form,
                row(do, other, ...),
                gap=10,
            )
        )
        self._theirs.body.replaceWidget(self._found, around)
        self._found.deleteLater()
        self._found = around
        around.show()
        typed.setFocus()

    def _again(self) -> None:
        self.errors.clear()
        self._forget()
        self._found.hide()
        self._drop.show()

    def _connect(self) -> None:
        if self._form is not None:
            self._form.attempt(self._take_in_use, self._connected)

    def _take_in_use(self, values: dict[str, Any]) -> Profile:
        return connection.connect(self._desk.db, self._file, values["words"])

    def _connected(self, profile: Profile) -> None:
        self._forget()
        self._desk.say(_("Connected to {region}.").format(region=profile.name))

    def _keep(self) -> bool:
        """Keep the words, which are no secret, with the profile that was chosen."""
        typed = self._form.draft()["words"] if self._form is not None else ""
        if typed:
            draft = {"words": typed, "profile": self._file.decode()}
            drafts.keep_draft(self._desk.db, _PLACE, draft)
        return bool(typed)

    def _forget(self) -> None:
        self._form = None
        drafts.forget_draft(self._desk.db, _PLACE)

    def _resume(self) -> None:
        """Go on with the profile and the words of before a lock."""
        kept = drafts.draft(self._desk.db, _PLACE)
        if kept is None:
            return
        self._file = kept["profile"].encode()
        self._ask_words(cards.read_profile(self._file))
        if self._form is not None:
            self._form.restore({"words": kept["words"]})

    def _arrange(self, *, wide: bool) -> None:
        self._grid.addWidget(self._ours, 0, 0)
        self._grid.addWidget(self._theirs, 0 if wide else 1, 1 if wide else 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)


def _words_form(desk: Desk) -> Form:
    hint = _("Eight words, with spaces.")
    words = Field("words", _("The eight words of the region"), hint=hint, width=0)
    return Form([words], today=desk.today())


def read_small(file: Path) -> bytes:
    """Return what is in a card or profile file; of a larger file nothing, so that it is none.

    Raises:
        UserError: it cannot be read.
    """
    try:
        return file.read_bytes() if file.stat().st_size <= _LARGEST else b""
    except OSError as failure:
        raise UserError(
            _("This file cannot be read. Is the disk or stick still connected?")
        ) from failure
