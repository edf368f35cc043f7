"""Decisions of the municipality about a client: which there are, a new one, the next one."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from desktop_app import codelists
from desktop_app.errors import UserError
from desktop_app.register import decisions
from desktop_app.register.decisions import DecisionFields
from desktop_app.words import _
from ui.parts.asking import Draft, ask
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.form import Field, Form
from ui.parts.form.field import from_list
from ui.parts.layouts import column, holding, row, rule
from ui.parts.taking_back import did
from ui.parts.text import label
from ui.screens.client import wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.register.client_card import ClientCard
    from desktop_app.register.decisions import DecisionRow
    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet


class Decided(Card):
    """The decisions, the newest first; the newest can be renewed.

    Args:
        over: what the sheets slide over.
    """

    def __init__(self, over: QWidget, desk: Desk, card: ClientCard) -> None:
        super().__init__(_("Decisions"))
        self._over, self._desk, self._card = over, desk, card
        self.at_right(Button(_("Add decision"), partial(add, over, desk, card), icon="plus"))
        if not card.decisions:
            self.add(label(_("No decision yet."), "body", "text2"))
        for number, one in enumerate(card.decisions):
            if number:
                self.add(rule())
            self.add(self._line(one, newest=not number))

    def _line(self, one: DecisionRow, *, newest: bool) -> QWidget:
        words = column(
            label(codelists.label("legal_frame", one.legal_frame), "strong", wrap=True),
            label(_facts(one), "body", "text2", wrap=True),
            gap=3,
        )
        line = row(gap=8)
        line.addLayout(words, 1)
        change = Button(
            _("Edit"), partial(edit, self._over, self._desk, self._card, one), kind="ghost"
        )
        line.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        if newest and one.ends_on is not None:
            renewing = partial(renew, self._over, self._desk, self._card)
            line.addWidget(Button(_("Renew"), renewing), 0, Qt.AlignmentFlag.AlignTop)
        return holding(line)


def add(over: QWidget, desk: Desk, card: ClientCard) -> SideSheet:
    """Ask for a decision."""
    return _ask_new(over, desk, card, {"starts_on": desk.today()})


def renew(over: QWidget, desk: Desk, card: ClientCard) -> SideSheet:
    """Ask for the decision that follows the newest one, from the day after its last."""
    if not card.decisions:
        return add(over, desk, card)
    last = card.decisions[0]
    follows = last.ends_on + timedelta(days=1) if last.ends_on else desk.today()
    return _ask_new(over, desk, card, {"legal_frame": last.legal_frame, "starts_on": follows})


def edit(over: QWidget, desk: Desk, card: ClientCard, one: DecisionRow) -> SideSheet:
    """Ask what is known of a decision."""
    form = _form(desk)
    form.fill({name: getattr(one, name) for name in DecisionFields.__dataclass_fields__})
    doubts = _Doubts(desk, card, besides=one)

    def save(values: dict[str, Any]) -> None:
        fields = doubts.tell(values)
        decisions.edit_decision(desk.db, one.decision_id, fields, version=one.version)

    return ask(
        over,
        _("Edit decision"),
        form,
        (_("Save"), save),
        lambda _none: did(desk, _("Decision saved")),
        draft=Draft(desk, f"decision/{one.decision_id}", card.client_id),
    )


def _ask_new(over: QWidget, desk: Desk, card: ClientCard, known: dict[str, Any]) -> SideSheet:
    form = _form(desk)
    form.fill(known)
    doubts = _Doubts(desk, card)
    return ask(
        over,
        _("Add decision"),
        form,
        (
            _("Save"),
            lambda values: decisions.add_decision(desk.db, card.client_id, doubts.tell(values)),
        ),
        lambda _id: did(desk, _("Decision saved")),
        draft=Draft(desk, f"new-decision/{card.client_id}", card.client_id),
    )


class _Doubts:
    """Tells once what is odd about a decision; saving once more says that it is right."""

    def __init__(
        self, desk: Desk, card: ClientCard, besides: DecisionRow | None = None
    ) -> None:
        self._desk, self._client_id = desk, card.client_id
        self._besides = besides.decision_id if besides else None
        self._told: list[str] = []

    def tell(self, values: dict[str, Any]) -> DecisionFields:
        """Return the answers as the core wants them.

        Raises:
            UserError: something is odd that was not told yet.
        """
        fields = DecisionFields(**values | {"reference": values["reference"] or ""})
        odd = decisions.cautions(self._desk.db, self._client_id, fields, besides=self._besides)
        if odd and odd != self._told:
            self._told = odd
            raise UserError(" ".join([*odd, _("Is that right? Then choose Save once more.")]))
        return fields


def _form(desk: Desk) -> Form:
    frames = from_list("legal_frame")
    return Form(
        [
            Field("legal_frame", _("Kind of decision"), "choice", choices=frames),
            Field("starts_on", _("From (dd-mm-yyyy)"), "date"),
            Field("ends_on", _("Last day (dd-mm-yyyy)"), "date", optional=True),
            Field("reference", _("Reference of the municipality"), optional=True),
        ],
        today=desk.today(),
    )


def _facts(one: DecisionRow) -> str:
    parts = [wording.period(one.starts_on, one.ends_on), one.reference]
    return " · ".join(part for part in parts if part)
