"""The box in which a contact is written down: kind, when, how long, what, for which goal."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from desktop_app import codelists, dates
from desktop_app.errors import UserError
from desktop_app.register import contacts, drafts
from desktop_app.register.contacts import NoteFields
from desktop_app.words import _
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.form import Choice, Field, Form
from ui.parts.layouts import column, row
from ui.parts.segmented import Segmented
from ui.parts.taking_back import did
from ui.parts.text import label
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from desktop_app.register.client_card import Goal
    from ui.desk import Desk

_USUAL = ("HUIS", "TEL", "KANT", "APP", "MDO", "NOSHOW")
_PAUSE_MS = 1000
_TEXT_HEIGHT = 92


class Composer(QFrame):
    """Writes a note about one client; what is typed is kept as a draft, encrypted.

    Signals:
        written(): a note was registered.
    """

    written = Signal()

    def __init__(self, desk: Desk, client_id: UUID, goals: Sequence[Goal]) -> None:
        super().__init__()
        self.setProperty("k", "inset")
        self._desk, self._client_id = desk, client_id
        self._place = f"note/{client_id}"
        self._kind = Segmented(
            _("Kind of contact"), [(k, codelists.label("contact_moment", k)) for k in _USUAL]
        )
        self._when = Form(_when_fields(goals), today=desk.today())
        self._text = NoteText(_("What happened"))
        self._caution = label("", "small", "warn", wrap=True)
        self._caution.hide()
        self._problems = BannerPlace()
        self._save = Button(_("Register"), self.register, kind="primary", keys="Ctrl+Return")
        foot = row(gap=16)
        foot.addWidget(self._when, 1)
        foot.addWidget(self._save, 0, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(
            column(
                row(self._kind, ...),
                self._problems,
                self._text,
                self._caution,
                foot,
                gap=10,
                edge=(14, 12, 14, 14),
            )
        )
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.keep)
        self._text.textChanged.connect(self._typed)
        self._text.left.connect(self.keep)
        self._take_up()

    def write(self) -> None:
        """Put the cursor in the text."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep what stands here; nothing typed keeps nothing."""
        self._pause.stop()
        if self._text.toPlainText().strip():
            drafts.keep_draft(
                self._desk.db, self._place, self._content(), client_id=self._client_id
            )
        else:
            drafts.forget_draft(self._desk.db, self._place)

    def keep_drafts(self) -> Sequence[str]:
        """Keep a half note and say so, without a name."""
        self.keep()
        return [_("A half note")] if self._text.toPlainText().strip() else []

    def register(self) -> None:
        """Enter the note under the worker's name."""
        self._problems.clear()
        self._when.clear_errors()
        try:
            fields = self._fields()
            contacts.write_note(self._desk.db, self._client_id, fields, now=dates.now())
        except UserError as error:
            self._problems.show_banner(Banner("danger", str(error)))
            return
        self._text.clear()
        self._pause.stop()
        did(self._desk, _("Note registered"))
        drafts.forget_draft(self._desk.db, self._place)
        self.written.emit()

    def _fields(self) -> NoteFields:
        values = self._when.values()
        day, minutes = values["day"], values["minutes"]
        now = dates.now()
        at = now
        if day != self._desk.today():
            noon = datetime(day.year, day.month, day.day, 12).astimezone()
            at = min(noon, now + timedelta(days=366))
        return NoteFields(
            kind=self._kind.value(),
            at=at,
            text=self._text.toPlainText(),
            minutes=minutes,
            goal_id=UUID(values["goal"]) if values["goal"] else None,
        )

    def _content(self) -> dict[str, Any]:
        return {
            "kind": self._kind.value(),
            "text": self._text.toPlainText(),
            "cursor": self._text.textCursor().position(),
            "when": self._when.draft(),
        }

    def _take_up(self) -> None:
        kept = drafts.draft(self._desk.db, self._place)
        self._when.fill({"day": self._desk.today()})
        if kept is None:
            return
        self._kind.choose(kept["kind"])
        self._when.restore(kept["when"])
        self._text.setPlainText(kept["text"])
        cursor = self._text.textCursor()
        cursor.setPosition(min(kept["cursor"], len(kept["text"])))
        self._text.setTextCursor(cursor)
        self._pause.stop()

    def _typed(self) -> None:
        self._pause.start()
        cautions = contacts.cautions(self._text.toPlainText())
        self._caution.setText("\n".join(cautions))
        self._caution.setVisible(bool(cautions))


class NoteText(QPlainTextEdit):
    """Where a note is typed; Tab leaves it.

    Signals:
        left(): the focus went elsewhere.
    """

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(look.px(_TEXT_HEIGHT))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)


def _when_fields(goals: Sequence[Goal]) -> list[Field | tuple[Field, ...]]:
    choices = tuple(Choice(str(goal.goal_id), goal.title) for goal in goals)
    return [
        (
            Field("day", _("When"), "date"),
            Field("minutes", _("Minutes"), "number", optional=True, width=96),
            Field("goal", _("Belongs to goal"), "choice", optional=True, choices=choices),
        )
    ]
