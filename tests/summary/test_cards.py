"""Cards and profiles: signed, refused when changed, compared by eight words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.errors import UserError
from desktop_app.summary import cards, fingerprint, sealing

PRIVATE = sealing.new_signing_key()
RECIPIENT = sealing.recipient(sealing.new_identity())
CARD = cards.Card(
    "voordeur", "Stichting Voordeur", sealing.public_key(PRIVATE).hex(), RECIPIENT
)
PROFILE = cards.Profile(
    code="u16",
    name="Regio Utrecht",
    key=sealing.public_key(PRIVATE).hex(),
    recipient=RECIPIENT,
    version="2026-2",
    programme="Eerst een (t)huis",
    programme_start="2025-01-01",
    target=200,
    exact_headlines=True,
)


def test_a_card_and_a_profile_are_read_as_they_were_written() -> None:
    assert cards.read_card(cards.write(CARD, PRIVATE)) == CARD
    assert cards.read_profile(cards.write(PROFILE, PRIVATE)) == PROFILE
    assert PROFILE.start == date(2025, 1, 1)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"\xff", b'{"format": "thuisbasis-card/2"}', b"[" * 200_000],
    ids=range(6),
)
def test_something_else_is_no_card(data: bytes) -> None:
    with pytest.raises(UserError, match="not an organisation's card"):
        cards.read_card(data)


def test_a_name_that_steers_a_screen_is_refused() -> None:
    with pytest.raises(UserError, match="damaged or was changed"):
        cards.read_card(cards.write(replace(CARD, name="Voordeur\x1b[2J"), PRIVATE))


def test_a_card_is_no_profile() -> None:
    with pytest.raises(UserError, match="not a region profile"):
        cards.read_profile(cards.write(CARD, PRIVATE))


@pytest.mark.parametrize("field", ["code", "name", "key", "recipient", "signature"])
def test_a_changed_card_is_refused(field: str) -> None:
    content = json.loads(cards.write(CARD, PRIVATE))
    other = cards.Card("ander", "Ander", sealing.public_key(bytes(32)).hex(),
                       sealing.recipient(sealing.new_identity()))  # fmt: skip
    content[field] = getattr(other, field, "00" * 64)
    with pytest.raises(UserError, match="damaged or was changed"):
        cards.read_card(json.dumps(content).encode())


@pytest.mark.parametrize(
    "wrong",
    [
        replace(CARD, code="../etc"),
        replace(CARD, name=""),
        replace(CARD, name="x" * 500),
        replace(CARD, recipient="age1x"),
    ],
)
def test_a_signed_card_with_unsound_content_is_refused(wrong: cards.Card) -> None:
    with pytest.raises(UserError, match="damaged or was changed"):
        cards.read_card(cards.write(wrong, PRIVATE))


@pytest.mark.parametrize(
    "wrong",
    [
        replace(PROFILE, programme_start="2025-02-30"),
        replace(PROFILE, target=-1),
        replace(PROFILE, version="two"),
    ],
)
def test_a_signed_profile_with_unsound_content_is_refused(wrong: cards.Profile) -> None:
    with pytest.raises(UserError, match="damaged or was changed"):
        cards.read_profile(cards.write(wrong, PRIVATE))


def test_more_or_fewer_fields_are_refused() -> None:
    for change in ({"more": 1}, {"name": None}):
        content = {**json.loads(cards.write(CARD, PRIVATE)), **change}
        with pytest.raises(UserError):
            cards.read_card(json.dumps(content).encode())


def test_the_eight_words_are_of_the_keys_and_not_of_the_rules() -> None:
    changed = replace(PROFILE, target=300, version="2026-3")
    assert cards.identity(changed) == cards.identity(PROFILE)
    other = replace(PROFILE, recipient=sealing.recipient(sealing.new_identity()))
    assert fingerprint.eight_words(cards.identity(other)) != fingerprint.eight_words(
        cards.identity(PROFILE)
    )
    assert cards.identity(CARD) != cards.identity(PROFILE)
