"""The assistant's own words are in one language: only quotes and names may be in the other."""

import re
from datetime import date

import pytest

from coach.context import Context
from coach.interview.state import Interview
from coach.interview.step import step

ENGLISH = [
    "BrightHome, a DIY chain", "王工说去年退货太多", "老板嫌贵", "不是王工,是李工说的", "why", "他抱怨飞利浦", "why", "stakeholders",
    "pitch", "LED lighting", "pitch", "USP", "spin questions", "hint", "hint", "which products", "skip", "back", "no idea",
    "I want to give the buyer a red envelope", "Send samples by Friday", "help", "what is FABE?", "summary", "repeat",
]  # fmt: skip
CHINESE = [
    "绿野食品", "Marco said the returns ate their margin", "为什么", "sorry, not Marco but Anna said it", "干系人", "话术", "包装机械",
    "话术", "USP", "SPIN问题", "提示", "提示", "有哪些产品", "跳过", "返回", "不知道", "我打算给采购塞红包", "周五前寄样品", "总结",
]  # fmt: skip
# names of the method and of standards, file names of rules, and the word that switches the language
ALLOWED = re.compile(
    r"FABE|SPIN|USP|English|Marco|Anna|LED|[SPIN](?= )|[A-Z0-9-]{2,}|[a-z_]+/[a-z_/.:0-9]+|yml|SCIP|DALI|IES|TR|PstLM|NaN"
)
QUOTES = re.compile(r"“[^”]*”|（[^（）]*）|\([^()]*\)")


@pytest.fixture
def answers(tools, tmp_path):
    def play(lang, lines):
        state = Interview(lang=lang, lang_fixed=True)
        context = Context(tools, date(2026, 3, 2), tmp_path)
        for line in lines:
            state.started = True  # the language is fixed: the first message does not choose it
            state, said = step(state, line, context)
            yield line, QUOTES.sub("", "\n".join(said))

    return play


def test_english(answers):
    for line, answer in answers("en", ENGLISH):
        answer = re.sub("王工|李工|老板|采购|中文", "", answer)
        assert not re.search("[\u4e00-\u9fff]", answer), (line, answer)


def test_chinese(answers):
    for line, answer in answers("zh", CHINESE):
        assert not re.search("[A-Za-z]{3,}", ALLOWED.sub("", answer)), (line, answer)


SWITCHED = {
    "zh": (["绿野食品", "采购王工说去年退货太多，老板骂了他", "他们要便宜5%", "周五前寄样品", "切换到英文"],
           ["why", "stakeholders", "pitch", "packaging machinery", "pitch", "USP", "spin questions", "hint", "summary", "what is FABE?"]),
    "en": (["BrightHome", "Anna the buyer said the returns ate their margin", "They want it five percent cheaper", "Send samples by Friday", "switch to Chinese"],
           ["为什么", "干系人", "话术", "LED照明", "话术", "USP", "SPIN问题", "提示", "总结", "什么是FABE？"]),
}  # fmt: skip
QUOTED_NAMES = re.compile("王工|老板|绿野食品|采购|BrightHome|buyer")


@pytest.mark.parametrize("before", SWITCHED)
def test_after_a_switch_all_but_quotes_and_names_is_in_the_new_language(tools, tmp_path, before):
    context, (told, asked) = Context(tools, date(2026, 3, 2), tmp_path), SWITCHED[before]
    state = Interview(lang=before)
    for line in told:
        state, _ = step(state, line, context)
    assert state.lang != before
    for line in asked:
        state, said = step(state, line, context)
        answer = QUOTED_NAMES.sub("", QUOTES.sub("", "\n".join(said)))
        if before == "zh":
            assert not re.search("[\u4e00-\u9fff]", answer.replace("中文", "")), (line, answer)
        else:
            assert not re.search("[A-Za-z]{3,}", ALLOWED.sub("", answer)), (line, answer)
