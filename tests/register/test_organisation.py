"""Founding a register, and colleagues who may open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.register import organisation, workers
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.register.workers import WorkerFields
from desktop_app.store import keys, opening
from desktop_app.store.tables import Secret

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "vier losse oude fietsen"  # noqa: S105 - opens only test registers
LINDE = OrganisationFields(
    kind="provider",
    name="Stichting De Linde",
    register_name="Utrecht-West",
    short_code="delinde",
)
FOUNDER = FounderFields(name="Bas de Groot", role="FB", password=PASSWORD)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> organisation.Founded:
    folder = tmp_path_factory.mktemp("founded") / "nieuw" / "register"
    made = organisation.found(folder, LINDE, FOUNDER, cost=keys.FLOOR)
    workers.add_worker(
        made.db, WorkerFields(name="Joost Smit", role="MAN"), (made.opened, "twee grote tenten")
    )
    made.db.close()
    return made


def test_the_founder_opens_with_the_password(founded: organisation.Founded) -> None:
    folder = founded.db.folder
    slot = next(s for s in keys.slots(folder) if s.label == "Bas de Groot")
    db = opening.open_register(folder, keys.unlock(folder, slot.id, PASSWORD))
    me = workers.me(db)
    assert me is not None
    assert (me.name, me.role) == ("Bas de Groot", "FB")
    card = organisation.organisation(db)
    assert (card.name, card.short_code, card.kind) == (
        "Stichting De Linde",
        "delinde",
        "provider",
    )
    with db.read() as session:
        assert {s.name: len(s.value) for s in session.query(Secret)} == {
            "signing": 32,
            "age": 74,
            "rounding": 32,
            "device/1": 32,
        }
    db.close()


def test_a_colleague_opens_with_a_password_of_their_own(founded: organisation.Founded) -> None:
    folder = founded.db.folder
    slot = next(s for s in keys.slots(folder) if s.label == "Joost Smit")
    db = opening.open_register(folder, keys.unlock(folder, slot.id, "twee grote tenten"))
    me = workers.me(db)
    assert me is not None
    assert me.name == "Joost Smit"
    assert [(w.name, w.opens) for w in workers.worker_rows(db)] == [
        ("Bas de Groot", True),
        ("Joost Smit", True),
    ]
    db.close()


def test_the_recovery_code_opens_as_nobody(founded: organisation.Founded) -> None:
    folder = founded.db.folder
    db = opening.open_register(folder, keys.recover(folder, founded.recovery_code))
    assert workers.me(db) is None
    db.close()


def test_a_second_register_in_the_same_folder_is_refused(founded: organisation.Founded) -> None:
    before = (founded.db.folder / "register.db").read_bytes()
    with pytest.raises(UserError, match="already"):
        organisation.found(founded.db.folder, LINDE, FOUNDER)
    assert (founded.db.folder / "register.db").read_bytes() == before


@pytest.mark.parametrize(
    ("fields", "founder", "wrong"),
    [
        ({"name": ""}, {}, "name"),
        ({"short_code": "De Linde"}, {}, "short_code"),
        ({"target": -1}, {}, "target"),
        ({}, {"name": " "}, "founder_name"),
        ({}, {"role": "BAAS"}, "founder_role"),
    ],
)
def test_wrong_fields_are_named_before_anything_is_made(
    tmp_path: Path, fields: dict[str, str], founder: dict[str, str], wrong: str
) -> None:
    organisation_fields = OrganisationFields(
        **{"kind": "provider", "name": "A", "register_name": "B", "short_code": "ab"} | fields  # type: ignore[arg-type]
    )
    founder_fields = FounderFields(
        **{"name": "N", "role": "FB", "password": PASSWORD} | founder
    )
    with pytest.raises(InvalidFieldsError) as refused:
        organisation.found(tmp_path / "x", organisation_fields, founder_fields)
    assert set(refused.value.fields) == {wrong}
    assert not (tmp_path / "x").exists()


def test_choices_are_kept_by_name(founded: organisation.Founded) -> None:
    folder = founded.db.folder
    db = opening.open_register(folder, keys.recover(folder, founded.recovery_code))
    assert organisation.choice(db, "attention") == {}
    organisation.choose(db, "attention", {"no_contact": 14})
    organisation.choose(db, "attention", {"no_contact": 28})
    assert organisation.choice(db, "attention") == {"no_contact": 28}
    db.close()
