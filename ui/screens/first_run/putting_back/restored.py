"""After putting back: what stands where, and on to the password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.words import _, ngettext
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.sky_card import SkyCard
from ui.parts.text import label

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.store.restoring import Restored


class RestoredCard(SkyCard):
    """The register is back.

    Args:
        folder: where it lies.
        restored: what was done.

    Signals:
        opening(): to the password.
    """

    opening = Signal()

    def __init__(self, folder: Path, restored: Restored) -> None:
        super().__init__(width=560)
        self.go = Button(_("Open the register"), self.opening.emit, kind="primary", wide=True)
        lies = _("The register lies in {folder}.").format(folder=folder)
        self.body.addWidget(label(_("The backup is back"), "display", wrap=True))
        self.body.addWidget(label(lies, "body", "text2", wrap=True))
        self.body.addSpacing(8)
        for banner in _banners(restored):
            self.body.addWidget(banner)
        self.body.addSpacing(10)
        self.body.addWidget(self.go)
        self.setFocusProxy(self.go)


def _banners(restored: Restored) -> list[Banner]:
    told: list[Banner] = []
    if restored.set_aside is not None:
        words = _("It lies in {folder}. Remove it once you are sure that you miss nothing.")
        told.append(
            Banner(
                "info",
                _("What was there is set aside"),
                words.format(folder=restored.set_aside),
                icon="archive",
            )
        )
    if restored.erased_again:
        title = ngettext(
            "{n} file was destroyed again",
            "{n} files were destroyed again",
            restored.erased_again,
        )
        words = _("That was done after this backup was made, and stays so.")
        told.append(Banner("info", title.format(n=restored.erased_again), words))
    if restored.unread:
        words = _(
            "{files} could not be read. Look whether files that were destroyed are back, and"
            " destroy them again."
        )
        title = _("A list of destroyed files is missing")
        told.append(Banner("warn", title, words.format(files=", ".join(restored.unread))))
    if not told:
        told.append(Banner("ok", _("Every page was checked"), _("Nothing else was changed.")))
    return told
