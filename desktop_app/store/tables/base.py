"""What all tables share: ids, types, versions, and whom a row is about."""

from __future__ import annotations

import json
import secrets
import time
import zlib
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    Uuid,
    event,
)
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    Mapper,
    declared_attr,
    mapped_column,
)


def new_id() -> UUID:
    """Return a UUIDv7 (RFC 9562): sorted by the moment it was made, unique on every laptop."""
    milliseconds = time.time_ns() // 1_000_000
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    return UUID(int=value | 0b10 << 62 | secrets.randbits(62))


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, stored as UTC and always given back aware; a naive one is a bug."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive moment; hand the rest over in UTC."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a moment needs a time zone"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back aware."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


class Packed(TypeDecorator[Any]):
    """A long text, or anything else that JSON writes, compressed."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes:
        """Make it small."""
        del dialect
        return zlib.compress(json.dumps(value).encode(), 9)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Give it back as it was."""
        del dialect
        return json.loads(zlib.decompress(value))


class RowKey(TypeDecorator[str]):
    """The key of a row of any table, as text; on SQLite a UUID stands there as its bytes."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """Write a UUID as its bytes, and any other key as it is."""
        if value is None or dialect.name != "sqlite":
            return value
        try:
            found = UUID(value)
        except ValueError:
            return value
        return found.bytes if str(found) == value else value

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Give the text back."""
        del dialect
        return str(UUID(bytes=value)) if isinstance(value, bytes) else value


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """The mother of all tables; constraints have names that migrations can find."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Uuid(),
        datetime: UtcDateTime(),
        date: Date(),
        dict[str, Any]: JSON(),
        list[Any]: JSON(),
    }


class Row(MappedAsDataclass, kw_only=True):
    """A row with an id made in Python, so that parent and child can be made together."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=new_id)


class Edited(MappedAsDataclass, kw_only=True):
    """A row that people edit; its version refuses a second edit that did not see the first.

    The version stays local to one database and is never carried to another.
    """

    version: Mapped[int] = mapped_column(Integer, init=False, default=None)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let every UPDATE name the version it changes."""
        return {"version_id_col": cls.version}


class AboutClient(MappedAsDataclass, kw_only=True):
    """A row about one client; the column is called `subject_id` in every table.

    So a person's export and erasure are one WHERE per table.
    """

    client_id: Mapped[UUID] = mapped_column("subject_id", ForeignKey("client.id"), index=True)


Code = Annotated[str, mapped_column(String(16))]
Line = Annotated[str, mapped_column(String(200))]
Text = Annotated[str, mapped_column(String(20_000))]


@event.listens_for(Base, "instrument_class", propagate=True)
def _check_lengths(mapper: Mapper[Any], table_class: type[Base]) -> None:
    """Give every bounded text a CHECK: SQLite itself does not mind a book in a String(16)."""
    del mapper
    table = table_class.__table__
    if not isinstance(table, Table):
        return
    for column in table.columns:
        if isinstance(column.type, String) and column.type.length:
            rule = f"length({column.name}) <= {column.type.length}"
            table.append_constraint(CheckConstraint(rule, name=f"{column.name}_length"))
