"""Every page of a closed register is verified by its tag, as SQLCipher's own check does."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.store import encryption, pages
from desktop_app.store.faults import DamagedRegisterError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.store.conftest import FoundedRegister

SHARED = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def path(here: FoundedRegister) -> Path:
    """The file of a closed register."""
    return here.folder / encryption.REGISTER_FILE


@pytest.fixture
def key(here: FoundedRegister) -> bytes:
    return here.opened.database_key()


def test_a_register_that_was_closed_is_sound(path: Path, key: bytes) -> None:
    assert pages.sound(path, key)


def test_it_is_sound_under_no_other_key(path: Path) -> None:
    assert not pages.sound(path, bytes(32))


@SHARED
@given(data=st.data())
def test_any_flipped_bit_is_found_and_sqlcipher_finds_it_too(
    path: Path, key: bytes, data: st.DataObject
) -> None:
    whole = path.read_bytes()
    damaged = bytearray(whole)
    damaged[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(damaged)
    try:
        assert not pages.sound(path, key)
        with (
            pytest.raises(DamagedRegisterError),
            closing(encryption.connect(path, key)) as connection,
        ):
            encryption.verify(connection)
    finally:
        path.write_bytes(whole)


@pytest.mark.parametrize("page", [0, 1, 70, -1])
def test_a_page_of_zeros_is_found_though_sqlcipher_reads_it_as_never_written(
    path: Path, key: bytes, page: int
) -> None:
    whole = path.read_bytes()
    at = range(0, len(whole), pages.PAGE)[page]
    path.write_bytes(whole[:at] + bytes(pages.PAGE) + whole[at + pages.PAGE :])
    assert not pages.sound(path, key)


def _exchanged(whole: bytes) -> bytes:
    size = pages.PAGE
    return (
        whole[:size] + whole[2 * size : 3 * size] + whole[size : 2 * size] + whole[3 * size :]
    )


@pytest.mark.parametrize(
    "damage",
    [
        _exchanged,
        lambda whole: whole + b"\0",
        lambda whole: whole + bytes(pages.PAGE),
        lambda whole: whole[:-1],
        lambda whole: whole[: pages.PAGE // 2],
        lambda _whole: b"",
    ],
    ids=["exchanged", "longer", "a page longer", "cut", "half a page", "empty"],
)
def test_pages_out_of_place_are_found(
    path: Path, key: bytes, damage: Callable[[bytes], bytes]
) -> None:
    path.write_bytes(damage(path.read_bytes()))
    assert not pages.sound(path, key)


def test_a_register_that_some_window_has_open_is_left_to_sqlcipher(
    here: FoundedRegister, path: Path, key: bytes
) -> None:
    db = here.open()
    with db.read():
        assert not pages.sound(path, key)
    db.close()
    assert pages.sound(path, key)


def test_a_file_that_is_not_there_is_not_sound(path: Path, key: bytes) -> None:
    assert not pages.sound(path.with_name("other.db"), key)


def test_damage_under_a_log_that_a_killed_program_left_is_found_too(
    here: FoundedRegister, path: Path
) -> None:
    with closing(encryption.connect(path, here.opened.database_key())) as connection:
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("CREATE TABLE left_behind (words)")
        log = path.with_name(f"{path.name}-wal")
        kept = log.read_bytes()
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2] ^= 1  # a page that the log does not bring back
    path.write_bytes(damaged)
    log.write_bytes(kept)
    with pytest.raises(DamagedRegisterError, match="damaged"):
        here.open()
