"""A plan document as text: what a frozen version keeps of what it said on the day.

A later change of template, code list or client leaves an old version as it was. The text is
JSON: every part names its class, a day is {"day": "2026-11-20"}.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from desktop_app.plans import document

_FORM = "thuisbasis-plan/1"
_PARTS = {
    part.__name__: part
    for part in vars(document).values()
    if isinstance(part, type) and is_dataclass(part)
}


def as_text(plan: document.PlanDocument) -> str:
    """Return a document as text; the same document always gives the same text."""
    return json.dumps({"form": _FORM, "plan": _plain(plan)}, ensure_ascii=False)


def from_text(text: str) -> document.PlanDocument:
    """Return the document that a text keeps.

    Raises:
        ValueError: the text is no snapshot of this form.
    """
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("form") != _FORM:
        raise ValueError("not a plan snapshot of a known form")
    plan = _whole(data["plan"])
    if not isinstance(plan, document.PlanDocument):
        raise TypeError(type(plan).__name__)
    return plan


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        own = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__, **own}
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_whole(one) for one in value)
    if not isinstance(value, dict):
        return value
    if "day" in value:
        return date.fromisoformat(value["day"])
    own = {name: _whole(one) for name, one in value.items() if name != "is"}
    return _PARTS[value["is"]](**own)
