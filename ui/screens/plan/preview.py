"""The paper beside the editor: the very PDF that will be printed, and what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame

from desktop_app.plans import copies, freezing
from desktop_app.words import _, ngettext
from ui import background
from ui.parts import files
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.layouts import column, holding, row
from ui.parts.pdf_view import PdfView
from ui.parts.printing import ask_printer, print_pdf
from ui.parts.segmented import Segmented
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.errors import UserError
    from desktop_app.plans.freezing import Frozen
    from desktop_app.plans.reading import PlanCard
    from ui.desk import Desk

_DEBOUNCE_MS = 400


class Preview(QFrame):
    """Shows a version as paper, prints it for signature, saves a copy.

    Args:
        desk: what it works with.
        keep: saves what is being typed, so that it is on the paper too.

    Signals:
        sized(bool): large print was switched on or off.
        printed(): the version was frozen and printed.
    """

    sized = Signal(bool)
    printed = Signal()

    def __init__(self, desk: Desk, keep: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("k", "subtle")
        self._desk, self._keep = desk, keep
        self._newest: PlanCard | None = None
        self._older: PlanCard | None = None
        sizes = [("usual", _("A4")), ("large", _("Large letters"))]
        self._size = Segmented(_("Size of the letters"), sizes)
        self._size.chosen.connect(lambda size: self.sized.emit(size == "large"))
        self._pages = label("", "small", "text2")
        self._view = PdfView(_("How it comes on paper"))
        self._view.pages_known.connect(self._count)
        self._which = BannerPlace()
        self._undrawn, self._problems = BannerPlace(), BannerPlace()
        self._view.failed.connect(self._undrawn.show_error)
        self._save = Button(_("Save…"), self._save_copy, icon="file-down")
        self._print = Button(
            _("Print and have it signed"), self._print_it, kind="primary", icon="printer",
            keys="Ctrl+P",
        )  # fmt: skip
        self._pause = QTimer(self, interval=_DEBOUNCE_MS, singleShot=True)
        self._pause.timeout.connect(self._draw)
        head = row(label(_("This is how it comes on paper"), "heading"), ..., self._size)
        foot = row(self._pages, ..., self._save, self._print)
        said = (self._which, self._undrawn, self._problems)
        stack = column(holding(column(head, *said, edge=(20, 14, 20, 10))), gap=0)
        stack.addWidget(self._view, 1)
        stack.addLayout(column(foot, edge=(20, 10, 20, 14)))
        self.setLayout(stack)

    def show_plan(self, plan: PlanCard) -> None:
        """Show the newest version, drawn shortly after its last change."""
        first, self._newest = self._newest is None, plan
        self._show_version(0 if first else _DEBOUNCE_MS)

    def look_back(self, older: PlanCard | None) -> None:
        """Show an earlier version until one goes back; None goes back."""
        self._older = older
        self._show_version(0)

    def _plan(self) -> PlanCard | None:
        """Return the version that is shown: all one does here is done with that one."""
        return self._older or self._newest

    def _show_version(self, after_ms: int) -> None:
        plan = self._plan()
        if plan is None:
            return
        self._size.setVisible(not plan.frozen)
        self._size.choose("large" if plan.large_print else "usual")
        self._print.say(_("Print again") if plan.frozen else _("Print and have it signed"))
        self._which.clear()
        if self._older is not None:
            back = Button(_("Back to the newest"), lambda: self.look_back(None))
            said = _("This is version {n}, as it was printed").format(n=plan.number)
            self._which.show_banner(Banner("info", said, button=back, icon="history"))
        self._pause.start(after_ms)

    def _draw(self) -> None:
        plan, today = self._plan(), self._desk.today()
        if plan is None:
            return
        db = self._desk.db
        background.run(
            self,
            lambda: freezing.preview(db, plan.plan_id, today=today),
            self._show,
            self._undrawn.show_error,
        )

    def _show(self, pdf: bytes) -> None:
        self._undrawn.clear()
        self._view.show_pdf(pdf)

    def _count(self, pages: int) -> None:
        self._pages.setText(ngettext("{n} page", "{n} pages", pages).format(n=pages))

    def _fail(self, error: UserError) -> None:
        self._problems.show_error(error)

    def _save_copy(self) -> None:
        if self._plan() is not None:
            title = _("Where to save? The file leaves the register.")
            files.choose_folder(self, title, self.save_to)

    def save_to(self, folder: Path) -> None:
        """Save a copy in a folder; it is noted that it left."""
        self._keep()
        self._problems.clear()
        plan, today, db = self._plan(), self._desk.today(), self._desk.db
        if plan is None:
            return
        background.run(
            self,
            lambda: copies.save_copy(db, plan.plan_id, folder, today=today),
            lambda path: self._desk.say(_("Saved as {file}").format(file=path.name)),
            self._fail,
        )

    def _print_it(self) -> None:
        if self._plan() is None:
            return
        printer = ask_printer(self, max(1, self._view.page_count()))
        if printer is None:
            return
        self.freeze(
            lambda frozen: print_pdf(
                self, frozen.pdf, printer, lambda _pages: self.printed.emit(), self._fail
            )
        )

    def freeze(self, then: Callable[[Frozen], object]) -> None:
        """Freeze the version for signature, or take what was frozen; then go on with it."""
        self._keep()
        self._problems.clear()
        plan, today, db = self._plan(), self._desk.today(), self._desk.db
        if plan is None:
            return
        background.run(
            self,
            lambda: freezing.print_for_signature(db, plan.plan_id, today=today),
            then,
            self._fail,
        )
