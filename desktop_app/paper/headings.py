"""A heading and what belongs under it: they never stand on different pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.paper.beside import Beside
from desktop_app.paper.blocks import Gapped, Lowered, Stack
from desktop_app.paper.text import Text

if TYPE_CHECKING:
    from desktop_app.paper.blocks import Block
    from desktop_app.paper.style import Kit

_AFTER = 3.5
_AFTER_SMALL = 3.0


def titled(heading: str, content: Block, kit: Kit, *, hint: str = "") -> Stack:
    """Return a section under its heading; a grey hint stands at the heading's right."""
    title: Block = Text("H2", (heading, kit.h2))
    if hint:
        right = Text("P", (hint, kit.small), align="right")
        wide = kit.page.measure - right.natural_width() - 12
        fits = Text(None, (heading, kit.h2)).natural_width() <= wide
        if fits:
            lower = kit.h2.size - kit.small.size  # both on one baseline
            title = Beside(title, Lowered(right, lower), share=(wide, 0))
        else:
            below = Text("P", (hint, kit.small))
            title = Stack([Gapped(title), Gapped(below, 1)], keep=1)
    return Stack([Gapped(title), Gapped(content, _AFTER)], keep=1)


def small_titled(heading: str, *content: Block, kit: Kit) -> Stack:
    """Return blocks under the smaller heading that stands on a panel."""
    title = Gapped(Text("H2", (heading, kit.h3)))
    items = [Gapped(block, 0 if at else _AFTER_SMALL) for at, block in enumerate(content)]
    return Stack([title, *items], keep=1)
