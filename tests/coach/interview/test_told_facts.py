"""What a longer report tells: facts of buying and asides are no needs, troubles and stakes in plain words are."""

from __future__ import annotations

import pytest

from coach.context import Tools


@pytest.mark.parametrize(
    "text",
    [
        "先发邮件询价,三家比,打样,再签一年框架。",
        "每年三月招一次标 中标的吃六成 第二名吃四成 然后按月叫货",
        "集团做蛋鸡养殖,现有二十六个养殖场,年产约三万吨。",
        "他们质量部的头姓林",
        "他们Quality的head姓林",
        "我们想推MES给一家做新能源车的厂",
        "Local plant supplies them now. Weekly orders off a price list.",
        "They buy through a portal and draw it down every week",
        "The lab approves every new supplier first.",
        "Never met him so I couldn't say",
        "We want to pitch a filter to a firm that makes energy drinks",
    ],
)
def test_facts_of_buying_are_no_needs(tools: Tools, text: str) -> None:
    assert [need.quote for need in tools.report(text).needs] == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("他们的叶片老是结霜", "latent"),
        ("喷嘴老是堵塞", "latent"),
        ("每停一天,店里大概少收四百块", "latent"),
        ("能不能升经理就看这一单,压力大到失眠", "deep"),
        ("信号须接入他们现有的中控", "surface"),
        ("12,000 crates went missing last summer and nobody knows where", "latent"),
        ("The seals crumbled in the lorry", "latent"),
        ("acceptance tests at the mill have failed three times", "latent"),
        ("She said, quote, 'I'd like to walk into that interview with my head up for once'", "deep"),
        ("he feels shame when he passes the line", "deep"),
    ],
)
def test_troubles_and_stakes_are_heard(tools: Tools, text: str, level: str) -> None:
    assert level in {need.level for need in tools.report(text).needs}
