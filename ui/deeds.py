"""What was done in the window: told in its toast, and taken back by its button or Ctrl+Z."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.words import _
from ui.parts.hit import Hit
from ui.parts.undo import Deed, UndoStack

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.parts.banner import BannerPlace
    from ui.parts.toast import Toast


class Deeds:
    """What was done since the register was opened.

    Args:
        toast: tells it.
        problems: where it stands why something could not be taken back.
    """

    def __init__(self, toast: Toast, problems: BannerPlace) -> None:
        self._toast, self._problems = toast, problems
        self._stack = UndoStack()

    def say(
        self,
        words: str,
        undo: Callable[[], object] | None = None,
        redo: Callable[[], object] | None = None,
    ) -> None:
        """Tell what was done, and keep how to take it back."""
        if undo is None:
            self._toast.say(words)
            return
        deed = Deed(words, undo, redo)
        self._stack.push(deed)
        self._toast.say(words, lambda: self._back(deed))

    def take_back(self) -> None:
        """Take back what was done last."""
        self._toast.dismiss()
        self._back()

    def do_again(self) -> None:
        """Do again what was taken back last."""
        self._try(self._stack.redo, _("Done again: {what}"))

    def commands(self) -> list[Hit]:
        """Return both for the palette, as far as there is something to do."""
        done, undone = self._stack.last_done(), self._stack.last_undone()
        found = []
        if done is not None:
            title = _("Undo: {what}").format(what=done.words)
            found.append(Hit(_("Actions"), title, self.take_back, icon="undo-2", keys="Ctrl+Z"))
        if undone is not None:
            title = _("Do again: {what}").format(what=undone.words)
            found.append(
                Hit(_("Actions"), title, self.do_again, icon="redo-2", keys="Ctrl+Shift+Z")
            )
        return found

    def _back(self, deed: Deed | None = None) -> None:
        self._try(lambda: self._stack.undo(deed), _("Undone: {what}"))

    def _try(self, act: Callable[[], Deed | None], sentence: str) -> None:
        try:
            deed = act()
        except UserError as error:
            self._problems.show_error(error)
            return
        if deed is not None:
            self._toast.say(sentence.format(what=deed.words))
