"""Acts of the main job: a client, a home, a support plan on paper, the end of a tenancy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app import dates
from tests.ui.pdf_text import text_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tests.journeys.hands import Hands


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who gets a home; the words are found nowhere but here."""

    call_name: str = "Wijnanda"
    last_name: str = "Kwakernaakster"
    wish: str = "Mijn kanarie Pietronella mag weer zingen"
    goal: str = "Elke week samen de postbus leeghalen"
    street: str = "Zilverschoonpad"

    @property
    def name(self) -> str:
        """Return the name as the program says it."""
        return f"{self.call_name} {self.last_name}"


def add_client(hands: Hands, who: Person, on: date) -> None:
    """Fill in the form for somebody who was referred on a day."""
    hands.press("Clients")
    hands.press("New client")
    hands.type_in("Call name", who.call_name)
    hands.type_in("Last name", who.last_name)
    hands.type_in("Date of birth (dd-mm-yyyy)", "14-3-1991")
    hands.type_in("Referred on (dd-mm-yyyy)", dates.dutch(on))
    hands.pick("Referred by", "Night shelter or drop-in")
    hands.pick("Where the person sleeps now", "Overnight shelter")
    hands.press("Save")
    hands.see("Client saved", who.name)


def correct_birth(hands: Hands) -> None:
    """Mend what was misheard, from the client's page."""
    hands.open_tab("Details")
    hands.keys(Qt.Key.Key_F2)
    hands.type_in("Date of birth (dd-mm-yyyy)", "14-3-1992")
    hands.press("Save")
    hands.see("(14-03-1992)")


def wait_for_home(hands: Hands, on: date) -> None:
    """Note on the client's page that the wait for a home began."""
    hands.open_tab("Housing")
    hands.press("Next step")
    hands.pick("Which step", "Waiting for dwelling")
    hands.type_in("On (dd-mm-yyyy)", dates.dutch(on))
    hands.pick("What is waited for", "Suitable dwelling")
    hands.press("Save")
    hands.see("Step noted", "waits for: Suitable dwelling")


def add_dwelling(hands: Hands, who: Person, on: date) -> None:
    """Add a home that stands empty from a day on."""
    hands.press("Dwellings")
    hands.press("New dwelling")
    hands.type_in("Street", who.street)
    hands.type_in("House number", "12")
    hands.type_in("City", "Utrecht")
    hands.pick("Kind of housing", "Existing home, scattered")
    hands.type_in("Rent a month (€)", "612,50")
    hands.type_in("From (dd-mm-yyyy)", dates.dutch(on))
    hands.press("Save")
    hands.see("Dwelling saved", f"{who.street} 12")


def place(hands: Hands, who: Person, on: date) -> None:
    """Give the key of the home that fits."""
    hands.press("Placing")
    hands.see(f"Homes for {who.name}")
    hands.press(f"Place in {who.street} 12")
    hands.type_in("Key date (dd-mm-yyyy)", dates.dutch(on))
    hands.press("Place here")
    hands.see(f"{who.name} lives in {who.street} 12", "Lives here")


def write_plan(hands: Hands, who: Person, review: date) -> None:
    """Write the plan together; the paper beside it says what was written."""
    hands.press("Plan")
    hands.press("Start “My plan”")
    hands.type_in("In my own words", who.wish)
    hands.type_in("What goes well", "Koken voor een ander")
    hands.type_in("Home", "Rustig, met een balkon")
    hands.press("First goal")
    hands.type_in("What do I want to reach? In the client's words", who.goal)
    hands.press("Add")
    hands.type_in("How do we see that it worked?", "De postbus is leeg op vrijdag")
    hands.type_in("New step, then Enter", "De sleutel van de postbus ophalen")
    hands.keys(Qt.Key.Key_Return)
    hands.type_in("How often", "Twee keer per week")
    hands.type_in("Where", "Thuis, aan de keukentafel")
    hands.type_in("Agreements 1: About", "Bezoek")
    hands.type_in("Agreements 1: What we agree", "Eerst bellen, dan komen")
    hands.type_in("Who may know what 1: Who", "Huisarts")
    hands.type_in("Who may know what 1: What this person may know", "Dat ik hier woon")
    hands.type_in("Date", dates.dutch(review))
    hands.wait(lambda: who.goal in hands.paper(), "the goal on paper")
    assert who.wish in " ".join(hands.paper().split())


def print_plan(hands: Hands, who: Person, out: Path) -> None:
    """Save a copy, then print the plan to have it signed; both are read back."""
    out.mkdir()
    hands.press("Save…")
    hands.choose(out)
    hands.wait(lambda: list(out.glob("*.pdf")), "the saved plan")
    (saved,) = out.glob("*.pdf")
    written = " ".join(text_of(saved).split())
    assert who.name in written
    assert who.goal in written
    hands.print_with("Print and have it signed", out / "printed.pdf")
    hands.see("Version 1 waits for a signature")
    hands.press("Signature received")
    hands.press("Save")
    hands.see("Version 1 is agreed")


def end_tenancy(hands: Hands, who: Person) -> None:
    """End the tenancy from the client's page."""
    hands.open_tab("Housing")
    hands.press("End the tenancy")
    hands.see(f"End the tenancy · {who.street} 12")
    hands.pick("Why", "Moved in with partner")
    hands.pick("Where to", "Housed: owner or with partner/family (permanent)")
    hands.press("End the tenancy")
    hands.see(f"Tenancy of {who.street} 12 ended")
