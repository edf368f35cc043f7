"""Keeps what is typed in a form, as far as it differs from what was filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.parts.form.form import Form


class Kept(QObject):
    """What was typed in a form, on its way to a place where a lock cannot reach it.

    Make it when the form is filled; it puts back at once what was kept before. An answer that
    nobody touched is not kept, so it never hides what a colleague changed meanwhile.

    Args:
        form: the form, filled.
        before: what was kept at an earlier visit, if anything.
        keep: keeps what was typed.
        forget: throws away what was kept.
    """

    def __init__(
        self,
        form: Form,
        before: Mapping[str, str] | None,
        keep: Callable[[dict[str, str]], object],
        forget: Callable[[], object],
    ) -> None:
        super().__init__(form)
        self._form, self._keep, self._forget = form, keep, forget
        self._filled = form.draft()
        self._there = before is not None
        if before is not None:
            form.restore(before)
        form.draft_changed.connect(lambda _draft: self.keep())

    def typed(self) -> dict[str, str]:
        """Return the answers that differ from what was filled in."""
        return {
            name: raw for name, raw in self._form.draft().items() if raw != self._filled[name]
        }

    def keep(self) -> bool:
        """Keep what is typed now; tell whether there was anything to keep."""
        typed = self.typed()
        if not typed:
            self.forget()
            return False
        self._there = True
        self._keep(typed)
        return True

    def forget(self) -> None:
        """Throw away what was kept, for it was registered or is as it was filled in."""
        if self._there:
            self._there = False
            self._forget()

    def filled_anew(self) -> None:
        """Take what stands in the form now as what was filled in."""
        self._filled = self._form.draft()
