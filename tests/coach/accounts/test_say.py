"""Each error of the book has a sentence in both languages that needs nothing more."""

from __future__ import annotations

import pytest

from coach.accounts.errors import (
    BadValueError,
    BookError,
    ConflictError,
    NotAllowedError,
    NotFoundError,
    SameNameError,
    UnavailableError,
)
from coach.accounts.records import Account
from coach.accounts.say import shown, trouble
from coach.context import Tools

ERRORS: list[tuple[BookError, list[str]]] = [
    *((UnavailableError(kind, "why"), ["why"]) for kind in ("locked", "full", "read_only", "damaged", "unavailable")),
    (NotFoundError(name="Nord"), ["Nord"]),
    (NotAllowedError(name="Nord"), ["Nord"]),
    (SameNameError(Account("Nord"), "Nord"), ["Nord"]),
    (ConflictError(field="title", mine="buyer", theirs="head", by="ann", at="x"), ["buyer", "head", "ann"]),
    (BadValueError("name"), []),
    (BadValueError("text", field="phone"), []),
    (BadValueError("long", field="name", most=200, length=300), ["200", "300"]),
    (BadValueError("day", field="due", value="soon"), ["soon"]),
    (BadValueError("amount", field="amount", value="viel"), ["viel"]),
    (BadValueError("range", field="step", value=20, least=1, most=14), ["20", "14"]),
    (BadValueError("choice", field="state", value="maybe"), ["maybe"]),
    (BadValueError("past", field="starts", value="2026-03-01T10:00"), ["2026-03-01 10:00"]),
    (ConflictError(field="done", mine="2026-03-02", theirs=None, by="ann", at="x"), ["2026-03-02", "–", "ann"]),
]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("error", "holds"), ERRORS, ids=lambda value: getattr(value, "what", None))
def test_errors_are_told_in_words(error: BookError, holds: list[str], lang: str, tools: Tools) -> None:
    said = trouble(error, lang, tools.words)
    assert all(part in said for part in holds)
    assert "None" not in said


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("state", "cancelled", {"zh": "已取消", "en": "cancelled"}),
        ("state", "maybe", {"zh": "maybe", "en": "maybe"}),
        ("starts", "2026-03-01T10:00:00", {"zh": "2026-03-01 10:00", "en": "2026-03-01 10:00"}),
        ("starts", "soon", {"zh": "soon", "en": "soon"}),
        ("title", "cancelled", {"zh": "cancelled", "en": "cancelled"}),
        ("influence", 3, {"zh": "3", "en": "3"}),
        ("done", None, {"zh": "–", "en": "–"}),
    ],
)
def test_values_are_shown_in_words(field: str, value: object, expected: dict[str, str], tools: Tools) -> None:
    assert {lang: shown(field, value, lang, tools.words) for lang in ("zh", "en")} == expected
