"""Whose visit is meant: the firm, and not what was found there or what is brought along."""

from datetime import date

import pytest

from coach.visits.wish import read_wish

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("周四去拜访理想汽车，谈价格", "理想汽车"),
        ("刚见了海川泵业，一家做船用泵的", "海川泵业"),
        ("昨天拜访了川味坊食品，是做调料的", "川味坊食品"),
        ("我刚拜访了宁海冷链，门老是冻住，要换一批", "宁海冷链"),
        ("I am visiting Nordic IT Services on Monday, to show samples", "Nordic IT Services"),
        ("I have just visited Harbour Cold Stores, their doors freeze shut every night", "Harbour Cold Stores"),
    ],
)
def test_the_customer(tools, text, name):
    assert read_wish(text, DAY, tools).name == name
