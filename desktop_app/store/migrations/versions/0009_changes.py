"""The history's index by person, of changes alone: what was new is told by the row itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.drop_index("ix_history_subject_id", "history")
    changed = sa.text("operation <> 'insert'")
    op.create_index("ix_history_subject_id", "history", ["subject_id"], sqlite_where=changed)
