"""Names are found as they are said, and nobody else's is taken for them."""

from __future__ import annotations

import pytest

from coach.context import Tools
from coach.privacy.mentions import Called, Mentions, forms_of, parts_of

STAND_IN = {"zh": "（某）", "en": "(one)"}


def mentions(tools: Tools, *names: str, spare: tuple[str, ...] = (), exact: tuple[str, ...] = ()) -> Mentions:
    called = Called(names, exact, parts_of(names, spare), forms_of(names, spare, tools.knowledge), spare)
    return Mentions(called, STAND_IN)


CASES = [
    (("王磊",), "昨天见了王磊，谈得不错", "昨天见了（某），谈得不错"),
    (("王磊",), "王总和老王都来了，王磊说好", "（某）和（某）都来了，（某）说好"),
    (("王磊",), "国王总是对的", "国（某）是对的"),  # a price of being thorough
    (("王磊",), "汪总来了", "汪总来了"),
    (("歐陽明",), "欧阳总和欧阳明", "（某）和（某）"),
    (("Marco Rossi",), "Mr ROSSI met marco  rossi", "Mr (one) met (one)"),
    (("Marco Rossi",), "a rossi-coloured plate", "a rossi-coloured plate"),
    (("Marco Rossi",), "Rossini is somebody else", "Rossini is somebody else"),
    (("Ａｎｎａ Berg",), "anna berg", "(one)"),
    (("Li Wu",), "Li and Wu", "Li and Wu"),  # parts of two letters are too often something else
    (("王",), "王磊", "王磊"),
]


@pytest.mark.parametrize(("names", "text", "expected"), CASES)
def test_names_are_replaced(tools: Tools, names: tuple[str, ...], text: str, expected: str) -> None:
    assert mentions(tools, *names).replaced(text) == expected


@pytest.mark.parametrize(
    ("names", "spare", "text"),
    [
        (("王磊",), ("王磊磊",), "王磊磊"),
        (("王磊",), ("王芳",), "王总"),
        (("王磊",), ("王磊照明",), "王磊照明"),
        (("Marco Rossi",), ("Anna Rossi",), "Mrs Rossi"),
        (("Marco Rossi",), ("Rossi Lighting",), "Rossi Lighting"),
    ],
)
def test_names_of_others_stay(tools: Tools, names: tuple[str, ...], spare: tuple[str, ...], text: str) -> None:
    assert mentions(tools, *names, spare=spare).replaced(text) == text


def test_addresses_and_numbers_are_exact(tools: Tools) -> None:
    found = mentions(tools, exact=("lei@x.com", "12"))
    assert found.replaced("write lei@x.com, 12 pieces") == "write (one), 12 pieces"


def test_nested_values(tools: Tools) -> None:
    found = mentions(tools, "王磊")
    value = {"a": ["王磊", 1, None], "王磊": {"b": ("x", "王磊")}}
    assert found.inside(value)
    assert found.replaced(value) == {"a": ["（某）", 1, None], "（某）": {"b": ["x", "（某）"]}}
    assert not found.inside({"a": [1, None, True]})


def test_nobody_is_nowhere() -> None:
    assert Mentions(Called()).spans("anything") == []
    assert Mentions(Called()).replaced("anything") == "anything"
