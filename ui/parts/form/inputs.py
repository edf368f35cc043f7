"""One widget per kind of field; each gives what was typed as text, so a draft is simple."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidgetAction,
)

from desktop_app.errors import UserError
from desktop_app.words import _
from ui.parts import paint
from ui.parts.check_box import CheckBox
from ui.parts.form import reading
from ui.theme import icons, look

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent

    from ui.parts.form.field import Choice, Field

Value = Any


class Line(QLineEdit):
    """One line of text."""

    typed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.textEdited.connect(lambda _words: self.typed.emit())

    def raw(self) -> str:
        """Return what stands there."""
        return self.text()

    def put(self, raw: str) -> None:
        """Show a text."""
        self.setText(raw)

    def value(self) -> Value:
        """Return the value, or raise UserError when it makes no sense."""
        return " ".join(self.text().split())

    def shown(self, value: Value) -> str:
        """Return the text for a value."""
        return str(value or "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Number(Line):
    """A whole number."""

    def value(self) -> Value:
        return reading.read_number(self.text()) if self.text().strip() else None

    def shown(self, value: Value) -> str:
        return "" if value is None else str(value)


class Money(Line):
    """An amount in cents, shown as 612,50 behind a euro sign."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("sign", True)
        where = QLineEdit.ActionPosition.LeadingPosition
        self.addAction(icons.icon("euro", "text3"), where).setText("€")

    def value(self) -> Value:
        return reading.read_money(self.text()) if self.text().strip() else None

    def shown(self, value: Value) -> str:
        return "" if value is None else reading.show_money(value)


class Day(Line):
    """A date: typed freely, written out as dd-mm-yyyy on leaving; a calendar beside it."""

    def __init__(self, today: date, *, partly: bool = False) -> None:
        super().__init__()
        self._today = today
        self._partly = partly
        calendar = self.addAction(
            icons.icon("calendar", "text2"), QLineEdit.ActionPosition.TrailingPosition
        )
        calendar.setToolTip(_("Choose from the calendar"))
        calendar.setText(_("Choose from the calendar"))
        calendar.triggered.connect(self._open_calendar)

    def value(self) -> Value:
        if not self.text().strip():
            return None
        if self._partly:
            return reading.read_partly_date(self.text(), self._today)
        return reading.read_date(self.text(), self._today)

    def shown(self, value: Value) -> str:
        if value is None:
            return ""
        return reading.show_partly_date(value) if self._partly else reading.show_date(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        try:
            tidy = self.shown(self.value())
        except UserError:
            tidy = self.text()  # what was typed stays; the form says what is wrong with it
        if tidy != self.text():
            self.setText(tidy)
        super().focusOutEvent(event)

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        days = QCalendarWidget()
        days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        days.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        days.setAccessibleName(_("Calendar"))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            days.setWeekdayTextFormat(weekend, days.weekdayTextFormat(Qt.DayOfWeek.Monday))
        try:
            known = reading.read_date(self.text(), self._today)
        except UserError:
            known = self._today  # nothing sensible yet: open at this month
        days.setSelectedDate(QDate(known.year, known.month, known.day))
        days.activated.connect(lambda day: self._take(day, menu))
        days.clicked.connect(lambda day: self._take(day, menu))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(days)
        menu.addAction(holder)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        days.setFocus()

    def _take(self, day: QDate, menu: QMenu) -> None:
        menu.close()
        self.setText(day.toString("dd-MM-yyyy"))
        self.typed.emit()
        self.setFocus()


class Long(QPlainTextEdit):
    """Several lines; grows with its text. Tab leaves it."""

    typed = Signal()
    left = Signal()

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._grow)

    def raw(self) -> str:
        """Return what stands there."""
        return self.toPlainText()

    def put(self, raw: str) -> None:
        """Show a text."""
        self.setPlainText(raw)

    def value(self) -> Value:
        """Return the text without blank ends."""
        return self.toPlainText().strip()

    def shown(self, value: Value) -> str:
        """Return the text for a value."""
        return str(value or "")

    def sizeHint(self) -> QSize:
        lines = min(max(self._lines, round(self.document().size().height())), 12)
        return QSize(320, lines * self.fontMetrics().lineSpacing() + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _grow(self) -> None:
        self.updateGeometry()
        if self.hasFocus():
            self.typed.emit()


class Pick(QComboBox):
    """One answer out of a list; first comes the invitation to choose."""

    typed = Signal()
    left = Signal()

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self.addItem(_("Choose an answer"), "")
        for choice in choices:
            self.addItem(choice.words, choice.code)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda _index: self.typed.emit())

    def raw(self) -> str:
        """Return the code of the answer, "" for none."""
        return str(self.currentData())

    def put(self, raw: str) -> None:
        """Show an answer by its code; one that is no longer offered shows as none."""
        self.setCurrentIndex(max(0, self.findData(raw)))

    def value(self) -> Value:
        """Return the code, or None."""
        return self.raw() or None

    def shown(self, value: Value) -> str:
        """Return the code for a value."""
        return str(value or "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must not change an answer

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = paint.begin(self)
        size = look.px(16)
        left, top = self.width() - size - 11, round((self.height() - size) / 2)
        icons.draw(painter, QRectF(left, top, size, size), "chevron-down", "text2")
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Check(CheckBox):
    """Yes or no; the question stands beside the box."""

    typed = Signal()
    left = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.clicked.connect(lambda _on: self.typed.emit())

    def raw(self) -> str:
        """Return "1" or ""."""
        return "1" if self.isChecked() else ""

    def put(self, raw: str) -> None:
        """Show an answer."""
        self.setChecked(bool(raw))

    def value(self) -> Value:
        """Return whether it is on."""
        return self.isChecked()

    def shown(self, value: Value) -> str:
        """Return the text for a value."""
        return "1" if value else ""


Input = Line | Long | Pick | Check


def make(field: Field, today: date) -> Input:
    """Return the widget for a field."""
    match field.kind:
        case "date" | "partly_date":
            return Day(today, partly=field.kind == "partly_date")
        case "choice":
            return Pick(field.choices)
        case "check":
            return Check(field.label)
        case "long":
            return Long()
        case _:
            return {"text": Line, "number": Number, "money": Money}[field.kind]()


def usual_width(field: Field) -> int:
    """Return how wide an input is: its width suggests how much to type. 0 fills the column."""
    if field.width is not None:
        return field.width
    return {"date": 180, "partly_date": 180, "number": 120, "money": 150}.get(field.kind, 0)
