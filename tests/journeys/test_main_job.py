"""The main job through the window: an empty computer, a home, a plan, a backup put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import dates
from tests.journeys import client_acts as clients
from tests.journeys import founding_acts as founding
from tests.journeys import safety_acts as safety
from tests.journeys.client_acts import Person
from tests.journeys.computers import Computer
from tests.journeys.founding_acts import Office

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

NEIGHBOURS = """Naam;geb.dat;Straat + nr;Plaats;Ingang
""" + "".join(
    f"Buurman{n}, Evert;3-4-8{n};Zilverschoonpad {30 + n};Utrecht;1-2-26\n" for n in range(10)
)


def test_from_an_empty_computer_to_a_backup_put_back(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    today = dates.now().astimezone().date()
    month = dates.add_months(today.replace(day=1), -1)
    who = Person()
    linde = Office(
        "De Linde", "Bas de Groot", "paars dak roept zeven", Computer(tmp_path / "laptop")
    )
    with linde.computer.sit_down(qtbot, qapp) as hands:
        founding.found_organisation(hands, linde, ("Joost Smit", "zeven oude groene fietsen"))
    listed = linde.computer.home / "lijst.csv"
    listed.write_text(NEIGHBOURS, encoding="cp1252")
    linde.computer.command(linde.password, "import", linde.folder, listed)
    with linde.computer.sit_down(qtbot, qapp) as hands:
        founding.unlock(hands, linde)
        clients.add_client(hands, who, month)
        clients.wait_for_home(hands, month)
        clients.add_dwelling(hands, who, month)
        clients.place(hands, who, month.replace(day=9))
        clients.write_plan(hands, who, dates.add_months(today, 3))
        clients.print_plan(hands, who, tmp_path / "plans")
        clients.end_tenancy(hands, who)
        safety.lock_while_typing(hands, linde, "C-0011")
        backup = safety.back_up(hands, linde.computer.stick)
    safety.restore(linde, backup, who.last_name)
    words = [who.last_name, who.wish, who.goal, who.street, safety.HALF, "Buurman"]
    found = safety.find_leaks(tmp_path, words, [tmp_path / "plans"])
    assert found == [str(listed.relative_to(tmp_path))]
