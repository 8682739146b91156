"""The tone of the whole call: lines that are no fault by themselves cost points together, where they are many."""

from __future__ import annotations

from datetime import date

import pytest

from coach.judge.score import Tally, score_of
from coach.rehearsal.debrief import debrief
from coach.rehearsal.step import begin, play_all

DAY = date(2026, 3, 2)
FAIR = {
    "zh": ["您好，谢谢您抽时间。", "你们的仓库一年要用多少灯？", "现在主要从哪里进货？", "验收的时候一般看哪几项？"],
    "en": [
        "Good morning, thank you for your time.", "How many lights does the warehouse take in a year?",
        "Where do you buy them at present?", "What do you look at when a delivery comes in?",
    ],
}  # fmt: skip
ROUGH = {
    "zh": ["这么便宜的价钱您还要想，那就没办法了，别人可都在抢。", "您要是早听我的，哪会出这种事，对吧？", "您现在这家什么水平我清楚，说白了就是凑合。"],
    "en": [
        "Honestly, anybody who waits another week at this price has himself to blame.",
        "With respect, if you had listened to people like me this would never have happened, would it?",
        "I know what your present lot are like, and between us, you get what you settle for.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "said", "costs"),
    [
        ({"rough": [2, 5]}, 8, True),
        ({"rough": [2], "blaming": [5]}, 8, True),
        ({"rough": [2], "blaming": [2]}, 4, False),  # one line
        ({"rough": [2, 5]}, 12, False),  # two of many
        ({"rough": [3]}, 2, False),
    ],
)
def test_when_the_tone_counts(tools, lines, said, costs):
    score = score_of(Tally(lines, {}, {}, {}, said=said), tools.knowledge.rubric)
    assert ("rough" in [fault.id for fault in score.faults]) == costs


def test_it_costs_once_and_names_its_lines(tools):
    rubric = tools.knowledge.rubric
    points = next(fault.points for fault in rubric.faults if fault.id == "rough")
    score = score_of(Tally({"rough": [1, 2, 3], "pressure": [4]}, {}, {}, {}, said=5), rubric)
    share = next(fault for fault in score.faults if fault.id == "rough")
    assert (share.earned, share.lines) == (-points, (1, 2, 3, 4))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_rough_call_and_a_fair_one(tools, lang):
    scenario = tools.knowledge.scenarios["importer_purchasing"]
    fair = debrief(play_all(begin(scenario, "normal", lang, DAY, tools), FAIR[lang], tools), tools)
    both = [line for pair in zip(FAIR[lang], ROUGH[lang], strict=False) for line in pair]
    rough = debrief(play_all(begin(scenario, "normal", lang, DAY, tools), both, tools), tools)
    assert "rough" not in [fault["id"] for fault in fair["faults"]]
    fault = next(one for one in rough["faults"] if one["id"] == "rough")
    counts = {"rough", *tools.knowledge.rubric.spoiling}
    for number in fault["lines"]:  # every line is shown with the words that it is taken for
        turn = rough["turns"][number - 1]
        assert [m for m in turn["marks"] if m["name"] in counts and m["text"] in turn["seller"]]


@pytest.mark.parametrize(
    ("lines", "said", "costs"),
    [
        ({"early_pitch": [1, 3], "ignored_objection": [4]}, 6, True),
        ({"early_pitch": [1, 3], "ignored_objection": [3]}, 4, False),  # two lines
        ({"early_pitch": [1, 3, 5]}, 8, False),
    ],
)
def test_when_one_talks_at_the_customer(tools, lines, said, costs):
    score = score_of(Tally(lines, {}, {}, {}, said=said), tools.knowledge.rubric)
    assert ("talked_at" in [fault.id for fault in score.faults]) == costs


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "您怎么这么不讲道理，您自己当初为什么没检查？"),
        ("en", "Why didn't you check it, it is entirely your own fault."),
    ],
)
def test_whom_the_customer_left_loses_points(tools, lang, line):
    scenario = tools.knowledge.scenarios["rival_enemy"]
    call = play_all(begin(scenario, "normal", lang, DAY, tools), [line] * 9, tools)
    assert call.over == "left"
    result = debrief(call, tools)
    fault = next(one for one in result["faults"] if one["id"] == "left")
    assert fault["lines"] == (len(call.turns),)
    mark = next(mark for mark in result["turns"][-1]["marks"] if mark["name"] == "left")
    assert (mark["rule"], mark["text"]) == ("rehearsal.leaves_at", line)
