"""Step 3: where the file goes; then where it lies, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import dates, disk
from desktop_app.summary import connection, export
from desktop_app.summary.figures import expected_by
from desktop_app.words import _
from ui.parts import files
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.facts import facts
from ui.parts.layouts import empty, row
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import label

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from desktop_app.store.database import Database
    from desktop_app.summary.export import Draft, Made


class Making(ScrollPage):
    """The folder, the receiver, and in the end the file.

    Attributes:
        folder: where the file goes.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self._draft: Draft | None = None

    def ask(self, draft: Draft) -> None:
        """Show where the file will go."""
        self._draft = draft
        empty(self.page)
        card = Card(_("Where does the file go?"))
        other = Button(_("Choose another folder"), self._choose, icon="folder-open")
        words = connection.words_of(draft.receiver)
        card.add(
            facts(
                (
                    (_("Folder"), str(self.folder)),
                    (_("File"), draft.file_name),
                    (_("Opens for"), _("{name}, and you").format(name=draft.receiver.name)),
                    (_("Eight words"), words),
                )
            ),
            row(other, ...),
        )
        said = _(
            "The file is sealed with the key of the region. Whoever finds it on the way cannot "
            "read it."
        )
        self.page.addWidget(Banner("info", _("Nothing has left yet"), said, icon="lock"))
        self.page.addWidget(card)
        self.page.addStretch(1)

    def tell(self, made: Made, receiver: str, today: date) -> None:
        """Show where the file lies."""
        empty(self.page)
        show = Button(
            _("Open folder"), lambda: files.show_folder(made.path.parent), icon="folder-open"
        )
        self.page.addWidget(Banner("ok", _("The file is made"), str(made.path), show))
        due = expected_by(made.card.period)
        card = Card(_("Now you send it"))
        by = (
            _("{region} expects it by {day}.")
            if today <= due
            else _("{region} expected it by {day}, so send it today.")
        ).format(region=receiver, day=dates.dutch(due))
        way = _(
            "Send it in the way you agreed: by secure mail, by the region's portal, or on a "
            "stick. Come back here to note it."
        )
        card.add(label(f"{by} {way}", "body", "text2", wrap=True))
        self.page.addWidget(card)
        self.page.addStretch(1)

    def _choose(self) -> None:
        files.choose_folder(self, _("Where does the file go?"), self._chosen, start=self.folder)

    def _chosen(self, folder: Path) -> None:
        self.folder = folder
        if self._draft is not None:
            self.ask(self._draft)


def make_file(db: Database, draft: Draft, folder: Path, *, today: date) -> Made:
    """Make the file in a folder, which is made where it is not there yet.

    Raises:
        UserError: the folder or the file cannot be written, or the month was made meanwhile.
    """
    with disk.writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return export.approve(db, draft, folder, today=today)
