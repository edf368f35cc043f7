"""The package itself as text: exactly the bytes that leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from desktop_app.words import _
from ui.parts.buttons import IconButton
from ui.parts.layouts import column, holding, row
from ui.parts.overlay import Overlay
from ui.parts.tabs import Tabs
from ui.parts.text import label
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

_WIDTH, _TALL = 900, 460


class RawFile(Overlay):
    """The readable files of a package, one at a time."""

    def __init__(self, over: QWidget, texts: Mapping[str, str]) -> None:
        super().__init__(over, width=_WIDTH)
        self.setAccessibleName(_("The file as it leaves"))
        self._texts = dict(texts)
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setFont(look.font("code"))
        self.shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.tabs = Tabs(_("Files in the package"), [(name, name) for name in texts])
        self.tabs.chosen.connect(self._show)
        cross = IconButton("x", _("Close"), self.close_it, size=30)
        said = _("Before sealing, to the letter. The signature comes with it.")
        around = holding(column(self.shown))  # the style sheet sets the field's own height
        around.setMinimumHeight(look.px(_TALL))
        self.panel.setLayout(
            column(
                row(label(_("The file as it leaves"), "heading"), ..., cross),
                label(said, "body", "text2", wrap=True),
                self.tabs,
                around,
                gap=8,
                edge=(24, 16, 16, 20),
            )
        )
        self.closed.connect(self.deleteLater)
        self._show(self.tabs.value())

    def _show(self, name: str) -> None:
        self.shown.setAccessibleName(name)
        self.shown.setPlainText(self._texts[name])
