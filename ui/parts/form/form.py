"""Fields under their labels, with what is wrong on top and at each field, and drafts kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLayout, QWidget

from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.words import _, ngettext
from ui.parts.banner import Banner, BannerPlace
from ui.parts.flow import Flow
from ui.parts.form.field_row import FieldRow
from ui.parts.layouts import column, row
from ui.parts.link_line import LinkLine
from ui.parts.scroll_page import reveal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from ui.parts.form import inputs
    from ui.parts.form.field import Field

_DRAFT_PAUSE_MS = 1000


class Form(QWidget):
    """Questions one under another; a tuple of fields stands side by side.

    Args:
        fields: in order.
        today: what "today" and "+14" count from.

    Signals:
        draft_changed(dict): what was typed, a second after the last key and on leaving a
            field; a screen keeps it, and gives it back through `restore`.
        submitted(): Ctrl+Enter.
    """

    draft_changed = Signal(dict)
    submitted = Signal()

    def __init__(self, fields: Sequence[Field | tuple[Field, ...]], *, today: date) -> None:
        super().__init__()
        self._rows: dict[str, FieldRow] = {}
        self._also: dict[str, str] = {}
        self._errors = BannerPlace()
        self._pause = QTimer(self, interval=_DRAFT_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.tell_draft)
        stack = column(self._errors, gap=16)
        for entry in fields:
            asked = entry if isinstance(entry, tuple) else (entry,)
            made = [self._asked(field, today, alone=len(asked) == 1) for field in asked]
            stack.addLayout(_side_by_side(made))
        self.setLayout(stack)

    def values(self) -> dict[str, Any]:
        """Return every value by field name; see `Kind` for their types.

        Raises:
            InvalidFieldsError: something typed makes no sense, or a question that must be
                answered is not.
        """
        values: dict[str, Any] = {}
        wrong: dict[str, str] = {}
        for name, made in self._rows.items():
            try:
                values[name] = made.input.value()
            except UserError as error:
                wrong[name] = str(error)
                continue
            if not made.field.optional and values[name] in {None, ""}:
                wrong[name] = missing(made.field)
        if wrong:
            raise InvalidFieldsError(wrong)
        return values

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show values; fields that are not named stay as they are."""
        for name, value in values.items():
            made = self._rows[name]
            made.input.put(made.input.shown(value))

    def attempt(
        self, save: Callable[[dict[str, Any]], Any], then: Callable[[Any], object]
    ) -> None:
        """Save the values; show what is wrong, or go on with what saving gave.

        Args:
            save: called with the values; may raise UserError or InvalidFieldsError.
            then: called with what `save` returned.
        """
        self.clear_errors()
        try:
            saved = save(self.values())
        except UserError as error:
            self.show_error(error)
            return
        self._pause.stop()
        then(saved)

    def show_error(self, error: UserError) -> None:
        """Show what is wrong, on top and at its field, and go to the first wrong field."""
        if not isinstance(error, InvalidFieldsError):
            self._errors.show_error(error)
            return
        wrong = {self._also.get(name, name): said for name, said in error.fields.items()}
        for name in wrong.keys() & self._rows.keys():
            self._rows[name].show_error(wrong[name])
        self._errors.show_banner(self._summary(wrong))
        first = next((name for name in wrong if name in self._rows), None)
        if first is not None:
            self.go_to(first)

    def clear_errors(self) -> None:
        """Show no errors."""
        self._errors.clear()
        for made in self._rows.values():
            made.show_error("")

    def has(self, name: str) -> bool:
        """Tell whether a question is asked here, by any name the core has for it."""
        return self._also.get(name, name) in self._rows

    def go_to(self, name: str) -> None:
        """Put the focus in a field, and bring it in sight."""
        made = self._rows[self._also.get(name, name)]
        made.input.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(made)

    def begin_at(self, name: str, why: str) -> None:
        """Begin at a field, and say there why; a form without this field begins as usual."""
        if self.has(name):
            self._rows[self._also.get(name, name)].explain(why)
            # Once it is laid out: only then is known how far to scroll.
            QTimer.singleShot(0, self, partial(self.go_to, name))

    def input(self, name: str) -> inputs.Input:
        """Return the widget of a field, to listen to it or to switch it off."""
        return self._rows[name].input

    def first(self) -> inputs.Input:
        """Return the widget of the first field, for the focus."""
        return next(iter(self._rows.values())).input

    def draft(self) -> dict[str, str]:
        """Return what stands in the fields, as typed."""
        return {name: made.input.raw() for name, made in self._rows.items()}

    def restore(self, draft: Mapping[str, str]) -> None:
        """Put back what was typed; fields that no longer exist are left out."""
        for name in draft.keys() & self._rows.keys():
            self._rows[name].input.put(draft[name])

    def tell_draft(self) -> None:
        """Give the draft to be kept now: a screen calls it before it is locked or closed."""
        if self._pause.isActive():
            self._pause.stop()
        self.draft_changed.emit(self.draft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def _asked(self, field: Field, today: date, *, alone: bool) -> FieldRow:
        made = FieldRow(field, today, alone=alone)
        made.input.typed.connect(self._typed)
        made.input.left.connect(partial(self._left, field.name))
        self._rows[field.name] = made
        self._also.update(dict.fromkeys(field.also, field.name))
        return made

    def _typed(self) -> None:
        self._pause.start()

    def _left(self, name: str) -> None:
        """Check a field by itself when somebody leaves it, and keep the draft."""
        made = self._rows[name]
        try:
            made.input.value()
        except UserError as error:
            made.show_error(str(error))
        else:
            made.show_error("")
        if self._pause.isActive():
            self.tell_draft()

    def _summary(self, wrong: Mapping[str, str]) -> Banner:
        count = len(wrong)
        title = ngettext(
            "{n} more thing needed before this can be done",
            "{n} more things needed before this can be done",
            count,
        ).format(n=count)
        banner = Banner("danger", title)
        for number, (name, sentence) in enumerate(wrong.items(), start=1):
            made = self._rows.get(name)
            about = f"{made.field.label}: {sentence}" if made else sentence
            link = LinkLine(f"{number}. {about}", partial(self.go_to, name))
            link.setEnabled(made is not None)
            banner.words.addWidget(link)
        return banner


def _side_by_side(rows: Sequence[FieldRow]) -> QLayout:
    """Lay questions in a line, their inputs level; what has no room goes on below."""
    if len(rows) > 1 and all(one.narrow for one in rows):
        return Flow(*rows, gap=14)
    line = row(gap=14)
    for one in rows:
        line.addWidget(one, 0, Qt.AlignmentFlag.AlignBottom)
    return line


def missing(field: Field) -> str:
    """Return what to do about a question that must be answered and is not."""
    match field.kind:
        case "date" | "partly_date":
            return _("Fill in a date, for example {example}.").format(example="14-03-1992")
        case "choice":
            return _("Choose an answer.")
        case "money":
            return _("Fill in an amount, for example 612 or 612,50.")
        case "number":
            return _("Fill in a whole number, for example 12.")
        case _:
            return _("Fill this in.")
