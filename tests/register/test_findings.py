"""What is wrong in stored data is found, named, and nothing else is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import practice
from desktop_app.register import contacts, findings
from desktop_app.register.findings import Kind, Place
from desktop_app.register.likeness import one_slip
from desktop_app.store.tables import (
    Base,
    Client,
    ContactNote,
    Decision,
    Dwelling,
    DwellingStatus,
    Referral,
    SupportPeriod,
    Tenancy,
    TrajectoryStep,
    Worker,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
KEY = date(2026, 3, 1)


class House:
    """One sound client with a home, to be spoilt by each test."""

    def __init__(self, db: Database) -> None:
        self.db = db
        with db.read() as session:
            self.worker = session.query(Worker).filter_by(role="BEG").one()
        self.home = Dwelling(street="Lindehof", house_number=12, housing_form="BEST")
        self.noor = self.person(1, "Noor", date(1990, 5, 1))
        self.stay = self.tenancy(self.noor, self.home)
        self.step = TrajectoryStep(client_id=self.noor.id, status="WOON", on=KEY)
        self.support = SupportPeriod(client_id=self.noor.id, starts_on=KEY)
        self.decision = Decision(client_id=self.noor.id, legal_frame="WMOM", starts_on=KEY)
        self.status = DwellingStatus(dwelling_id=self.home.id, status="VER", since=KEY)
        self.origin = Referral(
            client_id=self.noor.id, received_on=KEY, source="MO", living_situation="E2.1"
        )
        self.write(self.home, self.noor)
        self.write(self.stay, self.step, self.support, self.decision, self.status, self.origin)

    def person(self, count: int, name: str, born: date | None) -> Client:
        return Client(
            number_letter="C",
            number_count=count,
            call_name=name,
            last_name="Bakker",
            birth_date=born,
            key_worker_id=self.worker.id,
        )

    def tenancy(self, client: Client, home: Dwelling, starts_on: date = KEY) -> Tenancy:
        return Tenancy(
            client_id=client.id, dwelling_id=home.id, tenancy_type="REG", starts_on=starts_on
        )

    def write(self, *rows: Base) -> None:
        with self.db.write() as session:
            session.add_all(rows)

    def spoil(self, row: Base, **values: object) -> None:
        with self.db.write() as session:
            stored = session.merge(row)
            for name, value in values.items():
                setattr(stored, name, value)

    def remove(self, row: Base) -> None:
        with self.db.write() as session:
            session.delete(session.merge(row))

    def kinds(self) -> set[Kind]:
        return {one.kind for one in findings.find(self.db, today=TODAY)}


@pytest.fixture
def house(db: Database) -> House:
    return House(db)


def test_a_sound_register_has_nothing_to_mend(house: House) -> None:
    assert house.kinds() == set()


def _second_tenant(house: House) -> None:
    other = house.person(2, "Sem", date(1980, 1, 1))
    house.write(other)
    house.write(
        house.tenancy(other, house.home, TODAY - timedelta(3)),
        TrajectoryStep(client_id=other.id, status="NAZ", on=KEY),
        Referral(client_id=other.id, received_on=KEY, source="MO", living_situation="E1"),
    )


def _second_home(house: House) -> None:
    other = Dwelling(street="De Werf", house_number=3, housing_form="BEST")
    house.write(other)
    house.write(
        DwellingStatus(dwelling_id=other.id, status="VER", since=KEY),
        house.tenancy(house.noor, other, TODAY),
    )


def _same_person(house: House) -> None:
    house.write(house.person(2, "Noór", date(1990, 5, 1)))


def _future_note(house: House) -> None:
    later = datetime(2026, 12, 24, 10, tzinfo=UTC)
    house.write(
        ContactNote(
            client_id=house.noor.id,
            kind="TEL",
            at=later,
            worker_id=None,
            written_at=later,
            text="Gebeld.",
        )
    )


def _waits(house: House) -> None:
    house.write(
        other := house.person(2, "Sem", date(1980, 1, 1)),
    )
    house.write(TrajectoryStep(client_id=other.id, status="WLST", on=KEY))


SPOILT: dict[Kind, Callable[[House], None]] = {
    Kind.OVER_FULL: _second_tenant,
    Kind.TWO_HOMES: _second_home,
    Kind.LEASE_LAPSED: lambda h: h.spoil(h.stay, contract_until=TODAY - timedelta(1)),
    Kind.LEASE_BEFORE_KEY: lambda h: h.spoil(h.stay, contract_until=KEY - timedelta(1)),
    Kind.NO_LAST_DAY: lambda h: h.spoil(h.stay, tenancy_type="TIJD2"),
    Kind.NO_STATUS: lambda h: h.remove(h.status),
    Kind.LIVED_IN: lambda h: h.spoil(h.status, status="BES"),
    Kind.DIED: lambda h: h.spoil(h.noor, died_on=TODAY - timedelta(2)),
    Kind.NO_BIRTH: lambda h: h.spoil(h.noor, birth_date=None),
    Kind.NO_ORIGIN: lambda h: h.spoil(h.origin, living_situation=None),
    Kind.NO_KEY_WORKER: lambda h: h.spoil(h.worker, active_until=TODAY - timedelta(1)),
    Kind.TWICE: _same_person,
    Kind.NO_WAIT_REASON: _waits,
    Kind.HOUSED_NOT_SAID: lambda h: h.spoil(h.step, status="TEK"),
    Kind.NO_DECISION: lambda h: h.spoil(h.decision, ends_on=TODAY - timedelta(1)),
    Kind.NO_SUPPORT: lambda h: h.spoil(h.support, ended_on=TODAY - timedelta(1)),
    Kind.SUPPORT_AFTER_END: lambda h: h.spoil(h.step, status="EIND"),
    Kind.FUTURE_NOTE: _future_note,
}


@pytest.mark.parametrize("kind", SPOILT)
def test_each_flaw_is_named_and_nothing_else(house: House, kind: Kind) -> None:
    SPOILT[kind](house)
    assert house.kinds() == {kind}


def test_an_end_needs_a_reason_and_where_to_and_leaves_the_rest_to_mend(house: House) -> None:
    house.spoil(house.stay, ended_on=TODAY - timedelta(5), end_reason="DOOR")
    assert house.kinds() == {Kind.NO_END_REASON, Kind.NOT_LIVED_IN, Kind.SAID_NOT_HOUSED}


def test_every_kind_is_tried() -> None:
    ends = {Kind.NO_END_REASON, Kind.NOT_LIVED_IN, Kind.SAID_NOT_HOUSED}
    assert set(SPOILT) | ends == set(Kind)


def test_a_finding_says_whom_it_is_about_and_where_it_is_mended(house: House) -> None:
    house.spoil(house.decision, ends_on=date(2026, 10, 1))
    (found,) = findings.find(house.db, today=TODAY)
    assert (found.title, found.client_id) == ("Noor Bakker", house.noor.id)
    assert (found.place, found.key_worker_id) == (Place.DECISIONS, house.worker.id)
    assert found.sentence == (
        "Support runs, but the last decision ended on 01-10-2026. Add the new decision."
    )


def test_a_corrected_day_mends_a_note_from_the_future(house: House) -> None:
    _future_note(house)
    (note,) = contacts.notes(house.db, house.noor.id)
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    right = now - timedelta(hours=2)
    contacts.correct_note(house.db, note.note_id, "Gebeld.", now=now, at=right)
    assert contacts.notes(house.db, house.noor.id)[0].at == right
    assert house.kinds() == set()


def test_a_flip_is_no_lapsed_lease(house: House) -> None:
    house.spoil(house.stay, contract_until=TODAY - timedelta(1), flipped_on=KEY)
    house.spoil(house.status, status="OMG")
    assert house.kinds() == set()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_practice_register_has_exactly_the_flaws_that_were_planted(
    tmp_path: Path, seed: int
) -> None:
    sound = practice.make_register(
        tmp_path / "sound", clients=60, seed=seed, today=TODAY, flawed=0
    )
    assert findings.find(sound.db, today=TODAY) == []
    sound.db.close()
    made = practice.make_register(
        tmp_path / "flawed", clients=60, seed=seed, today=TODAY, flawed=0.3
    )
    found = {
        (one.kind, one.client_id or one.dwelling_id)
        for one in findings.find(made.db, today=TODAY)
    }
    made.db.close()
    planted = {(flaw.kind, flaw.row_id) for flaw in made.flaws}
    assert planted
    assert found == planted


WORDS = st.text("abc", max_size=5)


def _slips(word: str) -> set[str]:
    """Return every word that is one slip away, made the slow way."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    taken = {a + b[1:] for a, b in cuts if b}
    added = {a + c + b for a, b in cuts for c in "abc"}
    changed = {a + c + b[1:] for a, b in cuts if b for c in "abc"}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    return {word} | taken | added | changed | swapped


@given(one=WORDS, other=WORDS)
def test_one_slip_is_found_whichever_it_is(one: str, other: str) -> None:
    assert one_slip(one, other) == (other in _slips(one))
