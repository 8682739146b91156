"""Messages that do several things at once: a wish with a remark, a step told early, a customer not named at first."""

from datetime import date

import pytest

TODAY = date(2026, 11, 23)


STEPS = [
    ("Rossi Vetri", "I'm flying down on 4 December with two sample panes for a test in their oven", "2026-12-04"),
    ("Rossi Vetri", "We've a trial set for 9 December: both foremen come to our plant", "2026-12-09"),
    ("海州轴承厂", "我12月4号飞海州,带三套样品上机试", "2026-12-04"),
    ("Rossi Vetri", "All agreed. The second Tuesday of December, welding trial in the hall.", "2026-12-08"),
    ("海州轴承厂", "约好了。十二月第二个星期二,进厂做立焊。", "2026-12-08"),
    ("海州轴承厂", "12月9号老吴和质检来我们厂看产线,我全程陪", "2026-12-09"),
]
NO_STEPS = [
    ("华泰医院", "护士长每周二开例会"),
    ("远达公司", "他们逢周四跟供应商碰头开会"),
    ("Fernway Ltd", "The ward sister holds her meeting every Tuesday"),
    ("Fernway Ltd", "They hold a call with the suppliers each Monday"),
    ("Rossi Vetri", "They want 400 panes, all before 10 January"),
    ("Rossi Vetri", "He told me their board meets on 5 December"),
    ("海州轴承厂", "他们要求12月20号前交货"),
    ("海州轴承厂", "老板下个月底要去东京见大客户"),
]


@pytest.mark.parametrize(("account", "text", "day"), STEPS)
def test_a_step_is_taken_whenever_it_is_told(talk, account, text, day):
    state, answer = talk(account, text)
    assert state.next_step.date == day
    assert day in answer
    assert not state.needs


@pytest.mark.parametrize(("account", "text"), NO_STEPS)
def test_what_the_customer_plans_or_wants_is_no_step(talk, account, text):
    state, _ = talk(account, text)
    assert state.next_step is None


@pytest.mark.parametrize(
    ("first", "again", "second", "name"),
    [
        ("my Polish customer", "What is the customer called?", "called Kowal Parts", "Kowal Parts"),
        ("说说我那个波兰客户", "这家客户叫什么名字？", "叫Kowal Parts 在弗罗茨瓦夫", "Kowal Parts"),
    ],
)
def test_the_name_is_asked_for_once_more(talk, first, again, second, name):
    state, answer = talk(first)
    assert state.account is None
    assert again in answer
    state, answer = talk(first, second)
    assert state.account == name
    assert again not in answer


def test_an_introduced_firm_is_no_person(talk):
    state, _ = talk("Customer is Atlas Froid, cold stores in Agadir")
    assert state.account == "Atlas Froid"
    assert not state.people


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Why do you want to know about their background?", "Why I ask"),
        ("为啥要问这个?", "为什么问这个"),
    ],
)
def test_why_about_the_question(talk, text, words):
    account = "Rossi Vetri" if text.isascii() else "海州轴承厂"
    _, answer = talk(account, text)
    assert words in answer


@pytest.mark.parametrize(
    ("account", "told", "text", "stance"),
    [
        ("海州轴承厂", "王工反对用我们,会上直接说不同意。", "你凭什么说王工是反对者?", "反对者"),
        (
            "Rossi Vetri",
            "Marco is against us, he told the board to buy elsewhere",
            "Why do you say Marco is an opponent?",
            "opponent",
        ),
    ],
)
def test_why_about_a_person(talk, account, told, text, stance):
    _, answer = talk(account, told, text)
    assert stance in answer
    assert told[:6] in answer


def test_a_summary_asked_for_at_the_end(talk):
    state, answer = talk("Rossi Vetri", "They want food-grade grease and 20 kg tubs. Can you sum that up?")
    assert state.needs
    assert "# Rossi Vetri" in answer


@pytest.mark.parametrize(("account", "text"), [("海州轴承厂", "ok"), ("Rossi Vetri", "ok"), ("海州轴承厂", "嗯")])
def test_a_bare_ok_does_not_stop(talk, account, text):
    state, _ = talk(account, text)
    assert not state.paused


@pytest.mark.parametrize(
    ("account", "said", "mended", "quote"),
    [("海州轴承厂", "要三十台", "刚才说三十台是错的,是二十台", "要二十台")],
)
def test_a_number_that_was_wrong(talk, account, said, mended, quote):
    state, _ = talk(account, said, mended)
    assert [need.quote for need in state.needs] == [quote]
