"""The rubric and the numbers of the role-play: all points, and names that mean something."""

from __future__ import annotations

from collections import defaultdict

import pytest

from coach.context import Tools
from coach.judge.decent import RESPECT
from coach.judge.score import MARK_OF, NEED_CRITERIA, STEP_SHARES, Tally, score_of
from coach.read.guessed import TONES

COUNTED = {*NEED_CRITERIA, "next_step", "situation", RESPECT}  # criteria that are no mark
CHANGES = {"need_told", "objection_settled", "asked_before", "silence"}  # of trust, by no mark
SIGNS = {
    *(f"{when}_{level}" for when in ("tells", "told") for level in ("surface", "latent", "deep")),
    *(f"step_{step}" for step in STEP_SHARES),
}


def perfect(tools: Tools) -> Tally:
    """A call in which everything happened often enough and nothing was wrong."""
    lines: dict[str, list[int]] = defaultdict(list)
    for criterion in tools.knowledge.rubric.criteria:
        lines[MARK_OF.get(criterion.id, criterion.id)] = list(range(1, criterion.full + 1))
    levels = {"surface": 1, "latent": 1, "deep": 1}
    every = list(range(1, 10))
    return Tally(lines, levels, levels, {}, every, "agreed", (9,), len(every), every)


def test_points_are_a_hundred(tools: Tools) -> None:
    assert sum(criterion.points for criterion in tools.knowledge.rubric.criteria) == 100


def test_a_perfect_call_has_all_points(tools: Tools) -> None:
    rubric = tools.knowledge.rubric
    for weightless in ((), *(scenario.weightless for scenario in tools.knowledge.scenarios.values())):
        assert score_of(perfect(tools), rubric, weightless).score == 100


def test_no_call_has_less_than_nothing(tools: Tools) -> None:
    faults = {fault.id: list(range(1, 41)) for fault in tools.knowledge.rubric.faults}
    score = score_of(Tally(faults, {}, {}, {}), tools.knowledge.rubric)
    assert (score.score, score.failed) == (0, True)
    assert all(-share.earned <= share.points for share in score.faults)


@pytest.mark.parametrize("name", ["rude", "unethical"])
def test_some_faults_fail_the_best_call(tools: Tools, name: str) -> None:
    tally = perfect(tools)
    score = score_of(Tally({**tally.lines, name: [3]}, *list(vars(tally).values())[1:]), tools.knowledge.rubric)
    assert score.failed
    assert score.score < 100


def test_criteria_and_faults_are_marks(tools: Tools) -> None:
    rubric = tools.knowledge.rubric
    names = [MARK_OF.get(item.id, item.id) for item in (*rubric.criteria, *rubric.faults) if item.id not in COUNTED]
    assert not [name for name in names if f"mark_{name}" not in tools.words]
    ids = [item.id for item in (*rubric.criteria, *rubric.faults)]
    assert len(set(ids)) == len(ids)


def test_what_spoils_a_line_makes_the_whole_call_rough(tools: Tools) -> None:
    rubric = tools.knowledge.rubric
    [rough] = [fault for fault in rubric.faults if fault.id == "rough"]
    assert rough.whole_call
    assert set(rough.whole_call.marks) == {"rough", *rubric.spoiling}
    assert rubric.spoiling > set(TONES)
    assert {fault.id for fault in rubric.faults if fault.fails} < rubric.spoiling


def test_who_is_attacked_tells_nothing(tools: Tools) -> None:
    assert set(tools.knowledge.rehearsing.silenced_by) <= {fault.id for fault in tools.knowledge.rubric.faults}


def test_drills_exist_and_all_are_named(tools: Tools) -> None:
    rubric = tools.knowledge.rubric
    named = {item.drill for item in (*rubric.criteria, *rubric.faults) if item.drill}
    assert named == set(tools.knowledge.drills)
    assert all(criterion.drill for criterion in rubric.criteria)


def test_steps_are_six_and_shown_by_known_signs(tools: Tools) -> None:
    steps = tools.knowledge.rubric.steps
    assert len(steps) == 6
    signs = {sign for step in steps for shape in step.shown_by for sign in shape}
    assert not [sign for sign in signs if sign not in SIGNS and f"mark_{sign}" not in tools.words]


def test_trust_changes_by_known_acts(tools: Tools) -> None:
    names = set(tools.knowledge.rehearsing.trust) - CHANGES
    assert not [name for name in names if f"mark_{name}" not in tools.words]


def test_what_costs_points_never_raises_trust(tools: Tools) -> None:
    trust = tools.knowledge.rehearsing.trust
    assert all(trust.get(fault.id, 0) <= 0 for fault in tools.knowledge.rubric.faults)


def test_numbers_of_the_role_play_grow_with_depth_and_difficulty(tools: Tools) -> None:
    numbers = tools.knowledge.rehearsing
    levels = [numbers.levels[level].trust for level in ("surface", "latent", "deep")]
    assert levels == sorted(levels)
    assert set(numbers.stances) == {"coach", "supporter", "neutral", "opponent", "enemy"}
    easy, normal, hard = numbers.difficulties
    assert easy.start >= normal.start >= hard.start
    assert easy.needed <= normal.needed <= hard.needed
    assert numbers.leaves_at < min(numbers.stances.values()) + hard.start
    ratings = numbers.repetition.ratings
    assert ratings["hard"] < ratings["good"] < ratings["easy"] <= 1
