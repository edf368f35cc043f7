"""Choices per computer survive a restart, damage and nonsense."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import settings, words
from desktop_app.errors import UserError
from desktop_app.settings import Seen, Settings

MARK = Seen(generation=4, journal=120, on=date(2026, 11, 24))

any_settings = st.builds(
    Settings,
    language=st.sampled_from(words.LANGUAGES),
    theme=st.sampled_from(settings.THEMES),
    text_size=st.sampled_from(settings.TEXT_SIZES),
    still=st.booleans(),
    lock_minutes=st.sampled_from(settings.LOCK_MINUTES),
    folder=st.sampled_from([None, Path("/mnt/Zorg ë"), Path("C:\\Gegevens\\register")]),
    slot=st.text(st.characters(exclude_categories=["Cs"])),
    seen=st.dictionaries(
        st.uuids().map(str),
        st.builds(Seen, st.integers(0, 2**40), st.integers(0, 2**40), st.dates()),
        max_size=3,
    ),
    begun=st.dictionaries(
        st.sampled_from(["name", "folder", "person"]),
        st.text(st.characters(exclude_categories=["Cs"])),
    ),
)


@given(any_settings)
def test_what_was_saved_is_read(
    tmp_path_factory: pytest.TempPathFactory, chosen: Settings
) -> None:
    file = tmp_path_factory.mktemp("config") / "deep" / "settings.toml"
    settings.save(file, chosen)
    assert settings.read(file) == chosen
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


def test_the_first_start_has_choices_of_its_own(tmp_path: Path) -> None:
    assert settings.read(tmp_path / "settings.toml") == Settings()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", [b"language = ", b"\xff\xfe\x00", b'slot = "half'])
def test_a_damaged_file_is_set_aside_and_the_program_starts(
    tmp_path: Path, damage: bytes
) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(damage)
    assert settings.read(file) == Settings()
    assert not file.exists()
    assert (tmp_path / "settings.damaged.toml").read_bytes() == damage


@pytest.mark.parametrize(
    "nonsense",
    [
        'language = "fy"',
        "theme = []",
        "text_size = 99",
        'still = "yes"',
        "still = 1",
        "lock_minutes = 0",
        "lock_minutes = true",
        "folder = 5",
        "slot = 1979-05-27",
        "seen = 1",
        "begun = 1",
        "[begun]\nname = 3",
        '[seen.a]\ngeneration = "x"\njournal = 1\non = 2026-01-01',
        "[seen]\na = 2026-01-01",
        "unknown = 3",
    ],
)
def test_nonsense_falls_back_alone(tmp_path: Path, nonsense: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"{nonsense}\n", "utf-8")
    assert settings.read(file) == Settings()
    other = "theme" if not nonsense.startswith("theme") else "language"
    value = "dark" if other == "theme" else "en"
    file.write_text(f'{other} = "{value}"\n{nonsense}\n', "utf-8")
    assert getattr(settings.read(file), other) == value


def test_a_place_that_refuses_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    with words.in_language("en"), pytest.raises(UserError, match="cannot be kept"):
        settings.save(blocked / "settings.toml", Settings())
    with words.in_language("en"), pytest.raises(UserError, match="cannot be read"):
        settings.read(tmp_path)


@pytest.mark.parametrize(
    ("now", "behind"),
    [
        (MARK, False),
        (MARK._replace(journal=119), True),
        (MARK._replace(generation=3), True),
        (MARK._replace(generation=5, journal=130), False),
    ],
)
def test_a_register_older_than_last_seen_is_noticed(*, now: Seen, behind: bool) -> None:
    known = settings.with_mark(Settings(), "vault", MARK)
    assert settings.newer_mark(known, "vault", now) == (MARK if behind else None)
    assert settings.newer_mark(known, "another", now) is None


def test_an_answered_warning_does_not_come_back() -> None:
    restored = MARK._replace(journal=7)
    known = settings.with_mark(settings.with_mark(Settings(), "vault", MARK), "vault", restored)
    assert settings.newer_mark(known, "vault", restored) is None
