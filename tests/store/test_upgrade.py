"""Migrations make what the models say, once, and never touch a newer register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import PrimaryKeyConstraint, text

from desktop_app.store import fulltext, opening, upgrade
from desktop_app.store.tables import Base

if TYPE_CHECKING:
    from desktop_app.store.database import Database
    from tests.conftest import StoredRegister


def test_models_equal_migrations(db: Database) -> None:
    with db.read() as session:
        context = MigrationContext.configure(
            session.connection(),
            opts={
                "compare_type": True,
                "include_object": lambda _item, name, kind, *_more: (
                    not (kind == "table" and fulltext.is_part(name))
                ),
            },
        )
        assert compare_metadata(context, Base.metadata) == []


def test_checks_and_foreign_keys_are_made_too(db: Database) -> None:
    with db.read() as session:
        made = session.execute(text("SELECT name, sql FROM sqlite_master WHERE type='table'"))
        statements = {name: sql for name, sql in made if name in Base.metadata.tables}
    for name, table in Base.metadata.tables.items():
        for constraint in table.constraints:
            if not isinstance(constraint, PrimaryKeyConstraint):
                assert str(constraint.name) in statements[name]


def test_revisions_form_one_line() -> None:
    script = ScriptDirectory("desktop_app/store/migrations")
    assert script.get_heads() == [upgrade.newest()]
    assert [s.revision for s in reversed(list(script.walk_revisions()))] == upgrade.revisions()


def test_a_newer_register_is_refused_untouched(
    stored_register: StoredRegister, db: Database
) -> None:
    with db.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num='9999'"))
    db.close()
    with pytest.raises(upgrade.NewerRegisterError, match="newer Thuisbasis"):
        opening.open_register(db.folder, stored_register.opened)
