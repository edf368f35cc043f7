"""The file itself: facts, laptops, history, log, workers, settings, search."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.store import fulltext

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "device",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter", sa.String(length=3), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("length(letter) <= 3", name=op.f("ck_device_letter_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
        sa.UniqueConstraint("letter", name=op.f("uq_device_letter")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "erased",
        sa.Column("erased_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erased")),
    )
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("worker_id", sa.Uuid(), nullable=True),
        sa.Column("event", sa.String(length=16), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("detail", sa.String(length=200), nullable=False),
        sa.Column("chain", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(detail) <= 200", name=op.f("ck_journal_detail_length")),
        sa.CheckConstraint("length(event) <= 16", name=op.f("ck_journal_event_length")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_journal_subject_id"), "journal", ["subject_id"], unique=False)
    op.create_table(
        "meta",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=False),
        sa.CheckConstraint("length(name) <= 40", name=op.f("ck_meta_name_length")),
        sa.CheckConstraint("length(value) <= 200", name=op.f("ck_meta_value_length")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_meta")),
    )
    op.create_table(
        "organisation",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("register_name", sa.String(length=200), nullable=False),
        sa.Column("short_code", sa.String(length=20), nullable=False),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("night_phone", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("programme_start", sa.Date(), nullable=True),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(email) <= 200", name=op.f("ck_organisation_email_length")),
        sa.CheckConstraint("length(kind) <= 16", name=op.f("ck_organisation_kind_length")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_organisation_name_length")),
        sa.CheckConstraint(
            "length(night_phone) <= 200", name=op.f("ck_organisation_night_phone_length")
        ),
        sa.CheckConstraint("length(phone) <= 200", name=op.f("ck_organisation_phone_length")),
        sa.CheckConstraint(
            "length(register_name) <= 200", name=op.f("ck_organisation_register_name_length")
        ),
        sa.CheckConstraint(
            "length(short_code) <= 20", name=op.f("ck_organisation_short_code_length")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "search_entry",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("noun", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("folded", sa.String(length=20000), nullable=False),
        sa.CheckConstraint(
            "length(folded) <= 20000", name=op.f("ck_search_entry_folded_length")
        ),
        sa.CheckConstraint("length(noun) <= 40", name=op.f("ck_search_entry_noun_length")),
        sa.CheckConstraint("length(title) <= 200", name=op.f("ck_search_entry_title_length")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("row_id", name=op.f("uq_search_entry_row_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_search_entry_subject_id"), "search_entry", ["subject_id"], unique=False
    )
    op.create_table(
        "secret",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(name) <= 40", name=op.f("ck_secret_name_length")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secret")),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.CheckConstraint("length(name) <= 60", name=op.f("ck_setting_name_length")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "worker",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("slot_id", sa.Uuid(), nullable=True),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("active_until", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(email) <= 200", name=op.f("ck_worker_email_length")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_worker_name_length")),
        sa.CheckConstraint("length(phone) <= 200", name=op.f("ck_worker_phone_length")),
        sa.CheckConstraint("length(role) <= 16", name=op.f("ck_worker_role_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker")),
        sa.UniqueConstraint("slot_id", name=op.f("uq_worker_slot_id")),
    )
    op.create_table(
        "history",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("device_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("worker_id", sa.Uuid(), nullable=True),
        sa.Column("noun", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.String(length=60), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("operation", sa.String(length=6), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.CheckConstraint("length(noun) <= 40", name=op.f("ck_history_noun_length")),
        sa.CheckConstraint("length(operation) <= 6", name=op.f("ck_history_operation_length")),
        sa.CheckConstraint("length(row_id) <= 60", name=op.f("ck_history_row_id_length")),
        sa.ForeignKeyConstraint(
            ["device_id"], ["device.id"], name=op.f("fk_history_device_id_device")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_history")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_history_row_id"), "history", ["row_id"], unique=False)
    op.create_index(op.f("ix_history_subject_id"), "history", ["subject_id"], unique=False)
    fulltext.create(op.get_bind())
