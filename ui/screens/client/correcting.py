"""Correcting a note: what it said first stays, and the correction shows as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import codelists, dates
from desktop_app.register import contacts
from desktop_app.words import _
from ui.parts.asking import Draft, ask
from ui.parts.form import Field, Form
from ui.parts.taking_back import did
from ui.parts.text import label

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop_app.register.contacts import Note
    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet


def correct(over: QWidget, desk: Desk, client_id: UUID, note: Note) -> SideSheet:
    """Ask what a note should have said."""
    form = Form([Field("text", _("What it should say"), "long")], today=desk.today())
    form.fill({"text": note.text})
    kind = codelists.label("contact_moment", note.kind)
    when = f"{kind} · {note.at.astimezone():%d-%m-%Y %H:%M}"
    return ask(
        over,
        _("Correct a note"),
        form,
        (
            _("Correct"),
            lambda values: contacts.correct_note(
                desk.db, note.note_id, values["text"], now=dates.now()
            ),
        ),
        lambda _id: did(desk, _("Note corrected")),
        above=[
            label(when, "strong", wrap=True),
            label(_("What it says now stays readable under it."), "body", "text2", wrap=True),
        ],
        draft=Draft(desk, f"correction/{note.note_id}", client_id),
    )
