"""What cannot stand in a text is told at a glance; a pattern that stands there is never missed."""

import pytest

from coach.read.matcher import Rule, RuleMatcher, Scan
from coach.read.openings import Openings
from coach.text.normalize import normalize

RULES = [
    Rule("zh", "t", "t", ("检测报告", "打样(测试|试用)", "要...报价", "先(看|审)合同")),
    Rule("en", "t", "t", ("request for quotation", "sign[s] the contract", "on trial", "factory-audit")),
]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("他们要看检测报告", True),
        ("他们要看检 测\n报告", True),  # white space does not part Chinese words
        ("ＰＬＥＡＳＥ ＳＩＧＮ the Contract", True),
        ("the lamp is on trial here", True),
        ("a Factory-Audit, then", True),
        ("他们要先给三家的报价", True),
        ("价格太高了", False),
        ("检查报告", False),
        ("the price is too high", False),
        ("", False),
    ],
)
def test_openings(text: str, stands: bool) -> None:
    openings = Openings(RULES)
    assert openings.may_stand_in(normalize(text)) is stands
    assert stands or not RuleMatcher(RULES).match(Scan(text))


def test_a_character_alone_counts_with_the_rest_of_its_pattern() -> None:
    openings = Openings([Rule("r", "t", "t", ("做...样",))])
    assert openings.may_stand_in("做几个样")
    assert not openings.may_stand_in("做事很快")


def test_token_patterns_may_stand_anywhere() -> None:
    assert Openings([Rule("r", "t", "t", (({"LOWER": "x"},),))]).may_stand_in("y")


def test_a_matcher_that_is_built_later_finds_what_an_earlier_text_holds() -> None:
    scan = Scan("我们要一份全新的图纸")
    assert not RuleMatcher([Rule("a", "t", "t", ("没有",))]).match(scan)
    assert RuleMatcher([Rule("b", "t", "t", ("全新的图纸",))]).match(scan)
