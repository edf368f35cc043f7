"""The plan of a made-up person, as the register would hand it over."""

from __future__ import annotations

from datetime import date

from desktop_app.plans import composing, document, templates

COVER = document.Cover(
    language="nl",
    organisation=document.Organisation("Stichting Voordeur", "030 – 555 01 23"),
    person="Joëlle Wiśniewska",
    number="C-0042",
    version=2,
    made_on=date(2026, 11, 20),
    code="7F3K-Q2M9",
    replaces=document.Replaced(1, date(2026, 6, 1)),
)

FACTS: dict[str, composing.FactValue] = {
    "client.call_name": "Jo",
    "client.born": date(1989, 2, 8),
    "client.number": "C-0042",
    "client.address": "Lentestraat 12-3, Nieuwegein",
    "client.emergency": "Paweł (broer), 06 – 5550 1777",
    "decision.period": (date(2026, 5, 1), date(2028, 4, 30)),
    "worker": "Marieke de Wit\n06 – 5550 1423",
    "stand_in": "Łukasz Żak\n06 – 5550 1424",
    "organisation.day_and_night": "030 – 555 01 99",
    "organisation.complaints": "klacht@voordeur.example",
    "organisation.advocate": "030 – 555 02 00",
}

_FIELDS: dict[str, composing.Answer] = {
    "wish": "Ik wil rust in mijn eigen huis.\nEn ik wil weer met mijn handen werken.",
    "strengths": [
        "Ik woon al een half jaar op mezelf.",
        "Ik ben handig. Mijn fiets repareer ik zelf.",
        "Mijn broer Paweł geeft mij kracht.",
    ],
    "home": (
        "Ik woon alleen, op de tweede verdieping. Het is hier licht en rustig. "
        "Ik heb nog gordijnen nodig."
    ),
    "neighbourhood": (
        "Ans van beneden groet mij altijd. Ik help graag in de moestuin. "
        "De buren bellen het kantoor als er iets is."
    ),
    "how_often": "Elke maandag om 10 uur",
    "where": "Bij mij thuis",
    "agreements": [
        {"about": "Bezoek", "text": "Kan ik niet? Dan bel ik vóór 9 uur."},
        {"about": "Sleutel", "text": "De reservesleutel is voor nood."},
        {"about": "Bellen", "text": "Ik mag altijd bellen, ook ’s nachts."},
        {"about": "Appen", "text": "Appen mag over afspraken. Niet over mijn gezondheid."},
    ],
    "signals": [
        {
            "phase": "G",
            "notice": "Ik slaap en kook. Ik bel terug.",
            "do": "Zo houden. Ik doe mijn dingen.",
        },
        {
            "phase": "O",
            "notice": "Ik lig lang in bed. Mijn post blijft dicht.",
            "do": "Ik bel Paweł of Marieke. Wij praten binnen twee dagen.",
        },
        {
            "phase": "R",
            "notice": "Ik doe de deur niet open. Ik eet bijna niet.",
            "do": "Marieke komt langs. Samen bellen wij de huisarts.",
        },
    ],
    "sharing": [
        {"who": "Paweł (broer)", "much": "all", "what": "Alles in dit plan."},
        {"who": "Huisarts", "much": "part", "what": "Alleen over mijn gezondheid."},
        {"who": "Corporatie", "much": "part", "what": "Alleen over huur en woning."},
        {"who": "Buren", "much": "none", "what": "Niets over mij."},
    ],
    "review_on": "2027-05-20",
    "check_on": "2027-02-19",
}

_GOALS = (
    document.Goal(
        "Ik maak mijn post elke week open.",
        "er ligt geen dichte post meer.",
        "GEL",
        date(2027, 5, 1),
        (
            document.Action(
                "Ik leg mijn post elke dag in de blauwe map.",
                "Ik zelf",
                since=date(2026, 12, 1),
            ),
            document.Action(
                "Wij openen de map samen, elke maandag.",
                "Marieke en ik",
                since=date(2026, 12, 7),
            ),
            document.Action(
                "Ik vraag de bewindvoerder om een betaallijst.",
                "Ik, Marieke helpt",
                date(2027, 1, 15),
            ),
        ),
    ),
    document.Goal(
        "Ik werk twee ochtenden per week.",
        "ik ga acht weken achter elkaar.",
        "DAG",
        date(2027, 4, 1),
        (
            document.Action(
                "Ik ga kijken bij de fietsenwerkplaats.", "Ik en Łukasz", date(2026, 12, 3)
            ),
            document.Action(
                "Ik vraag reisgeld aan bij de gemeente.",
                "Ik, Marieke helpt",
                date(2026, 12, 10),
            ),
            document.Action("Ik kies twee vaste ochtenden.", "Ik zelf", date(2027, 1, 15)),
        ),
    ),
    document.Goal(
        "Ik eet elke week samen met iemand.",
        "ik dat acht weken heb gedaan.",
        "SOC",
        date(2027, 5, 20),
        (
            document.Action(
                "Ik vraag Paweł om op zondag te komen eten.", "Ik zelf", date(2026, 12, 6)
            ),
            document.Action(
                "Wij koken samen in het buurthuis.", "Buurvrouw Ans en ik", date(2027, 1, 14)
            ),
        ),
    ),
)

ANSWERS = composing.Answers(
    fields=_FIELDS,
    facts=FACTS,
    scores=document.Scores(
        rows=(
            document.Score("WON", 4, 3, "Koken en de was lukken mij goed."),
            document.Score("GEL", 3, 2, "De huur lukt, mijn post blijft dicht."),
            document.Score("DAG", 2, 2, "Mijn dagen zijn lang en ik wil iets doen."),
            document.Score("SOC", 3, 2, "Ik bel mijn broer weer elke week."),
        ),
        now_on=date(2026, 11, 20),
        first_on=date(2026, 6, 1),
        given_by="together",
    ),
    goals=_GOALS,
    signing=document.Signing("Joëlle Wiśniewska", "Marieke de Wit"),
)

PLAN = composing.compose(templates.read("my-plan"), ANSWERS, COVER)
