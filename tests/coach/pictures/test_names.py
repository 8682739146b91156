"""Names that fit their place."""

from __future__ import annotations

import pytest

from coach.pictures.names import cut, fitted, width_of


@pytest.mark.parametrize(
    ("name", "room", "shown"),
    [
        ("Anna Schmidt", 100, "Anna Schmidt"),
        ("  Anna \n Schmidt ", 100, "Anna Schmidt"),
        ("Anna Schmidt", 70, "A. Schmidt"),
        ("Anna Schmidt", 55, "Schmidt"),
        ("Anna Schmidt", 40, "Sch…"),
        ("Anna Schmidt", 1, "…"),
        ("Владимир Петров", 75, "В. Петров"),
        ("王建国", 36, "王建国"),
        ("王建国", 35, "王…"),
        ("王 建国", 30, "王…"),
        ("", 10, ""),
    ],
)
def test_fitted(name: str, room: float, shown: str) -> None:
    assert fitted(name, room, 12) == shown


@pytest.mark.parametrize("room", range(0, 200, 3))
def test_what_is_shown_fits(room: int) -> None:
    for text in ("Jean-Baptiste de la Rochefoucauld", "司马相如（采购部）", "Wwwwww", "e\u0301e\u0301e\u0301"):
        for shown in (fitted(text, room, 12), cut(text, room, 12)):
            assert width_of(shown, 12) <= max(room, width_of("…", 12))
