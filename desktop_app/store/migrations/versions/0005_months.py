"""Month files: made here, and received at the region."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "month_file",
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.Column("head_fresh", sa.Boolean(), nullable=False),
        sa.Column("leaf_fresh", sa.Boolean(), nullable=False),
        sa.Column("truth", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("package", sa.LargeBinary(), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("worker_id", sa.Uuid(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("sent_how", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(digest) <= 64", name=op.f("ck_month_file_digest_length")),
        sa.CheckConstraint(
            "length(file_name) <= 200", name=op.f("ck_month_file_file_name_length")
        ),
        sa.CheckConstraint(
            "length(sent_how) <= 200", name=op.f("ck_month_file_sent_how_length")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_month_file")),
        sa.UniqueConstraint("digest", name=op.f("uq_month_file_digest")),
        sa.UniqueConstraint("period", "revision", name=op.f("uq_month_file_period")),
    )
    op.create_table(
        "month_member",
        sa.Column("head", sa.JSON(), nullable=False),
        sa.Column("leaf", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_month_member_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_month_member")),
        sa.UniqueConstraint("subject_id", name=op.f("uq_month_member_subject_id")),
    )
    op.create_index(
        op.f("ix_month_member_subject_id"), "month_member", ["subject_id"], unique=False
    )
    op.create_table(
        "participant",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("recipient", sa.String(length=100), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(code) <= 20", name=op.f("ck_participant_code_length")),
        sa.CheckConstraint("length(key) <= 64", name=op.f("ck_participant_key_length")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_participant_name_length")),
        sa.CheckConstraint(
            "length(recipient) <= 100", name=op.f("ck_participant_recipient_length")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("code", name=op.f("uq_participant_code")),
    )
    op.create_table(
        "received_file",
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("package", sa.LargeBinary(), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(digest) <= 64", name=op.f("ck_received_file_digest_length")),
        sa.CheckConstraint(
            "length(file_name) <= 200", name=op.f("ck_received_file_file_name_length")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_received_file_participant_id_participant"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received_file")),
        sa.UniqueConstraint("digest", name=op.f("uq_received_file_digest")),
        sa.UniqueConstraint(
            "participant_id", "period", "revision", name=op.f("uq_received_file_participant_id")
        ),
    )
    op.create_index(
        op.f("ix_received_file_participant_id"),
        "received_file",
        ["participant_id"],
        unique=False,
    )
    op.create_index(op.f("ix_received_file_period"), "received_file", ["period"], unique=False)
