"""Whose visit is meant: the firm, and not what was found there or what is brought along."""

from datetime import date

import pytest

from coach.context import Tools
from coach.visits.wish import parts_of, read_wish

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
        # who goes along, and a place at the customer's, are no customer
        ("we visit the dock on 9 December with a refrigeration man", ""),
        ("We visit on 9 December with our refrigeration man", ""),
        ("Meeting on 9 December with an expert on ammonia", ""),
        ("We visit the bakery on 9 December with my boss", ""),
        ("We visit the packing hall on 9 December with two of our engineers", ""),
        ("We visit Harbour Pumps on 9 December with our fitter Tom Becker", "Harbour Pumps"),
        ("meeting with a buyer from Larsen Marine on 9 December", "Larsen Marine"),
        ("visit with Otis on 9 December", "Otis"),
        ("12月9号和我们的制冷专家去拜访", ""),
        ("12月9号拜访，叫上咱们的售后", ""),
        ("12月9号带个制冷师傅去拜访宏达机械", "宏达机械"),
        ("下周三拜访宏达机械，带一位电气工程师", "宏达机械"),
        ("12月9号跟宏达机械见面", "宏达机械"),
    ],
)
def test_the_customer(tools, text, name):
    assert read_wish(text, DAY, tools).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("明天去拜访和平医院", "和平医院"),
        ("明天和李工去拜访和平医院", "和平医院"),
        ("明天去拜访同仁医院", "同仁医院"),
        ("明天去拜访德和食品", "德和食品"),
        ("明天去拜访老客户和平医院", "和平医院"),
        ("明天去拜访我们客户蓝天冷库", "蓝天冷库"),
        ("We visit our customer Larsen Marine on 9 December", "Larsen Marine"),
        ("visit the client Nordhavn Fisk tomorrow", "Nordhavn Fisk"),
    ],
)
def test_small_words_that_are_part_of_a_name_stay(tools: Tools, text: str, name: str) -> None:
    wish = read_wish(text, DAY, tools)
    assert wish.name == name
    assert parts_of(wish.name) == [name]
