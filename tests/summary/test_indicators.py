"""Counting by the rules of the trade, on a real register."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.store.tables import (
    Client,
    Complex,
    Dwelling,
    DwellingStatus,
    HouseholdMember,
    Referral,
    SupportPeriod,
    Tenancy,
    TrajectoryStep,
)
from desktop_app.summary import indicators, tables
from desktop_app.summary.figures import DwellingRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database
    from desktop_app.summary.refresh import Month

START = date(2025, 1, 1)
JUNE = date(2025, 6, 30)


class Scene:
    """Writes people and homes straight into a register."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.count = 0

    def client(
        self,
        status: str = "WOON",
        on: date = START,
        *,
        counts: bool = True,
        source: str = "MO",
        referred: date = START,
        wait_reason: str | None = None,
    ) -> UUID:
        self.count += 1
        client = Client(
            number_letter="A",
            number_count=self.count,
            call_name="Ilse",
            last_name="Voorbeeld",
            counts_for_region=counts,
        )
        self.session.add(client)
        self.session.flush()
        self.session.add(Referral(client_id=client.id, received_on=referred, source=source))
        self.step(client.id, status, on, wait_reason)
        return client.id

    def step(self, client_id: UUID, status: str, on: date, reason: str | None = None) -> None:
        step = TrajectoryStep(client_id=client_id, status=status, on=on, wait_reason=reason)
        self.session.add(step)

    def dwelling(
        self, form: str = "BEST", *statuses: tuple[str, date], rooms: int | None = 2,
        block: Complex | None = None, capacity: int = 1,
    ) -> UUID:  # fmt: skip
        self.count += 1
        dwelling = Dwelling(
            street="Lindehof",
            house_number=self.count,
            housing_form=form,
            rooms=rooms,
            complex_id=block.id if block else None,
            capacity=capacity,
        )
        self.session.add(dwelling)
        self.session.flush()
        for status, since in statuses or (("VER", START),):
            self.session.add(
                DwellingStatus(dwelling_id=dwelling.id, status=status, since=since)
            )
        return dwelling.id

    def home(
        self, client_id: UUID, key: date = date(2025, 2, 1), ended: date | None = None,
        reason: str | None = None, form: str = "BEST",
    ) -> UUID:  # fmt: skip
        tenancy = Tenancy(
            client_id=client_id,
            dwelling_id=self.dwelling(form),
            tenancy_type="REGW",
            starts_on=key,
            ended_on=ended,
            end_reason=reason,
        )
        self.session.add(tenancy)
        self.session.flush()
        return tenancy.id


def counted(db: Database, end: date = JUNE) -> Month:
    with db.read() as session:
        return indicators.month(session, end, START)


def values(month: Month) -> dict[str, int]:
    cells = [headline.cell for headline in tables.read().headlines.values()]
    leaves = [c for t in tables.tables(month.half_years) for c in tables.cells(t)]
    heads = tables.tabulate(month.now.members.values(), cells)
    return heads | tables.tabulate(month.quarter.members.values(), leaves)


def test_nobody_is_nothing(db: Database) -> None:
    month = counted(db)
    assert set(values(month).values()) == {0}
    assert month.dwellings == ()


def test_in_support_housed_and_waiting_are_told_by_the_newest_step(db: Database) -> None:
    with db.write() as session:
        scene = Scene(session)
        scene.home(scene.client("WOON"))
        lost = scene.client("WOON")
        scene.home(lost, ended=date(2025, 5, 1), reason="ONTS")
        scene.step(lost, "TUSS", date(2025, 5, 2))
        scene.client("WLST", wait_reason="WON")
        scene.client("EIND")
        scene.client("NAZ")
        later = scene.client("WLST", wait_reason="BES")
        scene.step(later, "WOON", date(2025, 7, 1))
    found = values(counted(db))
    assert (found["head.support"], found["head.housed"], found["head.waiting"]) == (2, 1, 2)
    assert found["wait.WOON.MO"] == found["wait.PAP.MO"] == 1
    assert found["head.tenancies_ended"] == 1


def test_a_tenancy_whose_last_day_it_is_has_ended(db: Database) -> None:
    with db.write() as session:
        scene = Scene(session)
        scene.home(scene.client(), ended=JUNE, reason="DOOR")
    found = values(counted(db))
    assert (found["head.housed"], found["head.tenancies_ended"]) == (0, 1)
    assert values(counted(db, date(2025, 5, 31)))["head.housed"] == 1


def test_a_flip_is_no_end(db: Database) -> None:
    with db.write() as session:
        scene = Scene(session)
        flipped = session.get_one(Tenancy, scene.home(scene.client()))
        flipped.flipped_on = date(2025, 5, 1)
        scene.home(scene.client(), ended=date(2025, 4, 1), reason="OMG")
    found = values(counted(db))
    assert found["head.tenancies_ended"] == 0
    assert found["head.housed"] == 1


def test_only_who_counts_for_the_region_is_counted(db: Database) -> None:
    with db.write() as session:
        scene = Scene(session)
        scene.home(scene.client(counts=False))
        scene.client("WLST", counts=False)
    assert set(values(counted(db)).values()) == {0}


def test_the_first_key_counts_from_the_start_and_moving_on_does_not(db: Database) -> None:
    with db.write() as session:
        scene = Scene(session)
        moved_on = scene.client(source="BW")
        scene.home(moved_on, key=date(2025, 1, 1), ended=date(2025, 5, 1), reason="INTERN")
        scene.home(moved_on, key=date(2025, 5, 2))
        before = scene.client()
        scene.home(before, key=date(2024, 12, 31), ended=date(2025, 2, 1), reason="INTERN")
        scene.home(before, key=date(2025, 2, 2))
        scene.home(scene.client(), key=date(2025, 7, 1))
    found = values(counted(db))
    assert found["head.households"] == found["head.adults"] == 1
    assert found["start.2025H1.BW"] == found["start.2025H1._T"] == 1
    assert found["head.tenancies_ended"] == 2


@pytest.mark.parametrize(
    ("born", "relation", "cell"),
    [
        (2007, "KIND", "head.adults"),
        (2008, "BRZU", "head.children"),
        (2006, "KIND", "head.adults"),
        (None, "KIND", "head.children"),
        (None, "PAR", "head.adults"),
    ],
)
def test_who_lives_along_on_the_key_date_counts(
    db: Database, born: int | None, relation: str, cell: str
) -> None:
    with db.write() as session:
        scene = Scene(session)
        client = scene.client()
        scene.home(client, key=date(2025, 2, 1))
        member = HouseholdMember(client_id=client, relation=relation, birth_year=born)
        session.add(member)
    month = counted(db)
    assert (f"{client}/{member.id}", (cell,)) in month.now.members.items()
    assert values(month)["head.households"] == 1


@pytest.mark.parametrize(
    ("relation", "lives_in", "since", "until"),
    [
        ("KINDDT", True, None, None),
        ("KIND", False, None, None),
        ("PAR", True, date(2025, 3, 1), None),
        ("PAR", True, None, date(2025, 1, 31)),
    ],
)
def test_who_does_not_live_there_on_the_key_date_is_not_counted(
    db: Database,
    relation: str,
    lives_in: bool,  # noqa: FBT001 - a parameter of the test
    since: date | None,
    until: date | None,
) -> None:
    with db.write() as session:
        scene = Scene(session)
        client = scene.client()
        scene.home(client, key=date(2025, 2, 1))
        session.add(
            HouseholdMember(
                client_id=client, relation=relation, lives_in=lives_in, since=since, until=until
            )
        )
    found = values(counted(db))
    assert (found["head.adults"], found["head.children"]) == (1, 0)


@pytest.mark.parametrize(
    ("referred", "band"),
    [
        (date(2025, 6, 30), "M00"),
        (date(2025, 4, 1), "M00"),
        (date(2025, 3, 31), "M03"),
        (date(2025, 1, 1), "M03"),
        (date(2024, 12, 31), "M06"),
        (date(2024, 7, 1), "M06"),
        (date(2024, 6, 30), "M12"),
        (date(2020, 1, 1), "M12"),
    ],
)
def test_waiting_is_counted_in_calendar_months(db: Database, referred: date, band: str) -> None:
    with db.write() as session:
        Scene(session).client("WLST", on=referred, referred=referred, wait_reason="GROOT")
    found = values(counted(db))
    assert found[f"band.{band}"] == found["band._T"] == 1


def test_a_referral_that_came_later_is_not_known_yet(db: Database) -> None:
    with db.write() as session:
        Scene(session).client("AANM", referred=date(2025, 8, 1))
    found = values(counted(db))
    assert found["band.U"] == found["wait.OVR.ANDERS"] == 1


def test_support_that_ended_counts_since_the_start(db: Database) -> None:
    with db.write() as session:
        scene = Scene(session)
        client = scene.client("EIND")
        for begun, ended in ((2023, date(2024, 12, 31)), (2025, JUNE)):
            session.add(
                SupportPeriod(client_id=client, starts_on=date(begun, 1, 1), ended_on=ended)
            )
    assert values(counted(db))["head.supports_ended"] == 1


def test_housed_people_are_told_by_the_form_of_their_dwelling(db: Database) -> None:
    with db.write() as session:
        scene = Scene(session)
        for form in ("GEMNB", "GEMTR", "SKAE"):
            scene.home(scene.client(), form=form)
    found = values(counted(db))
    assert (found["form.GEM"], found["form.AND"], found["form._T"]) == (2, 1, 3)


def test_dwellings_are_things_per_complex_code(db: Database) -> None:
    with db.write() as session:
        scene = Scene(session)
        block = Complex(
            code="LH", name="Lindehof", housing_form="GEMNB", landlord_kind="CORP", planned=4,
            expected_quarter="2026-2",
        )  # fmt: skip
        session.add(block)
        session.flush()
        scene.dwelling("GEMNB", ("BOUW", START), ("BES", date(2025, 3, 1)), block=block)
        scene.dwelling(
            "GEMNB", ("BES", date(2024, 3, 1)), ("VER", START), block=block, capacity=2
        )
        scene.dwelling("GEMNB", ("VER", START), ("UIT", date(2025, 6, 1)), block=block)
        scene.dwelling("GEMNB", ("VER", START), ("OMG", date(2025, 6, 1)), block=block)
        scene.dwelling("GEMNB", ("BES", date(2025, 7, 1)), block=block)
        scene.dwelling("GEMNB", ("REG", START), block=block)
        scene.dwelling("FLEX", ("PLAN", START), rooms=None)
    rows = counted(db).dwellings
    where = ("LH", "GEMNB", "CORP", "R2")
    assert set(rows) == {
        DwellingRow(*where, "delivered", "", 3),
        DwellingRow(*where, "stock", "", 2),
        DwellingRow(*where, "places", "", 4),
        DwellingRow(*where, "withdrawn", "", 2),
        DwellingRow("LH", "GEMNB", "CORP", "RU", "planned", "2026Q2", 4),
        DwellingRow("-", "FLEX", "PART", "RU", "planned", "", 1),
    }


def test_names_streets_and_numbers_are_known_as_personal(db: Database) -> None:
    with db.write() as session:
        scene = Scene(session)
        client = scene.client()
        scene.dwelling()
        session.add(HouseholdMember(client_id=client, relation="KIND", first_name="Bo"))
    with db.read() as session:
        words = indicators.personal_words(session)
    assert {"Ilse", "Voorbeeld", "A-0001", "Lindehof", "Bo"} <= words
    assert "" not in words


def test_practice_data_hang_together(practised: Database) -> None:
    found = values(counted(practised, date(2026, 10, 31)))
    assert found["head.housed"] <= found["head.support"]
    assert found["head.households"] <= found["head.adults"]
    assert found["wait._T._T"] == found["band._T"]
    assert min(found["head.support"], found["head.waiting"], found["head.adults"]) > 0
