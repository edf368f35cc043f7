"""Life areas: opened only when wanted, scored from 1 to 5, in the client's own order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app import assets
from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.plans import reading, scoring
from desktop_app.plans.scoring import ScoreFields
from desktop_app.store.database import StaleEditError
from tests.plans import registered

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = registered.NOVEMBER


@pytest.fixture
def plan_id(db: Database) -> UUID:
    return registered.start(db, registered.person(db))


def areas(db: Database, plan_id: UUID) -> tuple[reading.AreaCard, ...]:
    return reading.plan_card(db, plan_id, today=TODAY).areas


def test_areas_open_in_the_clients_own_order(db: Database, plan_id: UUID) -> None:
    for area in ("ZIN", "GEL", "WON"):
        assert scoring.open_area(db, plan_id, area) == 1
    assert scoring.open_area(db, plan_id, "GEL") == 1
    scoring.order_areas(db, plan_id, ["WON", "ZIN", "GEL"])
    assert [area.life_area for area in areas(db, plan_id)] == ["WON", "ZIN", "GEL"]
    for order in (["WON", "ZIN"], ["WON", "ZIN", "DAG"], ["WON", "WON", "ZIN"]):
        with pytest.raises(UserError, match="repeat the move"):
            scoring.order_areas(db, plan_id, order)
    version = areas(db, plan_id)[1].version
    scoring.close_area(db, plan_id, "ZIN", version=version)
    card = reading.plan_card(db, plan_id, today=TODAY)
    assert [area.life_area for area in card.areas] == ["WON", "GEL"]
    assert "ZIN" in card.closed_areas
    assert "WON" not in card.closed_areas


def test_a_mark_is_of_today_unless_said(db: Database, plan_id: UUID) -> None:
    fields = ScoreFields(score=2, scored_by="CLI", sentence="Zo is het.")
    version = scoring.score_area(db, plan_id, "GEL", fields, version=None, today=TODAY)
    (area,) = areas(db, plan_id)
    assert (area.score, area.scored_on, area.scored_by, area.sentence, area.version) == (
        2, TODAY, "CLI", "Zo is het.", version,
    )  # fmt: skip
    fields = ScoreFields(score=3, scored_on=date(2026, 11, 1))
    version = scoring.score_area(db, plan_id, "GEL", fields, version=version, today=TODAY)
    assert areas(db, plan_id)[0].scored_on == date(2026, 11, 1)
    without = ScoreFields(scored_on=date(2026, 11, 1), sentence="Liever geen cijfer.")
    scoring.score_area(db, plan_id, "GEL", without, version=version, today=TODAY)
    (area,) = areas(db, plan_id)
    assert (area.score, area.scored_on) == (None, None)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        (ScoreFields(score=0), {"score"}),
        (ScoreFields(score=6), {"score"}),
        (ScoreFields(score=3, scored_on=TODAY + timedelta(1)), {"scored_on"}),
        (ScoreFields(score=3, scored_by="BUUR"), {"scored_by"}),
        (ScoreFields(sentence="x" * 20_001), {"sentence"}),
    ],
)
def test_a_mark_that_cannot_be_is_refused_by_field(
    db: Database, plan_id: UUID, fields: ScoreFields, wrong: set[str]
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        scoring.score_area(db, plan_id, "GEL", fields, version=None, today=TODAY)
    assert set(refused.value.fields) == wrong
    assert areas(db, plan_id) == ()


def test_an_unknown_area_is_refused(db: Database, plan_id: UUID) -> None:
    with pytest.raises(UserError, match="does not know the code"):
        scoring.open_area(db, plan_id, "LIEFDE")
    with db.write() as session:
        content = assets.read_json("plan_templates/my-plan.json")
        sections = [s for s in content["sections"] if "ZIN" not in s.get("areas", [])]
        registered.change_template(session, plan_id, sections=sections)
    with pytest.raises(UserError, match="does not ask about this life area"):
        scoring.open_area(db, plan_id, "ZIN")


def test_a_mark_given_on_an_older_state_is_refused(db: Database, plan_id: UUID) -> None:
    scoring.open_area(db, plan_id, "GEL")
    for version in (None, 2):
        with pytest.raises(StaleEditError):
            scoring.score_area(
                db, plan_id, "GEL", ScoreFields(score=1), version=version, today=TODAY
            )
    with pytest.raises(StaleEditError):
        scoring.close_area(db, plan_id, "GEL", version=2)
    with pytest.raises(StaleEditError):
        scoring.close_area(db, plan_id, "WON", version=1)
