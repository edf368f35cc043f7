"""A message inside the page, near its cause: an icon, a bold line, a sentence, one button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.parts.announce import announce
from ui.parts.icon import Icon
from ui.parts.layouts import column, row
from ui.parts.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.errors import UserError
    from ui.parts.buttons import Button

Mood = Literal["info", "warn", "danger", "ok"]

_ICONS = {
    "info": "info",
    "warn": "triangle-alert",
    "danger": "circle-alert",
    "ok": "circle-check",
}


class Banner(QFrame):
    """A message that stays until its cause is gone.

    Args:
        mood: info, warn, danger or ok; chooses colour and icon.
        title: what happened, in bold.
        sentence: what to do; may be empty.
        button: the one thing to do about it, if any; at the right.
        icon: another Lucide icon than the mood's own.
    """

    def __init__(
        self,
        mood: Mood,
        title: str,
        sentence: str = "",
        button: Button | None = None,
        icon: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("k", mood)
        self.setAccessibleName(title)
        self.words: QVBoxLayout = column(label(title, "strong", wrap=True), gap=3)
        if sentence:
            self.words.addWidget(label(sentence, "body", "text2", wrap=True))
        sign = Icon(icon or _ICONS[mood], mood)
        line = row(gap=12, edge=(16, 12, 12, 12))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self.words, 1)
        if button is not None:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)


class BannerPlace(QFrame):
    """A place in a page where at most one banner stands; takes no room while empty.

    Args:
        above: room left free over a banner.
    """

    def __init__(self, above: int = 0) -> None:
        super().__init__()
        self._box = column(gap=0, edge=(0, above, 0, 0))
        self.setLayout(self._box)
        self.hide()

    def show_banner(self, banner: Banner) -> None:
        """Show a banner in place of the one before, and have it read out."""
        self.clear()
        self._box.addWidget(banner)
        self.show()
        announce(self, banner.accessibleName(), at_once=banner.property("k") == "danger")

    def show_error(self, error: UserError, button: Button | None = None) -> None:
        """Show what went wrong and what to do: the first sentence in bold."""
        title, _, rest = str(error).partition(". ")
        self.show_banner(Banner("danger", title + ("." if rest else ""), rest, button))

    def clear(self) -> None:
        """Show nothing."""
        while (item := self._box.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()
