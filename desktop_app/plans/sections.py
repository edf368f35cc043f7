"""How each section of a plan looks on paper: words, lists and panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.paper import marks
from desktop_app.paper.beside import Beside
from desktop_app.paper.blocks import Gapped, Indented, Stack
from desktop_app.paper.headings import small_titled, titled
from desktop_app.paper.panels import Panel
from desktop_app.paper.tags import Node
from desktop_app.paper.text import Text
from desktop_app.plans import closing, document, tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.paper.blocks import Block, Mark
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.style import Kit
    from desktop_app.paper.text import Span
    from desktop_app.plans.document import Cover, Section

_NBSP = "\u00a0"


def block(section: Section, cover: Cover, kit: Kit) -> Block:  # noqa: C901, PLR0911 - a table
    """Return a section as a block."""
    match section:
        case document.Facts():
            return _facts(section, kit)
        case document.Quote():
            return _quote(section, kit)
        case document.Ticks():
            return _ticks(section, kit)
        case document.Prose():
            return _prose(section, kit)
        case document.Shares():
            return _shares(section, kit)
        case document.Scores():
            return tables.scores(section, kit)
        case document.Card():
            return tables.card(section, kit)
        case document.Goals():
            return tables.goals(section, kit)
        case document.Signals():
            return tables.signals(section, kit)
        case document.Review():
            return closing.review(section, kit)
        case document.Notice():
            return closing.notice(section, kit)
        case document.Signing():
            return closing.signing(section, cover, kit)


def share(section: Section, kit: Kit) -> tuple[float, float]:
    """Return how wide a section is beside the one at its right, and the gap between them."""
    return kit.pairs[_PAIRS.get(type(section), "card")]


_PAIRS: dict[type[Section], str] = {document.Ticks: "ticks", document.Review: "review"}


def _facts(section: document.Facts, kit: Kit) -> Block:
    if kit.large:
        rows = [(fact.label, "", fact.value) for fact in section.facts]
        return titled(section.heading, tables.labelled(rows, kit, kit.pairs["facts"][0]), kit)
    lines: list[Gapped] = []
    for number in sorted({fact.line for fact in section.facts}):
        spans: list[Span] = []
        for fact in section.facts:
            if fact.line == number:
                if spans:
                    spans.append((f"{_NBSP * 2}·{_NBSP} ", kit.body_teal))
                spans.append((f"{fact.label}{_NBSP * 2}", kit.body_grey))
                spans.append((fact.value, kit.body))
        lines.append(Gapped(Text("P", *spans)))
    heading = Text("H2", (section.heading, kit.h3))
    return Beside(heading, Stack(lines), share=kit.pairs["facts"])


def _quote(section: document.Quote, kit: Kit) -> Block:
    text = section.text.strip('“”"„ ')
    said = Text("P", (f"“{text}”", kit.quote))
    inner = small_titled(section.heading, said, kit=kit)
    return Panel(inner, kit.colours.tint, 15, 11, bar=kit.colours.teal)


def _ticks(section: document.Ticks, kit: Kit) -> Block:
    list_node = Node("L")
    items: list[Gapped] = []
    for line in section.lines:
        body = Node("LBody")
        list_node.add(Node("LI").add(body))
        items.append(Gapped(Indented(Text(body, (line, kit.body)), kit.indent, _tick(kit)), 3))
    return titled(section.heading, Stack(items, node=list_node), kit)


def _tick(kit: Kit) -> Mark:
    def draw(canvas: TaggedCanvas, left: float, top: float) -> None:
        wide = 9.4 * kit.body.size / 10.5
        marks.tick(canvas, left + 1, top - kit.body.size * 0.67, kit.colours.teal, wide=wide)

    return draw


def _prose(section: document.Prose, kit: Kit) -> Block:
    parts: list[Gapped] = []
    for part in section.parts:
        spans: list[Span] = [(part.text, kit.body)]
        if part.label:
            spans.insert(0, (f"{part.label}. ", kit.body_strong))
        parts.append(Gapped(Text("P", *spans), 3))
    return titled(section.heading, Stack(parts), kit)


def _shares(section: document.Shares, kit: Kit) -> Block:
    list_node = Node("L")
    rows = [_share_row(share, list_node, kit) for share in section.shares]
    content: Block
    if kit.large or len(rows) == 1:
        content = _rows(rows, list_node)
    else:
        half = (len(rows) + 1) // 2
        left, right = _rows(rows[:half], list_node), _rows(rows[half:], list_node)
        content = Beside(left, right, share=kit.pairs["shares"])
        content.nodes = (list_node,)
    return titled(section.heading, content, kit, hint=section.hint)


def _rows(rows: Sequence[Block], list_node: Node) -> Stack:
    return Stack([Gapped(row, 3) for row in rows], node=list_node)


def _share_row(share: document.Share, list_node: Node, kit: Kit) -> Block:
    name, what = Node("Lbl"), Node("LBody")
    list_node.add(Node("LI").add(name, what))
    who = Text(name, (share.who, kit.cell_strong))
    texts = Beside(
        who,
        Text(what, (share.what, kit.cell)),
        share=(kit.columns["shares"][0] - kit.indent - 6, 6),
    )
    return Indented(texts, kit.indent, _disc(share.much, kit))


def _disc(much: marks.Much, kit: Kit) -> Mark:
    def draw(canvas: TaggedCanvas, left: float, top: float) -> None:
        radius = 5 * kit.cell.size / 10.5
        y = top - kit.cell.size * 0.67
        marks.share(canvas, left + radius + 1, y, radius, much, kit.colours)

    return draw
