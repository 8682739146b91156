"""Nicknames, full names beside a form of address, dictated names, and jobs that are only spoken of."""

import pytest

CHINESE = [
    ("场长老贺天天在猪舍里转", [("老贺", "decider")]),
    ("仓库阿芬把货点完了", [("阿芬", "user")]),
    ("办公室的小霍管登记", [("小霍", "gatekeeper")]),
    ("大罗罗建民管下单", [("罗建民", None)]),
    ("招标经理曾总曾令仪打分", [("曾令仪", None)]),
    ("维修班长叫火旺,姓什么没人提", [("火旺", "user")]),
    ("采购呢是个小伙子,大伙都喊他石头", [("石头", "buyer")]),
    ("最后是厂长定,邹国梁,我没见过", [("邹国梁", "decider")]),
    ("厂长老郭总拿断货说事", [("老郭", "decider")]),
    ("小邓总嫌我们交期长", [("小邓", None)]),
    ("小王总和老王总都在", [("王总", None), ("王总", None)]),
    ("研发主管姓仝,仝主管管打样", [("仝主管", "influencer")]),
    ("财务还有个会计,大额都要她签", [("会计", "approver")]),
]
ENGLISH = [
    ("the head cook is fernanda quispe she wants bigger kettles", [("fernanda quispe", "user")]),
    ("purchasing is tariq he places every order", [("tariq", "buyer")]),
    ("i met deepa and callum at the depot", [("deepa", None), ("callum", None)]),
    ("the owner is stubborn he says no to everything", [("owner", "decider")]),
    ("Mr. Benoît Charpentier signs it", [("Mr. Benoît Charpentier", None)]),
    ("Ewa, the night shift supervisor, likes our gloves", [("Ewa", "user")]),
    ("There's the marine surveyor too, Torvald Hegge, who checks welds", [("Torvald Hegge", "influencer")]),
    ("The foreman, everyone calls him Baz, runs the yard", [("Baz", "user")]),
]
NOBODY = [
    "去年升任经理以后他忙多了", "有的店长自己去进货", "三个电工都说好装", "他前同事在对手那里", "会计系统要换",
    "护士站缺一台打印机", "我不知道她的姓名", "采购小单太多", "大车和小车都停", "老问题还在", "负责人管预算,管水管电",
    "Every technician and some operators want training", "He's been made plant manager since May",
    "The operator panel is cracked", "we talked to purchasing and the lab",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHINESE + ENGLISH)
def test_is_found(tools, text, expected):
    assert [(mention.name, mention.role) for mention in tools.finder.find(text)] == expected


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(tools, text):
    assert [mention.name for mention in tools.finder.find(text) if mention.title != "负责人"] == []


@pytest.mark.parametrize(
    ("text", "name", "also"),
    [
        ("老邵,邵永康,管车间", "邵永康", ("老邵",)),
        ("采购经理叫许国梁,大家都叫他Victor", "许国梁", ("Victor",)),
        ("It's Greg, Greg Papadakis, who buys", "Greg Papadakis", ("Greg",)),
    ],
)
def test_two_names_in_one_breath(tools, text, name, also):
    [mention] = tools.finder.find(text)
    assert {mention.name, *mention.also} == {name, *also}
