"""Half the room: UUIDs as bytes, templates kept once, printed words packed, fewer indexes."""

from __future__ import annotations

import json
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from sqlalchemy import Connection

revision = "0008"
down_revision = "0007"

# Each is answered by a unique key that begins with it, or by the history's own order.
_NEEDLESS = {
    "ix_history_row_id": "history",
    "ix_plan_score_plan_id": "plan_score",
    "ix_plan_section_plan_id": "plan_section",
}
_DASHED = "-".join("[0-9a-f]" * letters for letters in (8, 4, 4, 4, 12))


def upgrade() -> None:
    connection = op.get_bind()
    _write_uuids_as_bytes(connection)
    _keep_templates_once(connection)
    _pack_prints(connection)
    for index, table in _NEEDLESS.items():
        op.drop_index(index, table)


def _write_uuids_as_bytes(connection: Connection) -> None:
    columns = connection.exec_driver_sql(
        "SELECT tables.name, columns.name FROM sqlite_schema AS tables, "
        "pragma_table_info(tables.name) AS columns "
        "WHERE tables.type = 'table' AND columns.type = 'CHAR(32)'"
    ).all()
    for table, column in columns:
        rows = sa.table(table, sa.column(column))
        written = rows.c[column]
        connection.execute(
            sa.update(rows)
            .where(sa.func.typeof(written) == "text")
            .values({column: sa.func.unhex(written)})
        )
    connection.exec_driver_sql(
        "UPDATE history SET row_id = unhex(row_id, '-') WHERE row_id GLOB ?", (_DASHED,)
    )
    _reword(connection, " CHAR(32)", " BLOB")


def _keep_templates_once(connection: Connection) -> None:
    op.create_table(
        "plan_template",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(id) <= 64", name=op.f("ck_plan_template_id_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_template")),
    )
    op.execute(
        "ALTER TABLE plan ADD COLUMN template_id VARCHAR(64) "
        "CONSTRAINT ck_plan_template_id_length CHECK (length(template_id) <= 64) "
        "CONSTRAINT fk_plan_template_id_plan_template REFERENCES plan_template (id)"
    )
    texts = connection.exec_driver_sql("SELECT DISTINCT template FROM plan").scalars().all()
    for text in texts:
        connection.exec_driver_sql(
            "UPDATE plan SET template_id = ? WHERE template = ?",
            (_kept(connection, json.loads(text)), text),
        )
    # The history has the template of a plan that was thrown away.
    lines = connection.exec_driver_sql(
        "SELECT seq, before FROM history WHERE noun = 'plan' AND before LIKE '%\"template\"%'"
    ).all()
    for seq, text in lines:
        before = json.loads(text)
        before["template_id"] = _kept(connection, before.pop("template"))
        connection.exec_driver_sql(
            "UPDATE history SET before = ? WHERE seq = ?", (json.dumps(before), seq)
        )
    op.execute("ALTER TABLE plan DROP COLUMN template")
    _reword(connection, "template_id VARCHAR(64)", "template_id VARCHAR(64) NOT NULL")


def _kept(connection: Connection, content: dict[str, Any]) -> str:
    form = json.dumps(content, sort_keys=True, separators=(",", ":"))
    key = sha256(form.encode()).hexdigest()
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO plan_template (id, content) VALUES (?, ?)",
        (key, _packed(content)),
    )
    return key


def _pack_prints(connection: Connection) -> None:
    op.create_table(
        "new_print",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("printed_at", sa.DateTime(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("large_print", sa.Boolean(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(sha256) <= 64", name=op.f("ck_plan_print_sha256_length")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_plan_print_plan_id_plan")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_plan_print_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_print")),
    )
    rows = connection.exec_driver_sql(
        "SELECT plan_id, printed_at, sha256, id, subject_id, pdf, document FROM plan_print"
    )
    for *same, text in rows.all():
        document = json.loads(text)
        own = document["made_on"], document["large_print"], _packed(document["text"])
        connection.exec_driver_sql(
            "INSERT INTO new_print (plan_id, printed_at, sha256, id, subject_id, pdf, "
            "made_on, large_print, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*same, *own),
        )
    op.drop_table("plan_print")
    op.rename_table("new_print", "plan_print")
    for column in ("plan_id", "subject_id"):
        op.create_index(op.f(f"ix_plan_print_{column}"), "plan_print", [column])


def _packed(content: object) -> bytes:
    return zlib.compress(json.dumps(content).encode(), 9)


def _reword(connection: Connection, old: str, new: str) -> None:
    """Let the tables' own words follow rows that are as they say already.

    SQLite offers no other way short of rebuilding every table and its checks
    (https://www.sqlite.org/lang_altertable.html, section 7).
    """
    connection.exec_driver_sql("PRAGMA writable_schema=ON")
    connection.exec_driver_sql(
        "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table'", (old, new)
    )
    connection.exec_driver_sql("PRAGMA writable_schema=RESET")
