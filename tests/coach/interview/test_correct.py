"""A correction replaces: the wrong fact goes or is given to somebody else, and what changed is said."""

import pytest

ZH, EN = "先聊鑫达工程", "BrightHome, a DIY chain"


def facts(state):
    who = {person.id: person.name for person in state.people}
    return [(need.quote, who.get(need.person)) for need in state.needs]


@pytest.mark.parametrize(
    ("lines", "expected", "said"),
    [
        ((ZH, "张工说返修花了五万", "不是张工,是王工说的"), [("返修花了五万", "王工")], "王工说的"),
        ((ZH, "他们要60天账期", "说错了,是30天不是60天"), [("60天账期".replace("60", "30"), None)], "改成"),
        ((ZH, "价格太高了", "其实不是价格问题,是交期"), [("交期", None)], "去掉了：“价格太高了”"),
        ((EN, "They want 60 days payment", "sorry, I meant 30 days, not 60"), [("30 days payment", None)], "is now"),
        ((EN, "They want 60 days payment", "sorry, I meant 30 days"), [("30 days payment", None)], "is now"),
        ((ZH, "他们要账期九十天,交期四十天", "不对,账期是六十天"), [("账期六十天", None), ("交期四十天", None)], "改成"),
        ((EN, "They want 90 days credit and delivery in 40 days", "oh no, delivery in 35 days"),
         [("90 days credit", None), ("delivery in 35 days", None)], "is now"),
        ((ZH, "他们要三十吨,一个月交完", "哎哟我说岔了,三十吨那是别人家的,他们是一个月二十三吨"), [("他们是一个月二十三吨", None), ("一个月交完", None)], "改成"),
        ((EN, "They want 400 pieces by May", "I got it wrong: 400 was last year, it's 640 pieces now"),
         [("640 pieces by May", None)], "is now"),
        ((ZH, "他们一半的货退回来了,工地停了三天", "不对不对,是三成"), [("他们三成的货退回来了", None), ("工地停了三天", None)], "改成"),
        ((EN, "half of the lamps came back broken and they lost 3 days", "oh no, it was a third"),
         [("a third of the lamps came back broken and they lost 3 days", None)], "is now"),
        ((ZH, "他们要九台,要找一家工厂代工", "改个数,不是9台,一共要11台"), [("一共要11台", None), ("要找一家工厂代工", None)], "改成"),
        ((ZH, "滤袋保三年,45天装完", "前面说的45天不对,改成35天"), [("滤袋保三年,35天装完", None)], "改成"),
        ((ZH, "必须1月20日之前到塔什干", "更正一下,1月20日是老版本,现在改到1月8日"), [("必须1月8日之前到塔什干", None)], "改成"),
        ((EN, "they were fined two hundred ten thousand dollars", "scratch that, a hundred twenty thousand not two hundred ten"),
         [("they were fined a hundred twenty thousand dollars", None)], "is now"),
        ((EN, "the price is too high", "actually it's not price but delivery"), [("delivery", None)], "dropped"),
        ((EN, "Their Bosch pumps broke down twice", "not Bosch but Siemens"),
         [("Their Siemens pumps broke down twice", None)], "is now"),
        ((EN, "They're after delivery before Easter", "Sorry, not Easter, before the end of May"),
         [("They're after delivery before the end of May", None)], "is now"),
    ],
)  # fmt: skip
def test_needs(talk, lines, expected, said):
    state, answer = talk(*lines)
    assert facts(state) == expected
    assert said in answer


def test_a_wrong_person_is_dropped_with_the_last_fact(talk):
    state, _ = talk(EN, "Zhang used Bosch and had three breakdowns", "sorry, not Zhang but Wang used Bosch")
    assert [person.name for person in state.people] == ["Wang"]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ((EN, "Anna likes our samples and wants to go ahead",
          "I said Anna was for us, I was wrong: she's against it"), "Anna"),
        ((ZH, "王工很喜欢我们的样品,催我们快寄", "我记错了,王工坚决反对换供应商"), "王工"),
    ],
)  # fmt: skip
def test_a_stance_is_replaced(talk, lines, name):
    state, answer = talk(*lines)
    assert {sign.label for sign in state.people[0].stances} == {"opponent"}
    assert name in answer


def test_a_role_is_replaced(talk):
    state, answer = talk(
        EN, "Anna from purchasing called us", "my mistake, Anna is the managing director, not the buyer"
    )
    assert [sign.label for sign in state.people[0].roles] == ["decider"]
    assert "no longer as buyer" in answer


def test_the_next_step_is_replaced(talk):
    state, answer = talk(EN, "I will send samples to Anna by Friday", "sorry, not Friday but next Tuesday")
    assert [step.date for step in state.next_steps] == ["2026-03-10"]
    assert "is changed" in answer


def test_back_takes_a_correction_back(talk):
    state, _ = talk(ZH, "价格太高了", "其实不是价格问题,是交期", "返回")
    assert facts(state) == [("价格太高了", None)]


def test_what_was_never_said_is_no_correction(talk):
    state, _ = talk(ZH, "不是质量问题,是价格太高")
    assert [need.topic for need in state.needs] == ["price"]
    assert talk(EN, "They are not happy with the price, but still order")[0].needs is not None


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ((ZH, "王工说交期急", "王工程师喜欢我们的样品"), [["王工", "王工程师"]]),
        ((ZH, "王工说交期急", "王伟喜欢我们的样品"), [["王工", "王伟"]]),
        ((ZH, "王工说交期急", "王伟喜欢我们的样品", "不是同一个人"), [["王工"], ["王伟"]]),
        ((ZH, "王工说交期急", "王伟喜欢我们的样品", "他让我别跟别人讲"), [["王工", "王伟"]]),
        ((EN, "Marco Rossi said no", "Mr Rossi is angry with us", "he gave it to someone else"), [["Marco Rossi", "Rossi"]]),
        ((ZH, "王工说交期急", "王总喜欢我们的样品"), [["王工"], ["王总"]]),
        ((ZH, "老板嫌贵", "他们老板说再等等"), [["老板"]]),
        ((EN, "Marco Rossi said no", "Mr Rossi is angry with us", "Marco is silent"), [["Marco Rossi", "Rossi", "Marco"]]),
        ((EN, "the purchasing manager wants a discount", "Marco, the purchasing manager, likes us"),
         [["Marco", "purchasing manager"]]),
        ((EN, "Anna, the purchasing manager, likes us", "Marco, the purchasing manager, is new"), [["Anna"], ["Marco"]]),
    ],
)  # fmt: skip
def test_one_person_or_two(talk, lines, names):
    state, _ = talk(*lines)
    assert [person.names for person in state.people] == names


def test_when_several_fit_it_is_asked(talk):
    state, answer = talk(ZH, "王工说交期急", "王师傅管安装", "王伟喜欢我们的样品")
    assert "还是另一个人" in answer
    assert len(state.people) == 3
    state, answer = talk("是王工", state=state)
    assert [person.names for person in state.people] == [["王工", "王伟"], ["王师傅"]]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ((EN, "I met Tom and Helen", "Tom said the lamps fail every week", "Not Tom but Helen"), {"Tom", "Helen"}),
        (
            (EN, "Tom and Helen were there, Tom said the lamps fail", "sorry, not Tom but Helen said that"),
            {"Tom", "Helen"},
        ),
        ((EN, "Helen is the plant manager", "Tom said the lamps fail every week", "not Tom, Helen"), {"Helen"}),
        ((ZH, "我见了李娜和王强", "王强说灯三天两头坏", "不是王强，是李娜"), {"李娜", "王强"}),
        ((ZH, "李娜是厂长", "王强说灯三天两头坏", "不是王强，是李娜"), {"李娜"}),
    ],
)
def test_who_was_told_of_apart_stays(talk, lines, names):
    state, _ = talk(*lines)
    assert {person.name for person in state.people} == names
    assert {who for _, who in facts(state)} == {"Helen" if "Helen" in names else "李娜"}
