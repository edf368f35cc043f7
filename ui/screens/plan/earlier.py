"""The versions before this one, each with the way to its paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app import codelists, dates
from desktop_app.words import _
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.layouts import row
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.plans.versions import VersionRow


class Earlier(Card):
    """Earlier versions, the newest of them first.

    Signals:
        chosen(UUID): the paper of a version is asked for.
    """

    chosen = Signal(object)

    def __init__(self, versions: Sequence[VersionRow]) -> None:
        super().__init__(_("Earlier versions"))
        for version in versions:
            name = _("Version {n}").format(n=version.number)
            look = Button(_("Show"), partial(self.chosen.emit, version.plan_id))
            look.setAccessibleName(_("Show version {n}").format(n=version.number))
            said = label(_state(version), "body", "text2", wrap=True)
            line = row(label(name, "strong"), said, look, gap=10)
            line.setStretch(1, 1)
            self.add(line)


def _state(version: VersionRow) -> str:
    signed = codelists.label("signature_state", version.signature or "")
    if version.agreed_on is not None:
        return f"{signed} · {dates.dutch(version.agreed_on)}"
    return dates.dutch(version.printed_on or version.started_on)
