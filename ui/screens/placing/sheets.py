"""What is asked on the page Placing: the key, keeping a home, and needs and wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.register import reservations, tenancies, wishes
from desktop_app.register.tenancies import TenancyFields
from desktop_app.register.wishes import CAN_BE_HARD, WishFields
from desktop_app.words import _
from ui.parts.asking import Draft, ask
from ui.parts.form import Field, Form
from ui.parts.form.field import from_list
from ui.parts.taking_back import did
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.register.matching import Fit
    from desktop_app.register.waiting import Waiting
    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet


def place(
    over: QWidget, desk: Desk, who: Waiting, fit: Fit, done: Callable[[], object]
) -> SideSheet:
    """Ask for the key date and the contract, and let the client live there."""
    home = fit.dwelling
    form = Form(_tenancy_fields(), today=desk.today())
    form.fill(
        {
            "tenancy_type": "REG",
            "starts_on": fit.free_on or desk.today(),
            "rent_cents": home.rent_cents,
        }
    )

    def placed(_id: object) -> None:
        did(desk, _("{name} lives in {address}").format(name=who.name, address=home.address))
        done()

    return ask(
        over,
        f"{home.address} → {who.name}",
        form,
        (
            _("Place here"),
            lambda values: tenancies.start_tenancy(
                desk.db, who.client_id, home.dwelling_id, TenancyFields(**values)
            ),
        ),
        placed,
        draft=Draft(desk, f"placing/{who.client_id}/{home.dwelling_id}", who.client_id),
    )


def keep(over: QWidget, desk: Desk, who: Waiting, fit: Fit) -> SideSheet:
    """Ask from when a vacant home is kept for a client, and when the key is expected."""
    home = fit.dwelling
    form = Form(
        [
            Field("on", _("From (dd-mm-yyyy)"), "date"),
            Field("expected_on", _("Key expected on (dd-mm-yyyy)"), "date", optional=True),
        ],
        today=desk.today(),
    )
    form.fill({"on": desk.today()})
    said = _("Nobody else can be placed here until you let the home go.")
    return ask(
        over,
        _("Keep {address} for {name}").format(address=home.address, name=who.name),
        form,
        (
            _("Keep"),
            lambda values: reservations.reserve(
                desk.db, home.dwelling_id, who.client_id, **values
            ),
        ),
        lambda _none: did(
            desk, _("{address} is kept for {name}").format(address=home.address, name=who.name)
        ),
        above=[label(said, "body", "text2", wrap=True)],
    )


def wish(over: QWidget, desk: Desk, who: Waiting) -> SideSheet:
    """Ask what a client needs and wishes of a home."""
    known = wishes.wishes(desk.db, who.client_id)
    form = Form(_wish_fields(), today=desk.today())
    form.fill(
        {
            "rent_most": known.rent_most,
            "rooms_least": known.rooms_least,
            "accessibility": known.accessibility,
            "ground_floor": known.ground_floor,
            "pets": known.pets,
            "own_door": known.own_door,
            "municipality": next(iter(known.municipalities), None),
            "own_words": known.own_words,
        }
        | {f"hard_{name}": name in known.hard for name in CAN_BE_HARD}
    )
    return ask(
        over,
        _("What {name} needs and wishes").format(name=who.name),
        form,
        (
            _("Save"),
            lambda values: wishes.wish(
                desk.db, who.client_id, _wish(values), version=known.version
            ),
        ),
        lambda _none: did(desk, _("Wishes saved")),
        draft=Draft(desk, f"wishes/{who.client_id}", who.client_id),
    )


def _tenancy_fields() -> Sequence[Field]:
    return (
        Field("starts_on", _("Key date (dd-mm-yyyy)"), "date"),
        Field("tenancy_type", _("Contract"), "choice", choices=from_list("tenancy_type")),
        Field(
            "contract_until",
            _("Last day of a temporary lease (dd-mm-yyyy)"),
            "date",
            optional=True,
        ),
        Field(
            "flip_planned_on",
            _("In the client's own name from (dd-mm-yyyy)"),
            "date",
            optional=True,
            hint=_("Only for an omklapcontract."),
        ),
        Field("rent_cents", _("Rent a month (€)"), "money", optional=True),
    )


def _wish_fields() -> Sequence[Field]:
    titles = {
        "rent_most": _("the highest rent"),
        "rooms_least": _("the rooms"),
        "accessibility": _("the access"),
        "ground_floor": _("ground floor or lift"),
        "pets": _("the pet"),
        "own_door": _("the own door"),
        "municipalities": _("the municipality"),
    }
    return (
        Field("rent_most", _("Highest rent a month (€)"), "money", optional=True),
        Field("rooms_least", _("Rooms at least"), "number", optional=True),
        Field(
            "accessibility",
            _("Access at least"),
            "choice",
            optional=True,
            choices=from_list("accessibility"),
        ),
        Field("ground_floor", _("Ground floor or a lift"), "check", optional=True),
        Field("pets", _("A pet comes along"), "check", optional=True),
        Field("own_door", _("Own door, kitchen and toilet"), "check", optional=True),
        Field(
            "municipality",
            _("Municipality"),
            "choice",
            optional=True,
            choices=from_list("municipality_u16"),
        ),
        Field(
            "own_words", _("What else matters, in the client's words"), "long", optional=True
        ),
        *(_hard(name, titles[name]) for name in CAN_BE_HARD),
    )


def _hard(name: str, what: str) -> Field:
    must = _("It must: {what}").format(what=what)
    return Field(f"hard_{name}", must, "check", optional=True)


def _wish(values: dict[str, Any]) -> WishFields:
    town = values["municipality"]
    return WishFields(
        rent_most=values["rent_most"],
        rooms_least=values["rooms_least"],
        accessibility=values["accessibility"],
        ground_floor=values["ground_floor"],
        pets=values["pets"],
        own_door=values["own_door"],
        municipalities=(town,) if town else (),
        hard=tuple(name for name in CAN_BE_HARD if values[f"hard_{name}"]),
        own_words=values["own_words"],
    )
