"""Colours and type sizes by meaning, read from resources/ui/tokens.json."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Literal, NamedTuple

from ui.theme.source import data

Scheme = Literal["light", "dark"]


class Tokens(SimpleNamespace):
    """Every colour of one scheme as "#RRGGBB" (scrim and shadow as "#AARRGGBB").

    Text stands on a ground: text, text2 (softer) and text3 (softest) on chrome, surface,
    subtle, hover or selected. The five moods primary, warn, danger, ok and info each have a
    soft ground; `on_primary` is text on a filled primary button. tint1 to tint6 are grounds
    of avatars. resources/ui/tokens.json names every pair that must stay readable.
    """

    chrome: str
    surface: str
    subtle: str
    hover: str
    selected: str
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    primary: str
    primary_hover: str
    primary_soft: str
    primary_text: str
    on_primary: str
    warn: str
    warn_soft: str
    warn_line: str
    danger: str
    danger_soft: str
    danger_line: str
    ok: str
    ok_soft: str
    ok_line: str
    info: str
    info_soft: str
    info_line: str
    mute_soft: str
    amber: str
    focus: str
    track: str
    chart1: str
    chart2: str
    chart3: str
    chart4: str
    chart_other: str
    skyline_far: str
    skyline_near: str
    skyline_window: str
    paper: str
    toast: str
    toast_text: str
    toast_action: str
    scrim: str
    shadow: str
    tint1: str
    tint2: str
    tint3: str
    tint4: str
    tint5: str
    tint6: str
    tint1_text: str
    tint2_text: str
    tint3_text: str
    tint4_text: str
    tint5_text: str
    tint6_text: str


class TypeRole(NamedTuple):
    """One size and weight of text: `cut` is "text" or "title", `px` holds at 100 %."""

    cut: str
    px: int
    weight: int
    tabular: bool = False


@cache
def read(scheme: Scheme, *, high_contrast: bool = False) -> Tokens:
    """Return the colours of a scheme."""
    colours = dict(data()["schemes"][scheme])
    if high_contrast:
        colours |= data()["high_contrast"][scheme]
    return Tokens(**colours)


@cache
def type_roles() -> dict[str, TypeRole]:
    """Return the type scale: "display", "title", "heading", "body" and so on."""
    return {name: TypeRole(*role) for name, role in data()["type"].items()}


def as_dict(tokens: Tokens) -> dict[str, str]:
    """Return the colours by name, for a template."""
    return dict(vars(tokens))
