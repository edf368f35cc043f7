"""Who takes part: the cards of the organisations, and their eight words to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app import dates
from desktop_app.errors import UserError
from desktop_app.region import roster
from desktop_app.summary import cards, connection
from desktop_app.words import _
from ui.parts import files
from ui.parts.asking import ask
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.form import Field, Form
from ui.parts.layouts import column, empty, row, rule
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop_app.region.roster import Member
    from ui.desk import Desk

_LARGEST = 100_000
"""Bytes; a card has some five hundred."""


class Members(QWidget):
    """The list, and a button to add a card; what has to be asked slides over a page."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__()
        self._desk, self._over = desk, over
        self._errors = BannerPlace()
        self._list = column(gap=0)
        said = _(
            "Call each organisation on a number you know already and compare the eight words "
            "before you use its figures."
        )
        add = Button(_("Add a card file"), self._choose, icon="plus")
        self.setLayout(
            column(
                label(said, "body", "text2", wrap=True),
                row(add, ...),
                self._errors,
                self._list,
                gap=12,
            )
        )
        desk.changes.follow(self, ("participant",), self.reload)
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        empty(self._list)
        found = roster.members(self._desk.db)
        for number, member in enumerate(found):
            if number:
                self._list.addWidget(rule())
            self._list.addWidget(self._line(member))
        if not found:
            self._list.addWidget(label(_("Nobody takes part yet."), "body", "text2"))

    def _line(self, member: Member) -> QWidget:
        around = QWidget()
        since = _("since {day}").format(day=dates.dutch(member.joined_on))
        if member.left_on is not None:
            since = _("took part until {day}").format(day=dates.dutch(member.left_on))
        head = row(label(member.name, "strong", wrap=True), gap=8)
        if member.left_on is None:
            out = Button(_("Takes part no longer"), lambda: self._leave(member), kind="link")
            said = _("{organisation} takes part no longer")
        else:
            out = Button(_("Takes part again"), lambda: self._come_back(member), kind="link")
            said = _("{organisation} takes part again")
        out.setAccessibleName(said.format(organisation=member.name))
        head.addWidget(out)
        around.setLayout(
            column(
                head,
                label(f"{member.code} · {since}", "small", "text2"),
                label(member.words, "control", wrap=True),
                gap=3,
                edge=(0, 10, 0, 10),
            )
        )
        return around

    def _leave(self, member: Member) -> None:
        db, who, today = self._desk.db, member.participant_id, self._desk.today()
        roster.leave(db, who, on=today)
        said = _("{organisation} takes part no longer; what it sent stays")
        self._desk.say(
            said.format(organisation=member.name),
            lambda: roster.come_back(db, who),
            lambda: roster.leave(db, who, on=today),
        )

    def _come_back(self, member: Member) -> None:
        db, who, left = self._desk.db, member.participant_id, member.left_on
        roster.come_back(db, who)
        self._desk.say(
            _("{organisation} takes part again").format(organisation=member.name),
            None if left is None else lambda: roster.leave(db, who, on=left),
            lambda: roster.come_back(db, who),
        )

    def _choose(self) -> None:
        kinds = _("Card of an organisation") + " (*.json)"
        files.choose_files(self, _("Add a card file"), self._add, kinds=kinds, many=True)

    def _add(self, chosen: Sequence[Path]) -> None:
        self._errors.clear()
        for path in chosen:
            add_card(self._over, self._desk, path, self._errors.show_error)


def add_card(
    over: QWidget, desk: Desk, path: Path, failed: Callable[[UserError], object]
) -> None:
    """Let an organisation take part; other keys than before ask for the eight words."""
    try:
        data = _read(path)
        card = cards.read_card(data)
        known = next((m for m in roster.members(desk.db) if m.code == card.code), None)
        if known is not None and known.words != connection.words_of(card):
            _ask_words(over, desk, known, data)
            return
        member = roster.add(desk.db, data, today=desk.today())
    except UserError as error:
        failed(error)
        return
    desk.say(_("{organisation} takes part.").format(organisation=member.name))


def _ask_words(over: QWidget, desk: Desk, known: Member, data: bytes) -> None:
    form = Form([Field("words", _("The eight words of the organisation"))], today=desk.today())
    said = _(
        "This card has other keys than the one you know. Call {organisation} on a number you "
        "know already and type the eight words that it reads out."
    ).format(organisation=known.name)
    ask(
        over,
        _("New keys: {organisation}").format(organisation=known.name),
        form,
        (
            _("Take the new keys"),
            lambda values: roster.change_keys(desk.db, data, values["words"]),
        ),
        lambda member: desk.say(
            _("{organisation} is known with its new keys").format(organisation=member.name)
        ),
        above=[label(said, "body", "text2", wrap=True)],
    )


def _read(path: Path) -> bytes:
    """Return a card file's bytes; of a larger file nothing, so that it is no card."""
    try:
        return path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except OSError as failure:
        raise UserError(
            _("This file cannot be read. Is the disk or stick still connected?")
        ) from failure
