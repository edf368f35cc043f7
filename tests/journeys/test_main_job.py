"""The main job through the window: an empty computer, a home, a plan, a month, the totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import dates, practice
from tests.journeys import client_acts as clients
from tests.journeys import founding_acts as founding
from tests.journeys import month_acts as months
from tests.journeys import region_acts as regions
from tests.journeys import safety_acts as safety
from tests.journeys.client_acts import Person
from tests.journeys.computers import Computer
from tests.journeys.founding_acts import Office

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.journeys.hands import Hands

SILENT = "Stichting Voordeur"
NUMBER = "C-0011"
NEIGHBOURS = """Naam;geb.dat;Straat + nr;Plaats;Ingang
""" + "".join(
    f"Buurman{n}, Evert;3-4-8{n};Zilverschoonpad {30 + n};Utrecht;1-2-26\n" for n in range(10)
)


def house_somebody(hands: Hands, who: Person, papers: Path, today: date) -> None:
    """From the first conversation to the end of a tenancy, with the plan on paper."""
    month = dates.add_months(today.replace(day=1), -1)
    clients.add_client(hands, who, month)
    clients.correct_birth(hands)
    clients.wait_for_home(hands, month)
    clients.add_dwelling(hands, who, month)
    clients.place(hands, who, month.replace(day=9))
    clients.write_plan(hands, who, dates.add_months(today, 3))
    clients.print_plan(hands, who, papers)
    clients.end_tenancy(hands, who)


def card_of_a_silent_organisation(computer: Computer, stick: Path) -> Path:
    """Have an organisation that takes part and sends nothing."""
    register, card = computer.home / "register", stick / "voordeur.json"
    computer.command(practice.PASSWORD, "demo", register, "--clients", 0, "--dwellings", 0)
    computer.command(practice.PASSWORD, "card", register, "--out", card)
    return card


def test_from_an_empty_computer_to_the_totals_of_the_region(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    today = dates.now().astimezone().date()
    who, stick, papers = Person(), tmp_path / "stick", tmp_path / "papers"
    laptop, desk = Computer(tmp_path / "laptop"), Computer(tmp_path / "desk", (1280, 720))
    linde = Office("De Linde", "Bas de Groot", "paars dak roept zeven", laptop)
    region = Office("Regio Utrecht", "Noor Bakker", "twaalf gele stille meren", desk)
    listed = laptop.home / "lijst.csv"
    stick.mkdir()

    with laptop.sit_down(qtbot, qapp) as hands:
        founding.found_organisation(hands, linde, ("Joost Smit", "zeven oude groene fietsen"))
    listed.write_text(NEIGHBOURS, encoding="cp1252")
    laptop.command(linde.password, "import", linde.folder, listed)
    with laptop.sit_down(qtbot, qapp) as hands:
        founding.unlock(hands, linde)
        house_somebody(hands, who, papers, today)
        card = months.give_card(hands, stick)
        safety.lock_while_typing(hands, linde, NUMBER)

    with desk.sit_down(qtbot, qapp) as hands:
        founding.found_region(hands, region, ("Kees Vos", "negen ronde zwarte knopen"))
        profile = regions.hand_out_profile(hands, stick)
        regions.take_card(hands, card, linde.name)
        silent = card_of_a_silent_organisation(Computer(tmp_path / "silent"), stick)
        regions.take_card_unheard(hands, silent, SILENT)

    with laptop.sit_down(qtbot, qapp) as hands:
        founding.unlock(hands, linde)
        months.connect(hands, profile, region.name)
        months.agree_exact_headlines(hands, "Els Mulder")
        file, sent = months.make_month_file(hands, stick)
        backup = safety.back_up(hands, laptop.stick)
        before = safety.held(hands, NUMBER)

    with desk.sit_down(qtbot, qapp) as hands:
        founding.unlock(hands, region)
        regions.take_in(hands, file, linde.name, SILENT)
        regions.refuse(hands, file, linde.name)
        book, report = regions.save_totals(hands, tmp_path / "totals")
    regions.compare_workbook(book, sent, SILENT)
    regions.compare_report(report, book, SILENT)

    safety.lose_half_of_the_register(linde)
    with laptop.sit_down(qtbot, qapp) as hands:
        safety.put_back(hands, linde, backup)
        founding.unlock(hands, linde)
        assert safety.held(hands, NUMBER) == before
        safety.find_half_sentence(hands)

    words = [who.last_name, who.wish, who.goal, who.street, safety.HALF, "Buurman"]
    found = safety.find_leaks(tmp_path, words, [papers])
    assert found == [str(listed.relative_to(tmp_path))]
