"""What somebody can or can not do, as a condition, takes no role away and shows no stance."""

import pytest


@pytest.mark.parametrize(
    ("told", "then", "role"),
    [
        ("Gwen uses the extruder every day", "If Gwen can't fix it before the audit she says her own job is on the line", "user"),
        ("Gwen is the operator", "Unless Gwen can get it running by May she loses her bonus", "user"),
        ("Tom operates the labeller", "Whether Tom can't or won't repair it, they will close the line", "user"),
        ("Gwen decides", "If Gwen can't decide soon we lose the season", "decider"),
        ("Owen is the buyer", "Unless Owen can't be reached, he orders on Friday", "buyer"),
        ("王工每天操作这台机器", "王工说要是他搞不定，年底考核就完了", "user"),
        ("小刘负责操作", "如果小刘不能在审计前修好，他就要走人", "user"),
        ("小刘天天用这台机器", "小刘要是审计前修不好，他说自己饭碗不保", "user"),
        ("小刘拍板", "要是小刘做不了主，我们就去找陈总", "decider"),
    ],
)  # fmt: skip
def test_the_role_stays_and_no_stance_is_heard(talk, told, then, role):
    state, answer = talk("先聊恒丰乳业" if told[0] > "z" else "Brightwater Foods", told, then)
    person = state.people[0]
    assert {sign.label for sign in person.roles} == {role}
    assert person.stances == []
    assert "%" not in answer


@pytest.mark.parametrize(
    ("told", "then"),
    [
        ("Owen decides", "Owen can't decide that"),
        ("Gwen signs it off", "Gwen can't sign it off"),
        ("小刘拍板", "小刘做不了主"),
    ],
)
def test_what_is_said_without_a_condition_takes_the_role_back(talk, told, then):
    assert talk("先聊恒丰乳业" if told[0] > "z" else "Brightwater Foods", told, then)[0].people[0].roles == []
