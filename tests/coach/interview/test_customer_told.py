"""The customer in a first sentence that tells a visit, a call or an order; what is no name is asked for again."""

from __future__ import annotations

import pytest

from coach.context import Tools
from coach.interview.account import account_name
from tests.coach.interview.conftest import Talk

NAMES = [
    ("今天去了趟浙江台州，见的是伟星水暖的采购", "伟星水暖"),
    ("秦川机床那个单子有点悬", "秦川机床"),
    ("我们是卖叉车电池的，想准备一下明天去康师傅苏州厂的拜访", "康师傅苏州厂"),
    ("客户：贵州茅台镇一家酒厂，叫怀庄", "怀庄"),
    ("帮我准备下拜访，医院，鼓楼医院设备处", "鼓楼医院设备处"),
    ("他们叫我明天去报价", None),
    ("客户还没定，先聊聊方法", None),
    ("下周要去趟宁德时代谈储能柜", "宁德时代"),
    ("青岛啤酒二厂那边催得紧", "青岛啤酒二厂"),
    ("明天见比亚迪的采购，有点慌", "比亚迪"),
    ("我是做食用菌设备的，主要卖灭菌柜", None),
    ("客户叫福建古田的闽菇生物", "闽菇生物"),
    ("没有的公司", "没有的公司"),
    ("Just got off the phone with Hamza at Karachi Cold Chain", "Karachi Cold Chain"),
    ("I'm prepping for tomorrow: Fjällräven's warehouse in Örnsköldsvik", "Fjällräven"),
    ("visiting St. Mary's Hospital on Thursday, their head of facilities", "St. Mary's Hospital"),
    ("Need help with the Otis account", "Otis"),
    ("a pig farmer near Vechta, name's Brinkmann", "Brinkmann"),
    ("The guys from Kverneland", "Kverneland"),
    ("Someone at Lufthansa Technik rang me", "Lufthansa Technik"),
    ("Help me with the Carlsberg tender", "Carlsberg"),
    ("I was at Heathrow yesterday, meeting with Menzies Aviation", "Menzies Aviation"),
    ("We are after Gatwick's engineering team", "Gatwick"),
    ("Sales call with Tata Power at 3pm", "Tata Power"),
    ("Going to Bergen next week to see Lerøy", "Lerøy"),
    ("I'm seeing Anna Berg tomorrow", None),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_customer_of_a_sentence(tools: Tools, text: str, name: str | None) -> None:
    people = [found.mention for found in tools.report(text).people if found.mention]
    assert account_name(text, tools.manners, people) == name


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("our customer Larsen Marine", "Larsen Marine"),
        ("Our customer Larsen Marine wants new pumps", "Larsen Marine"),
        ("my client Nordhavn Fisk needs ice", "Nordhavn Fisk"),
        ("visit customer Larsen Marine on Tuesday", "Larsen Marine"),
        ("my client Anna said it is too expensive", None),
    ],
)
def test_the_word_for_a_customer_is_no_part_of_the_name(talk: Talk, text: str, account: str | None) -> None:
    state, _ = talk(text)
    assert state.account == account
    assert [person.name for person in state.people] == ([] if account else ["Anna"])
