"""What the coach says of a customer fits anybody: the buyer of plums is an old lady, others are men."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from coach.context import Tools
from coach.knowledge.words import filled
from coach.rehearsal.debrief import debrief
from coach.rehearsal.explain import explain_turn
from coach.rehearsal.page import debrief_page
from coach.rehearsal.what_if import what_if
from tests.coach.rehearsal.calls import GOOD_PLUMS, ODD_EN, ODD_ZH, call

GENDERED = {
    "zh": re.compile(r"(?<!其)[他她](?![们家])"),
    "en": re.compile(r"\b(he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE),
}
LANGS = ("zh", "en")


def texts(tools: Tools, lang: str) -> Iterator[tuple[str, str]]:
    """Yield all that the coach says about whoever the customer is, with its place."""
    knowledge = tools.knowledge
    for key in filled():
        yield from ((f"words/{key}", text) for text in knowledge.words.wordings(key, lang))
    for key, point in knowledge.feedback.items():
        yield from ((f"feedback/{key}", text) for text in point.says[lang])
    for key, kind in knowledge.objections.items():
        yield f"objections/{key}", kind.advice[lang]
    for item in (*knowledge.rubric.criteria, *knowledge.rubric.faults):
        yield from ((f"rubric/{item.id}", text[lang]) for text in (item.name, item.why, item.advice))
    for key, drill in knowledge.drills.items():
        yield from ((f"drills/{key}", text[lang]) for text in (drill.name, drill.goal, drill.task))
    for key, topic in knowledge.needs.items():
        yield from ((f"needs/{key}", text[lang]) for text in (topic.deepen, topic.ask_customer) if text)
    for key, step in knowledge.funnel.items():
        for question in step.questions:
            asked = (question.ask, question.ask_customer, question.hint, question.example)
            yield from ((f"funnel/{key}", text[lang]) for text in asked if text)
    for key, stance in knowledge.stances.items():
        yield from ((f"stances/{key}", text) for text in (*stance.treat[lang], *stance.move[lang]))


@pytest.mark.parametrize("lang", LANGS)
def test_no_word_of_the_coach_tells_man_from_woman(tools: Tools, lang: str) -> None:
    assert [(place, text) for place, text in texts(tools, lang) if GENDERED[lang].search(text)] == []


@pytest.mark.parametrize("lines", [GOOD_PLUMS, ODD_ZH, ODD_EN], ids=["good", "zh", "en"])
def test_nor_does_a_page_on_the_old_lady(tools: Tools, lines: tuple[str, ...]) -> None:
    state = call(tools, lines, lang="en" if lines is ODD_EN else "zh")
    said = {text for turn in state.turns for text in (turn.seller, turn.buyer)}
    said |= {need.ask[state.lang] for need in tools.knowledge.scenarios["plums"].needs}
    points = [point["text"] for turn in debrief(state, tools)["turns"] for point in turn["feedback"]]
    page = "\n".join([debrief_page(debrief(state, tools), tools, state.lang), explain_turn(state, tools), *points])
    page = f"{page}\n{what_if(state, lines[0], tools)}"
    for text in sorted(said, key=len, reverse=True):
        page = page.replace(text, "")
    assert GENDERED[state.lang].findall(re.sub(r"“.*?”", "", page)) == []
