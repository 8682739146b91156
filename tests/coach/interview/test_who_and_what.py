"""Who somebody is, told between the name and the want, is no need; a question as the first message names no customer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.context import Context, Tools
from coach.interview.state import Interview
from coach.interview.step import step

FIRM = {"zh": "宏达电器", "en": "BrightHome"}
WANTED = [
    ("zh", "采购经理陈丽，负责备件的，要求月底前到货", "要求月底前到货"),
    ("zh", "刘伟，生产部的主任，说他们想要更安静的风机", "他们想要更安静的风机"),
    ("zh", "孙丽，品控负责人，提出要一份第三方检测报告", "提出要一份第三方检测报告"),
    ("zh", "车间主任老吴，开了二十年机床的，要刀具寿命再长一点", "要刀具寿命再长一点"),
    ("en", "Anna Weber, head of purchasing, says they want delivery in four weeks", "they want delivery in four weeks"),
    ("en", "Tom Reed, their plant manager, needs it quieter", "needs it quieter"),
    ("en", "Jane Holt, quality, wants a test report from an outside lab", "wants a test report from an outside lab"),
    ("en", "Marek Nowak, responsible for spare parts, insists on stock in Poland", "insists on stock in Poland"),
    ("en", "Grace Liu, their new controller, asks for sixty days to pay", "asks for sixty days to pay"),
]
QUESTIONS = [
    "去年交货晚了的时候，发生了什么？",
    "退货多起来以后，对方怎么说？",
    "设备坏了两天，损失了多少？",
    "价格谈不拢的时候，我该说什么？",
    "货柜被扣的那几天，谁最着急？",
    "What happened when they were late?",
    "Why did the last batch fail?",
    "What did the returns cost them last year?",
    "Which supplier let them down before?",
]


@pytest.fixture
def context(tools: Tools, tmp_path: Path) -> Context:
    return Context(tools, date(2026, 3, 2), tmp_path / "home", "ann")


@pytest.mark.parametrize(("lang", "text", "quote"), WANTED)
def test_the_need_begins_where_the_want_is_told(context: Context, lang: str, text: str, quote: str) -> None:
    state, _ = step(Interview(lang=lang), FIRM[lang], context)
    state, _ = step(state, text, context)
    assert [need.quote for need in state.needs] == [quote]


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_names_no_customer(context: Context, text: str) -> None:
    state, _ = step(Interview(), text, context)
    assert (state.account, state.people) == (None, [])
