"""The tables of a plan: how it goes, labelled lines, goals with their steps, early signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.paper import days, marks
from desktop_app.paper.blocks import Gapped, Stack
from desktop_app.paper.canvas import disc
from desktop_app.paper.headings import small_titled, titled
from desktop_app.paper.inline import Inline, Piece
from desktop_app.paper.panels import Panel, Signed, TickBox
from desktop_app.paper.scores import ScaleHead, Strip, ring
from desktop_app.paper.tables import HEAD_RULE, Cell, Column, Row, Table, text_cell
from desktop_app.paper.tags import cell, header
from desktop_app.paper.text import Text
from desktop_app.words import _, pgettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.paper.blocks import Block
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.inline import Sign
    from desktop_app.paper.style import Kit
    from desktop_app.paper.text import Span
    from desktop_app.plans.document import (
        Action,
        Card,
        Goal,
        Goals,
        Score,
        Scores,
        Signal,
        Signals,
    )  # fmt: skip

_NBSP = "\u00a0"


def labelled(rows: Sequence[tuple[str, str, str]], kit: Kit, label_width: float) -> Table:
    """Return lines of a grey label, a bold first line and a text, as a table without rules."""
    pad = 1.2 if kit.large else 1.9
    made = []
    for label, strong, text in rows:
        spans: list[Span] = []
        if strong:
            spans.append((f"{strong}\n" if text else strong, kit.cell_strong))
        if text or not strong:
            spans.append((text, kit.cell))
        cells = (
            text_cell(header(row=True), (label, kit.cell_grey)),
            text_cell(cell(), *spans),
        )
        made.append(Row(cells, pad, pad, joined=True))
    return Table([Column(label_width, right=6), Column(0, right=0)], None, made)


def card(section: Card, kit: Kit) -> Block:
    """Return a panel of labelled lines; its labels decide how wide their column is."""
    widest = max(
        Text(None, (line.label, kit.cell_grey)).natural_width() for line in section.lines
    )
    label_width = min(max(widest + 10, 54.0), 110.0)
    rows = [(line.label, line.strong, line.text) for line in section.lines]
    inner = small_titled(section.heading, labelled(rows, kit, label_width), kit=kit)
    return Panel(inner, kit.colours.panel, 11, 9)


def scores(section: Scores, kit: Kit) -> Block:
    """Return the opened life areas with their strips, and the legend."""
    area, scale, now = kit.columns["scores"]
    columns = [Column(area, right=8), Column(scale, 3.6, 0), Column(now, 3.9, 0)]
    head = Row(
        (
            text_cell(header(), (_("Life area"), kit.head)),
            Cell(ScaleHead(kit), header()),
            text_cell(header(), (_("How it goes now"), kit.head)),
        ),
        0, 4.5, rule=kit.colours.teal, rule_width=0.9,
    )  # fmt: skip
    table = Table(columns, head, [_score_row(score, kit) for score in section.rows])
    inner = Stack([Gapped(table), Gapped(_legend(section, kit), 4)], tail=True)
    return titled(section.heading, inner, kit)


def _score_row(score: Score, kit: Kit) -> Row:
    return Row(
        (
            text_cell(header(row=True), (score.area, kit.cell_strong), middle=True),
            Cell(Strip(kit, score.now, score.first), cell(), middle=True),
            text_cell(cell(), (score.sentence, kit.cell), middle=True),
        ),
        5.4, 6.2, rule=kit.colours.rule,
    )  # fmt: skip


def _legend(section: Scores, kit: Kit) -> Block:
    pieces: list[Piece] = []
    if any(score.first is not None for score in section.rows):
        first = days.month(section.first_on) if section.first_on else _("the first time")
        pieces.append(Piece(Text("P", (first, kit.small)), 13, _ring(kit)))
    now = pgettext("score", "now")
    if section.now_on:
        now = _("now ({date})").format(date=days.in_words(section.now_on))
    if section.given_by:
        given = {
            "together": _("given together"),
            "client": _("given by me"),
            "worker": _("given by my support worker"),
        }
        now = f"{now}, {given[section.given_by]}"
    scale = _("1 = it goes wrong, 5 = I manage myself.").replace(" = ", f"{_NBSP}={_NBSP}")
    pieces.append(Piece(Text("P", (f"{now}.", kit.small)), 14, _disc(kit)))
    pieces.append(Piece(Text("P", (scale, kit.small))))
    return Inline(pieces, gap=12, step=kit.small.leading + 2)


def _ring(kit: Kit) -> Sign:
    def draw(canvas: TaggedCanvas, left: float, y: float) -> None:
        ring(canvas, left + 4.4, y, kit)

    return draw


def _disc(kit: Kit) -> Sign:
    def draw(canvas: TaggedCanvas, left: float, y: float) -> None:
        canvas.paint(disc(left + 4.8, y, 4.8), fill=kit.colours.teal)

    return draw


def goals(section: Goals, kit: Kit) -> Block:
    """Return goals with their steps; a goal stays on one page when a page can hold it."""
    *widths, last = kit.columns["goals"]
    columns = [*(Column(width, 7, 4) for width in widths), Column(last, 7, 7)]
    heads = (_("What will we do?"), _("Who?"), _("When?"))
    head = Row(
        (
            *(text_cell(header(), (text, kit.head)) for text in heads),
            text_cell(header(), (pgettext("goal", "Done"), kit.head), align="centre"),
        ),
        0, 5, rule=kit.colours.teal, rule_width=HEAD_RULE,
    )  # fmt: skip
    rows: list[Row] = []
    for number, goal in enumerate(section.goals, 1):
        rows.append(_goal_row(number, goal, kit))
        rows += [_action_row(action, kit) for action in goal.actions]
    return titled(section.heading, Table(columns, head, rows), kit)


def _goal_row(number: int, goal: Goal, kit: Kit) -> Row:
    title = Text(
        "P",
        (_("Goal {number}").format(number=number) + _NBSP * 2, kit.goal_number),
        (goal.title, kit.goal),
    )
    left = [Gapped(title)]
    if goal.reached_when:
        text = goal.reached_when[:1].lower() + goal.reached_when[1:]
        reached = _("Reached when: {text}").format(text=text)
        left.append(Gapped(Text("P", (reached, kit.cell))))
    right: list[Text] = []
    if goal.area:
        right.append(Text("P", (goal.area, kit.small), align="right"))
    if goal.due:
        spans = ((_("ready:") + " ", kit.small), (days.in_words(goal.due), kit.small_strong))
        right.append(Text("P", *spans, align="right"))
    wide = max((text.natural_width() for text in right), default=0) + 14.1
    cells = (
        Cell(Stack(left), header(row=True, span=2), span=2),
        Cell(Stack([Gapped(text, 1) for text in right]), cell(span=2), span=2),
    )
    widths = (0.0, min(wide, kit.page.measure * 0.4))
    return Row(cells, 3.6, 5.4, fill=kit.colours.tint, leads=True, widths=widths)


def _action_row(action: Action, kit: Kit) -> Row:
    box = TickBox(kit, done=action.done, said=pgettext("goal", "done"))
    return Row(
        (
            text_cell(cell(), (action.what, kit.cell)),
            text_cell(cell(), (action.who, kit.cell)),
            text_cell(cell(), (_when(action), kit.cell)),
            Cell(box, cell(), middle=True),
        ),
        3, 4.2, rule=kit.colours.rule, joined=True,
    )  # fmt: skip


def _when(action: Action) -> str:
    """Return when a step is taken; no line ends within a date."""
    if action.when:
        return action.when
    if action.since is None:
        return _unbroken(days.in_words(action.due)) if action.due else ""
    words = days.period(action.since, action.due)
    for day in filter(None, (action.since, action.due)):
        words = words.replace(days.in_words(day), _unbroken(days.in_words(day)))
    return words


def _unbroken(text: str) -> str:
    return text.replace(" ", _NBSP)


def signals(section: Signals, kit: Kit) -> Block:
    """Return what we notice and do in each phase."""
    phase, notice, do = kit.columns["signals"]
    columns = [Column(phase, right=8), Column(notice, 4, 6), Column(do, 4, 0)]
    heads = (_("How is it going?"), _("What do we notice?"), _("What do we do?"))
    head = Row(
        tuple(text_cell(header(), (text, kit.head)) for text in heads),
        0, 4.5, rule=kit.colours.teal, rule_width=HEAD_RULE,
    )  # fmt: skip
    table = Table(columns, head, [_signal_row(signal, kit) for signal in section.signals])
    items: list[Gapped] = [Gapped(table)]
    if section.foot:
        items.append(Gapped(Text("P", *_emphasised(section.foot, kit)), 3))
    return titled(section.heading, Stack(items, tail=True), kit)


def _signal_row(signal: Signal, kit: Kit) -> Row:
    size = 18 * kit.cell.size / 10.5

    def sign(canvas: TaggedCanvas, left: float, y: float) -> None:
        marks.phase(canvas, signal.phase, left, y, size, kit.colours)

    label = Signed(
        Text("P", (signal.label, kit.cell_strong)), sign, size + 7, size, kit.cell_strong
    )
    return Row(
        (
            Cell(label, header(row=True), middle=True),
            text_cell(cell(), (signal.notice, kit.cell), middle=True),
            text_cell(cell(), (signal.do, kit.cell), middle=True),
        ),
        2.6, 3.8, rule=kit.colours.rule, joined=True,
    )  # fmt: skip


def _emphasised(text: str, kit: Kit) -> list[Span]:
    """Return a template's text with its **bold** words in bold."""
    parts = re.split(r"\*\*", text)
    return [
        (part, kit.small_strong if at % 2 else kit.small)
        for at, part in enumerate(parts)
        if part
    ]
