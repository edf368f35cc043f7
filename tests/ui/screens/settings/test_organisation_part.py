"""The organisation in the settings: edited, taken back, and kept as a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.register import organisation, workers
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store import keys
from tests.ui.screens.settings.conftest import part, said, shown
from ui.screens.settings.organisation import OrganisationSection

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits
    from ui.desk import Desk
    from ui.screens.settings import SettingsScreen


def test_the_organisation_is_edited_and_the_edit_taken_back(
    screen: SettingsScreen, desk: Desk, visits: Visits
) -> None:
    before = organisation.organisation(desk.db)
    section = part(screen, "organisation", OrganisationSection)
    assert section.form.draft()["name"] == before.name
    section.form.restore({"name": "Stichting Thuisdeur", "target": "12"})
    section.save_it.click()
    after = organisation.organisation(desk.db)
    assert (after.name, after.target) == ("Stichting Thuisdeur", 12)
    assert after.programme_start == before.programme_start
    assert visits.said == ["The organisation was saved"]
    visits.undos[0]()
    assert organisation.organisation(desk.db).name == before.name
    section.reload()
    assert section.form.draft()["name"] == before.name


def test_a_wrong_field_is_said_at_the_field(screen: SettingsScreen, desk: Desk) -> None:
    before = organisation.organisation(desk.db)
    section = part(screen, "organisation", OrganisationSection)
    section.form.restore({"short_code": "De Linde!", "target": "veel"})
    section.save_it.click()
    section.form.restore({"target": "3"})
    section.save_it.click()
    assert "small letters and digits" in said(section)
    assert organisation.organisation(desk.db) == before


def test_what_was_typed_is_kept_until_it_is_saved(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk
) -> None:
    section = part(screen, "organisation", OrganisationSection)
    assert screen.keep_drafts() == []
    section.form.restore({"phone": "030 555 77 77"})
    assert screen.keep_drafts() == ["The organisation, not saved yet"]
    section.reload()  # something was written elsewhere: what is typed stays
    again = part(shown(qtbot, desk), "organisation", OrganisationSection)
    assert again.form.draft()["phone"] == "030 555 77 77"
    again.save()
    assert organisation.organisation(desk.db).phone == "030 555 77 77"
    assert again.keep_draft() == []


def test_a_region_keeps_the_name_that_others_know_it_by(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    fields = OrganisationFields(
        kind="region", name="Regio Utrecht", register_name="Regio", short_code="u16"
    )
    founder = FounderFields(name="Saar Veen", role="REGIO", password="acht gele lange banken")  # noqa: S106
    made = organisation.found(tmp_path / "region", fields, founder, cost=keys.FLOOR)
    at_region = replace(desk, db=made.db, opened=made.opened, me=workers.me(made.db))
    screen = shown(qtbot, at_region)
    section = part(screen, "organisation", OrganisationSection)
    assert not section.form.input("short_code").isEnabled()
    assert "target" not in section.form.draft()
    section.form.restore({"name": "Regio Utrecht en Eemland"})
    section.save()
    after = organisation.organisation(made.db)
    assert (after.name, after.short_code) == ("Regio Utrecht en Eemland", "u16")
    made.db.close()
