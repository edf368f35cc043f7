"""Amounts of money as Dutch people write them."""

from __future__ import annotations


def euro(cents: int) -> str:
    """Return € 612, or € 1.250,50 where there are cents."""
    whole, rest = divmod(abs(cents), 100)
    sign = "-" if cents < 0 else ""
    grouped = f"{whole:,}".replace(",", ".")
    return f"€ {sign}{grouped}" + (f",{rest:02}" if rest else "")
