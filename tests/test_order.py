"""Tests that share a server go to one worker, and what takes long is begun first."""

from __future__ import annotations

import pytest

from server.project import ROOT
from tests.order import FIRST, TOGETHER, place, unit


@pytest.mark.parametrize(
    ("nodeid", "expected"),
    [
        ("tests/e2e/test_pages.py::test_x[a::b]", "tests/e2e/"),
        ("tests/channels/slack/test_door.py::test_x", "tests/channels/slack/"),
        ("tests/channels/test_rest.py::test_x", "tests/channels/test_rest.py"),
        ("tests/coach/test_newest.py::test_x", "tests/coach/test_newest.py"),
    ],
)
def test_unit(nodeid: str, expected: str) -> None:
    assert unit(nodeid) == expected


def test_what_takes_long_comes_first() -> None:
    assert [place(f"{name}::test_x") for name in (*FIRST, "tests/other.py")] == list(range(len(FIRST) + 1))


def test_what_is_named_is_there() -> None:
    assert [name for name in (*TOGETHER, *FIRST) if not (ROOT / name).exists()] == []
