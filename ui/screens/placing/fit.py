"""A home that somebody could live in: a card with a check, dash or cross per wish, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop_app import amounts, dates
from desktop_app.register.reasons import Sign
from desktop_app.register.reservations import CAN_BE_KEPT
from desktop_app.words import _, ngettext
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.layouts import column, holding, row, rule
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from desktop_app.register.matching import Fit
    from desktop_app.register.reasons import Reason

_ICONS = {
    Sign.YES: ("check", "ok"),
    Sign.PARTLY: ("minus", "text2"),
    Sign.NO: ("x", "danger"),
}
_ACROSS = 2


class FitCard(Card):
    """One home with its reasons; the worker decides, the program only lays out."""

    def __init__(
        self,
        fit: Fit,
        today: date,
        place: Callable[[Fit], object],
        keep: Callable[[Fit], object],
    ) -> None:
        super().__init__(kind="card", edge=(18, 14, 18, 14))
        home = fit.dwelling
        self.setAccessibleName(home.address)
        met = _("{met} of {total} wishes").format(met=fit.met, total=len(fit.reasons))
        missed = any(one.hard and one.sign is Sign.NO for one in fit.reasons)
        under = _("a need is not met") if missed else _("all needs are met")
        words = column(
            label(home.address, "heading"),
            label(_facts(fit, today), "body", "text2", wrap=True),
            gap=2,
        )
        counted = column(
            label(met, "strong"), label(under, "small", "warn" if missed else "text2"), gap=2
        )
        button = Button(
            _("Place anyway…") if missed else _("Place here"),
            lambda: place(fit),
            kind="ghost" if missed else "outline",
            icon="" if missed else "key-round",
        )
        said = _("Place in {address}").format(address=home.address)
        button.setAccessibleName(said)
        head = row(gap=18)
        head.addLayout(words, 1)
        head.addLayout(counted)
        if home.status in CAN_BE_KEPT:
            keeping = Button(_("Keep…"), lambda: keep(fit), kind="ghost")
            keeping.setAccessibleName(_("Keep {address}").format(address=home.address))
            head.addWidget(keeping, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add(head, rule(), _reasons(fit.reasons))


def _facts(fit: Fit, today: date) -> str:
    home = fit.dwelling
    parts = []
    if home.rooms:
        parts.append(ngettext("{n} room", "{n} rooms", home.rooms).format(n=home.rooms))
    if home.rent_cents is not None:
        parts.append(amounts.euro(home.rent_cents))
    days = home.days_vacant(today)
    if days is not None:
        parts.append(ngettext("{n} day empty", "{n} days empty", days).format(n=days))
    elif fit.free_on is not None:
        parts.append(_("free from {day}").format(day=dates.dutch(fit.free_on)))
    if home.complex_name:
        parts.append(home.complex_name)
    return " · ".join(parts)


def _reasons(found: tuple[Reason, ...]) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(7)
    for number, one in enumerate(found):
        icon, colour = _ICONS[one.sign]
        line, left = number // _ACROSS, (number % _ACROSS) * 3
        title = f"{one.title} *" if one.hard else one.title
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Icon(icon, colour, 16), line, left, top)
        grid.addWidget(label(title, "strong"), line, left + 1, top)
        grid.addWidget(label(one.sentence, "body", "text2", wrap=True), line, left + 2, top)
    for place in range(_ACROSS):
        grid.setColumnStretch(place * 3 + 2, 1)
    return holding(grid)
