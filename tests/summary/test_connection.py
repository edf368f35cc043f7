"""Connecting to a region: eight words first, never a silent change of keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.errors import UserError
from desktop_app.summary import cards, connection, fingerprint, sealing
from tests.regions import found_region, new_region

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.store.database import Database
    from tests.regions import Region


def test_the_card_says_who_this_is_and_holds_no_secret(practised: Database) -> None:
    data = connection.card_file(practised)
    card = cards.read_card(data)
    assert card == connection.own_card(practised)
    assert sealing.is_recipient(card.recipient)
    with practised.read() as session:
        keys = connection.own_keys(session)
    for secret in (keys.signing.hex(), keys.identity, keys.rounding.hex()):
        assert secret.encode() not in data
    assert len(connection.words_of(card).split()) == 8


def test_other_words_are_refused_and_nothing_is_kept(practised: Database) -> None:
    other = new_region()
    for typed in ("", "een twee drie", fingerprint.eight_words(b"something else")):
        with pytest.raises(UserError, match="not the eight words"):
            connection.connect(practised, other.file, typed)
    present = connection.region(practised)
    assert present is not None
    assert present.recipient != other.profile.recipient


def test_another_region_needs_its_own_words(practised: Database) -> None:
    other = new_region()
    connection.connect(practised, other.file, other.words)
    assert connection.region(practised) == other.profile


def test_a_newer_profile_of_the_same_keys_needs_no_words(
    practised: Database, region: Region
) -> None:
    newer = replace(region.profile, version="2026-10", target=240)
    connection.connect(practised, cards.write(newer, region.signing))
    assert connection.region(practised) == newer
    with pytest.raises(UserError, match="older than the one in use"):
        connection.connect(practised, region.file)


def test_a_forged_newer_profile_is_refused(practised: Database, region: Region) -> None:
    thief = sealing.new_signing_key()
    forged = replace(
        region.profile, version="2027-1", recipient=sealing.recipient(sealing.new_identity())
    )
    with pytest.raises(UserError, match="damaged or was changed"):
        connection.connect(practised, cards.write(forged, thief))


def test_exact_headlines_are_somebodys_choice(practised: Database) -> None:
    agreed = connection.exact_headlines(practised)
    assert agreed is not None
    assert (agreed.agreed_by, agreed.agreed_on) == ("A. Visser", date(2026, 1, 12))
    connection.round_headlines(practised)
    assert connection.exact_headlines(practised) is None
    with pytest.raises(UserError, match="who agreed"):
        connection.agree_exact_headlines(practised, " ", date(2026, 2, 1))


def test_a_region_has_no_region(region: Region, tmp_path: Path) -> None:
    founded = found_region(tmp_path / "region")
    with pytest.raises(UserError, match="is a region's"):
        connection.connect(founded.db, region.file, region.words)
    founded.db.close()


def test_an_organisation_that_never_connected_has_no_region(db: Database) -> None:
    assert connection.region(db) is None
