"""Every plan template is whole: the editor, the register and the paper rely on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

import pytest

from desktop_app import assets, codelists, words
from desktop_app.plans import composing, templates

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYS = {
    "": {"id", "version", "plan_type", "title", "sections", "paper"},
    "section": {
        "code", "form", "required", "heading", "help", "fields", "joins", "joint_heading",
        "areas", "most", "tips", "hint", "foot", "sentences",
    },
    "field": {
        "code", "kind", "label", "required", "columns", "row_list", "row_codes", "source",
        "line", "strong",
    },
    "column": {"code", "label", "suggestions", "choices", "list"},
    "paper": {"pages", "large", "moves", "after", "closing"},
}  # fmt: skip
FORMS = get_args(templates.Form)
KINDS = get_args(templates.Kind)
PRINTED_ELSEWHERE = {"areas", "actions"}


def _texts(data: Any) -> Iterator[dict[str, str]]:
    if isinstance(data, dict):
        if "nl" in data or "en" in data:
            yield data
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)


@pytest.fixture(params=templates.names())
def data(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = assets.read_json(f"plan_templates/{request.param}.json")
    assert found["id"] == request.param
    return found


def test_head_follows_the_schema(data: dict[str, Any]) -> None:
    assert set(data) == _KEYS[""]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", data["version"])
    assert data["plan_type"] in codelists.read("plan_type").codes
    assert set(data["paper"]) == _KEYS["paper"]


def test_every_text_is_given_in_both_languages(data: dict[str, Any]) -> None:
    texts = list(_texts(data))
    assert len(texts) > 40
    for text in texts:
        assert all(text[language].strip() for language in words.LANGUAGES)
        assert "!" not in text["nl"] + text["en"]


def test_sections_follow_the_schema(data: dict[str, Any]) -> None:
    codes = [section["code"] for section in data["sections"]]
    assert len(codes) == len(set(codes))
    for section in data["sections"]:
        assert set(section) <= _KEYS["section"]
        assert section["form"] in FORMS
        assert isinstance(section["required"], bool)
        assert section.get("joins", codes[0]) in codes
        assert all(
            code in codelists.read("life_area").codes for code in section.get("areas", ())
        )
        for sentence in section.get("sentences", ()):
            assert (
                ("needs" in sentence)
                == ("{value}" in sentence["nl"])
                == ("without" in sentence)
            )


def test_fields_follow_the_schema(data: dict[str, Any]) -> None:
    fields = [field for section in data["sections"] for field in section.get("fields", ())]
    codes = [field["code"] for field in fields]
    assert len(codes) == len(set(codes))
    for field in fields:
        assert set(field) <= _KEYS["field"]
        assert field["kind"] in KINDS
        assert re.fullmatch(r"[a-z_]{2,32}", field["code"])
        assert (field["kind"] == "fact") == bool(field.get("source"))
        assert (field["kind"] == "rows") == bool(field.get("columns"))
        for code in field.get("row_codes", ()):
            assert code in codelists.read(field["row_list"]).codes
        for column in field.get("columns", ()):
            assert set(column) <= _KEYS["column"]
            assert column.get("list", "life_area") in codelists.names()


def test_every_printed_section_stands_once_on_the_paper(data: dict[str, Any]) -> None:
    own = {
        section["code"]
        for section in data["sections"]
        if section["form"] not in PRINTED_ELSEWHERE and "joins" not in section
    }
    for name in ("pages", "large"):
        placed = [code for group in data["paper"][name] for row in group for code in row]
        assert sorted(placed) == sorted(own)
    leaders = {
        row[0] for name in ("pages", "large") for group in data["paper"][name] for row in group
    }
    assert {
        *data["paper"]["moves"],
        *data["paper"]["closing"],
        data["paper"]["after"],
    } <= leaders


def test_reader_gives_what_the_file_says(data: dict[str, Any]) -> None:
    template = templates.read(data["id"])
    assert [section.code for section in template.sections] == [
        s["code"] for s in data["sections"]
    ]
    with words.in_language("en"):
        assert template.title == data["title"]["en"]
        assert all(section.heading and section.help for section in template.sections)
        assert all(field.label for field in template.fields())


def test_forms_are_all_known_to_the_composer() -> None:
    assert set(FORMS) == set(composing._SECTIONS)


def test_own_plan_has_the_eighteen_sections() -> None:
    template = templates.read("my-plan")
    codes = {section.code for section in template.sections}
    assert codes == {f"P{number:02}" for number in range(1, 19)} | {"AREAS"}
    required = {section.code for section in template.sections if section.required}
    assert required == {f"P{n:02}" for n in (1, 2, 3, 4, 10, 11, 12, 13, 15, 16, 17, 18)}
    assert template.section("P10").most == 3
    asked = sorted(area for section in template.sections for area in section.areas)
    assert asked == sorted(codelists.read("life_area").codes)
