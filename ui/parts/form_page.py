"""A page that asks and registers: a title, questions that scroll, Cancel and Save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.register import drafts
from desktop_app.words import _
from ui.parts.at_most import at_most
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.form import Kept
from ui.parts.layouts import column, holding, row, rule
from ui.parts.page_head import PageHead
from ui.parts.scroll_page import ScrollPage
from ui.parts.taking_back import did

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from ui.desk import Desk, Place
    from ui.parts.form import Form

_WIDTH = 680


class FormPage(QWidget):
    """A form that fills a page. Who makes one says how to register, and where to go then.

    Args:
        desk: what it works with.
        title: what the form is for.
        form: the questions.
        place: under which name the draft is kept; never a person's name.
        about: what is said of a draft that was kept, without a name.
        said: what is said once it is registered.
        client_id: whom the draft is about, so that it goes when that person's data go.

    Attributes:
        form: the questions.
        above: where a banner about the answers stands.
        page: what stands under the questions is added here.
        foot: the buttons.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        form: Form,
        *,
        place: str,
        about: str,
        said: str,
        client_id: UUID | None = None,
    ) -> None:
        super().__init__()
        self.desk, self.form = desk, form
        self._title, self._about, self._said = title, about, said
        self._place, self._client_id = place, client_id
        self._left = False
        self.above = BannerPlace()
        self.page = column(self.above, form, gap=16)
        body = ScrollPage()
        body.page.addWidget(at_most(_WIDTH, self.page))
        body.page.addStretch(1)
        self.foot = row(
            Button(_("Cancel"), self.cancel, kind="ghost"),
            ...,
            Button(_("Save"), self.save, kind="primary", keys="Ctrl+Return"),
            edge=(28, 12, 28, 14),
        )
        head = column(PageHead(title), edge=(28, 20, 28, 12))
        stack = column(holding(head), rule(), gap=0)
        stack.addWidget(body, 1)
        stack.addWidget(rule())
        stack.addWidget(holding(self.foot))
        self.setLayout(stack)
        form.submitted.connect(self.save)

    def register(self, values: dict[str, Any]) -> Any:
        """Write the answers; return what was written, or None when it must wait.

        Raises:
            UserError: said in the form.
        """
        raise NotImplementedError

    def done(self, written: Any) -> None:
        """Go on after it was written and said."""
        raise NotImplementedError

    def leave(self) -> None:
        """Go elsewhere without writing."""
        raise NotImplementedError

    def start(self, values: Mapping[str, Any]) -> None:
        """Fill the form in, and lay what was typed last time over it."""
        self.form.fill(values)
        before = drafts.draft(self.desk.db, self._place)
        self._kept = Kept(self.form, before, self._keep, self._forget)

    def start_again(self, values: Mapping[str, Any]) -> None:
        """Ask for another one; what is not named keeps the answer of the one before."""
        self._left = False
        self.form.fill(values)
        self._kept.filled_anew()

    def save(self) -> None:
        """Register the answers, or say what is still needed."""
        self.form.attempt(self.register, self._written)

    def cancel(self) -> None:
        """Throw away what was typed and go."""
        self._let_go()
        self.leave()

    def crumbs(self) -> Sequence[str]:
        """Return what the form is for, for the breadcrumb."""
        return [self._title]

    def show_place(self, place: Place) -> None:
        """Begin at the question that a place names."""
        self.form.begin_at(place.field, place.why)

    def keep_drafts(self) -> Sequence[str]:
        """Keep what is typed; what was only opened and read is nothing to keep."""
        return [self._about] if not self._left and self._kept.keep() else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.form.tell_draft()
            return
        super().keyPressEvent(event)

    def _keep(self, typed: dict[str, str]) -> None:
        if not self._left:
            drafts.keep_draft(self.desk.db, self._place, typed, client_id=self._client_id)
            self.desk.saving("draft")

    def _forget(self) -> None:
        drafts.forget_draft(self.desk.db, self._place)
        self.desk.saving("saved")

    def _written(self, written: Any) -> None:
        if written is None:
            return
        did(self.desk, self._said)
        self._let_go()
        self.done(written)

    def _let_go(self) -> None:
        """Have no draft any more: what was typed is registered, or need not be."""
        self._left = True
        self._kept.forget()
