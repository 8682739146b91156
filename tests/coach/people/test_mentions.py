"""Who is named in a text: names, titles, departments; and what only looks like a name."""

import pytest

CASES = [
    ("王工是技术部的,总问频闪", [("王工", "influencer")]),
    ("采购经理李强说太贵了", [("李强", "buyer")]),
    ("客户的质量经理不信我们的报告", [("质量经理", "influencer")]),
    ("小李和陈总都来了", [("小李", None), ("陈总", None)]),
    ("对方说下单要等,属于正常,加工和施工都停了", []),
    ("他没法跟董事会交代", []),
    ("我老板不同意", []),
    ("我们老板不同意", []),
    ("他们财务总监要签字", [("财务总监", "approver")]),
    ("财务孙总，十万以上都要她签字", [("孙总", "approver")]),
    ("法务李总监，合同条款都要他过目", [("李总监", "approver")]),
    ("财务李国强，预算归他管", [("李国强", "approver")]),
    ("小时候的老问题由于工厂搬迁", []),
    ("The CFO, Ms. Schmidt, signs everything", [("Ms. Schmidt", "approver")]),
    ("Their purchasing manager Marco Rossi likes us", [("Marco Rossi", "buyer")]),
    ("Marco from purchasing is quick, but the lab head doubts", [("Marco", "buyer"), ("lab head", "influencer")]),
    ("She can't face her boss", []),
    ("We ship in May from China", []),
    ("Marco 说价格太高", [("Marco", None)]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_find(tools, text, expected):
    found = tools.finder.find(text)
    assert [(mention.name, mention.role) for mention in found] == expected
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)


@pytest.mark.parametrize(
    ("text", "known", "names"),
    [
        ("流程是这样:Stavros出意见", ["Stavros Pappas"], ["Stavros"]),
        ("老先生听Eleni的", ["Eleni"], ["Eleni"]),
        ("Elenita出意见", ["Eleni"], []),
        ("罗德里戈估计能少损失六十万", ["罗德里戈·巴里亚"], ["罗德里戈"]),
    ],
)
def test_a_known_name_is_found_right_beside_chinese(tools, text, known, names):
    assert [mention.name for mention in tools.finder.find(text, known)] == names
