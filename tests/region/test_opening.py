"""Every wrong file has its own sentence, and none of them counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app import words
from desktop_app.region import opening
from desktop_app.region.opening import Desk, Known, RefusedFileError
from desktop_app.summary import audit, release, sealing
from desktop_app.summary.cards import Card
from desktop_app.summary.refresh import History
from tests.summary.crowds import KEY, crowd, envelope

if TYPE_CHECKING:
    from desktop_app.summary.package import Envelope

DAY = date(2025, 12, 31)
SIGNING = sealing.new_signing_key()
REGION = sealing.new_identity()
TO = envelope(sealing.public_key(SIGNING), sealing.recipient(REGION))
CARD = Card(
    "voordeur", "Stichting Voordeur", TO.key.hex(), sealing.recipient(sealing.new_identity())
)
DESK = Desk("u16", REGION, {"voordeur": CARD})
NAME = sealing.file_name("u16", "voordeur", DAY, 1)
MADE = release.release(crowd(4, 60).month(DAY), History(), KEY, exact_headlines=True)


def sealed(
    to: Envelope = TO, signing: bytes = SIGNING, made: release.Release = MADE, seal_to: str = ""
) -> bytes:
    data = audit.packed(made, (), to, signing, ())
    return sealing.seal(data, [seal_to or TO.recipient])


def refused(data: bytes, desk: Desk = DESK, name: str = NAME) -> RefusedFileError:
    with pytest.raises(RefusedFileError) as caught:
        opening.open_file(name, data, desk)
    return caught.value


def test_a_whole_file_of_a_known_organisation_opens() -> None:
    found = opening.open_file(NAME, sealed(), DESK)
    assert found.published == MADE.published
    assert found.envelope == TO


@pytest.mark.parametrize("cut", [0, 10, 200, -1])
def test_a_cut_file_names_whom_to_ask(cut: int) -> None:
    error = refused(sealed()[:cut])
    assert error.state == "damaged"
    assert (
        str(error) == "This file did not arrive whole. Ask Stichting Voordeur to send it again."
    )
    with words.in_language("nl"):
        assert str(refused(sealed()[:cut])) == (
            "Dit bestand is niet heel aangekomen. "
            "Vraag Stichting Voordeur het opnieuw te sturen."
        )


def test_a_changed_file_is_refused_as_not_whole() -> None:
    data = bytearray(sealed())
    data[len(data) // 2] ^= 1
    assert refused(bytes(data)).state == "damaged"
    tampered = audit.packed(MADE, (), TO, SIGNING, ()).replace(b",R\n", b",E\n", 1)
    assert refused(sealing.seal(tampered, [TO.recipient])).state == "damaged"


def test_a_damaged_file_under_another_name_asks_the_sender() -> None:
    assert str(refused(b"holiday.jpg", name="holiday.jpg")).endswith(
        "Ask the sender to send it again."
    )


def test_an_unknown_sender_is_named_and_not_counted() -> None:
    error = refused(sealed(), replace(DESK, roster={}))
    assert error.state == "unknown"
    assert "“Stichting Voordeur”" in str(error)


def test_a_known_organisation_with_another_key_is_not_trusted() -> None:
    thief = sealing.new_signing_key()
    error = refused(sealed(replace(TO, key=sealing.public_key(thief)), thief))
    assert error.state == "key"
    assert "eight words" in str(error)


def test_a_file_for_another_region_is_refused() -> None:
    elsewhere = sealing.recipient(sealing.new_identity())
    assert refused(sealed(seal_to=elsewhere)).state == "elsewhere"


def test_a_file_handed_on_by_another_region_is_refused() -> None:
    """Somebody opened it with the key it was sealed to, and sealed it again to us."""
    other = sealing.recipient(sealing.new_identity())
    assert refused(sealed(replace(TO, recipient=other))).state == "elsewhere"
    assert refused(sealed(replace(TO, region="g4"))).state == "elsewhere"


def known(revision: int, digest: str = "other") -> Known:
    return Known("voordeur", "2025-12", revision, digest)


def test_the_first_file_of_a_month_counts() -> None:
    found = opening.open_file(NAME, sealed(), DESK)
    assert opening.place(found, [], "Stichting Voordeur") == "read"
    other_month = Known("voordeur", "2025-11", 3, "x")
    assert opening.place(found, [other_month], "Stichting Voordeur") == "read"


def test_the_same_file_again_changes_nothing() -> None:
    found = opening.open_file(NAME, sealed(), DESK)
    assert opening.place(found, [known(1, found.digest)], "Stichting Voordeur") == "again"
    again = opening.open_file("copy of it.age", sealed(), DESK)
    assert again.digest == found.digest


def test_a_revision_replaces_and_an_older_one_is_refused() -> None:
    found = opening.open_file(NAME, sealed(), DESK)
    with pytest.raises(
        RefusedFileError, match="older version of Stichting Voordeur's file for 12-2025"
    ):
        opening.place(found, [known(2)], "Stichting Voordeur")
    second = replace(MADE, published=replace(MADE.published, revision=2))
    newer = opening.open_file(NAME, sealed(made=second), DESK)
    assert opening.place(newer, [known(1)], "Stichting Voordeur") == "replaces"


def test_two_files_with_one_number_are_asked_about() -> None:
    found = opening.open_file(NAME, sealed(), DESK)
    with pytest.raises(RefusedFileError) as caught:
        opening.place(found, [known(1)], "Stichting Voordeur")
    assert caught.value.state == "conflict"
