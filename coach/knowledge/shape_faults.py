"""What pydantic found wrong with the form of a file, as a problem of our own with its line."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten
from typing import Any

from coach.knowledge.fault import fault
from coach.knowledge.problem import Problem
from coach.knowledge.schema import LANGUAGES
from coach.knowledge.yaml_lines import Document

_KINDS = {  # pydantic's type of an error -> ours
    "value_error.extra": "extra",
    "value_error.missing": "missing",
    "value_error.const": "choice",
    "value_error.list.min_items": "few",
    "value_error.list.max_items": "many",
    "value_error.number.not_gt": "not_gt",
    "value_error.number.not_ge": "not_ge",
    "value_error.number.not_lt": "not_lt",
    "value_error.number.not_le": "not_le",
    "type_error.none.not_allowed": "none",
    "type_error.str": "text",
    "type_error.list": "list",
    "type_error.dict": "fields",
    "type_error.integer": "integer",
    "type_error.float": "number",
    "type_error.bool": "bool",
}
_PATTERNS = {  # pattern of a text in the shapes -> ours
    r"(?s).*\S": "blank",
    r"^[a-z][a-z0-9_]*$": "id",
    r"^\d\d-\d\d$": "month_day",
    r"^\d{4}-\d\d-\d\d$": "day",
    r"^([01]\d|2[0-3]):[0-5]\d$": "clock",
}

LONGEST = 60  # characters of a value that are quoted


def shape_problem(document: Document, error: Mapping[str, Any]) -> Problem:
    """Return the problem that `error`, one of pydantic's `errors()`, tells of."""
    keys = tuple(key for key in error["loc"] if key not in ("__root__", "__key__"))
    context = error.get("ctx", {})
    found = fault(
        f"shape_{_kind(error, keys)}",
        field=".".join(map(str, keys)) or fault("whole_file"),
        limit=context.get("limit_value"),
        given=shorten(str(context.get("given")), LONGEST, placeholder="…"),
        permitted=context.get("permitted"),
        pattern=context.get("pattern"),
        reason=error["msg"],
    )
    key = (context.get("given"),) if error["loc"][-1:] == ("__key__",) else ()
    return Problem(document.path, document.line((*keys, *key)), found)


def _kind(error: Mapping[str, Any], keys: tuple[Any, ...]) -> str:
    if error["type"] == "value_error.str.regex":
        return _PATTERNS.get(error["ctx"]["pattern"], "pattern")
    if error["type"] == "type_error" and "expected dict" in error["msg"]:  # a list where the whole file has fields
        return "fields"
    kind = _KINDS.get(error["type"], "other")
    return "translation" if kind == "missing" and keys[-1:] and keys[-1] in LANGUAGES else kind
