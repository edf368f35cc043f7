"""About the program: its version, whether it works here, and what of others is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from desktop_app import __version__, licences, selfcheck
from desktop_app.words import _, ngettext
from ui import background
from ui.parts import files
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.layouts import column, empty, holding, row
from ui.parts.side_sheet import SideSheet
from ui.parts.table import Column, Table, cells
from ui.parts.text import label
from ui.screens.settings.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.errors import UserError
    from desktop_app.licences import ThirdParty
    from desktop_app.selfcheck import Finding
    from ui.background import Report
    from ui.desk import Desk

_TALL = 360


class AboutSection(Section):
    """Version, folder, self-check, licences."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("About Thuisbasis"), _("Free software under the EUPL 1.2; it works offline.")
        )
        self._desk = desk
        self.told = BannerPlace()
        self._tried = column(gap=6)
        self.check = Button(_("Check this computer"), self.check_it, icon="shield-check")
        self.licences = Table(
            _columns(), name=_("Made by others"), key=lambda part: part.name, compact=True
        )
        self.licences.setMinimumHeight(_TALL)
        self.licences.opened.connect(self.show_licence)
        self.licences.show_rows(licences.third_party())
        self.lay_out(self._this(), self._checking(), self._others())

    def check_it(self) -> None:
        """Try out on the worker whether the program works here; tell of each thing tried."""
        today = self._desk.today()
        found: list[Finding] = []
        self.told.clear()
        empty(self._tried)
        self.check.busy(_("Checking…"))

        def work(report: Report) -> list[Finding]:
            for finding in selfcheck.findings(today):
                found.append(finding)
                report(0.0, finding.tried)
            return found

        task = background.run_reporting(
            self, work, self._checked, self._refused, lambda _share, _words: self._tell(found)
        )
        self.destroyed.connect(task.stop)  # a lock does not wait for the rest

    def show_licence(self, part: ThirdParty) -> SideSheet:
        """Show the text of a licence."""
        text = QPlainTextEdit(part.text or _("This package does not bring the text along."))
        text.setReadOnly(True)
        text.setAccessibleName(part.name)
        text.setMinimumHeight(_TALL)
        close = Button(_("Close"), kind="ghost")
        sheet = SideSheet(self, f"{part.name} {part.version}".strip(), text, close)
        close.clicked.connect(sheet.close_it)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open(text)
        return sheet

    def _this(self) -> Card:
        box = Card()
        where = label(str(self._desk.db.folder), "body", "text2", wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        folder = self._desk.db.folder
        show = Button(_("Show the folder"), lambda: files.show_folder(folder), kind="link")
        promise = label(
            _("Everything in this folder is encrypted. It works without internet."),
            "body",
            "text2",
            wrap=True,
        )
        box.add(label(f"Thuisbasis {__version__}", "heading"), promise, where, row(show, ...))
        return box

    def _checking(self) -> Card:
        box = Card(_("Does it work on this computer?"))
        about = _(
            "Tries out encryption, plans, month files and fonts on people who do not exist."
            " Takes half a minute; nothing of your register is touched."
        )
        box.add(
            label(about, "body", "text2", wrap=True),
            row(self.check, ...),
            self.told,
            self._tried,
        )
        return box

    def _others(self) -> Card:
        box = Card(_("Made by others"))
        about = _("What of others is in this program. Enter shows the licence.")
        box.add(label(about, "body", "text2", wrap=True), self.licences)
        return box

    def _tell(self, found: Sequence[Finding]) -> None:
        for finding in found[self._tried.count() :]:
            self._tried.addWidget(_line(finding))

    def _checked(self, found: Sequence[Finding]) -> None:
        self.check.ready()
        self._tell(found)
        faults = sum(bool(finding.fault) for finding in found)
        if faults:
            said = ngettext(
                "{n} thing does not work on this computer",
                "{n} things do not work on this computer",
                faults,
            ).format(n=faults)
            self.told.show_banner(Banner("danger", said, _("Install the program again.")))
            return
        self.told.show_banner(Banner("ok", _("Everything works on this computer")))

    def _refused(self, error: UserError) -> None:
        self.check.ready()
        self.told.show_error(error)


def _line(finding: Finding) -> QWidget:
    good = not finding.fault
    words = finding.tried if good else f"{finding.tried}: {finding.fault}"
    line = row(Icon("check" if good else "x", "ok" if good else "danger", 16), gap=8)
    line.addWidget(label(words, "body", "text2" if good else "danger", wrap=True), 1)
    return holding(line)


def _columns() -> list[Column[ThirdParty]]:
    return [
        Column("name", _("Name"), lambda part: cells.Text(part.name, strong=True)),
        Column("version", _("Version"), lambda part: cells.Text(part.version), width=110),
        Column(
            "licence",
            _("Licence"),
            lambda part: cells.Text(part.licence or _("see the text"), soft=not part.licence),
        ),
    ]
