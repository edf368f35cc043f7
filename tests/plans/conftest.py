"""Fixtures of the plan tests: the sample plan and what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans import sample

if TYPE_CHECKING:
    from desktop_app.plans import composing, document


@pytest.fixture
def cover() -> document.Cover:
    return sample.COVER


@pytest.fixture
def answers() -> composing.Answers:
    return sample.ANSWERS


@pytest.fixture
def plan() -> document.PlanDocument:
    return sample.PLAN
