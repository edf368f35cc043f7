"""One's own password, first passwords, and what roles may do about others."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from desktop_app.errors import InvalidFieldsError
from desktop_app.register import (
    founding,
    organisation,
    own_password,
    recovery_sheet,
    rights,
    workers,
)
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.register.workers import WorkerFields
from desktop_app.store import keys, opening
from desktop_app.store.database import Database
from tests.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSWORD, FIRST = "vier losse oude fietsen", "twee grote witte tenten"
OWN = "drie rode boten varen"
LINDE = OrganisationFields(
    kind="provider", name="De Linde", register_name="Utrecht-West", short_code="delinde"
)
Enter = Callable[[str, str], tuple[Database, keys.Opened]]
LOTTE = WorkerFields(name="Lotte Prins", role="BEG")


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> organisation.Founded:
    folder = tmp_path_factory.mktemp("stored") / "register"
    founder = FounderFields(name="Bas de Groot", role="FB", password=PASSWORD)
    made = founding.found_whole(folder, LINDE, founder, cost=keys.FLOOR)
    joost = WorkerFields(name="Joost Smit", role="BEG")
    workers.add_worker(made.db, joost, (made.opened, FIRST))
    made.db.close()
    return made


@pytest.fixture
def folder(stored: organisation.Founded, tmp_path: Path) -> Path:
    return shutil.copytree(stored.db.folder, tmp_path / "register")


@pytest.fixture
def enter(folder: Path) -> Iterator[Enter]:
    """Open the register as somebody, with a password."""
    opened_now: list[Database] = []

    def come_in(name: str, password: str) -> tuple[Database, keys.Opened]:
        slot = next(slot.id for slot in keys.slots(folder) if slot.label.startswith(name))
        opened = keys.unlock(folder, slot, password)
        opened_now.append(opening.open_register(folder, opened))
        return opened_now[-1], opened

    yield come_in
    for db in opened_now:
        db.close()


def test_a_changed_password_opens_and_the_one_before_does_not(enter: Enter) -> None:
    db, opened = enter("Bas", PASSWORD)
    own_password.change(db, opened, PASSWORD, OWN)
    db.close()
    with pytest.raises(keys.WrongPasswordError):
        enter("Bas", PASSWORD)
    db, _opened = enter("Bas", OWN)
    me = workers.me(db)
    assert me is not None
    assert me.name == "Bas de Groot"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (OWN, OWN, "old"),
        (PASSWORD, PASSWORD, "new"),
        (PASSWORD, "kort", "new"),
        (PASSWORD, "Bas de Groot", "new"),
    ],
)
def test_a_wrong_weak_or_same_password_changes_nothing(
    enter: Enter, old: str, new: str, field: str
) -> None:
    db, opened = enter("Bas", PASSWORD)
    with pytest.raises(InvalidFieldsError) as refused:
        own_password.change(db, opened, old, new)
    assert list(refused.value.fields) == [field]
    enter("Bas", PASSWORD)


def test_a_first_password_is_one_until_its_owner_chooses_another(enter: Enter) -> None:
    db, opened = enter("Joost", FIRST)
    me = workers.me(db)
    assert me is not None
    assert me.first_password
    own_password.change(db, opened, FIRST, OWN)
    assert not own_password.is_first(db, me.worker_id)
    boss, keys_of_boss = enter("Bas", PASSWORD)
    workers.reset_password(boss, keys_of_boss, me.worker_id, FIRST)
    assert own_password.is_first(db, me.worker_id)
    workers.take_access(boss, keys_of_boss, me.worker_id, today=TODAY)
    assert not own_password.is_first(boss, me.worker_id)


def test_whoever_does_not_manage_changes_nothing_of_others(enter: Enter, folder: Path) -> None:
    db, opened = enter("Joost", FIRST)
    before = (folder / "register.keys").read_bytes()
    rows = workers.worker_rows(db)
    bas = next(row for row in rows if row.name.startswith("Bas"))
    card = organisation.organisation(db)
    code = recovery_sheet.new_code()
    attempts: list[Callable[[], object]] = [
        lambda: workers.add_worker(db, LOTTE, (opened, OWN)),
        lambda: workers.add_worker(db, LOTTE),
        lambda: workers.edit_worker(db, opened, bas.worker_id, LOTTE, version=bas.version),
        lambda: workers.give_access(db, opened, bas.worker_id, OWN),
        lambda: workers.reset_password(db, opened, bas.worker_id, OWN),
        lambda: workers.take_access(db, opened, bas.worker_id, today=TODAY),
        lambda: organisation.edit_organisation(db, LINDE, version=card.version),
        lambda: recovery_sheet.renew(db, opened, code, today=TODAY),
    ]
    for attempt in attempts:
        with pytest.raises(rights.NotAllowedError):
            attempt()
    assert workers.worker_rows(db) == rows
    assert (folder / "register.keys").read_bytes() == before
