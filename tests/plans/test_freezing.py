"""Printing for signature: real registers, real PDFs, and bytes that never change."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, select

from desktop_app import words
from desktop_app.errors import UserError
from desktop_app.plans import (
    copies,
    freezing,
    goals,
    papers,
    printing,
    reading,
    scoring,
    snapshots,
    versions,
    writing,
)
from desktop_app.plans.document import Facts, Score
from desktop_app.plans.scoring import ScoreFields
from desktop_app.store import opening
from desktop_app.store.database import StaleEditError
from desktop_app.store.tables import (
    Client,
    ContactPerson,
    Decision,
    JournalEntry,
    Plan,
    PlanPrint,
    Tenancy,
    Worker,
)
from tests.paper.reading import Paper, check_accessible, check_margins
from tests.plans import registered, sample

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.plans.document import PlanDocument
    from desktop_app.store.database import Database
    from tests.conftest import StoredRegister

TODAY = registered.NOVEMBER
LATER = date(2027, 3, 1)


@pytest.fixture
def ids(db: Database) -> registered.Sample:
    return registered.both_versions(db)


def test_the_register_prints_the_sample_word_for_word(
    db: Database, ids: registered.Sample
) -> None:
    document = papers.document_of(db, ids.second, today=TODAY)
    facts = document.sections[0]
    cover = replace(document.cover, code=sample.COVER.code)
    assert cover == sample.COVER
    first = sample.PLAN.sections[0]
    assert isinstance(facts, Facts)
    assert isinstance(first, Facts)
    called = replace(first, facts=facts.facts)
    wanted = replace(sample.PLAN, sections=(called, *sample.PLAN.sections[1:]))
    made = printing.print_plan(replace(document, cover=cover))
    assert Paper(made).text == Paper(printing.print_plan(wanted)).text
    assert [(f.label, f.value) for f in facts.facts] == [
        ("Noem mij", "Joëlle"),
        ("Geboren", "8 februari 1989"),
        ("Ik woon op", "Lentestraat 12-3, Nieuwegein"),
        ("Nummer", "C-0042"),
        ("Beschikking", "1 mei 2026 tot en met 30 april 2028"),
        ("Bij nood", "Paweł (broer), 06 – 5550 1777"),
    ]


def test_a_plan_from_a_real_register_has_all_that_contract_practice_asks(
    db: Database, ids: registered.Sample
) -> None:
    paper = Paper(freezing.print_for_signature(db, ids.second, today=TODAY).pdf)
    check_accessible(paper)
    check_margins(paper)
    for text in (
        "Joëlle Wiśniewska", "C-0042",  # whose
        "Stichting Voordeur", "030 – 555 01 23",  # by whom
        "Marieke de Wit", "06 – 5550 1423",  # key worker
        "Łukasz Żak", "06 – 5550 1424",  # stand-in
        "Dag en nacht", "030 – 555 01 99",
        "1 mei 2026 tot en met 30 april 2028",  # decision
        "Ik wil rust in mijn eigen huis.",  # wish, own words
        "Ik ben handig.",  # strengths
        "Geld en post", "Ik maak mijn post elke week open.",  # goal and its area
        "Gelukt als: er ligt geen dichte post meer.", "klaar: 1 mei 2027",
        "Ik zelf", "Marieke en ik", "Buurvrouw Ans en ik",  # who
        "vanaf 1 december 2026", "15 januari 2027", "3 december 2026",  # when
        "Elke maandag om 10 uur", "Bij mij thuis",  # how often, where
        "De reservesleutel is voor nood.", "Kan ik niet? Dan bel ik vóór 9 uur.",
        "Appen mag over afspraken.",
        "Ik lig lang in bed.", "Bij gevaar bel ik 112.",  # early warning
        "Alleen over mijn gezondheid.", "Niets over mij.",  # who may know what
        "20 mei 2027", "19 februari 2027",  # review
        "Je mag je dossier lezen.", "veranderen of weg te halen",  # rights
        "klacht@voordeur.example", "helpt je gratis: 030 – 555 02 00",
        "Handtekening", "Datum", "mondeling akkoord", "Ik krijg een kopie.",
        "Begeleider Marieke de Wit",
        "Versie 2", "vervangt versie 1 van 1 juni 2026", "1 van 2", "2 van 2",
    ):  # fmt: skip
        assert text in paper.text, text
    assert "Concept" not in paper.text
    rows = [tag.text() for tag in paper.tree.find("TR")]
    assert "Wonen en huishoudenvan 3 naar 4Koken en de was lukken mij goed." in rows


def test_a_draft_says_so_and_a_frozen_version_does_not(
    db: Database, ids: registered.Sample
) -> None:
    draft = Paper(freezing.preview(db, ids.second, today=TODAY))
    assert "Dit plan is nog niet ondertekend." in draft.text
    first = Paper(freezing.preview(db, ids.first, today=TODAY))
    assert "ondertekend." not in first.text
    assert "1 juni 2026" in first.page_texts[0]


def test_what_is_printed_is_kept_with_its_hash_and_its_words(
    db: Database, ids: registered.Sample
) -> None:
    before = papers.document_of(db, ids.second, today=TODAY)
    frozen = freezing.print_for_signature(db, ids.second, today=TODAY)
    assert hashlib.sha256(frozen.pdf).hexdigest() == frozen.sha256
    assert frozen.name == "plan-C-0042-v2.pdf"
    with db.read() as session:
        row = session.scalars(select(PlanPrint).where(PlanPrint.plan_id == ids.second)).one()
        plan = session.get_one(Plan, ids.second)
        assert (row.pdf, row.sha256) == (frozen.pdf, frozen.sha256)
        assert (plan.status, plan.signature, plan.agreed_on) == ("BESP", "OPEN", None)
        assert snapshots.from_text(row.words) == _final(before)
    version = versions.versions(db, ids.client, today=TODAY)[0]
    assert (version.printed_on, version.sha256) == (TODAY, frozen.sha256)


def _final(document: PlanDocument) -> PlanDocument:
    return replace(document, cover=replace(document.cover, concept=False))


def test_a_reprint_is_the_same_file_whatever_the_register_says_now(
    db: Database, ids: registered.Sample, stored_register: StoredRegister
) -> None:
    frozen = freezing.print_for_signature(db, ids.second, today=TODAY)
    with db.write() as session:
        session.get_one(Client, ids.client).last_name = "Nieuwe-Naam"
        for row in session.scalars(select(Worker)):
            row.name = "Iemand Anders"
        session.delete(session.scalars(select(ContactPerson)).one())
        titles = {"nl": "Ander plan", "en": "Other plan"}
        registered.change_template(session, ids.second, title=titles)
    folder = db.folder
    db.close()
    again = opening.open_register(folder, stored_register.opened)
    assert freezing.print_for_signature(again, ids.second, today=LATER) == frozen
    assert freezing.preview(again, ids.second, today=LATER) == frozen.pdf
    assert freezing.reprint(again, ids.second, large=False) == frozen
    assert copies.copy(again, ids.second, today=LATER).pdf == frozen.pdf
    with again.read() as session:
        assert len(session.scalars(select(PlanPrint)).all()) == 2  # one of each version
    again.close()


def test_a_paper_bears_the_day_of_its_print_and_so_names_the_one_it_replaces(
    db: Database,
) -> None:
    client = registered.person(db)
    first = registered.start(db, client, today=registered.JUNE)
    registered.fill(db, first, today=registered.JUNE)
    printed_on = registered.JUNE + timedelta(9)
    frozen = freezing.print_for_signature(db, first, today=printed_on)
    assert "10 juni 2026" in Paper(frozen.pdf).text
    second = registered.start(db, client)
    text = Paper(freezing.preview(db, second, today=TODAY)).text
    assert "vervangt versie 1 van 10 juni 2026" in text
    assert "20 november 2026" in text


def test_a_print_outlives_what_later_programs_understand(
    db: Database, ids: registered.Sample
) -> None:
    frozen = freezing.print_for_signature(db, ids.second, today=TODAY)
    with db.write() as session:
        row = session.scalars(select(PlanPrint).where(PlanPrint.plan_id == ids.second)).one()
        row.words = "{}"
    assert freezing.print_for_signature(db, ids.second, today=LATER) == frozen
    assert freezing.preview(db, ids.second, today=LATER) == frozen.pdf


def test_a_frozen_version_in_large_print_has_the_same_words(
    db: Database, ids: registered.Sample
) -> None:
    with pytest.raises(UserError, match="for signature first"):
        freezing.reprint(db, ids.second, large=True)
    frozen = freezing.print_for_signature(db, ids.second, today=TODAY)
    with db.write() as session:
        session.get_one(Client, ids.client).last_name = "Nieuwe-Naam"
    large = freezing.reprint(db, ids.second, large=True)
    paper = Paper(large.pdf)
    check_accessible(paper)
    assert len(paper.pdf.pages) > len(Paper(frozen.pdf).pdf.pages)
    assert "Joëlle Wiśniewska" in paper.text
    assert "Nieuwe-Naam" not in paper.text
    assert freezing.reprint(db, ids.second, large=True) == large
    assert freezing.preview(db, ids.second, today=LATER) == frozen.pdf
    assert freezing.preview(db, ids.second, today=LATER, large=True) == large.pdf


def test_a_plan_in_large_print_is_frozen_that_way(db: Database, ids: registered.Sample) -> None:
    version = reading.plan_card(db, ids.second, today=TODAY).version
    writing.set_paper(db, ids.second, language="en", large_print=True, version=version)
    frozen = freezing.print_for_signature(db, ids.second, today=TODAY)
    paper = Paper(frozen.pdf)
    assert len(paper.pdf.pages) == 4
    assert "What matters to me" in paper.text
    assert "replaces version 1 of 1 June 2026" in paper.text
    assert "vanaf 1 December 2026" in paper.text  # the client's words stay as they are


def test_an_unfinished_plan_cannot_be_signed_but_can_be_looked_at(db: Database) -> None:
    plan_id = registered.start(db, registered.person(db))
    assert "Concept" in Paper(freezing.preview(db, plan_id, today=TODAY)).text
    with words.in_language("nl"), pytest.raises(UserError) as refused:
        freezing.print_for_signature(db, plan_id, today=TODAY)
    for heading in ("Dit gaat goed", "Mijn doelen", "Begeleiding: hoe vaak", "Wie mag wat"):
        assert heading in str(refused.value)
    assert "Wiśniewska" not in str(refused.value)
    with db.read() as session:
        assert session.get_one(Plan, plan_id).status == "CON"
        assert session.scalars(select(PlanPrint)).all() == []


def test_a_plan_without_a_key_worker_cannot_be_signed(
    db: Database, ids: registered.Sample
) -> None:
    with db.write() as session:
        worker = session.scalars(select(Worker).where(Worker.role == "BEG")).one()
        worker.active_until = TODAY - timedelta(1)
    missing = reading.plan_card(db, ids.second, today=TODAY).missing
    assert [(m.section, m.field) for m in missing] == [("P12", "worker")]
    with pytest.raises(UserError, match="Support: worker"):
        freezing.print_for_signature(db, ids.second, today=TODAY)


def test_a_text_that_changed_during_the_print_is_not_frozen(
    db: Database, ids: registered.Sample
) -> None:
    edits = [{"wish": "Ik wil rust en werk."}]

    def edit(*_connection: object) -> None:
        """Write as soon as the print has read, before it has written."""
        if edits:
            registered.save(db, ids.second, "P02", edits.pop())

    event.listen(db._opened().pool, "checkin", edit)
    with pytest.raises(StaleEditError):
        freezing.print_for_signature(db, ids.second, today=TODAY)
    event.remove(db._opened().pool, "checkin", edit)
    assert reading.plan_card(db, ids.second, today=TODAY).status == "CON"
    frozen = freezing.print_for_signature(db, ids.second, today=TODAY)
    assert "Ik wil rust en werk." in Paper(frozen.pdf).text


def test_first_and_now_are_compared_over_all_versions(
    db: Database, ids: registered.Sample
) -> None:
    registered.sign(db, ids.second, on=TODAY)
    third = registered.start(db, ids.client, today=LATER)
    score = scoring.score_area
    score(db, third, "GEL", ScoreFields(score=5, scored_by="CLI"), version=1, today=LATER)
    score(db, third, "ZIN", ScoreFields(score=3, scored_by="CLI"), version=None, today=LATER)
    document = papers.document_of(db, third, today=LATER)
    areas = next(s for s in document.sections if s.code == "AREAS")
    assert [(r.area, r.first, r.now) for r in areas.rows] == [  # type: ignore[union-attr]  # scores
        ("Geld en post", 2, 5),
        ("Wat mij kracht geeft", None, 3),
    ]
    assert (areas.first_on, areas.now_on, areas.given_by) == (  # type: ignore[union-attr]  # scores
        registered.JUNE, LATER, "client",
    )  # fmt: skip
    paper = Paper(printing.print_plan(document))
    assert "juni 2026" in paper.text
    assert "door mij gegeven" in paper.text


def test_areas_first_scored_in_different_months_share_no_month(
    db: Database, ids: registered.Sample
) -> None:
    strength = Score("ZIN", sentence="De moestuin.")
    registered.score(db, ids.second, strength, 4, TODAY)
    registered.sign(db, ids.second, on=TODAY)
    third = registered.start(db, ids.client, today=LATER)
    for area in ("GEL", "ZIN"):
        scoring.score_area(db, third, area, ScoreFields(score=5), version=1, today=LATER)
    text = Paper(freezing.preview(db, third, today=LATER)).text
    legend = text.split("Leefgebied")[1].split("het lukt mij zelf")[0]
    assert "de eerste keer" in legend
    assert "2026" not in legend


def test_what_the_register_does_not_know_drops_out(
    db: Database, ids: registered.Sample
) -> None:
    with db.write() as session:
        for kind in (Tenancy, Decision, ContactPerson):
            for row in session.scalars(select(kind)):
                session.delete(row)
        client = session.get_one(Client, ids.client)
        client.birth_date, client.birth_year, client.stand_in_id = None, 1989, None
    text = Paper(freezing.preview(db, ids.second, today=TODAY)).text
    assert "Geboren 1989" in text.replace("\u00a0", " ").replace("  ", " ")
    for label in ("Ik woon op", "Bij nood", "Beschikking", "Vervanger"):
        assert label not in text


def test_home_and_decision_are_those_of_the_day(db: Database, ids: registered.Sample) -> None:
    with db.write() as session:
        home = session.scalars(select(Tenancy)).one()
        home.ended_on = TODAY
        decision = session.scalars(select(Decision)).one()
        decision.ends_on = TODAY
        session.add(
            Decision(
                client_id=ids.client,
                legal_frame="WMOM",
                starts_on=TODAY + timedelta(1),
                ends_on=date(2029, 1, 1),
            )
        )
    text = Paper(freezing.preview(db, ids.second, today=TODAY)).text
    assert "Lentestraat" in text
    assert "tot en met 20 november 2026" in text
    text = Paper(freezing.preview(db, ids.second, today=TODAY + timedelta(1))).text
    assert "Lentestraat" not in text
    assert "21 november 2026 tot en met 1 januari 2029" in text


def test_who_speaks_for_the_client_signs_too(db: Database, ids: registered.Sample) -> None:
    with db.write() as session:
        for role, name in (("BWI", "Geld Man"), ("MEN", "Mia Mentor"), ("OCO", "Ad Vies")):
            session.add(ContactPerson(client_id=ids.client, role=role, name=name, phone="06 1"))
    text = Paper(freezing.print_for_signature(db, ids.second, today=TODAY).pdf).text
    assert "Vertegenwoordiger Mia Mentor" in text
    assert "Geld Man" not in text
    assert "helpt je gratis: Ad Vies, 06 1" in text


def test_closed_goals_leave_a_draft_and_stay_on_a_printed_plan(
    db: Database, ids: registered.Sample
) -> None:
    goal = reading.plan_card(db, ids.second, today=TODAY).goals[2]
    goals.set_goal_status(db, goal.goal_id, "STOP", on=TODAY, version=goal.version)
    assert goal.title not in Paper(freezing.preview(db, ids.second, today=TODAY)).text
    goals.set_goal_status(db, goal.goal_id, "LOOPT", on=TODAY, version=goal.version + 1)
    freezing.print_for_signature(db, ids.second, today=TODAY)
    goals.set_goal_status(db, goal.goal_id, "GEH", on=LATER, version=goal.version + 2)
    assert goal.title in Paper(freezing.preview(db, ids.second, today=LATER)).text


def test_impossible_dates_in_a_step_stay_as_typed(db: Database, ids: registered.Sample) -> None:
    goal = reading.plan_card(db, ids.second, today=TODAY).goals[0]
    for text in ("31-02-2027", "tel 06-12345678", "elke week tot 1/3/2027"):
        fields = goals.ActionFields(what="Stap.", owner="CORP", when_text=text)
        goals.add_action(db, goal.goal_id, fields)
    text = Paper(freezing.preview(db, ids.second, today=TODAY)).text.replace("\u00a0", " ")
    assert "31-02-2027" in text
    assert "tel 06-12345678" in text
    assert "elke week tot 1 maart 2027" in text
    assert "Woningcorporatie" in text


def test_twenty_thousand_characters_are_printed_to_the_last(
    db: Database, ids: registered.Sample
) -> None:
    long = "Ik wil rust. " * 1538 + "Einde."
    assert len(long) == 20_000
    registered.save(db, ids.second, "P02", {"wish": long})
    registered.save(db, ids.second, "P04", {"home": "x" * 19_994 + " Slot!"})
    paper = Paper(freezing.print_for_signature(db, ids.second, today=TODAY).pdf)
    check_margins(paper)
    said = paper.tree.text()
    assert said.count("Ik wil rust.") == 1538
    assert said.count("x") >= 19_994
    assert "Einde." in said
    assert "Slot!" in said


def test_prints_and_copies_are_in_the_access_log_without_content(
    db: Database, ids: registered.Sample, tmp_path: Path
) -> None:
    freezing.preview(db, ids.second, today=TODAY)
    copies.note_print(db, ids.second)
    saved = copies.save_copy(db, ids.second, tmp_path, today=TODAY)
    assert saved == tmp_path / "plan-C-0042-v2-concept.pdf"
    assert Paper(saved.read_bytes()).text
    freezing.print_for_signature(db, ids.second, today=TODAY)
    freezing.print_for_signature(db, ids.second, today=LATER)
    assert copies.save_copy(db, ids.second, tmp_path, today=TODAY).name == "plan-C-0042-v2.pdf"
    with db.read() as session:
        lines = session.scalars(select(JournalEntry).order_by(JournalEntry.seq.desc()))
        found = [(line.event, line.detail, line.subject_id) for line in lines][:5]
    assert found == [
        (event, "plan OND v2", ids.client)
        for event in ("EXPORT", "PRINT", "PRINT", "EXPORT", "PRINT")
    ]
    with pytest.raises(UserError, match="does not exist"):
        copies.save_copy(db, ids.second, tmp_path / "nowhere", today=TODAY)


def test_a_version_that_came_without_a_print_can_still_be_frozen(
    db: Database, ids: registered.Sample
) -> None:
    with db.write() as session:
        plan = session.get_one(Plan, ids.second)
        plan.status, plan.signature, plan.agreed_on = "LOP", "MOND", TODAY
    paper = Paper(freezing.preview(db, ids.second, today=LATER))
    assert "Concept" not in paper.text
    assert "20-11-2026" in paper.text
    frozen = freezing.print_for_signature(db, ids.second, today=LATER)
    card = reading.plan_card(db, ids.second, today=TODAY)
    assert (card.status, card.signature) == ("LOP", "MOND")
    assert freezing.print_for_signature(db, ids.second, today=LATER) == frozen


def test_qpdf_finds_no_fault_in_a_frozen_plan(
    db: Database, ids: registered.Sample, tmp_path: Path
) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    path = tmp_path / "plan.pdf"
    path.write_bytes(freezing.print_for_signature(db, ids.second, today=TODAY).pdf)
    subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)


def test_two_prints_at_once_freeze_once(db: Database, ids: registered.Sample) -> None:
    made: list[freezing.Frozen] = []
    failed: list[Exception] = []

    def work() -> None:
        try:
            made.append(freezing.print_for_signature(db, ids.second, today=TODAY))
        except StaleEditError as stale:
            failed.append(stale)

    threads = [Thread(target=work) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({frozen.sha256 for frozen in made}) == 1
    assert failed == []
    with db.read() as session:
        rows = session.scalars(select(PlanPrint).where(PlanPrint.plan_id == ids.second)).all()
    assert len(rows) == 1
