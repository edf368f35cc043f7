"""The organisation: what it says of itself, in the window, on paper and to the region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.register import drafts, organisation
from desktop_app.register.organisation import OrganisationFields
from desktop_app.summary import connection
from desktop_app.words import _
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.form import Field, Form
from ui.parts.layouts import row
from ui.screens.settings.section import Section

if TYPE_CHECKING:
    from desktop_app.register.organisation import OrganisationCard
    from ui.desk import Desk

_PLACE = "settings/organisation"
_NAMES = tuple(OrganisationFields.__dataclass_fields__)


class OrganisationSection(Section):
    """Shows and edits the organisation. What is typed is kept as a draft until it is saved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Organisation"),
            _("These names stand at the top of the window and on what you print."),
        )
        self._desk = desk
        self._card = organisation.organisation(desk.db)
        known_outside = self._card.kind == "region" or connection.region(desk.db) is not None
        self.form = Form(_fields(self._card.kind, fixed=known_outside), today=desk.today())
        self.form.input("short_code").setEnabled(not known_outside)
        self.form.submitted.connect(self.save)
        self.form.draft_changed.connect(self._keep)
        self.save_it = Button(_("Save"), self.save, kind="primary", keys="Ctrl+Return")
        box = Card()
        box.add(self.form, row(self.save_it, ..., edge=(0, 8, 0, 0)))
        self.lay_out(box)
        self._show()
        kept = drafts.draft(desk.db, _PLACE)
        if kept is not None:
            self.form.restore(kept)
        desk.changes.follow(self, ("organisation",), self.reload)

    def reload(self) -> None:
        """Show what was saved elsewhere, unless somebody is typing here."""
        typing = self._typing()
        card = organisation.organisation(self._desk.db)
        if not typing:
            self._card = card
            self._show()

    def save(self) -> None:
        """Save, or say at each field what is wrong with it."""
        before = self._card
        self.form.attempt(self._write, lambda _none: self._saved(before))

    def keep_draft(self) -> list[str]:
        """Keep what is being typed; return in words what that was."""
        self._keep(self.form.draft())
        return [_("The organisation, not saved yet")] if self._typing() else []

    def _write(self, values: dict[str, Any]) -> None:
        fields = OrganisationFields(**(_said(self._card) | values))
        organisation.edit_organisation(self._desk.db, fields, version=self._card.version)

    def _saved(self, before: OrganisationCard) -> None:
        db = self._desk.db
        drafts.forget_draft(db, _PLACE)
        self._card = organisation.organisation(db)
        self._show()

        def put_back() -> None:
            now = organisation.organisation(db)
            fields = OrganisationFields(**_said(before))
            organisation.edit_organisation(db, fields, version=now.version)

        self._desk.say(_("The organisation was saved"), put_back)

    def _show(self) -> None:
        said = _said(self._card)
        self.form.fill({name: said[name] for name in self.form.draft()})
        self.form.clear_errors()
        self._filled = self.form.draft()

    def _typing(self) -> bool:
        return self.form.draft() != self._filled

    def _keep(self, draft: dict[str, str]) -> None:
        if self._typing():
            drafts.keep_draft(self._desk.db, _PLACE, draft)
        else:
            drafts.forget_draft(self._desk.db, _PLACE)


def _fields(kind: str, *, fixed: bool) -> list[Field | tuple[Field, ...]]:
    code = Field(
        "short_code",
        _("Short name for files"),
        hint=_("The region knows you by it, so it stays as it is.")
        if fixed
        else _("Small letters and digits."),
        width=240,
    )
    name = _("Name of the region") if kind == "region" else _("Name of the organisation")
    return [
        Field("name", name),
        Field("register_name", _("Name of the register")),
        code,
        (
            Field("phone", _("Telephone"), optional=True, width=230),
            Field("night_phone", _("Telephone at night"), optional=True, width=230),
        ),
        Field("email", _("E-mail"), optional=True),
        *(_programme() if kind == "provider" else ()),
    ]


def _programme() -> tuple[Field, ...]:
    """Return what counts for a month file; the region has a page of its own for it."""
    return (
        Field(
            "programme_start",
            _("First day of the programme"),
            "date",
            hint=_("“Since the start” counts from this day."),
            optional=True,
        ),
        Field(
            "target",
            _("Your share of the goal"),
            "number",
            hint=_("How many people get a home in the programme."),
            optional=True,
        ),
    )


def _said(card: OrganisationCard) -> dict[str, Any]:
    return {name: getattr(card, name) for name in _NAMES}
