"""Colleagues: who they are, what role they have, and who may come in."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.register import founding, organisation, workers
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.register.workers import LastManagerError, WorkerFields, WorkerRow
from desktop_app.store import keys, opening
from desktop_app.store.database import StaleEditError
from tests.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.store.database import Database

PASSWORD, OTHER = "vier losse oude fietsen", "twee grote witte tenten"
THIRD = "drie rode boten varen"
LINDE = OrganisationFields(
    kind="provider", name="De Linde", register_name="Utrecht-West", short_code="delinde"
)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> organisation.Founded:
    folder = tmp_path_factory.mktemp("stored") / "register"
    founder = FounderFields(name="Bas de Groot", role="FB", password=PASSWORD)
    made = founding.found_whole(folder, LINDE, founder, cost=keys.FLOOR)
    workers.add_worker(
        made.db, WorkerFields(name="Joost Smit", role="BEG"), (made.opened, OTHER)
    )
    workers.add_worker(made.db, WorkerFields(name="Lotte Prins", role="MAN"))
    made.db.close()
    return made


@pytest.fixture
def made(stored: organisation.Founded, tmp_path: Path) -> Iterator[organisation.Founded]:
    folder = shutil.copytree(stored.db.folder, tmp_path / "register")
    db = opening.open_register(folder, stored.opened)
    yield organisation.Founded(db, stored.opened, stored.recovery_code)
    db.close()


def who(db: Database, name: str) -> WorkerRow:
    return next(row for row in workers.worker_rows(db) if row.name.startswith(name))


def edit(made: organisation.Founded, row: WorkerRow, **changes: str) -> None:
    fields = {"name": row.name, "role": row.role, "phone": row.phone, "email": row.email}
    workers.edit_worker(
        made.db,
        made.opened,
        row.worker_id,
        WorkerFields(**(fields | changes)),
        version=row.version,
    )


def test_a_new_name_stands_at_the_door_too(made: organisation.Founded) -> None:
    edit(made, who(made.db, "Joost"), name="Joost Smit-Visser", phone="06 1")
    assert who(made.db, "Joost").name == "Joost Smit-Visser"
    assert {slot.label for slot in keys.slots(made.db.folder)} == {
        "Bas de Groot",
        "Joost Smit-Visser",
        "",
    }


def test_a_name_that_the_door_refuses_is_not_written(made: organisation.Founded) -> None:
    with pytest.raises(UserError):
        edit(made, who(made.db, "Joost"), name="Bas de Groot")
    assert who(made.db, "Joost").name == "Joost Smit"
    with pytest.raises(InvalidFieldsError):
        edit(made, who(made.db, "Joost"), role="KONING")


def test_an_edit_that_comes_second_is_refused(made: organisation.Founded) -> None:
    seen = who(made.db, "Joost")
    edit(made, seen, role="WOON")
    with pytest.raises(StaleEditError):
        edit(made, seen, role="MAN")


def test_somebody_who_manages_and_has_access_always_stays(made: organisation.Founded) -> None:
    bas = who(made.db, "Bas")
    with pytest.raises(LastManagerError):  # Lotte manages, but cannot come in
        edit(made, bas, role="BEG")
    workers.give_access(made.db, made.opened, who(made.db, "Lotte").worker_id, OTHER)
    edit(made, bas, role="BEG")
    made.db.act_as(who(made.db, "Lotte").worker_id)  # Bas manages nothing any more
    with pytest.raises(LastManagerError):
        workers.take_access(made.db, made.opened, who(made.db, "Lotte").worker_id, today=TODAY)
    assert who(made.db, "Lotte").opens


def test_a_colleague_gets_access_and_loses_it_and_the_others_come_in(
    made: organisation.Founded,
) -> None:
    folder, lotte = made.db.folder, who(made.db, "Lotte").worker_id
    with pytest.raises(keys.WeakPasswordError):
        workers.give_access(made.db, made.opened, lotte, "kort")
    workers.give_access(made.db, made.opened, lotte, THIRD)
    joost = who(made.db, "Joost").worker_id
    workers.take_access(made.db, made.opened, joost, today=TODAY)
    assert (who(made.db, "Joost").opens, who(made.db, "Joost").active_until) == (False, TODAY)
    made.db.close()
    slots = {slot.label: slot.id for slot in keys.slots(folder)}
    assert "Joost Smit" not in slots
    for name, password in (
        ("Bas de Groot", PASSWORD),
        ("Lotte Prins", THIRD),
    ):
        db = opening.open_register(folder, keys.unlock(folder, slots[name], password))
        me = workers.me(db)
        assert me is not None
        assert me.name == name
        db.close()
    keys.recover(folder, made.recovery_code)
    with pytest.raises(UserError):  # the key of before no longer opens it
        opening.open_register(folder, made.opened)


def test_nobody_takes_away_their_own_access(made: organisation.Founded) -> None:
    workers.give_access(made.db, made.opened, who(made.db, "Lotte").worker_id, OTHER)
    with pytest.raises(UserError, match="your own access"):
        workers.take_access(made.db, made.opened, who(made.db, "Bas").worker_id, today=TODAY)
    assert who(made.db, "Bas").opens


def test_a_forgotten_password_is_replaced(made: organisation.Founded) -> None:
    joost = who(made.db, "Joost").worker_id
    workers.reset_password(made.db, made.opened, joost, "nieuwe fiets oude bel")
    slot = next(s for s in keys.slots(made.db.folder) if s.label == "Joost Smit")
    keys.unlock(made.db.folder, slot.id, "nieuwe fiets oude bel")
    with pytest.raises(keys.WrongPasswordError):
        keys.unlock(made.db.folder, slot.id, OTHER)
    with pytest.raises(UserError, match="has no access"):
        workers.reset_password(made.db, made.opened, who(made.db, "Lotte").worker_id, OTHER)
