"""Full text over the search entries: FTS5, kept equal to its table by triggers.

`secure-delete` takes a deleted word out of the index itself; without it the word would stay
readable to whoever has the key, after a person was erased.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, column, func, select, table, text

from desktop_app.store.folding import fold
from desktop_app.store.tables.meta import SearchEntry

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

TABLE = "search_text"
_NUMBER = re.compile(r"([a-z]{1,3})?-?([0-9]{1,4})")  # C-0031, however it is typed

_CREATE = (
    """CREATE VIRTUAL TABLE search_text USING fts5(
        folded, content='search_entry', content_rowid='key',
        tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')""",
    "INSERT INTO search_text(search_text, rank) VALUES('secure-delete', 1)",
    """CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
        INSERT INTO search_text(rowid, folded) VALUES (new.key, new.folded); END""",
    """CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
        INSERT INTO search_text(search_text, rowid, folded)
        VALUES ('delete', old.key, old.folded); END""",
    """CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN
        INSERT INTO search_text(search_text, rowid, folded)
        VALUES ('delete', old.key, old.folded);
        INSERT INTO search_text(rowid, folded) VALUES (new.key, new.folded); END""",
)


def create(connection: Connection) -> None:
    """Make the full-text table and its triggers; called once, by a migration."""
    for statement in _CREATE:
        connection.execute(text(statement))


def is_part(name: str) -> bool:
    """Tell whether a table is FTS5's own, which models do not describe."""
    return name == TABLE or name.startswith(f"{TABLE}_")


def matching(words: str, limit: int) -> Select[SearchEntry] | None:
    """Return the query for entries in which every word begins some word; None for no words.

    Words are folded and quoted, so nothing a user types is read as FTS5's own language. A
    number is found without the zeros it is written with: 31, or C-31, for C-0031.
    """
    terms = [_term(word) for word in fold(words).replace('"', " ").split()]
    if not terms:
        return None
    index = table(TABLE, column("rowid"), column(TABLE), column("rank"))
    return (
        select(SearchEntry)
        .join(index, index.c.rowid == SearchEntry.key)
        .where(index.c[TABLE].op("MATCH")(bindparam("terms", " AND ".join(terms))))
        .order_by(func.length(SearchEntry.folded), SearchEntry.title)
        .limit(limit)
    )


def _term(word: str) -> str:
    numbered = _NUMBER.fullmatch(word)
    if numbered is None:
        return f'"{word}"*'
    letters, digits = numbered.groups()
    return f'("{word}"* OR "{letters or ""} {digits:0>4}")'
