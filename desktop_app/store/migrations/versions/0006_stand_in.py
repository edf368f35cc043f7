"""Who stands in for a client's key worker, as the plan names them."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    # Written out, because a batch change would rebuild the table without its checks.
    op.execute(
        "ALTER TABLE client ADD COLUMN stand_in_id CHAR(32) "
        "CONSTRAINT fk_client_stand_in_id_worker REFERENCES worker (id)"
    )
