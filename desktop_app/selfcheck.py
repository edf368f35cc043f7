"""Does the program work on this computer? Tried out on people who do not exist.

For whoever installs or repairs: an installation that lacks a library, a font or a text shows it
here and not in front of a client.
"""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import assets, codelists, practice, words
from desktop_app.paper import fonts
from desktop_app.plans import composing, document, printing, templates
from desktop_app.register import lists, spreadsheets
from desktop_app.store import keys, opening
from desktop_app.summary import sealing, solver
from desktop_app.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from uuid import UUID

_NAME = "Zoë Wiśniewska"
_UNENCRYPTED = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was tried, and what went wrong; nothing when all went well."""

    tried: str
    fault: str = ""


class _Fault(Exception):  # noqa: N818 - not an error of the program but of what it found
    """Something does not do what it should."""


def findings(today: date) -> Iterator[Finding]:
    """Try everything, one thing after another, and tell of each at once."""
    for tried, attempt in _ATTEMPTS:
        try:
            attempt(today)
        except _Fault as fault:
            yield Finding(_(tried), str(fault))
        except Exception as broken:  # noqa: BLE001 - whatever is broken here is the finding
            yield Finding(_(tried), f"{type(broken).__name__}: {broken}")
        else:
            yield Finding(_(tried))


def _register(today: date) -> None:
    """Make a register, close it, look at its bytes and open it again."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "register")
        made = practice.make_register(folder, today=today, clients=3, months=3)
        before = lists.read(made.db, "clients", today=today).rows
        made.db.close()
        if (folder / "register.db").read_bytes().startswith(_UNENCRYPTED):
            raise _Fault(_("The register is not encrypted."))
        slot = keys.slots(folder)[0].id
        _refuses(folder, slot)
        db = opening.open_register(folder, keys.unlock(folder, slot, practice.PASSWORD))
        after = lists.read(db, "clients", today=today).rows
        db.close()
        if not before or before != after:
            raise _Fault(_("The register does not give back what was recorded."))


def _refuses(folder: Path, slot: UUID) -> None:
    try:
        keys.unlock(folder, slot, practice.PASSWORD.upper())
    except keys.WrongPasswordError:
        return
    raise _Fault(_("The register opens with a wrong password."))


def _plans(today: date) -> None:
    """Print every plan and read the name back from the paper."""
    import pypdfium2  # noqa: PLC0415 - only here: nothing else in the core reads PDF files

    for name in templates.names():
        cover = document.Cover(
            "nl", document.Organisation("Proef"), _NAME, "C-1", 1, today, "X"
        )
        answers = composing.Answers(document.Signing(_NAME, "Proef"))
        plan = composing.compose(templates.read(name), answers, cover)
        with pypdfium2.PdfDocument(printing.print_plan(plan)) as paper:
            text = "".join(page.get_textpage().get_text_range() for page in paper)
        if _NAME not in text:
            raise _Fault(_("The plan “{name}” does not say whose it is.").format(name=name))


def _figures(_today: date) -> None:
    """Find the whole numbers below two and a half that add up to the most."""
    model = solver.solver(presolve=True)
    solver.load(model, [(-1, 0, 2.5)] * 2, [(0, 3.5, {0: 1, 1: 1})], whole_numbers=True)
    if round(sum(solver.solve(model) or ())) != 3:  # noqa: PLR2004 - two and one
        raise _Fault(_("Figures are not rounded as they should be."))


def _seal(_today: date) -> None:
    """Seal and sign, open again, and refuse what was changed on the way."""
    identity, signing = sealing.new_identity(), sealing.new_signing_key()
    sealed = sealing.seal(_NAME.encode(), [sealing.recipient(identity)])
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    signature = sealing.sign(signing, sealed)
    if sealing.unseal(sealed, identity) != _NAME.encode():
        raise _Fault(_("A sealed file does not open."))
    if sealing.is_signed_by(sealing.public_key(signing), signature, changed):
        raise _Fault(_("A changed file is taken for a whole one."))
    try:
        sealing.unseal(changed, identity)
    except sealing.NotWholeError:
        return
    raise _Fault(_("A changed file is taken for a whole one."))


def _workbook(today: date) -> None:
    """Make a workbook and read it back."""
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy, and only here

    made = spreadsheets.as_xlsx(_NAME, ("A", "B"), [(_NAME, today)])
    lines = list(load_workbook(io.BytesIO(made)).worksheets[0].values)
    if lines[1][0] != _NAME:
        raise _Fault(_("A workbook does not give back what was written."))


def _texts(_today: date) -> None:
    with words.in_language("en"):
        english = _("The register is not encrypted.")
    with words.in_language("nl"):
        if _("The register is not encrypted.") == english:
            raise _Fault("The Dutch texts are missing.")


def _fonts(_today: date) -> None:
    for style in ("regular", "semibold", "bold", "italic"):
        if not set(_NAME) <= fonts.face(style).covered:
            raise _Fault(_("The font for paper lacks letters."))
    if not assets.names("fonts/inter", ".ttf"):
        raise _Fault(_("The font for the screen is missing."))


def _data(_today: date) -> None:
    if not all(codelists.read(name).codes for name in codelists.names()):
        raise _Fault(_("A code list is empty."))
    if not codelists.names() or not templates.names():
        raise _Fault(_("The code lists or plan templates are missing."))


_ATTEMPTS: tuple[tuple[str, Callable[[date], None]], ...] = (
    (N_("Make an encrypted register, close it and open it again"), _register),
    (N_("Print a plan and read it back"), _plans),
    (N_("Make a workbook and read it back"), _workbook),
    (N_("Round figures"), _figures),
    (N_("Seal and sign a file, open it again"), _seal),
    (N_("Dutch texts"), _texts),
    (N_("Fonts"), _fonts),
    (N_("Code lists and plan templates"), _data),
)
