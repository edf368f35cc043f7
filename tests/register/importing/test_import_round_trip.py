"""Whatever is in a register and goes out as a list comes back as it was."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop_app import codelists
from desktop_app.register import clients, dwellings, lists, tenancies
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.dwellings import DwellingFields, StatusFields
from desktop_app.register.importing import applying, preview
from desktop_app.register.tenancies import TEMPORARY, TenancyEnd, TenancyFields
from desktop_app.store import opening
from desktop_app.store.folding import fold
from desktop_app.store.tables import Worker

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from desktop_app.store.database import Database
    from tests.conftest import StoredRegister

TODAY = date(2026, 11, 24)
CAME, KEY = date(2025, 3, 3), date(2025, 6, 2)
NOUNS: tuple[lists.Noun, ...] = ("dwellings", "clients", "tenancies")
LETTERS = "abcdxyzABCXYZéëïçłİığşñøßœŻ"

ODD = ("Nee", "Vast", "Geen", "Heden", "X", "Waar", "'t Hart", "=Jan", "@Jo", "Nb")
"""Names that a spreadsheet, or who reads one, may take for something else."""


def code(listed: str) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(codelists.read(listed).codes))


def maybe(some: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | some


def words(most: int) -> st.SearchStrategy[str]:
    """Words as people write them: letters with marks, apostrophes, hyphens, single blanks."""
    inner = st.text(LETTERS + "'’-. ", max_size=most - 2)
    made = (
        st.builds("{}{}{}".format, st.sampled_from(LETTERS), inner, st.sampled_from(LETTERS))
        .map(lambda text: " ".join(text.split()))
        .filter(lambda text: fold(text) != "")
    )
    return made | st.sampled_from(ODD)


people = st.builds(
    ClientFields,
    call_name=words(12),
    last_name=words(20),
    infix=st.sampled_from(["", "van", "de", "van der", "'t"]),
    initials=st.sampled_from(["", "A.", "J.P."]),
    birth_date=maybe(st.dates(date(1920, 1, 1), date(2008, 1, 1))),
    birth_year=maybe(st.integers(1920, 2008)),
    gender=maybe(code("gender")),
    municipality=maybe(code("municipality_u16")),
    phone=st.sampled_from(["", "06 5550 1234", "+31 30 555 01 23"]),
    email=st.sampled_from(["", "naam@voorbeeld.nl"]),
    language=st.sampled_from(["", "Tigrinya", "Türkçe"]),
    household_type=maybe(code("household_type")),
    income_source=maybe(code("income_source")),
    debt_status=maybe(code("debt_status")),
    programme=maybe(code("programme")),
    counts_for_region=st.booleans(),
)
referrals = st.builds(
    ReferralFields,
    received_on=st.just(CAME),
    source=code("referral_source"),
    living_situation=maybe(code("ethos_light")),
    municipality=maybe(code("municipality_u16")),
)
homes = st.builds(
    DwellingFields,
    street=words(20),
    house_number=st.integers(1, 99_999),
    housing_form=code("housing_form"),
    house_letter=st.sampled_from(["", "A", "Z"]),
    addition=st.sampled_from(["", "2", "bis", "HS"]),
    postcode=st.sampled_from(["", "3454AB", "9999ZZ"]),
    city=st.just("") | words(12),
    municipality=maybe(code("municipality_u16")),
    dwelling_type=maybe(code("dwelling_type")),
    accessibility=maybe(code("accessibility")),
    rooms=maybe(st.integers(1, 9)),
    surface_m2=maybe(st.integers(1, 200)),
    floor=maybe(st.integers(-1, 20)),
    lift=maybe(st.booleans()),
    self_contained=st.booleans(),
    pets_allowed=maybe(st.booleans()),
    rent_cents=maybe(st.integers(0, 200_000)),
    capacity=st.integers(1, 4),
    landlord=st.just("") | words(20),
)


@st.composite
def leases(draw: st.DrawFn) -> tuple[TenancyFields, TenancyEnd | None]:
    kind = draw(code("tenancy_type"))
    fields = TenancyFields(
        tenancy_type=kind,
        starts_on=KEY,
        contract_until=KEY + timedelta(days=700) if kind in TEMPORARY else None,
        rent_cents=draw(maybe(st.integers(0, 200_000))),
    )
    ended = draw(maybe(st.dates(KEY, TODAY - timedelta(days=1))))
    if ended is None:
        return fields, None
    reason, destination = draw(code("tenancy_end_reason")), draw(code("ethos_light"))
    return fields, TenancyEnd(ended_on=ended, reason=reason, destination=destination)


def whole_name(fields: ClientFields) -> str:
    return fold(f"{fields.last_name} {fields.infix} {fields.call_name}")


def whole_address(fields: DwellingFields) -> str:
    return fold(f"{fields.street} {fields.house_number}")


lived = st.lists(
    st.tuples(people, referrals, homes, maybe(leases())),
    max_size=4,
    unique_by=(lambda life: whole_name(life[0]), lambda life: whole_address(life[2])),
)


def fill(db: Database, lives: list[Any]) -> None:
    for fields, referral, home, lease in lives:
        client_id = clients.add_client(db, fields, referral, today=TODAY)
        vacant = StatusFields(status="BES", since=CAME)
        dwelling_id = dwellings.add_dwelling(db, home, vacant)
        if lease is None:
            continue
        begun, ended = lease
        tenancy_id = tenancies.start_tenancy(db, client_id, dwelling_id, begun)
        if ended is not None:
            tenancies.end_tenancy(db, tenancy_id, ended)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lives=lived, ending=st.sampled_from(lists.ENDINGS))
def test_any_register_reads_back_from_its_lists(
    stored_register: StoredRegister,
    tmp_path_factory: pytest.TempPathFactory,
    lives: list[Any],
    ending: str,
) -> None:
    folder = tmp_path_factory.mktemp("trip")
    with ExitStack() as at_the_end:
        old, new = (register(stored_register, folder / name) for name in ("old", "new"))
        at_the_end.callback(old.close)
        at_the_end.callback(new.close)
        fill(old, lives)
        for noun in NOUNS:
            path = folder / f"{noun}{ending}"
            if lists.save(old, noun, path, today=TODAY):
                plan = preview.prepare(new, path, today=TODAY)
                assert [(stop.place, stop.sentence) for stop in plan.stops] == []
                applying.apply(new, plan, today=TODAY)
        for noun in NOUNS:
            assert rows(new, noun) == rows(old, noun)
    shutil.rmtree(folder)


def register(stored: StoredRegister, folder: Path) -> Database:
    shutil.copytree(stored.folder, folder)
    db = opening.open_register(folder, stored.opened)
    with db.read() as session:
        db.act_as(session.scalars(select(Worker.id).where(Worker.role == "MAN")).one())
    return db


def rows(db: Database, noun: lists.Noun) -> list[dict[str, Any]]:
    found = lists.read(db, noun, today=TODAY)
    lines = (dict(zip(found.heads, row, strict=True)) for row in found.rows)
    return sorted(lines, key=lambda line: [str(cell) for cell in line.values()])
