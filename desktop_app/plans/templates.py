"""Plan templates: which sections a plan has, what they ask and where they stand on paper.

A template is a file in resources/plan_templates; a new one needs no line of Python. The
editor draws its fields from `Section.fields`, the register stores answers by field code, and
`composing.compose` turns both into a printable document.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from desktop_app import assets, words
from desktop_app.plans.document import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.plans.document import Group

Form = Literal[
    "facts", "quote", "ticks", "prose", "areas", "scores", "goals", "actions", "card",
    "signals", "shares", "review", "notice", "signing",
]  # fmt: skip
Kind = Literal["fact", "text", "lines", "rows", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a field of rows.

    `code_list` names the code list its value comes from; `choices` are answers of its own;
    `suggestions` are offered while typing, anything else is welcome too.
    """

    code: str
    labels: Mapping[str, str]
    suggestions: tuple[Mapping[str, str], ...] = ()
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    code_list: str = ""

    @property
    def label(self) -> str:
        """The column's head in the language of now."""
        return words.pick(self.labels)


@dataclass(frozen=True, slots=True)
class Field:
    """One question.

    `kind` decides widget and stored answer: text (str), lines (list of str), rows (list of
    dict by column code), date (ISO str), fact (nothing stored: `source` names what the
    register knows). `row_codes` fixes the rows of a field whose first column is a code.
    """

    code: str
    kind: Kind
    labels: Mapping[str, str]
    required: bool = False
    columns: tuple[Column, ...] = ()
    row_list: str = ""
    row_codes: tuple[str, ...] = ()
    source: str = ""
    line: int = 1
    strong: bool = False

    @property
    def label(self) -> str:
        """The question in the language of now."""
        return words.pick(self.labels)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A fixed sentence; with `needs`, {value} is that fact and `without` stands in for it."""

    texts: Mapping[str, str]
    needs: str = ""
    without: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a plan.

    `joins` names the section in whose block it is printed; `areas` are the life areas it
    asks about; `most` is the highest number of goals.
    """

    code: str
    form: Form
    required: bool
    headings: Mapping[str, str]
    helps: Mapping[str, str]
    fields: tuple[Field, ...] = ()
    joins: str = ""
    joint_headings: Mapping[str, str] = field(default_factory=dict)
    areas: tuple[str, ...] = ()
    most: int | None = None
    tips: tuple[Mapping[str, str], ...] = ()
    hints: Mapping[str, str] = field(default_factory=dict)
    feet: Mapping[str, str] = field(default_factory=dict)
    sentences: tuple[Sentence, ...] = ()

    @property
    def heading(self) -> str:
        """The section's title in the language of now."""
        return words.pick(self.headings)

    @property
    def help(self) -> str:
        """What to write here, in the language of now."""
        return words.pick(self.helps)


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """A kind of plan; `plan_type` is a code of the list plan_type."""

    name: str
    version: str
    plan_type: str
    titles: Mapping[str, str]
    sections: tuple[Section, ...]
    layout: Layout

    @property
    def title(self) -> str:
        """The plan's title in the language of now."""
        return words.pick(self.titles)

    def section(self, code: str) -> Section:
        """Return a section by its code ("P10")."""
        return next(section for section in self.sections if section.code == code)

    def fields(self) -> tuple[Field, ...]:
        """Return all questions, in order."""
        return tuple(field for section in self.sections for field in section.fields)

    def life_areas(self) -> tuple[str, ...]:
        """Return the life areas that may be opened, in order."""
        return tuple(area for section in self.sections for area in section.areas)

    def most_goals(self) -> int | None:
        """Return how many goals a version may have; None when it does not say."""
        return next((section.most for section in self.sections if section.most), None)


def names() -> list[str]:
    """Return the names of all templates."""
    return [name.removesuffix(".json") for name in assets.names("plan_templates", ".json")]


@cache
def read(name: str) -> PlanTemplate:
    """Return a template by its name ("my-plan")."""
    return parse(assets.read_json(f"plan_templates/{name}.json"))


def parse(data: Mapping[str, Any]) -> PlanTemplate:
    """Return the template that a file's content describes."""
    return PlanTemplate(
        name=data["id"],
        version=data["version"],
        plan_type=data["plan_type"],
        titles=MappingProxyType(data["title"]),
        sections=tuple(_section(item) for item in data["sections"]),
        layout=_layout(data["paper"]),
    )


def key(data: Mapping[str, Any]) -> str:
    """Return under what registers keep this content: the SHA-256 of its one form."""
    form = json.dumps(data, sort_keys=True, separators=(",", ":"))
    return sha256(form.encode()).hexdigest()


def _section(item: Mapping[str, Any]) -> Section:
    return Section(
        code=item["code"],
        form=item["form"],
        required=item["required"],
        headings=MappingProxyType(item["heading"]),
        helps=MappingProxyType(item["help"]),
        fields=tuple(_field(field) for field in item.get("fields", ())),
        joins=item.get("joins", ""),
        joint_headings=MappingProxyType(item.get("joint_heading", {})),
        areas=tuple(item.get("areas", ())),
        most=item.get("most"),
        tips=tuple(MappingProxyType(tip) for tip in item.get("tips", ())),
        hints=MappingProxyType(item.get("hint", {})),
        feet=MappingProxyType(item.get("foot", {})),
        sentences=tuple(_sentence(text) for text in item.get("sentences", ())),
    )


def _field(item: Mapping[str, Any]) -> Field:
    return Field(
        code=item["code"],
        kind=item["kind"],
        labels=MappingProxyType(item["label"]),
        required=item.get("required", False),
        columns=tuple(_column(column) for column in item.get("columns", ())),
        row_list=item.get("row_list", ""),
        row_codes=tuple(item.get("row_codes", ())),
        source=item.get("source", ""),
        line=item.get("line", 1),
        strong=item.get("strong", False),
    )


def _column(item: Mapping[str, Any]) -> Column:
    choices = item.get("choices", {})
    return Column(
        code=item["code"],
        labels=MappingProxyType(item["label"]),
        suggestions=tuple(MappingProxyType(text) for text in item.get("suggestions", ())),
        choices=MappingProxyType({key: MappingProxyType(t) for key, t in choices.items()}),
        code_list=item.get("list", ""),
    )


def _sentence(item: Mapping[str, Any]) -> Sentence:
    return Sentence(
        texts=MappingProxyType({key: item[key] for key in words.LANGUAGES}),
        needs=item.get("needs", ""),
        without=MappingProxyType(item.get("without", {})),
    )


def _layout(data: Mapping[str, Any]) -> Layout:
    return Layout(
        pages=_groups(data["pages"]),
        large=_groups(data["large"]),
        moves=tuple(data["moves"]),
        after=data["after"],
        closing=tuple(data["closing"]),
    )


def _groups(data: list[list[list[str]]]) -> tuple[Group, ...]:
    return tuple(tuple(tuple(row) for row in group) for group in data)
