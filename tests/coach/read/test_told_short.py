"""Telegraphic answers, and what a solution would make possible: each need with its quote."""

import pytest

SHORT = [
    ("Omar Haddad, legal, needs a shorter contract", ["needs a shorter contract"]),
    ("Lena Voss, purchasing, wants 5% off", ["wants 5% off"]),
    ("price too high, delivery late, wants 60 days", ["price too high", "delivery late", "wants 60 days"]),
    ("too expensive, slow delivery, 90 days terms", ["too expensive", "slow delivery", "90 days terms"]),
    ("价格高，交期慢，想要账期60天", ["价格高", "交期慢", "想要账期60天"]),
    ("价格贵，质量不稳，要更长账期", ["价格贵", "质量不稳", "要更长账期"]),
    ("报价高，要便宜点，包装要木箱", ["报价高,要便宜点", "包装要木箱"]),
    ("王工，质量部，要检测报告", ["要检测报告"]),
]
POSSIBLE = [
    "if the ice never ran out he could take in the Faroese boats",
    "with a second press they could say yes to Aldi",
    "if the oven were bigger, she could bake for the hotels",
    "once the dryer is faster they could serve the breweries",
    "要是冰够用，他就敢接法罗群岛的船",
    "要是有第二台压机，他们就能接奥乐齐的单子",
    "烤箱大一点，她就能给酒店供货",
    "只要验布准，她就敢接出口的订单",
]
NOTHING = [
    "needs a call on Friday", "wants to meet next week", "if it rains he could come on Friday",
    "想要周五见个面", "他周五来",
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), SHORT)
def test_each_need_has_its_quote(tools, text, quotes):
    assert [need.quote.replace("，", ",") for need in tools.report(text).needs] == quotes


@pytest.mark.parametrize("text", POSSIBLE)
def test_what_a_solution_would_make_possible(tools, text):
    assert [need.level for need in tools.report(text).needs] == ["latent"]


@pytest.mark.parametrize("text", NOTHING)
def test_no_need(tools, text):
    assert not tools.report(text).needs


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("They want a lower price", "price"),
        ("他们想要便宜点", "price"),
        ("wants 60 days", "payment"),
    ],
)
def test_a_special_topic_goes_before_the_general_one(tools, text, topic):
    assert [need.topic for need in tools.report(text).needs] == [topic]
