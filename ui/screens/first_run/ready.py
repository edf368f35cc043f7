"""After the steps: what stands, and what could come next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from desktop_app.words import _
from ui.parts.buttons import Button
from ui.parts.icon import Icon
from ui.parts.sky_card import SkyCard
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.screens.first_run.step_list import StepLine


class Ready(SkyCard):
    """The register stands.

    Args:
        register_name: its name.
        steps: what was done, and what was left for later.
        onward: where the button goes, in words.

    Signals:
        left(): to the register.
    """

    left = Signal()

    def __init__(self, register_name: str, steps: Sequence[StepLine], onward: str) -> None:
        super().__init__(width=520)
        self.go = Button(onward, self.left.emit, kind="primary", wide=True)
        title = _("{register} is ready").format(register=register_name)
        self.body.addWidget(label(title, "display", wrap=True))
        self.body.addWidget(
            label(
                _("From now on it opens with your password, and only with that."),
                "body",
                "text2",
                wrap=True,
            )
        )
        self.body.addSpacing(10)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(2, 1)
        for number, step in enumerate(steps):
            later = step.state == "later"
            sign = Icon("clock" if later else "circle-check", "text3" if later else "ok", 18)
            note = _("for later, in Settings") if later else step.note or _("done")
            grid.addWidget(sign, number, 0)
            grid.addWidget(label(step.words, "strong"), number, 1)
            grid.addWidget(label(note, "body", "text2", wrap=True), number, 2)
        self.body.addLayout(grid)
        self.body.addSpacing(14)
        self.body.addWidget(self.go)
