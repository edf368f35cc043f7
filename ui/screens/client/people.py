"""People around a client: who lives along, and whom to call; added, changed and taken out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from desktop_app import codelists, dates
from desktop_app.register import people_around
from desktop_app.register.people_around import MemberFields, PersonFields
from desktop_app.words import _
from ui.parts.asking import Draft, ask
from ui.parts.buttons import Button, IconButton
from ui.parts.card import Card
from ui.parts.form import Field, Form
from ui.parts.form.field import from_list
from ui.parts.layouts import column, holding, row, rule
from ui.parts.taking_back import did
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.register.client_card import ClientCard
    from desktop_app.register.people_around import Member, Person
    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet


class People(Card):
    """A card of people with a way to add one, and to change or take out each.

    Args:
        title: who they are.
        nobody: what is said while there is nobody.
        add: asks for somebody.
    """

    def __init__(self, title: str, nobody: str, add: Callable[[], object]) -> None:
        super().__init__(title)
        self._empty = label(nobody, "body", "text2")
        adding = Button(_("Add"), add, icon="plus")
        adding.setAccessibleName(_("Add: {what}").format(what=title))
        self.at_right(adding)
        self.add(self._empty)

    def show_person(
        self, who: str, facts: str, change: Callable[[], object], out: Callable[[], object]
    ) -> None:
        """Show somebody under who is there already."""
        if self._empty.isHidden():
            self.add(rule())
        self._empty.hide()
        words = column(label(who, "strong", wrap=True), gap=3)
        if facts:
            words.addWidget(label(facts, "body", "text2", wrap=True))
        line = row(gap=4)
        line.addLayout(words, 1)
        line.addWidget(IconButton("square-pen", _("Edit: {who}").format(who=who), change))
        line.addWidget(IconButton("trash-2", _("Take out: {who}").format(who=who), out))
        self.add(holding(line))


def household(over: QWidget, desk: Desk, card: ClientCard) -> People:
    """Return the card of who belongs to the household; sheets slide over a part."""
    title, nobody = _("Household"), _("Nobody else is noted.")
    box = People(title, nobody, lambda: ask_member(over, desk, card))
    for one in card.household:
        relation = codelists.label("household_member_relation", one.relation)
        who = " · ".join(part for part in (one.first_name, relation) if part)
        box.show_person(
            who,
            _of_member(one),
            partial(ask_member, over, desk, card, one),
            partial(_take_out, desk, people_around.remove_member, one.member_id),
        )
    return box


def network(over: QWidget, desk: Desk, card: ClientCard) -> People:
    """Return the card of contact people; sheets slide over a part."""
    title, nobody = _("Contact people"), _("No contact people are noted.")
    box = People(title, nobody, lambda: ask_person(over, desk, card))
    for one in card.network:
        facts = (codelists.label("contact_role", one.role), one.phone, one.note)
        box.show_person(
            one.name,
            " · ".join(part for part in facts if part),
            partial(ask_person, over, desk, card, one),
            partial(_take_out, desk, people_around.remove_person, one.person_id),
        )
    return box


def ask_member(
    over: QWidget, desk: Desk, card: ClientCard, one: Member | None = None
) -> SideSheet:
    """Ask about somebody of the household: a new one, or who is there already."""
    form = Form(_member_fields(), today=desk.today())
    known = {name: getattr(one, name) for name in MemberFields.__dataclass_fields__ if one}
    form.fill(known or {"lives_in": True})

    def save(values: dict[str, Any]) -> None:
        fields = MemberFields(**values)
        if one is None:
            people_around.add_member(desk.db, card.client_id, fields, today=desk.today())
        else:
            people_around.edit_member(
                desk.db, one.member_id, fields, version=one.version, today=desk.today()
            )

    place = f"member/{one.member_id if one else 'new'}/{card.client_id}"
    draft = Draft(desk, place, card.client_id)
    return _ask(over, _("Somebody of the household"), form, save, draft)


def ask_person(
    over: QWidget, desk: Desk, card: ClientCard, one: Person | None = None
) -> SideSheet:
    """Ask about a contact person: a new one, or who is there already."""
    form = Form(_person_fields(), today=desk.today())
    form.fill({name: getattr(one, name) for name in PersonFields.__dataclass_fields__ if one})

    def save(values: dict[str, Any]) -> None:
        fields = PersonFields(**values)
        if one is None:
            people_around.add_person(desk.db, card.client_id, fields)
        else:
            people_around.edit_person(desk.db, one.person_id, fields, version=one.version)

    place = f"person/{one.person_id if one else 'new'}/{card.client_id}"
    draft = Draft(desk, place, card.client_id)
    return _ask(over, _("Contact person"), form, save, draft)


def _ask(
    over: QWidget,
    title: str,
    form: Form,
    save: Callable[[dict[str, Any]], None],
    draft: Draft,
) -> SideSheet:
    return ask(
        over,
        title,
        form,
        (_("Save"), save),
        lambda _none: did(draft.desk, _("Person saved")),
        draft=draft,
    )


def _take_out(desk: Desk, remove: Callable[[Any, Any], None], row_id: object) -> None:
    remove(desk.db, row_id)
    did(desk, _("Person taken out"))


def _of_member(one: Member) -> str:
    parts = [_("born in {year}").format(year=one.birth_year)] if one.birth_year else []
    parts.append(_("lives in") if one.lives_in else _("lives elsewhere"))
    if one.since is not None:
        parts.append(_("since {day}").format(day=dates.dutch(one.since)))
    if one.until is not None:
        parts.append(_("until {day}").format(day=dates.dutch(one.until)))
    return " · ".join(parts)


def _member_fields() -> list[Field | tuple[Field, ...]]:
    relations = from_list("household_member_relation")
    hint = _("Initials will do, or leave it empty.")
    return [
        Field("relation", _("Relation to the client"), "choice", choices=relations),
        Field("first_name", _("First name"), hint=hint, optional=True),
        Field("birth_year", _("Year of birth"), "number", optional=True),
        Field("lives_in", _("Lives with the client"), "check", optional=True),
        Field("since", _("From (dd-mm-yyyy)"), "date", optional=True),
        Field("until", _("Last day (dd-mm-yyyy)"), "date", optional=True),
    ]


def _person_fields() -> list[Field | tuple[Field, ...]]:
    return [
        Field("role", _("Role"), "choice", choices=from_list("contact_role")),
        Field("name", _("Name")),
        Field("phone", _("Phone"), optional=True, width=190),
        Field("note", _("Note"), "long", optional=True),
    ]
