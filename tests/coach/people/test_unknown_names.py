"""Names that stand in no list are found by what the person does; firms, places and sentence openers are no persons."""

import pytest

PERSONS = [
    ("Thorvald Askildsen said the price is too high", ["Thorvald Askildsen"]),
    ("Ingrid Solheim from procurement is quick", ["Ingrid Solheim"]),
    ("Yesterday Thorvald Askildsen told me the budget is cut", ["Thorvald Askildsen"]),
    ("Their buyer Thorvald wants a sample", ["Thorvald"]),
    ("Thorvald says he likes it", ["Thorvald"]),
    ("Osei Mensah, the head of logistics, hates the old system", ["Osei Mensah"]),
    ("In Rotterdam Pieter van Dijk runs the warehouse", ["Pieter van Dijk"]),
    ("marco from purchasing said he likes us", ["marco"]),
    ("the one who kicked it off is Eilidh Farquhar she runs the brand", ["Eilidh Farquhar"]),
    ("and then there's Morag on the bottling line", ["Morag"]),
    ("弟弟Paulo掌管资金", ["Paulo"]),
    ("设计那边是Studio Nord的Clara,灯光效果她来评", ["Clara"]),
    ("王伟说交期很急", ["王伟"]),
    ("昨天赵明亮说预算砍了", ["赵明亮"]),
    ("采购部的陈晓东负责比价", ["陈晓东"]),
    ("我找孙立军聊了,他不表态", ["孙立军"]),
    ("参与的有王伟、李娜和张建国", ["王伟", "李娜", "张建国"]),
    ("护士长周敏抱怨老设备报警太多", ["周敏"]),
]
NOBODY = [
    "You've told me how it works", "Cheap is nice, sure", "Philips delivers late", "Monday works", "Walmart wants lower prices", "Acme Foods wants lower prices",
    "Home Depot said they need it in March", "New York wants lower prices", "Price matters most, Delivery is fine",
    "Green Valley School says the teachers are overloaded", "Sunshine Logistics wants a demo", "The Hospital said no",
    "WMS Integration is the problem", "Humiliating, she says.", "the customer is the Glen Ardroch Distillery Company",
    "全厂用哪家的莫他拍板", "深圳工厂交货晚", "万一客户要退货", "方案很好,马上要", "成本很高,包装要改",
    "黄色很难看", "安装很麻烦", "华为说要降价", "万科要三家比价", "关键是交期,石材要提前订", "温度要求高",
    "江苏工厂说缺货", "白班说机器停", "范围要扩大", "华东要铺货", "全聚德要换供应商", "时间很紧,金额很大",
]  # fmt: skip
TAKEN_BACK = [
    ("not Zhang but Wang used Bosch", ["Wang"]),
    ("it wasn't Marco", []),
    ("不是张工,是王工说的", ["王工"]),
]


@pytest.mark.parametrize(("text", "names"), PERSONS + TAKEN_BACK)
def test_persons(tools, text, names):
    assert [mention.name for mention in tools.finder.find(text)] == names


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(tools, text):
    assert tools.finder.find(text) == []


def test_known_names_are_found_by_a_part_and_firms_never(tools):
    found = tools.finder.find("Askildsen is back", known=["Thorvald Askildsen"])
    assert [mention.name for mention in found] == ["Askildsen"]
    assert tools.finder.find("Anna Berg said they need it", firms=["Anna Berg"]) == []
