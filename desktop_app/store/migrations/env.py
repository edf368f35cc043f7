"""Alembic's way in: always on the connection of the opened register, never by itself."""

from __future__ import annotations

from alembic import context

from desktop_app.store import fulltext
from desktop_app.store.tables import Base


def _described_by_models(
    item: object, name: str | None, kind: str, reflected: object, compared: object
) -> bool:
    del item, reflected, compared
    return not (kind == "table" and fulltext.is_part(name or ""))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    include_object=_described_by_models,
    compare_type=True,
    transaction_per_migration=False,
)
context.run_migrations()
