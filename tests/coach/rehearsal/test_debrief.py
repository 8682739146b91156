"""The debrief accounts for its score, shows the iceberg and names what to practise."""

from __future__ import annotations

import pytest

from coach.context import Tools
from coach.rehearsal.debrief import debrief
from coach.rehearsal.explain import why_not_found
from coach.rehearsal.page import briefing, debrief_page, transcript
from tests.coach.rehearsal.calls import GOOD_PLUMS, ODD_EN, call


@pytest.mark.parametrize("lines", [(), GOOD_PLUMS, ODD_EN], ids=["none", "good", "odd"])
def test_points_add_up_and_name_their_lines(tools: Tools, lines: tuple[str, ...]) -> None:
    result = debrief(call(tools, lines), tools)
    earned = sum(row["earned"] for row in (*result["criteria"], *result["faults"]))
    assert abs(result["score"] - max(0, earned)) <= 1
    assert abs(sum(row["points"] for row in result["criteria"]) - 100) < 0.5
    for row in (*result["criteria"], *result["faults"]):
        assert all(1 <= number <= len(result["turns"]) for number in row["lines"])
        assert bool(row["earned"]) <= bool(row["lines"])


def test_needs_found_name_their_line_and_missed_ones_a_question(tools: Tools) -> None:
    result = debrief(call(tools, GOOD_PLUMS[:2]), tools)
    for need in result["needs"]:
        if need["found"]:
            assert need["said"] in result["turns"][need["turn"] - 1]["buyer"]
        else:
            assert need["ask"]
            assert why_not_found(need, "zh", tools)


@pytest.mark.parametrize(("lang", "fact"), [("zh", "我正要买李子。"), ("en", "I was about to buy plums.")])
def test_a_want_that_waits_for_a_fact_says_what_would_have_unlocked_it(tools: Tools, lang: str, fact: str) -> None:
    result = debrief(call(tools, ("…",), lang=lang), tools)
    want = next(need for need in result["needs"] if need["level"] == "surface")
    assert fact in why_not_found(want, lang, tools)


def test_practise_is_a_drill_that_exists(tools: Tools) -> None:
    for lines in (GOOD_PLUMS, ODD_EN):
        practise = debrief(call(tools, lines), tools)["practise"]
        assert practise["drill"] in tools.knowledge.drills


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pages_hold_the_rubric_and_every_line(tools: Tools, lang: str) -> None:
    scenario = tools.knowledge.scenarios["plums"]
    before = briefing(scenario, "normal", lang, tools)
    page = debrief_page(debrief(call(tools, GOOD_PLUMS, lang=lang), tools), tools, lang)
    for criterion in tools.knowledge.rubric.criteria:
        weightless = criterion.id in scenario.weightless
        assert (criterion.name[lang] in before) != weightless
        assert criterion.name[lang] in page or weightless
    assert all(line in page for line in GOOD_PLUMS)
    assert not [
        text for need in scenario.needs for text in need.says[lang] if text in before
    ]  # they are to be found out


def test_an_empty_call_has_no_page(tools: Tools) -> None:
    assert debrief_page(debrief(call(tools, ()), tools), tools, "en") == tools.words.say("debrief_nothing", "en")


def test_what_belongs_to_a_line_stands_below_it_in_markdown(tools: Tools) -> None:
    """The buyer does not join the last remark, and "10." holds what stands below it."""
    turn = {"seller": "Why?", "marks": [{"name": "closed", "text": "Why", "rule": "r"}], "buyer": "Because."}
    lines = transcript([turn] * 10, "Mrs Wang", tools, "en").splitlines()
    assert lines[1:4] == ["1. You: Why?", "   - closed question: “Why” [r]", "   > Mrs Wang: Because."]
    assert lines[-2:] == ["    - closed question: “Why” [r]", "    > Mrs Wang: Because."]
