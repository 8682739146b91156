"""Turns of the interview as a pure function: what is kept, what is taken back, what is said."""

from datetime import date

import pytest

from coach.context import Context
from coach.interview.limits import MAX_NEEDS
from coach.interview.state import LAST_ANSWERS, Interview
from coach.interview.step import MAX_LENGTH, step

TODAY = date(2026, 11, 23)


ZH = ("先聊德国的BrightHome吧", "他们要五年质保", "两家老供应商轮着供")
EN = ("BrightHome, a DIY chain", "They want 5 years' warranty", "two old suppliers in turn")


@pytest.mark.parametrize("lines", [ZH, EN])
def test_state_is_not_changed_in_place(talk, lines):
    before, _ = talk(*lines)
    frozen = before.to_json()
    talk("back", state=before)
    assert before.to_json() == frozen


@pytest.mark.parametrize("lines", [ZH, EN])
def test_the_same_words_give_the_same_conversation(talk, lines):
    assert talk(*lines) == talk(*lines)


@pytest.mark.parametrize(
    ("lines", "words"),
    [((*ZH, "返回"), "怎么采购"), ((*EN, "go back"), "How does BrightHome buy")],
)
def test_back_asks_the_answered_question_again(talk, lines, words):
    state, answer = talk(*lines)
    assert words in answer
    assert len(state.answers) == 2


@pytest.mark.parametrize(
    ("lines", "wish"),
    [
        (ZH, "回到上一题,我漏说了一点"), (ZH, "返回上一个问题,我还有东西要补充"),
        (EN, "go back to the last question, I forgot something"), (EN, "can we go back, I want to add something"),
    ],
)  # fmt: skip
def test_who_goes_back_to_add_something_loses_nothing(talk, lines, wish):
    before, _ = talk(*lines)
    after, answer = talk(wish, state=before)
    assert after.needs == before.needs
    assert after.pending.key == before.answers[-1]["key"]
    assert "留着" in answer or "stays" in answer


def test_back_undoes_i_dont_know_and_skip(talk):
    for line in ("不知道", "跳过"):
        state, first = talk(*ZH)
        asked = state.pending.key
        state, _ = talk(line, "返回", state=state)
        assert state.pending.key == asked
        assert not state.pending.unknown


def test_back_at_the_start(talk):
    assert "还没有可以撤回" in talk("返回")[1]


def test_unknown_questions_come_into_the_result(talk):
    state, answer = talk(*ZH, "不知道")
    assert "您可以这样问" in answer
    question = answer.split("“")[1].split("”")[0]
    assert question in talk("总结", state=state)[1]


@pytest.mark.parametrize(
    ("line", "words"),
    [("x" * (MAX_LENGTH + 1), "2,001"), ("", "没收到"), ("???", "没看懂"), ("你这个傻逼", "不记录")],
)
def test_what_is_no_answer_changes_nothing(talk, line, words):
    before, _ = talk(*ZH)
    after, answer = talk(line, state=before)
    assert words in answer
    assert after.needs == before.needs
    assert after.answers == before.answers
    assert after.pending.text[after.lang] in answer


def test_a_long_paste_of_html_is_read_as_text(talk):
    state, _ = talk(*ZH, "<div class='x'>他们要<b>三十天</b>交货</div>")
    assert all("<" not in need.quote for need in state.needs)


def confirming(talk):
    """A conversation that has come to the closing confirmation."""
    state, answer = talk(*ZH)
    for _ in range(20):
        if state.pending and state.pending.question == "key":
            return state
        state, answer = talk("跳过", state=state)
    raise AssertionError(answer)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("对", "这就是要围绕着谈的需求"), ("不对", "差在哪里"), ("不是,交期其实更急", "交期"), ("不知道", "您可以这样问"),
        ("对,另外他们怕断货", "断货"), ("主要是退货太多", "退货太多"),
    ],
)  # fmt: skip
def test_confirmation(talk, line, words):
    state = confirming(talk)
    after, answer = talk(line, state=state)
    assert words in answer
    assert bool(after.confirmed) == line.startswith("对")


def at_next_step(talk):
    state = confirming(talk)
    return talk("对", "没有了", state=state)[0]


@pytest.mark.parametrize(
    ("lines", "date_", "words"),
    [
        (("周四前寄三套样品给王工",), "2026-11-26", "下一步定了"),
        (("寄三套样品", "周四前"), "2026-11-26", "寄三套样品（2026-11-26）"),
        (("寄三套样品", "越快越好"), None, "漏斗走完了"),
        (("2020-01-01寄样",), None, "已经过去了"),
        (("不知道",), None, "漏斗走完了"),
    ],
)
def test_next_step(talk, lines, date_, words):
    state, answer = talk(*lines, state=at_next_step(talk))
    assert words in answer
    assert (state.next_step.date if state.next_step else None) == date_


def test_after_the_end_remarks_are_still_taken(talk):
    state, _ = talk("周四前寄样", state=at_next_step(talk))
    state, answer = talk("他们还说去年断货三周,丢了大客户", state=state)
    assert "断货" in answer
    assert "还想补充什么" in answer


def test_why_explains_by_rule_by_example_and_before_any_judgement(talk):
    assert "为什么问这个" in talk("为什么")[1]
    assert "needs/surface/warranty" in talk(*ZH[:2], "为什么")[1]
    state, _ = talk(*ZH)
    assert "没记成需求" in talk("为什么", state=state)[1]


def test_pitch_before_a_latent_need_warns(talk):
    _, answer = talk(*ZH, "他们要面板灯", "给我话术")
    assert "还没问出潜在需求" in answer
    assert "因为" in answer


def test_pitch_without_any_need_asks_instead(talk):
    _, answer = talk("先聊鑫达工程", "怎么推荐产品")
    assert "先问" in answer
    assert "因为" not in answer


def test_the_same_benefit_for_two_people_warns(talk):
    state, _ = talk(*ZH, "王工说去年面板灯退货太多,返修花了三万")
    state, _ = talk("给王工准备话术", "陈经理说退货让他们亏了不少钱", state=state)
    products = {used.product for used in state.used}
    _, answer = talk("给陈经理准备话术", state=state)
    assert products
    assert "不要对谁都讲一套益处" in answer or "给陈经理的话术" in answer


def test_draft_pitches_are_judged(talk):
    state, _ = talk(*ZH)
    assert "还没问出潜在需求" in talk("帮我看看这段话:我们的灯质保五年", state=state)[1]
    state, _ = talk("去年那批货返修太多,业主投诉了两次", state=state)
    good = talk("帮我看看这段话:这款灯能让返修少一半,五年质保", state=state)[1]
    assert "不错" in good
    dump = "帮我看看这段话:无频闪,SDCM分档,LM-80报告,快接端子,IP65,浪涌保护器10kV,DALI调光"
    assert "个特征" in talk(dump, state=state)[1]
    assert "没有提到对方说过的需求" in talk("帮我看看这段话:我们是行业第一,历史悠久", state=state)[1]


def test_usp_and_products(talk):
    state, _ = talk(*ZH)
    assert "面板灯" in talk("有哪些产品", state=state)[1]
    assert "对比" in talk("无频闪面板灯的USP", state=state)[1]
    assert "先问" in talk("先聊鑫达工程", "USP")[1]


def test_contradicting_signs_are_both_shown(talk):
    state, _ = talk(*ZH, "王工很喜欢我们的样品,催我们快寄第二版")
    _, answer = talk("王工今天说不信我们的报告,坚决反对换供应商", state=state)
    assert "说法不一致" in answer


def test_unethical_wishes_are_warned_of(talk):
    _, answer = talk(*ZH, "我打算给采购经理塞个红包")
    assert "请不要" in answer


@pytest.mark.parametrize(("line", "lang"), [("we can do this in English please", "en"), ("english", "en")])
def test_language_by_wish(talk, line, lang):
    state, answer = talk(*ZH, line)
    assert state.lang == lang
    assert "English from now on" in answer


def test_language_follows_a_long_answer_but_not_a_wish(talk):
    state, _ = talk(*ZH, "They had a lot of trouble with returns last year")
    assert state.lang == "en"
    state, _ = talk(*ZH, "用中文", "They had a lot of trouble with returns last year")
    assert state.lang == "zh"


def test_one_language_at_a_time(talk):
    lines = [*EN, "why", "stakeholders", "spin questions", "summary", "help", "hint"]
    state = None
    for line in lines:
        state, answer = talk(line, state=state)
        assert not any("\u4e00" <= c <= "\u9fff" for c in answer if c not in "中文"), answer


def test_save_keeps_older_files_and_says_when_it_cannot(talk, tmp_path):
    state, first = talk(*ZH, "保存")
    _, second = talk("保存", state=state)
    assert len(list((tmp_path / "results").glob("*.md"))) == 2
    assert first != second
    assert "还没有可保存的内容" in talk("保存")[1]


def test_save_into_a_place_that_is_no_folder(tools, tmp_path):
    (tmp_path / "file").write_text("x")
    context = Context(tools, TODAY, tmp_path / "file")
    state = Interview()
    for line in (*ZH, "保存"):
        state, answer = step(state, line, context)
    assert "没能保存到" in "\n".join(answer)


def test_three_hundred_turns(talk):
    state, _ = talk(*ZH)
    for i in range(300):
        state, answer = talk(f"第{i}件事:去年第{i}批货返修太多", state=state)
        assert answer
    assert len(state.answers) == LAST_ANSWERS
    assert len(state.at("latent")) == MAX_NEEDS


@pytest.mark.parametrize("name", ["新希望宠物食品", "Cheap Fast Delivery Ltd"])
def test_the_name_of_a_firm_is_no_need(talk, name):
    state, _ = talk(name)
    assert (state.account, state.needs) == (name, [])


@pytest.mark.parametrize(
    ("line", "quote"),
    [("王总说价格太贵", "价格太贵"), ("The buyer says the price is too high", "the price is too high")],
)
def test_what_somebody_said_is_a_need_and_no_firm(talk, line, quote):
    state, _ = talk(line)
    assert (state.account, [need.quote for need in state.needs]) == (None, [quote])


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "你们周末休息吗"), ("zh", "今天天气怎么样"), ("zh", "这单能赢吗"), ("zh", "我该降价吗？"),
        ("en", "how is the weather"), ("en", "do you think we'll win this"), ("en", "should I lower the price?"),
    ],
)  # fmt: skip
def test_a_question_to_the_assistant_uses_up_no_question(talk, lang, line):
    start = {"zh": "客户是海港烘焙", "en": "The customer is Harbour Bakeries"}[lang]
    before, asked = talk(start)
    after, said = talk(start, line)
    assert after.pending.text == before.pending.text
    assert not after.needs
    assert {"zh": "在问我", "en": "question to me"}[lang] in said


@pytest.mark.parametrize(("lang", "line"), [("zh", "你们能便宜点吗？"), ("en", "Can you lower the price?")])
def test_a_question_of_the_customer_tells_a_need(talk, lang, line):
    state, _ = talk({"zh": "客户是海港烘焙", "en": "The customer is Harbour Bakeries"}[lang], line)
    assert [need.topic for need in state.needs] == ["price"]


@pytest.mark.parametrize(
    ("line", "word"),
    [("我该不该给采购经理塞个红包？", "不要送礼"), ("Should I give the buyer an envelope with cash?", "no presents")],
)
def test_who_asks_about_a_bribe_is_warned(talk, line, word):
    assert word in talk(line)[1]


@pytest.mark.parametrize(
    ("lines", "step"),
    [
        (("客户是海港烘焙", "下一步：我下周三给乔总送能耗对比"), "我下周三给乔总送能耗对比"),
        (("The customer is Harbour Bakeries", "Next step: I will call Priya on Monday"), "I will call Priya on Monday"),
    ],
)
def test_a_next_step_is_noted_without_its_announcement(talk, lines, step):
    assert talk(*lines)[0].next_step.text == step


@pytest.mark.parametrize(
    ("lines", "quote"),
    [
        (("客户是海港烘焙", "财务乔总觉得我们报价太高"), "我们报价太高"),
        (("The customer is Harbour Bakeries", "George Tull thinks we are too expensive"), "we are too expensive"),
    ],
)
def test_a_quote_begins_with_what_is_thought(talk, lines, quote):
    assert [need.quote for need in talk(*lines)[0].needs] == [quote]


@pytest.mark.parametrize(
    ("start", "line", "quote"),
    [
        ("客户是江州医院", "护士长孙敏抱怨夜班报警老是误报", "夜班报警老是误报"),
        ("客户是江州医院", "设备科刘科长说今年预算砍了三成", "今年预算砍了三成"),
        ("客户是江州医院", "两次补货对不上业主说要罚款", "两次补货对不上业主说要罚款"),
        ("The customer is Riverbank Hotels", "their head of housekeeping Nadia Osei said their guests complain", "their guests complain"),
        ("The customer is Riverbank Hotels", "The plant manager Anna Keller thinks last year's returns ate the margin", "last year's returns ate the margin"),
    ],
)  # fmt: skip
def test_a_quote_leaves_off_who_says_it_however_long_the_title(talk, start, line, quote):
    assert [need.quote for need in talk(start, line)[0].needs] == [quote]
