"""What clients wish of a home, for whom one is reserved, lifts, and the agreed mix."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "housing_wish",
        sa.Column("rent_most", sa.Integer(), nullable=True),
        sa.Column("rooms_least", sa.Integer(), nullable=True),
        sa.Column("accessibility", sa.String(length=16), nullable=True),
        sa.Column("ground_floor", sa.Boolean(), nullable=False),
        sa.Column("pets", sa.Boolean(), nullable=False),
        sa.Column("own_door", sa.Boolean(), nullable=False),
        sa.Column("municipalities", sa.JSON(), nullable=False),
        sa.Column("hard", sa.JSON(), nullable=False),
        sa.Column("own_words", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "length(accessibility) <= 16", name=op.f("ck_housing_wish_accessibility_length")
        ),
        sa.CheckConstraint(
            "length(own_words) <= 200", name=op.f("ck_housing_wish_own_words_length")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_housing_wish_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_housing_wish")),
        sa.UniqueConstraint("subject_id", name=op.f("uq_housing_wish_subject_id")),
    )
    op.create_index(
        op.f("ix_housing_wish_subject_id"), "housing_wish", ["subject_id"], unique=False
    )
    # Written out, because a batch change would rebuild the tables without their checks.
    op.execute("ALTER TABLE dwelling ADD COLUMN lift BOOLEAN")
    op.execute("ALTER TABLE complex ADD COLUMN support_most INTEGER")
    op.execute(
        "ALTER TABLE dwelling_status ADD COLUMN subject_id CHAR(32) "
        "CONSTRAINT fk_dwelling_status_subject_id_client REFERENCES client (id)"
    )
    op.create_index(
        op.f("ix_dwelling_status_subject_id"), "dwelling_status", ["subject_id"], unique=False
    )
