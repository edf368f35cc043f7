"""Amounts read as Dutch people write them."""

from __future__ import annotations

import pytest

from desktop_app import amounts


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (0, "€ 0"),
        (61_200, "€ 612"),
        (125_050, "€ 1.250,50"),
        (5, "€ 0,05"),
        (-61_200, "€ -612"),
        (100_000_000, "€ 1.000.000"),
    ],
)
def test_cents_stand_only_where_there_are_some(cents: int, text: str) -> None:
    assert amounts.euro(cents) == text
