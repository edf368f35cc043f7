"""A printed plan: all of it, in order, on its pages, for everybody."""

from __future__ import annotations

import hashlib
import pickle
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app import codelists
from desktop_app.plans import composing, document, printing, templates
from tests.paper.reading import Paper, check_accessible, check_margins
from tests.plans.reading import lacking

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = templates.read("my-plan")


def _plan(
    answers: composing.Answers, cover: document.Cover, **changes: object
) -> document.PlanDocument:
    return composing.compose(TEMPLATE, replace(answers, **changes), cover)  # type: ignore[arg-type]  # the fields of Answers


def test_a_usual_plan_takes_two_pages(plan: document.PlanDocument) -> None:
    assert len(Paper(printing.print_plan(plan)).pdf.pages) == 2


def test_large_print_takes_four_pages(plan: document.PlanDocument) -> None:
    assert len(Paper(printing.print_plan(plan, large=True)).pdf.pages) == 4


def test_a_small_plan_takes_one_page(cover: document.Cover) -> None:
    small = composing.Answers(
        document.Signing("Ali", "Mo"),
        fields={"wish": "Rust.", "strengths": ["Ik kook."], "home": "Ik woon hier."},
        goals=(document.Goal("Ik slaap.", actions=(document.Action("Naar bed.", "Ik"),)),),
    )
    paper = Paper(printing.print_plan(composing.compose(TEMPLATE, small, cover)))
    assert len(paper.pdf.pages) == 1
    assert "1 van 1" in paper.text


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_plan_is_accessible_and_keeps_its_margins(
    answers: composing.Answers, cover: document.Cover, language: str, *, large: bool
) -> None:
    plan = _plan(answers, replace(cover, language=language))  # type: ignore[arg-type]  # a literal
    paper = Paper(printing.print_plan(plan, large=large))
    check_accessible(paper)
    check_margins(paper)
    assert lacking(plan, paper) == []


def test_reading_order_is_that_of_the_design(plan: document.PlanDocument) -> None:
    tree = Paper(printing.print_plan(plan)).tree
    assert [heading.text() for heading in tree.find("H1", "H2")] == [
        "Mijn plan",
        "Over mij",
        "Dit is belangrijk voor mij",
        "Dit gaat goed",
        "Mijn huis en mijn buurt",
        "Hoe gaat het met mij?",
        "Begeleiding",
        "Afspraken",
        "Wie mag wat weten",
        "Mijn doelen",
        "Als het even niet goed gaat",
        "Wanneer kijken we terug",
        "Jouw rechten",
        "Handtekening",
    ]


def test_what_contract_practice_asks_stands_on_the_paper(plan: document.PlanDocument) -> None:
    paper = Paper(printing.print_plan(plan))
    for text in (
        "Joëlle Wiśniewska",
        "C-0042",
        "Stichting Voordeur",
        "030 – 555 01 23",
        "Marieke de Wit",
        "06 – 5550 1423",
        "Łukasz Żak",
        "06 – 5550 1424",
        "1 mei 2026 tot en met 30 april 2028",
        "Ik wil rust in mijn eigen huis.",
        "Ik ben handig.",
        "Gelukt als: er ligt geen dichte post meer.",
        "klaar: 1 mei 2027",
        "vanaf 1 december 2026",
        "Elke maandag om 10 uur",
        "Bij mij thuis",
        "De reservesleutel is voor nood.",
        "Ik lig lang in bed.",
        "Bij gevaar bel ik 112.",
        "Alleen over mijn gezondheid.",
        "20 mei 2027",
        "19 februari 2027",
        "Je mag je dossier lezen.",
        "Je mag een klacht indienen: klacht@voordeur.example.",
        "cliëntondersteuner helpt je gratis: 030 – 555 02 00.",
        "Iemand heeft het voorgelezen.",
        "mondeling akkoord",
        "Ik krijg een kopie.",
        "Dit plan is nog niet ondertekend.",
        "versie 2",
        "vervangt versie 1 van 1 juni 2026",
        "7F3K-Q2M9:2",
        "1 van 2",
        "2 van 2",
    ):
        assert text in paper.text, text


def test_scores_are_said_in_words(plan: document.PlanDocument) -> None:
    tree = Paper(printing.print_plan(plan)).tree
    rows = [tag.text() for tag in tree.find("TR")]
    assert "Wonen en huishoudenvan 3 naar 4Koken en de was lukken mij goed." in rows
    assert "Dag, werk en leren2Mijn dagen zijn lang en ik wil iets doen." in rows


def test_every_page_names_plan_version_and_page(plan: document.PlanDocument) -> None:
    pages = Paper(printing.print_plan(plan)).page_texts
    for number, text in enumerate(pages, 1):
        assert "Plan van Joëlle Wiśniewska" in text
        assert "versie 2" in text
        assert f"{number} van 2" in text
        assert "Vertrouwelijk" in text


def test_title_and_metadata_hold_no_name(plan: document.PlanDocument) -> None:
    pdf = Paper(printing.print_plan(plan)).pdf
    assert str(pdf.docinfo["/Title"]) == "Plan C-0042"
    assert str(pdf.docinfo["/CreationDate"]) == "D:20261120000000+00'00'"
    metadata = bytes(pdf.Root.Metadata.read_bytes()).decode()
    assert "2026-11-20T00:00:00Z" in metadata
    told = metadata + str(dict(pdf.docinfo))
    assert "Wiśniewska" not in told
    assert "Jo" not in re.findall(r"\w+", told)


def test_a_final_plan_has_no_concept_strip(
    answers: composing.Answers, cover: document.Cover
) -> None:
    final = _plan(answers, replace(cover, concept=False))
    text = Paper(printing.print_plan(final)).text
    assert "Concept" not in text
    assert "nog niet ondertekend" not in text
    assert "Versie 2" in text


def test_a_recorded_signature_shows_what_was_agreed(
    answers: composing.Answers, cover: document.Cover
) -> None:
    signed = replace(
        answers.signing, state="MOND", signed_on=date(2026, 11, 24), read="aloud", copy=True
    )
    paper = Paper(printing.print_plan(_plan(answers, cover, signing=signed)))
    text = paper.tree.text()
    assert "gekozen: mondeling akkoord" in text
    assert "gekozen: Iemand heeft het voorgelezen." in text
    assert "gekozen: Ik krijg een kopie." in text
    assert "gekozen: Ik heb dit plan gelezen." not in text
    assert "24-11-2026" in text
    check_accessible(paper)


def test_a_representative_gets_a_third_column(
    answers: composing.Answers, cover: document.Cover
) -> None:
    plan = _plan(answers, cover, signing=replace(answers.signing, representative="P. de Boer"))
    paper = Paper(printing.print_plan(plan))
    assert "Vertegenwoordiger P. de Boer" in paper.text.replace("\u00a0", " ").replace(
        "  ", " "
    )
    assert len(paper.pdf.pages) == 2


def test_same_plan_gives_the_same_bytes(plan: document.PlanDocument) -> None:
    first = printing.print_plan(plan)
    other = replace(plan, cover=replace(plan.cover, person="محمد"))
    printing.print_plan(other)
    assert printing.print_plan(plan) == first


def test_same_plan_gives_the_same_bytes_in_another_process(
    plan: document.PlanDocument, tmp_path: Path
) -> None:
    named = replace(plan, cover=replace(plan.cover, person="Ahmed (أحمد)"))
    stored = tmp_path / "plan.pickle"
    stored.write_bytes(pickle.dumps(named))
    script = (
        "import hashlib, pickle, sys; from desktop_app.plans import printing; "
        "plan = pickle.loads(open(sys.argv[1], 'rb').read()); "
        "print(hashlib.sha256(printing.print_plan(plan)).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(stored)], capture_output=True, check=True, text=True
    )
    printed = printing.print_plan(named)
    assert done.stdout.strip() == hashlib.sha256(printed).hexdigest()


NAMES = (
    "Łukasz Żółć-Świątek",
    "Çağrı Öztürk Yıldız",
    "Nguyễn Thị Ánh Tuyết",
    "Оксана Ковальчук-Їжак",
    "Ελένη Παπαδοπούλου",
    "Ștefan Bălănescu",
    "ተስፋይ ገብረመድህን",
    "أحمد عبد الله",
    "محمد الإدريسي",
    "שרה לוי",
    "Ahmed (أحمد) el Amrani",
)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_every_script_survive(plan: document.PlanDocument, name: str) -> None:
    named = replace(plan, cover=replace(plan.cover, person=name))
    paper = Paper(printing.print_plan(named))
    check_accessible(paper)
    assert paper.tree.find("P")[0].text() == f"van {name}"
    assert "\ufffd" not in paper.text
    assert not any("\ue000" <= char <= "\uf8ff" for char in paper.tree.text())


@pytest.mark.parametrize("name", NAMES[:8])
def test_names_are_found_by_searching(plan: document.PlanDocument, name: str) -> None:
    named = replace(plan, cover=replace(plan.cover, person=name))
    assert name in Paper(printing.print_plan(named)).text


def test_signs_without_a_font_keep_their_text(plan: document.PlanDocument) -> None:
    named = replace(plan, cover=replace(plan.cover, person="Jo 🙂 汉字"))
    paper = Paper(printing.print_plan(named))
    assert paper.tree.find("P")[0].text() == "van Jo 🙂 汉字"


def test_a_long_organisation_name_wraps_and_stays_whole(plan: document.PlanDocument) -> None:
    name = "Stichting Beschermd en Begeleid Wonen Utrecht-West, Vecht en Omstreken"
    cover = replace(plan.cover, organisation=document.Organisation(name, "030 – 555 01 23"))
    paper = Paper(printing.print_plan(replace(plan, cover=cover)))
    assert name in paper.tree.text()
    check_margins(paper)


def test_markup_in_an_answer_is_only_text(
    answers: composing.Answers, cover: document.Cover
) -> None:
    wish = r"<b>A & B</b> (1 < 2) \n **sterk** &amp; 100%"
    plan = _plan(answers, cover, fields={**answers.fields, "wish": wish})
    assert wish in Paper(printing.print_plan(plan)).tree.text()


_AREAS = tuple(codelists.read("life_area").codes)


def _crowded(answers: composing.Answers, areas: int, steps: int) -> composing.Answers:
    assert answers.scores is not None
    rows = tuple(
        document.Score(area, 3, 2, f"Zo gaat het nu met {area}, en dat is goed genoeg.")
        for area in _AREAS[:areas]
    )
    goal = replace(
        answers.goals[0],
        actions=tuple(document.Action(f"Dit is stap {n}.", "Ik zelf") for n in range(steps)),
    )
    scores = replace(answers.scores, rows=rows)
    return replace(answers, scores=scores, goals=(goal, *answers.goals[1:]))


def test_a_full_first_page_gives_sharing_away_first(
    answers: composing.Answers, cover: document.Cover
) -> None:
    wish = {**answers.fields, "wish": "Ik wil rust.\n" * 4}
    plan = composing.compose(TEMPLATE, replace(answers, fields=wish), cover)
    first, second = Paper(printing.print_plan(plan)).page_texts[:2]
    assert "Begeleiding" in first
    assert "Wie mag wat weten" not in first
    assert second.index("Mijn doelen") < second.index("Wie mag wat weten")
    assert second.index("Wie mag wat weten") < second.index("Als het even niet goed gaat")


def test_then_the_two_cards_move_too(answers: composing.Answers, cover: document.Cover) -> None:
    plan = composing.compose(TEMPLATE, _crowded(answers, 7, 3), cover)
    paper = Paper(printing.print_plan(plan))
    first, second = paper.page_texts[:2]
    assert "Hoe gaat het met mij?" in first
    assert "Begeleiding" not in first
    assert second.index("Mijn doelen") < second.index("Begeleiding")
    assert second.index("Begeleiding") < second.index("Wie mag wat weten")
    assert len(paper.pdf.pages) == 3


def test_a_table_that_breaks_repeats_its_head_for_the_eye_only(
    answers: composing.Answers, cover: document.Cover
) -> None:
    plan = composing.compose(TEMPLATE, _crowded(answers, 12, 60), cover)
    paper = Paper(printing.print_plan(plan))
    check_accessible(paper)
    check_margins(paper)
    assert lacking(plan, paper) == []
    shown = sum(text.count("Wat gaan we doen?") for text in paper.page_texts)
    assert shown == 3
    assert paper.tree.text().count("Wat gaan we doen?") == 1
    assert sum("Doel 1" in text for text in paper.page_texts) == 3
    assert paper.tree.text().count("Ik maak mijn post elke week open.") == 1


def test_a_goal_that_fits_a_page_stays_on_one(
    answers: composing.Answers, cover: document.Cover
) -> None:
    plan = composing.compose(TEMPLATE, _crowded(answers, 0, 24), cover)
    for text in Paper(printing.print_plan(plan)).page_texts:
        assert ("Doel 1" in text) == ("Dit is stap 0." in text) == ("Dit is stap 23." in text)


def test_review_rights_and_signature_stay_together(
    answers: composing.Answers, cover: document.Cover
) -> None:
    for steps in range(3, 30, 3):
        plan = composing.compose(TEMPLATE, _crowded(answers, 5, steps), cover)
        pages = Paper(printing.print_plan(plan)).page_texts
        together = [
            ("Wanneer kijken" in text, "Jouw rechten" in text, "Geen handtekening?" in text)
            for text in pages
        ]
        assert together.count((True, True, True)) == 1
        assert together.count((False, False, False)) == len(pages) - 1


@pytest.mark.parametrize("large", [False, True])
def test_the_largest_content_is_never_cut(
    answers: composing.Answers, cover: document.Cover, *, large: bool
) -> None:
    much = " ".join(f"zin{n} over wonen." for n in range(1100))
    assert len(much) > 18_000
    one_word = "x" * 2_000
    crowded = _crowded(answers, 12, 60)
    assert crowded.scores is not None
    written = {
        **answers.fields,
        "wish": much,
        "strengths": [much, one_word],
        "home": much,
        "how_often": much,
        "agreements": [{"about": "Bezoek", "text": much}],
        "signals": [{"phase": "O", "notice": much, "do": one_word}],
        "sharing": [{"who": "Zus", "much": "part", "what": much}],
    }
    rows = (replace(crowded.scores.rows[0], sentence=much), *crowded.scores.rows[1:])
    goals = (
        replace(crowded.goals[0], title=much),
        replace(crowded.goals[1], actions=(document.Action(much, much),)),
    )
    everything = replace(
        crowded, fields=written, scores=replace(crowded.scores, rows=rows), goals=goals
    )
    plan = composing.compose(TEMPLATE, everything, cover)
    paper = Paper(printing.print_plan(plan, large=large))
    assert lacking(plan, paper) == []
    check_accessible(paper)
    check_margins(paper)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not on this computer")
def test_qpdf_finds_no_fault(plan: document.PlanDocument, tmp_path: Path) -> None:
    written = tmp_path / "plan.pdf"
    written.write_bytes(printing.print_plan(plan))
    done = subprocess.run(["qpdf", "--check", written], check=False, capture_output=True)
    assert done.returncode == 0


@pytest.mark.skipif(shutil.which("verapdf") is None, reason="veraPDF is not on this computer")
@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_finds_no_fault(
    plan: document.PlanDocument, tmp_path: Path, flavour: str
) -> None:
    written = tmp_path / "plan.pdf"
    written.write_bytes(printing.print_plan(plan))
    done = subprocess.run(
        ["verapdf", "--flavour", flavour, "--format", "text", str(written)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith("PASS"), done.stdout
