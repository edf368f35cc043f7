"""How a client came: by whom, when, and where the person slept then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.register import clients
from desktop_app.register.clients import ReferralFields
from desktop_app.words import _
from ui.parts.asking import Draft, ask
from ui.parts.form import Field, Form
from ui.parts.form.field import from_list
from ui.parts.taking_back import did

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop_app.register.client_card import ReferralRow
    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet


def edit(over: QWidget, desk: Desk, client_id: UUID, one: ReferralRow) -> SideSheet:
    """Ask what is known of a referral."""
    form = Form(
        [
            Field("received_on", _("Referred on (dd-mm-yyyy)"), "date"),
            Field("source", _("Referred by"), "choice", choices=from_list("referral_source")),
            Field(
                "living_situation",
                _("Where the person slept then"),
                "choice",
                optional=True,
                choices=from_list("ethos_light"),
            ),
            Field(
                "municipality",
                _("Municipality of origin"),
                "choice",
                optional=True,
                choices=from_list("municipality_u16"),
            ),
        ],
        today=desk.today(),
    )
    form.fill({name: getattr(one, name) for name in ReferralFields.__dataclass_fields__})

    def save(values: dict[str, Any]) -> None:
        clients.edit_referral(
            desk.db,
            one.referral_id,
            ReferralFields(**values),
            version=one.version,
            today=desk.today(),
        )

    return ask(
        over,
        _("Edit referral"),
        form,
        (_("Save"), save),
        lambda _none: did(desk, _("Referral saved")),
        draft=Draft(desk, f"referral/{one.referral_id}", client_id),
    )
