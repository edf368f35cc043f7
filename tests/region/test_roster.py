"""Who takes part: by card, with eight words, never under silently changed keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.errors import UserError
from desktop_app.region import roster
from desktop_app.register import organisation
from desktop_app.register.organisation import OrganisationFields
from desktop_app.summary import cards, fingerprint, sealing
from tests.region.conftest import MISSING, TODAY

if TYPE_CHECKING:
    from desktop_app.store.database import Database


def card(signing: bytes, code: str = "nieuw", name: str = "Nieuw Thuis") -> cards.Card:
    key, age = sealing.public_key(signing).hex(), sealing.recipient(sealing.new_identity())
    return cards.Card(code, name, key, age)


def test_organisations_are_listed_by_name_with_their_words(region_db: Database) -> None:
    listed = roster.members(region_db)
    names = [member.name for member in listed]
    assert names == sorted(names)
    assert len(names) == 4
    assert MISSING in names
    assert all(len(member.words.split()) == 8 for member in listed)


def test_a_card_lets_an_organisation_take_part(region_db: Database) -> None:
    signing = sealing.new_signing_key()
    new = card(signing)
    member = roster.add(region_db, cards.write(new, signing), today=TODAY)
    assert (member.code, member.name, member.joined_on) == ("nieuw", "Nieuw Thuis", TODAY)
    assert member.words == fingerprint.eight_words(cards.identity(new))
    renamed = replace(new, name="Nieuw Huis")
    assert (
        roster.add(region_db, cards.write(renamed, signing), today=TODAY).name == "Nieuw Huis"
    )
    assert len(roster.members(region_db)) == 5


def test_other_keys_need_the_words_of_the_new_card(region_db: Database) -> None:
    first, second = sealing.new_signing_key(), sealing.new_signing_key()
    roster.add(region_db, cards.write(card(first), first), today=TODAY)
    other = card(second)
    data = cards.write(other, second)
    with pytest.raises(UserError, match="known with other keys"):
        roster.add(region_db, data, today=TODAY)
    with pytest.raises(UserError, match="not the eight words"):
        roster.change_keys(region_db, data, "een twee drie")
    words = fingerprint.eight_words(cards.identity(other))
    assert roster.change_keys(region_db, data, words).words == words


def test_keys_of_somebody_who_does_not_take_part_cannot_change(region_db: Database) -> None:
    signing = sealing.new_signing_key()
    with pytest.raises(UserError, match="does not take part yet"):
        roster.change_keys(region_db, cards.write(card(signing), signing), "")


def test_who_left_may_come_back(region_db: Database) -> None:
    signing = sealing.new_signing_key()
    data = cards.write(card(signing), signing)
    member = roster.add(region_db, data, today=TODAY)
    roster.leave(region_db, member.participant_id, on=TODAY)
    left = {m.code: m.left_on for m in roster.members(region_db)}
    assert left["nieuw"] == TODAY
    assert roster.add(region_db, data, today=TODAY).left_on is None


def test_the_profile_gets_a_new_version_only_when_it_says_something_new(
    region_db: Database,
) -> None:
    first = roster.profile(region_db, today=TODAY)
    assert (first.version, first.target, first.programme) == (
        "2026-1",
        200,
        "Eerst een (t)huis",
    )
    assert roster.profile(region_db, today=date(2027, 3, 1)) == first
    roster.agree(region_db, replace(roster.rules(region_db), exact_headlines=False))
    second = roster.profile(region_db, today=date(2027, 3, 1))
    assert second == replace(first, version="2027-2", exact_headlines=False)
    data = roster.profile_file(region_db, today=date(2027, 3, 1))
    assert cards.read_profile(data) == second


def test_without_a_first_day_there_is_no_profile(region_db: Database) -> None:
    own = organisation.organisation(region_db)
    fields = OrganisationFields(
        kind="region", name=own.name, register_name=own.register_name, short_code=own.short_code
    )
    organisation.edit_organisation(region_db, fields, version=own.version)
    with pytest.raises(UserError, match="on which day the programme begins"):
        roster.profile(region_db, today=TODAY)


def test_an_organisation_is_no_region(db: Database) -> None:
    signing = sealing.new_signing_key()
    with pytest.raises(UserError, match="not a region's"):
        roster.add(db, cards.write(card(signing), signing), today=TODAY)
