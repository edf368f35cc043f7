"""Opening a register for a command: whose password, and from where."""

from __future__ import annotations

import getpass
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app import dates, paths
from desktop_app.commands import files
from desktop_app.commands.progress import shown
from desktop_app.errors import UserError
from desktop_app.store import entering, keys
from desktop_app.words import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.commands.usage import Reader
    from desktop_app.store.database import Database

VARIABLE = "THUISBASIS_PASSWORD"


def register_argument(reader: Reader) -> None:
    """Let a command ask for a register and for the way in."""
    reader.add_argument(
        "register", metavar="DIR", type=files.path, help=_("folder of the register")
    )
    password_arguments(reader)


def password_arguments(reader: Reader) -> None:
    """Let a command ask for the way in."""
    reader.add_argument(
        "--person",
        metavar=_("NAME"),
        help=_("who opens the register (default: everybody with this password)"),
    )
    reader.add_argument(
        "--password-file",
        metavar=_("FILE"),
        type=files.path,
        help=_("read the password from the first line of this file; else from {name}").format(
            name=VARIABLE
        ),
    )


def password(asked: argparse.Namespace) -> str:
    """Return the password: from the named file, from the environment, or typed.

    Raises:
        UserError: the file cannot be read, or nobody is there to type.
    """
    file: Path | None = asked.password_file
    if file is not None:
        try:
            text = file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as refused:
            raise UserError(
                _("The password file {file} cannot be read.").format(file=file)
            ) from refused
        return (text.splitlines() or [""])[0]
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(
            _("No password was given. Use --password-file or set {name}.").format(name=VARIABLE)
        )
    return _typed(_("Password: "))


def new_password(asked: argparse.Namespace) -> str:
    """Return a password that is chosen now; a typed one is typed twice.

    Raises:
        UserError: the two are not the same, or as with `password`.
    """
    chosen = password(asked)
    typed = asked.password_file is None and VARIABLE not in os.environ
    if typed and _typed(_("Once more: ")) != chosen:
        raise UserError(_("These two passwords are not the same. Try again."))
    return chosen


@contextmanager
def opened(asked: argparse.Namespace) -> Iterator[Database]:
    """Give the register that a command names, open, and close it afterwards."""
    with entered(asked) as (db, _way_in):
        yield db


@contextmanager
def entered(asked: argparse.Namespace) -> Iterator[tuple[Database, keys.Opened]]:
    """Give the register that a command names, open, with its unlocked key file."""
    folder: Path = asked.register
    way_in = unlock(folder, asked)
    now = dates.now().astimezone()
    inside = entering.enter(folder, way_in, shelf=paths.backups(), at=now)
    if inside.notice:
        print(inside.notice, file=sys.stderr)
    try:
        yield inside.db, way_in
    finally:
        inside.db.close()


def unlock(folder: Path, asked: argparse.Namespace) -> keys.Opened:
    """Open the key file with the password of the named person, or of whoever it fits.

    Raises:
        UserError: no register, no key file, nobody of that name, or a wrong password.
    """
    if not any(folder.glob("register.*")):
        raise UserError(
            _(
                "There is no register in {folder}. Name the folder that holds register.db and "
                "register.keys."
            ).format(folder=folder)
        )
    people = [slot for slot in keys.slots(folder) if slot.kind == "password"]
    if asked.person is not None:
        people = [slot for slot in people if slot.label == asked.person]
        if not people:
            raise UserError(
                _("Nobody called “{name}” has access to this register.").format(
                    name=asked.person
                )
            )
    secret = password(asked)
    with shown(_("Unlocking")):
        for slot in people[:-1]:
            try:
                return keys.unlock(folder, slot.id, secret)
            except keys.WrongPasswordError:
                continue
        return keys.unlock(folder, people[-1].id, secret)


def _typed(prompt: str) -> str:
    try:
        return getpass.getpass(prompt, stream=sys.stderr)
    except EOFError as nothing:
        raise UserError(_("No password was typed.")) from nothing
