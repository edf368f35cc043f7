"""The first picture: the unlock screen as it can be painted at once, ready to type in.

The words, the field and the button are Qt's own, dressed by the style sheet; what is drawn by
hand, and what the worker must read first, comes with the screen that takes its place. That
one takes the field over as it is, with all that was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from desktop_app.words import _
from ui.parts.foot_line import foot_line, language_name
from ui.parts.layouts import column, row
from ui.parts.password_field import PasswordField
from ui.parts.skyline import Skyline
from ui.parts.text import Elided, label
from ui.screens.unlock import frame
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from ui.screens.unlock.hello import Hello


class Front(Skyline):
    """The first picture.

    Attributes:
        hello: what it knows.
        field: where the password is typed.
        asked: whether Enter or the button was pressed already.
    """

    def __init__(self, hello: Hello) -> None:
        super().__init__()
        self.hello = hello
        self.field = PasswordField(_("Password"), eye=False)
        self.asked = False
        self.field.returnPressed.connect(self._ask)
        self.setFocusProxy(self.field)
        register = frame.TwoLines(look.px(20), label(_("Other register"), "control", "primary"))
        register.say(hello.folder.name, str(hello.folder))
        page = frame.page(
            label(hello.title(), "display", wrap=True),
            label(hello.sentence(), "body", "text2", wrap=True),
            register,
            frame.TwoLines(look.px(34)),
            self._password(),
            row(
                label(_("Forgotten your password?"), "control", "primary"),
                ...,
                Elided(_("The register is encrypted"), "small", "text3"),
                edge=(0, 3, 0, 3),
            ),
        )
        tongue = label(language_name(), "body", "text2")
        tongue.setContentsMargins(look.px(16) + 8, 3, 0, 3)  # the room of its sign
        frame.lay_out(self, (page,), foot_line(tongue))

    def _password(self) -> QVBoxLayout:
        button = QPushButton(_("Open"))
        button.setProperty("k", "primary")
        button.clicked.connect(self._ask)
        return column(label(_("Password"), "strong"), self.field, 6, button, gap=4)

    def _ask(self) -> None:
        self.asked = True
