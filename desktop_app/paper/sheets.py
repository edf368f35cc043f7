"""The recovery sheet: one page with the code that opens a register when passwords are lost.

It goes from here to the printer and nowhere else; the program never saves it as a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import words
from desktop_app.paper import days, file, flow, masthead, shaping, style
from desktop_app.paper.beside import Beside
from desktop_app.paper.blocks import Gapped, Lowered, Stack
from desktop_app.paper.canvas import TaggedCanvas, rounded
from desktop_app.paper.headings import titled
from desktop_app.paper.masthead import Head, Masthead
from desktop_app.paper.panels import Numbered, Panel, QrCode, WritingLines
from desktop_app.paper.style import MM
from desktop_app.paper.tags import Node
from desktop_app.paper.text import Text
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.paper.blocks import Block, Room
    from desktop_app.paper.style import Kit
    from desktop_app.words import Language

_ACROSS = 3
_BOX = 15 * MM
_GAP = 2.5 * MM
_QR = 50 * MM


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the sheet; `code` has its groups apart by spaces or hyphens."""

    organisation: str
    register: str
    printed_on: date
    code: str
    language: Language = "nl"


def print_recovery_sheet(sheet: RecoverySheet) -> bytes:
    """Return the recovery sheet as a PDF of one page, for the printer only."""
    kit = style.kit()
    with words.in_language(sheet.language):
        title = _("Recovery sheet")
        blocks = _blocks(sheet, title, kit)
        root = Node("Document").add(*(node for item in blocks for node in item.block.nodes))
        (page,) = flow.paginate(blocks, kit.page.measure, kit.page.room)
        canvas = TaggedCanvas(kit.page)
        for placed in page:
            top = kit.page.top - placed.down
            placed.block.draw(canvas, kit.page.left, top, kit.page.measure, placed.height)
        parts = [title, sheet.register, days.in_words(sheet.printed_on)]
        first = masthead.fitted(parts, kit.footer, kit.page.measure - 60)
        second = _("Keep this sheet away from the laptop and from the back-up.")
        page_of = _("{page} of {pages}").format(page=1, pages=1)
        masthead.footer(canvas, kit, (first, second), page_of)
    about = file.Description(title, sheet.organisation, sheet.language, sheet.printed_on)
    return file.finish(canvas, root, about)


def _blocks(sheet: RecoverySheet, title: str, kit: Kit) -> list[flow.Item]:
    head = Head(
        title=title,
        name=((_("of the register") + " ", kit.name), (sheet.register, kit.name_strong)),
        organisation=sheet.organisation,
        pill=_("Secret"),
        note=_("printed on {date}").format(date=days.in_words(sheet.printed_on)),
    )
    warning = Text("P", (_("Whoever has this code can open the register."), kit.body_grey))
    code = Beside(
        CodeBoxes(re.split(r"[\s-]+", sheet.code), kit),
        QrCode(sheet.code, _QR, _("The recovery code as a QR code")),
        share=(kit.page.measure - _QR - 8 * MM, 8 * MM),
    )
    steps = [
        _("Open Thuisbasis and choose “Forgotten your password?”."),
        _("Scan the code or type the groups. Thuisbasis sees a typing error at once."),
        _("Choose a new password. This sheet stays valid after that."),
    ]
    letters = _(
        "The code never has the letters I, L, O or U. A 0 is always a zero, a 1 always a one."
    )
    places = _(
        "Good places: a safe, somebody of the board, a sealed envelope at another address. "
        "Keep two sheets, in two places."
    )
    return [
        flow.Item(Masthead(head, kit)),
        flow.Item(
            titled(_("Recovery code"), Stack([Gapped(warning), Gapped(code, 12)], keep=1), kit),
            34,
        ),
        flow.Item(titled(_("How to use it"), Lowered(_steps(steps, letters, kit), 4), kit), 30),
        flow.Item(_keeping(places, kit), 26),
        flow.Item(WritingLines([_("Kept by"), _("Where it is kept"), _("Date")], kit), 30),
    ]


def _steps(steps: Sequence[str], letters: str, kit: Kit) -> Block:
    items: Node = Node("L")
    rows: list[Gapped] = []
    for number, step in enumerate(steps, 1):
        numbered = Numbered(number, step, style.kit(large=True))
        items.add(Node("LI").add(*numbered.nodes))
        rows.append(Gapped(numbered, 8))
    note = Text("P", (letters, kit.small))
    return Stack([Gapped(Stack(rows, node=items)), Gapped(note, 12)])


def _keeping(places: str, kit: Kit) -> Block:
    text = Text("P", (places, style.kit(large=True).body))
    return Panel(text, kit.colours.tint, 14, 11, bar=kit.colours.teal)


class CodeBoxes:
    """The groups of a code, three in a row, each character in a place of its own width."""

    def __init__(self, groups: Sequence[str], kit: Kit) -> None:
        self.kit = kit
        self.items = [(Node("Lbl"), Node("LBody"), group) for group in groups]
        self.node = Node("L").add(*(Node("LI").add(lbl, body) for lbl, body, _ in self.items))
        self.nodes: Sequence[Node] = (self.node,)

    def height(self, width: float) -> float:
        """Return the height of the rows."""
        rows = -(-len(self.items) // _ACROSS)
        return rows * _BOX + (rows - 1) * _GAP

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw a box per group."""
        wide = (width - (_ACROSS - 1) * _GAP) / _ACROSS
        for at, (label, body, group) in enumerate(self.items):
            down, across = divmod(at, _ACROSS)
            x = left + across * (wide + _GAP)
            y = top - down * (_BOX + _GAP) - _BOX
            colours = self.kit.colours
            path = rounded(x, y, wide, _BOX, 6)
            canvas.paint(path, fill=colours.panel, stroke=colours.rule, width=0.8)
            self._draw_number(canvas, label, x + 13, y + _BOX / 2, at + 1)
            self._draw_group(canvas, body, group, x + 20, y, wide - 24)

    def _draw_number(
        self, canvas: TaggedCanvas, node: Node, x: float, y: float, number: int
    ) -> None:
        kind = self.kit.small
        runs = shaping.runs(str(number), kind.face)
        canvas.begin(node, f"{number} ")
        canvas.show(x - runs[0].width * kind.size / 2, y - kind.size * 0.33, kind, runs)
        canvas.end()

    def _draw_group(
        self, canvas: TaggedCanvas, node: Node, group: str, left: float, y: float, width: float
    ) -> None:
        kind = self.kit.code
        step = kind.size * 0.76
        start = left + (width - step * len(group)) / 2
        canvas.begin(node, f"{group} ")
        for at, char in enumerate(group):
            runs = shaping.runs(char, kind.face)
            x = start + step * (at + 0.5) - runs[0].width * kind.size / 2
            canvas.show(x, y + _BOX / 2 - kind.size * 0.33, kind, runs)
        canvas.end()
