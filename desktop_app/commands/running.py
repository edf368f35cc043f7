"""Running a command: the language first, then its work, then an exit code for scripts."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Protocol

from desktop_app import __version__, crashes, dates, paths, settings, words
from desktop_app.commands import (
    exchanging,
    importing,
    listing,
    planning,
    practising,
    regional,
    safekeeping,
    self_checking,
    streams,
    usage,
)
from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence


class Group(Protocol):
    """A file of commands that belong together."""

    def add(self, commands: usage.Commands) -> None:
        """Add its commands."""


DONE, USER_ERROR, BUG, INTERRUPTED = 0, 1, 70, 130
GROUPS: tuple[Group, ...] = (
    practising,
    importing,
    listing,
    planning,
    exchanging,
    regional,
    safekeeping,
    self_checking,
)


def run(arguments: Sequence[str], groups: Sequence[Group] = GROUPS) -> int:
    """Do what the arguments ask.

    Args:
        arguments: without the name of the program.
        groups: where commands come from.

    Returns:
        0 done; 1 an error that the user can mend; 2 the command cannot be read; 70 a bug of
        ours, with a report in the log folder that holds no client data; 130 stopped by Ctrl+C.
    """
    streams.ready()
    words.set_language(_language(arguments))
    try:
        asked = _reader(groups).parse_args(arguments)
        asked.run(asked)
        sys.stdout.flush()
    except UserError as error:
        _say(*_sentences(error))
        return USER_ERROR
    except KeyboardInterrupt:
        _say(_("Stopped. Nothing was left half done."))
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        streams.hush()
        return DONE
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else DONE
    except Exception as error:  # noqa: BLE001 - the one place where a bug ends
        return _failed(error)
    return DONE


def _reader(groups: Sequence[Group]) -> usage.Reader:
    reader = usage.Reader(
        prog="thuisbasis-cli",
        description=_("An encrypted register for housing people first, without a network."),
    )
    reader.add_argument(
        "--version", action="version", version=__version__, help=_("show the version")
    )
    reader.add_argument(
        "--language", choices=words.LANGUAGES, help=_("language of this command: nl or en")
    )
    commands = usage.Commands(reader)
    for group in groups:
        group.add(commands)
    return reader


def _language(arguments: Sequence[str]) -> words.Language:
    """Find the language before anything is said: the option, else this computer's choice."""
    asked = None
    for place, argument in enumerate(arguments):
        name, _sign, value = argument.partition("=")
        if name == "--language":
            asked = value or next(iter(arguments[place + 1 :]), None)
    for language in words.LANGUAGES:
        if language == asked:
            return language
    with contextlib.suppress(UserError):
        return settings.read(paths.settings_file()).language
    return words.LANGUAGES[0]


def _failed(error: Exception) -> int:
    if isinstance(error, OSError) and streams.is_broken():
        streams.hush()
        _say(_("What there is to tell could not be written. Is the disk full?"))
        return USER_ERROR
    _say(*_crashed(error))
    return BUG


def _sentences(error: UserError) -> list[str]:
    if isinstance(error, InvalidFieldsError):
        return list(error.fields.values())
    return [str(error)]


def _crashed(error: Exception) -> list[str]:
    sorry = _("Something went wrong inside the program. Your register is as it was.")
    try:
        file = crashes.write(error, paths.log_folder(), dates.now())
    except OSError:
        return [sorry, crashes.report(error, dates.now())]
    return [sorry, _("What happened is noted without client data in {file}.").format(file=file)]


def _say(*sentences: str) -> None:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
