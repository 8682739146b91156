"""A perfect seller reaches every need of every scenario and an agreement; what stands in the way is named with its line."""

import re
from datetime import date

import pytest

from coach.knowledge.telling import teller
from coach.rehearsal.debrief import debrief
from coach.rehearsal.solve import WARMING, perfect_call
from coach.rehearsal.unsolved import TODAY, problems_of
from coach.settings import settings
from tests.coach.rehearsal.template import NAME, edited, knowledge_with, line_of, tools_with

SCENARIOS = sorted(path.stem for path in (settings().knowledge / "scenarios").glob("*.yml"))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_scenario_can_be_won_at_the_hardest(tools, name, lang):
    scenario = tools.knowledge.scenarios[name]
    call = perfect_call(scenario, "hard", lang, tools, TODAY)
    assert set(call.told) == {need.id for need in scenario.needs}
    assert (call.agreed, debrief(call, tools)["passed"]) == ("agreed", True)


def test_the_same_call_every_time(tools):
    scenario = tools.knowledge.scenarios["plums"]
    calls = [perfect_call(scenario, "normal", "en", tools, date(2026, 3, 4)).to_json() for _ in range(2)]
    assert calls[0] == calls[1]


def test_an_unknown_difficulty(tools):
    with pytest.raises(KeyError):
        perfect_call(tools.knowledge.scenarios["plums"], "impossible", "en", tools, TODAY)


def test_the_template_is_won(tools, tmp_path):
    assert found([], tools, tmp_path) == []


ASK = "What trouble has sitting so long on these chairs caused for your people?"
UNSOLVED = [
    # edits, where the problem is, its language, what it says
    ([(ASK, "How is the weather in your town today?")], "How is the weather", "en", "need 'sick_leave' is not reached: 'about' is health"),
    ([(ASK, "Tell me.")], "Tell me.", "en", "'ask' is not read as a question"),
    ([(ASK, "The chairs are bad.")], "The chairs are bad.", "en", "'ask' is not read as a question"),
    ([("after: [chair_standard]", "asks: [need_payoff]\n    after: [chair_standard]"), (ASK, "How many people sit on the chairs, and who has back pain?")],
     "How many people sit", "en", "need 'sick_leave'"),
    ([("after: [chair_standard]", "trust: 60\n    after: [chair_standard]")], "现在的椅子，坐久了", "zh", "'trust' was not enough"),
    ([("after: [chair_standard]", "trust: 60\n    after: [chair_standard]")], "after: [sick_leave]", "zh", "need 'my_choice' is not reached: 'after': sick_leave was not told"),
    ([("我理解，价格差这么多，您不好开口。您是跟哪家的什么价格比的？", "嗯，好的。")], "嗯，好的。", "zh", "objection 'too_dear' is not settled by its own answer"),
    ([("next Thursday, so that two agents can try them for a week", "some day, so that two agents can try them for a week")],
     "some day, so that", "en", "no day is read in the example"),
    ([("Shall I bring two sample chairs next Thursday, so that two agents can try them for a week?", "That is all from me, thank you.")],
     "That is all from me", "en", "the example is not read as one"),
    ([("agree: # needs that must be told, trust that is wanted; {date} is filled in 会填上日期\n  trust: 2", "agree:\n  trust: 90")],
     "下周四我送两把样椅", "zh", "'trust' is too high"),
    ([("您说去年冬天十四个坐席腰疼请病假。我们的产品", "我们的产品"), ("椅背跟着每个人的腰走，这样您就不用再为病假付加班费；您看，这是第三方测试报告。", "有蓝色的。")],
     "我们的产品有蓝色", "zh", "the example meets no need that was told"),
    ([(ASK, "Don't you think that sitting on these chairs has caused trouble, like back pain?")], "Don't you think", "en", "is marked as leading"),
    ([("pass_mark: 60", "pass_mark: 100")], "pass_mark: 100", "zh", "points and does not pass"),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "place", "lang", "message"), UNSOLVED)
def test_what_a_perfect_seller_fails_at(tools, tmp_path, edits, place, lang, message):
    found_here = found(edits, tools, tmp_path)
    lines = [p.line for p in found_here if p.message.startswith(f"{lang}: ") and message in p.message]
    assert lines[:1] == [line_of(edited(edits), place)], found_here
    chinese = [teller("zh").message(p.fault) for p in found_here]
    assert all(re.match(r"(zh|en): [^A-Za-z]*[\u4e00-\u9fff]", message) for message in chinese), chinese


def found(edits, tools, folder):
    knowledge, faults = knowledge_with(edits, folder, tools.knowledge)
    assert knowledge is not None, faults
    return sorted(problems_of(NAME, tools_with(knowledge, tools)))


def test_warming_ends(tools, tmp_path):
    knowledge, _ = knowledge_with([("trust: 2\n", "trust: 90\n")], tmp_path, tools.knowledge)
    own = tools_with(knowledge, tools)
    call = perfect_call(knowledge.scenarios[NAME], "hard", "en", own, TODAY)
    assert call.over is None
    assert len(call.turns) < WARMING + 20
