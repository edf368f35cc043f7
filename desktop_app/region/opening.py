"""Opening one month file at the region: each thing that can be wrong has its own sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app import dates
from desktop_app.errors import UserError
from desktop_app.summary import package, sealing
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from desktop_app.summary.cards import Card
    from desktop_app.summary.package import Package

State = Literal[
    "read", "replaces", "again", "older", "conflict", "damaged", "unknown", "key", "elsewhere",
    "newer", "future",
]  # fmt: skip
"""What became of a file. The first two count; "again" is known already; the rest is refused."""

_NAME = re.compile(r"thuisbasis_[a-z0-9]+_([a-z0-9]+)_\d{4}-\d\d_r\d+_")


class RefusedFileError(UserError):
    """A file that cannot count, and which of the reasons it is."""

    def __init__(self, state: State, sentence: str, organisation: str = "") -> None:
        super().__init__(sentence)
        self.state: State = state
        self.organisation = organisation


@dataclass(frozen=True, slots=True)
class Desk:
    """What the region opens files with.

    Args:
        code: the region's short code.
        identity: its age identity.
        roster: the cards of its organisations, by code.
    """

    code: str
    identity: str
    roster: Mapping[str, Card]


@dataclass(frozen=True, slots=True)
class Known:
    """A file that was received before."""

    organisation: str
    period: str
    revision: int
    digest: str


def open_file(name: str, data: bytes, desk: Desk) -> Package:
    """Open a month file and make sure whose it is and that it is whole.

    Args:
        name: the file's name; only used to say whom to ask when nothing else can be read.
        data: its bytes.
        desk: the region's keys and roster.

    Raises:
        RefusedFileError: with a sentence that says what to do.
    """
    try:
        found = package.unpack(sealing.unseal(data, desk.identity))
    except sealing.NotWholeError as failure:
        raise _damaged(_sender_by_name(name, desk)) from failure
    except sealing.NotForUsError as failure:
        raise _elsewhere(_sender_by_name(name, desk)) from failure
    except package.NewerFormatError as failure:
        sentence = _(
            "This file was made with a newer Thuisbasis. Update the program, then read it "
            "again."
        )
        raise RefusedFileError("newer", sentence) from failure
    sender = found.envelope
    card = desk.roster.get(sender.code)
    if card is None:
        sentence = _(
            "This file is from “{name}”, which is not among your organisations. Add its card "
            "first, then read the file again."
        )
        raise RefusedFileError("unknown", sentence.format(name=sender.name), sender.code)
    if card.key != sender.key.hex():
        sentence = _(
            "This file is signed with another key than the one on the card of {organisation}. "
            "Call them and compare the eight words before you trust it."
        )
        raise RefusedFileError("key", sentence.format(organisation=card.name), card.code)
    if (sender.region, sender.recipient) != (desk.code, sealing.recipient(desk.identity)):
        raise _elsewhere(card)
    return found


def refuse_future(found: Package, organisation: str, today: date) -> None:
    """Refuse a file of a month that is not over: some clock is wrong.

    Raises:
        RefusedFileError: it is.
    """
    if found.published.period < today:
        return
    sentence = _(
        "This file is for {month}, which is not over yet. Look whether the clock of this "
        "computer is right; if it is, ask {organisation} to look at theirs."
    )
    month = dates.dutch(found.published.period)[3:]
    told = sentence.format(month=month, organisation=organisation)
    raise RefusedFileError("future", told, found.envelope.code)


def place(found: Package, known: Collection[Known], organisation: str) -> State:
    """Return whether a file is new, replaces one, or was read before.

    Args:
        found: a file of `open_file`.
        known: files received before.
        organisation: the sender's name, for the sentence.

    Raises:
        RefusedFileError: an older revision than the one that counts, or another file with the
            same number.
    """
    period = f"{found.published.period:%Y-%m}"
    same = [k for k in known if (k.organisation, k.period) == (found.envelope.code, period)]
    if any(k.digest == found.digest for k in same):
        return "again"
    newest = max((k.revision for k in same), default=0)
    month = dates.dutch(found.published.period)[3:]
    if found.published.revision < newest:
        sentence = _(
            "This is an older version of {organisation}'s file for {month}. The newer one "
            "already counts; nothing was changed."
        )
        raise RefusedFileError(
            "older",
            sentence.format(organisation=organisation, month=month),
            found.envelope.code,
        )
    if found.published.revision == newest:
        sentence = _(
            "There is already another file of {organisation} for {month} with the same number. "
            "Ask which of the two holds."
        )
        raise RefusedFileError(
            "conflict",
            sentence.format(organisation=organisation, month=month),
            found.envelope.code,
        )
    return "replaces" if newest else "read"


def _sender_by_name(name: str, desk: Desk) -> Card | None:
    """Return whose file it seems to be; a name proves nothing, it only tells whom to ask."""
    match = _NAME.match(name)
    return desk.roster.get(match[1]) if match else None


def _damaged(sender: Card | None) -> RefusedFileError:
    sentence = _("This file did not arrive whole. Ask {organisation} to send it again.")
    return _refused("damaged", sentence, sender)


def _elsewhere(sender: Card | None) -> RefusedFileError:
    sentence = _(
        "This file is sealed to another region. Ask {organisation} to connect to your region "
        "profile and to send it again."
    )
    return _refused("elsewhere", sentence, sender)


def _refused(state: State, sentence: str, sender: Card | None) -> RefusedFileError:
    name, code = (sender.name, sender.code) if sender else (_("the sender"), "")
    return RefusedFileError(state, sentence.format(organisation=name), code)
