"""The end of a plan: when we look back, rights, and signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.paper import days
from desktop_app.paper.beside import Beside
from desktop_app.paper.blocks import Gapped, Stack
from desktop_app.paper.headings import small_titled
from desktop_app.paper.panels import Panel, QrCode
from desktop_app.paper.signing import Choice, Signer, signature_room, tick_line
from desktop_app.paper.style import MM
from desktop_app.paper.text import Text
from desktop_app.words import _, pgettext

if TYPE_CHECKING:
    from desktop_app.paper.blocks import Block
    from desktop_app.paper.style import Kit
    from desktop_app.plans.document import Cover, Notice, Review, Signing

_QR = 17 * MM
_BEFORE_QR = 14.0


def review(section: Review, kit: Kit) -> Block:
    """Return the panel with the date on which the plan is discussed again."""
    lines: list[Block] = [Text("P", (days.in_words(section.on), kit.date))]
    if section.check_on:
        text = _("Short check on {date}.").format(date=days.in_words(section.check_on))
        lines.append(Text("P", (text, kit.small)))
    inner = small_titled(section.heading, *lines, kit=kit)
    return Panel(inner, kit.colours.tint, 11, 9, bar=kit.colours.teal, middle=True)


def notice(section: Notice, kit: Kit) -> Block:
    """Return a panel with a fixed text."""
    inner = small_titled(section.heading, Text("P", (section.text, kit.cell)), kit=kit)
    return Panel(inner, kit.colours.panel, 11, 9)


def signing(section: Signing, cover: Cover, kit: Kit) -> Block:
    """Return the boxes, the code and the room for signatures."""
    code = f"{cover.code}:{cover.version}"
    hint = Text(
        "P",
        (_("Signed? Scan this code or type") + " ", kit.small),
        (code, kit.small_strong),
        (". " + _("No personal data in it."), kit.small),
        align="right",
    )
    title = Text("H2", (section.heading, kit.h2))
    heading = Beside(title, hint, share=(title.natural_width() + 20, 0))
    choices = tick_line(
        [
            Choice(_("I have read this plan."), section.read == "self"),
            Choice(_("Somebody read it to me."), section.read == "aloud"),
            Choice(_("I get a copy."), section.copy),
        ],
        kit,
    )
    unsigned = tick_line(
        [
            Choice(_("agreed verbally"), section.state == "MOND"),
            Choice(_("I do not want to"), section.state == "WIL"),
            Choice(_("I cannot now"), section.state == "KAN"),
        ],
        kit,
        lead=_("No signature?"),
    )
    left = Stack([Gapped(heading), Gapped(choices, 1), Gapped(unsigned)])
    qr = QrCode(f"TB1:{code}", _QR, _("QR code of this version: {code}").format(code=code))
    top = Beside(left, qr, share=(kit.page.measure - _QR - _BEFORE_QR, _BEFORE_QR))
    return Stack([Gapped(top), Gapped(signature_room(_signers(section), kit), 4)], keep=2)


def _signers(section: Signing) -> list[Signer]:
    on = dates.dutch(section.signed_on) if section.signed_on else ""
    client_signed = section.state not in {"OPEN", "VERT"}
    signers = [
        Signer(pgettext("signature", "Me"), section.client, on if client_signed else ""),
        Signer(_("Support worker"), section.worker),
    ]
    if section.representative:
        date = on if section.state == "VERT" else ""
        signers.append(Signer(_("Representative"), section.representative, date))
    return signers
