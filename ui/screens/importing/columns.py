"""Step 2: what the columns were understood as, with a choice for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.register.importing import choices
from desktop_app.words import _
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.form.field import Choice
from ui.parts.form.inputs import Pick
from ui.parts.layouts import column, empty, holding, row, rule
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import Elided, label
from ui.screens.importing import column_line as line
from ui.screens.importing.column_line import ColumnLine
from ui.screens.importing.facts import Facts
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.register.importing.preview import Plan


class Columns(ScrollPage):
    """The columns of a file.

    Signals:
        chosen(Column, str): a column is something else.
        again(Column): a column is to be recognised by itself.
        sheet_chosen(str): another sheet of the workbook.
    """

    chosen = Signal(object, str)
    again = Signal(object)
    sheet_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._facts = Facts()
        self._sheets = holding(row(gap=10))
        self._count = Chip("")
        card = Card(_("Your columns"), self._count, edge=(1, 14, 1, 6))
        card.head.setContentsMargins(17, 0, 17, 0)
        card.head.insertWidget(
            2, Elided(_("What you choose is kept for the next list."), "small", "text2"), 1
        )
        self._titles = _Titles()
        self._lines = column(gap=0)
        card.body.setSpacing(0)
        card.add(self._titles, self._lines)
        self.page.addWidget(self._facts)
        self.page.addWidget(self._sheets)
        self.page.addWidget(card)
        self.page.addStretch(1)

    def tell(self, plan: Plan) -> None:
        """Show a file; the choice that had the focus keeps it."""
        at = next((one.column.key for one in self.lines() if one.pick.hasFocus()), None)
        self._facts.tell(plan)
        self._offer_sheets(plan)
        read = sum(c.field is not None and c.certainty != "left out" for c in plan.columns)
        self._count.say(
            _("{n} of {total} read in").format(n=read, total=len(plan.columns)),
            "ok" if read == len(plan.columns) else "mute",
        )
        offered = tuple(
            Choice(field.code, f"{field.noun_label}: {field.label}")
            for field in choices.offered()
        )
        empty(self._lines)
        for found in plan.columns:
            each = ColumnLine(found, offered)
            each.chosen.connect(lambda code, one=found: self.chosen.emit(one, code))
            each.again.connect(lambda one=found: self.again.emit(one))
            self._lines.addWidget(rule())
            self._lines.addWidget(each)
            if found.key and found.key == at:
                each.pick.setFocus()

    def lines(self) -> list[ColumnLine]:
        """Return the lines, one for each column."""
        return [one for one in self.findChildren(ColumnLine) if not one.isHidden()]

    def _offer_sheets(self, plan: Plan) -> None:
        inside = self._sheets.layout()
        if inside is None:
            return
        empty(inside)
        self._sheets.setVisible(len(plan.sheets) > 1)
        if len(plan.sheets) < 2:  # noqa: PLR2004 - nothing to choose
            return
        pick = Pick(tuple(Choice(name, name) for name in plan.sheets))
        pick.removeItem(0)
        pick.put(plan.sheet)
        pick.setAccessibleName(_("Sheet of the workbook"))
        pick.typed.connect(lambda: self.sheet_chosen.emit(pick.raw()))
        pick.setFixedWidth(look.px(line.FIELD))
        words = label(_("Which sheet is the list?"), "strong")
        words.setBuddy(pick)
        inside.addWidget(words)
        inside.addWidget(pick)
        inside.addItem(row(...))


class _Titles(QWidget):
    """What stands above the columns of the lines."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        across = row(gap=12, edge=(line.EDGE[0], 0, line.EDGE[2], 8))
        for words, wide in (
            (_("Your column"), line.HEAD),
            (_("Example"), line.EXAMPLE),
            (_("Becomes"), line.FIELD),
        ):
            title = Elided(words, "caption", "text2")
            title.setFixedWidth(look.px(wide))
            across.addWidget(title)
            self._parts.append(title)
        self._why = Elided(_("How we see that"), "caption", "text2")
        across.addWidget(self._why, 1)
        sure = Elided(_("How sure"), "caption", "text2")
        sure.setFixedWidth(look.px(line.CERTAINTY))
        across.addWidget(sure)
        corner = QWidget()
        corner.setFixedWidth(look.px(line.AGAIN))
        across.addWidget(corner)
        self.setLayout(across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= look.px(line.NARROW)
        self._why.setVisible(wide)
        line.stretch_head(self._parts[0], on=not wide)
        super().resizeEvent(event)
