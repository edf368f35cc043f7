"""What is pictured: one line per screen. Whoever adds a screen adds its line here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.desk import Place
from ui.gallery import (
    chart_sheets,
    client_sheets,
    desks,
    dwelling_sheets,
    first_run_sheets,
    import_sheets,
    month_sheets,
    plan_sheets,
    region_sheets,
    settings_sheets,
    sheets,
    table_sheets,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file name, and what builds the widget."""

    name: str
    build: Callable[[], QWidget]


SHOTS: tuple[Shot, ...] = (
    Shot("parts-words-and-buttons", sheets.words_and_buttons),
    Shot("parts-empty-and-skyline", sheets.empty_and_skyline),
    Shot("parts-tables", table_sheets.tables),
    Shot("parts-forms", table_sheets.forms),
    Shot("parts-charts", chart_sheets.charts),
    Shot("parts-palette", table_sheets.palette),
    Shot("parts-sheet-and-dialog", table_sheets.sheet_and_dialog),
    Shot("unlock-first", desks.front),
    Shot("unlock", desks.unlock),
    Shot("unlock-with-draft", lambda: desks.unlock(locked=True)),
    Shot("unlock-error", lambda: desks.unlock(wrong=True)),
    Shot("unlock-recovery", lambda: desks.unlock(recovery=True)),
    Shot("first-run-welcome", first_run_sheets.welcome),
    Shot("first-run-place", first_run_sheets.place),
    Shot("first-run-password", first_run_sheets.password),
    Shot("first-run-sheet", first_run_sheets.sheet),
    Shot("put-back-which", first_run_sheets.which_backup),
    Shot("put-back-cut", first_run_sheets.cut_backup),
    Shot("put-back-where", first_run_sheets.where_backup),
    Shot("put-back-who", first_run_sheets.who_opens),
    Shot("put-back-done", first_run_sheets.restored),
    Shot("clients", lambda: desks.window(Place("clients"))),
    Shot("import-choose", import_sheets.choose),
    Shot("import-columns", import_sheets.columns),
    Shot("import-check", import_sheets.check),
    Shot("import-done", import_sheets.done),
    Shot("today", lambda: desks.window(Place("today"))),
    Shot("client-overview", lambda: desks.client("overview")),
    Shot("client-timeline", lambda: desks.client("timeline")),
    Shot("client-timeline-events", client_sheets.without_contacts),
    Shot("client-plan", lambda: desks.client("plan")),
    Shot("client-plan-draft", plan_sheets.draft),
    Shot("client-plan-changes", plan_sheets.changes),
    Shot("client-housing", lambda: desks.client("housing")),
    Shot("client-details", lambda: desks.client("details")),
    Shot("client-lease", client_sheets.mending),
    Shot("client-decision", client_sheets.renewing),
    Shot("client-form-mending", client_sheets.mending_a_field),
    Shot("client-form", lambda: desks.window(Place("client-form"))),
    Shot("dwellings", lambda: desks.window(Place("dwellings"))),
    Shot("dwelling", dwelling_sheets.card),
    Shot("dwelling-kept", dwelling_sheets.reserved),
    Shot("dwelling-form", dwelling_sheets.edit),
    Shot("dwelling-form-wrong", dwelling_sheets.wrong),
    Shot("complex-form", dwelling_sheets.of_complex),
    Shot("placing", lambda: desks.window(Place("placing"))),
    Shot("month-connect", lambda: desks.window(Place("month"))),
    Shot("month-preview", month_sheets.preview),
    Shot("month-file", month_sheets.made),
    Shot("region", region_sheets.month),
    Shot("region-files", region_sheets.files),
    Shot("region-goals", region_sheets.goals),
    Shot("region-profile", region_sheets.profile),
    Shot("region-empty", region_sheets.empty),
    Shot("settings-organisation", lambda: settings_sheets.part("organisation")),
    Shot("settings-colleagues", lambda: settings_sheets.part("colleagues")),
    Shot("settings-colleague", settings_sheets.colleague),
    Shot("settings-first-password", settings_sheets.first_password),
    Shot("settings-backups", settings_sheets.backups),
    Shot("settings-sheet", lambda: settings_sheets.part("sheet")),
    Shot("settings-new-sheet", settings_sheets.new_sheet),
    Shot("settings-password", lambda: settings_sheets.part("password")),
    Shot("settings-computer", lambda: settings_sheets.part("computer")),
    Shot("settings-about", lambda: settings_sheets.part("about")),
    Shot("settings-of-a-worker", lambda: settings_sheets.part("colleagues", "BEG")),
    Shot("palette", lambda: desks.searching("be")),
    Shot("palette-notes", lambda: desks.searching("huur", in_notes=True)),
    Shot("help", lambda: desks.window(Place("help"))),
)
