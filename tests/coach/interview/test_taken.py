"""`why` after words without a need: what was taken from the last message, with rule and words."""

import pytest

ZH, EN = "先聊恒丰乳业", "Halvorsen Dairy"


@pytest.mark.parametrize(
    ("lines", "told", "untold"),
    [
        ((EN, "why"), ["the customer, Halvorsen Dairy"], "role"),
        ((ZH, "为什么"), ["客户是恒丰乳业"], "角色"),
        ((EN, "Anna Berg is their head of purchasing", "why"),
         ["Anna Berg, the role “buyer”", "“head of purchasing”", "rule people/titles/buyer", "no want, trouble or aim"], "the name"),
        ((ZH, "品质部的陈丽负责验收样品", "为什么"), ["陈丽：“影响者”的角色", "规则：people/titles/influencer", "没有说到客户的要求"], "“这个人，角色"),
        ((EN, "I met Tom Lind", "why"), ["the name Tom Lind, with no role or stance told yet"], "the role “"),
        ((ZH, "我见了王强和李娜", "为什么"), ["王强这个人，角色和态度还没说到"], "的角色"),
        ((EN, "I met Tom Lind", "Tom was on holiday", "why"), ["that it is about Tom Lind, with nothing new"], "the name"),
        ((EN, "they need 20 boxes a week", "no wait, 30 boxes a week", "why"),
         ["a change, “20 boxes a week” is now “30 boxes a week”"], "no want"),
        ((ZH, "他们要三托真空袋", "不对，是四托不是三托", "为什么"), ["“三托真空袋”改成“四托真空袋”"], "没记成需求"),
        ((ZH, "我们下周二寄样品给他们", "为什么"), ["2026-03-10的下一步"], "这个人"),
        ((EN, "They have three plants in Poland", "why"), ["“They have three plants in Poland” tells of no want"], "From “"),
        ((ZH, "他们在波兰有三个厂", "为什么"), ["“他们在波兰有三个厂”没有说到客户的要求"], "从“"),
    ],
)  # fmt: skip
def test_what_was_taken(talk, lines, told, untold):
    _, answer = talk(*lines)
    assert [words for words in told if words not in answer] == []
    assert untold not in answer


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((EN, "Anna Berg is their head of purchasing", "why Anna Berg?"), "the role “buyer”"),
        ((EN, "Tom Lind picks the supplier", "why is Tom the decider?"), "rule roles/decider.sure"),
        ((ZH, "他们采购主管叫陈丽", "为什么陈丽是购买者？"), "“购买者”的角色"),
        ((ZH, "他们采购主管叫陈丽", "为什么说陈丽是购买者"), "“购买者”的角色"),
    ],
)
def test_why_of_a_person_explains_the_role(talk, lines, told):
    assert told in talk(*lines)[1]


def test_an_older_need_is_not_explained_for_what_came_after(talk):
    _, answer = talk(EN, "they want 5 years' warranty", "Anna Berg is their head of purchasing", "why")
    assert "warranty" not in answer
    assert "head of purchasing" in answer
