"""How commands are read: argparse, in the language of the user."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from desktop_app.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Command = Callable[[argparse.Namespace], None]

USAGE = 2
"""The exit code for a command that cannot be read."""

# argparse speaks English alone; these are its sentences and ours.
_SENTENCES = (
    (r"the following arguments are required: (.+)", N_("Still needed: {it}.")),
    (r"unrecognized arguments: (.+)", N_("Not known here: {it}.")),
    (r"argument command: invalid choice: '([^']+)'.*", N_("There is no command “{it}”.")),
    (r"argument ([^\s:]+):? ?.*invalid choice: .*", N_("{it} has a value that is not listed.")),
    (r"argument ([^\s:]+):? ?.*expected .*", N_("{it} needs a value.")),
    (r"argument ([^\s:]+):? ?.*invalid .* value: .*", N_("{it} has a value that is wrong.")),
    (r"argument ([^\s:]+): not allowed with .*", N_("{it} does not go with the rest.")),
    (r"argument [^:]+: (.+)", N_("{it}")),
)  # fmt: skip


class _Help(argparse.HelpFormatter):
    """argparse's help under our own headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Start with the word for usage."""
        super().add_usage(usage, actions, groups, _("Usage: ") if prefix is None else prefix)


class Reader(argparse.ArgumentParser):
    """A parser that says in one sentence what is wrong, and how to ask for help."""

    def __init__(self, **given: Any) -> None:
        super().__init__(formatter_class=_Help, add_help=False, allow_abbrev=False, **given)
        self._positionals.title = _("Needed")
        self._optionals.title = _("Options")
        self.add_argument("-h", "--help", action="help", help=_("show this help"))

    def error(self, message: str) -> NoReturn:
        """Say what cannot be read and stop with the exit code for usage."""
        help_line = _("See {command} --help.").format(command=self.prog)
        sys.stderr.write(f"{_translated(message)} {help_line}\n")
        sys.exit(USAGE)


class Commands:
    """The list of commands that groups add theirs to."""

    def __init__(self, reader: Reader) -> None:
        self._listed: argparse._SubParsersAction[Reader] = reader.add_subparsers(
            title=_("Commands"), dest="command", metavar="command", required=True
        )

    def add(self, name: str, run: Command, help_text: str) -> Reader:
        """Add a command and return its reader, for its own arguments."""
        reader = self._listed.add_parser(name, help=help_text, description=help_text)
        reader.set_defaults(run=run)
        return reader

    def group(self, name: str, help_text: str) -> Commands:
        """Add a command that has commands of its own: `region init`."""
        reader = self._listed.add_parser(name, help=help_text, description=help_text)
        return Commands(reader)


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers between two bounds."""

    def read(text: str) -> int:
        if not re.fullmatch(r"\d{1,9}", text) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(
                _("“{text}” is no number from {least} to {most}.").format(
                    text=text, least=least, most=most
                )
            )
        return int(text)

    return read


def whole_numbers(least: int, most: int) -> Callable[[str], Sequence[int]]:
    """Return a reader of numbers with commas between them."""
    one = whole_number(least, most)
    return lambda text: tuple(one(part.strip()) for part in text.split(","))


def _translated(message: str) -> str:
    for pattern, sentence in _SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return _(sentence).format(it=found[1])
    return message
