"""The debrief: score by criterion, annotated transcript, needs found and missed, what to practise next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from coach.context import Tools
from coach.judge.decent import decent_lines
from coach.judge.practise import practise_next
from coach.judge.score import Tally, counted_marks, earns, score_of
from coach.knowledge.rehearsing import Rubric
from coach.knowledge.scenario import Scenario, ScenarioNeed
from coach.rehearsal.feedback import points_of
from coach.rehearsal.receipt import receipt_of
from coach.rehearsal.state import AHEAD, Rehearsal, Turn
from coach.rehearsal.step import opening

Json = dict[str, Any]
_STEP_RANK = ("agreed", "undated", "refused")


def debrief(state: Rehearsal, tools: Tools) -> Json:
    """Return the debrief as plain JSON, receipt included: the contract of `coach rehearse --json`."""
    scenario = tools.knowledge.scenarios[state.scenario]
    score = score_of(tally_of(state, scenario, tools.knowledge.rubric), tools.knowledge.rubric, scenario.weightless)
    turns = list(_turns(state, scenario, tools))
    result = {
        "scenario": scenario.id,
        "difficulty": state.difficulty,
        "lang": state.lang,
        "score": score.score,
        "passed": score.score >= scenario.pass_mark and not score.failed,
        "pass_mark": scenario.pass_mark,
        "needs": [_need(need, state, scenario) for need in scenario.needs],
        "criteria": [asdict(share) for share in score.criteria],
        "faults": [asdict(share) for share in score.faults],
        "opening": opening(state, scenario),
        "turns": turns,
        "steps": _six_steps(state, scenario, tools),
        "asked_back": sum(not turn.understood for turn in state.turns),
        "next_step": {"step": state.agreed, "date": state.date},
        "objections": [{"id": name, "settled": name in state.settled} for name in state.raised],
        "practise": practise_next(score, tools),
        "ended": state.over,
    }
    return {**result, "receipt": receipt_of(state, result, tools)}


def tally_of(state: Rehearsal, scenario: Scenario, rubric: Rubric) -> Tally:
    """Return what is counted: the lines that bear each mark, needs by level, what came of the next step."""
    lines: dict[str, list[int]] = defaultdict(list)
    need_lines: dict[str, list[int]] = defaultdict(list)
    steps: dict[str, list[int]] = defaultdict(list)
    for number, turn in enumerate(state.turns, 1):
        for name in counted_marks({mark["name"] for mark in turn.marks}, rubric):
            lines[name].append(number)
        for need in turn.needs(scenario):
            need_lines[need.level].append(number)
        if turn.step and not rubric.spoiling & {mark["name"] for mark in turn.marks}:
            steps[turn.step].append(number)
    step = next((name for name in _STEP_RANK if steps[name]), None)
    total: dict[str, int] = defaultdict(int)
    for need in scenario.needs:
        total[need.level] += 1
    found = {level: len(numbers) for level, numbers in need_lines.items()}
    answered = [
        number
        for number, turn in enumerate(state.turns, 1)
        if _was_answered(turn) and earns({mark["name"] for mark in turn.marks}, rubric)
    ]
    said = [(number, turn.seller, {mark["name"] for mark in turn.marks}) for number, turn in enumerate(state.turns, 1)]
    asked = tuple(steps[step]) if step else ()
    return Tally(lines, found, total, need_lines, answered, step, asked, len(said), decent_lines(said, rubric))


def _was_answered(turn: Turn) -> bool:
    """Say whether a question about the customer was answered, if only vaguely: not all that is asked is known. Who asks
    leave ("may I show the film?") asks nothing about them."""
    names = {mark["name"] for mark in turn.marks}
    if {"permission", "spin_other"} <= names and "open" not in names and not turn.told:
        return False
    asks = bool(names & {"open", "closed"}) and not names & {"offer", "commit", "asked_before"}
    about_them = any(name.startswith("spin_") and name != "spin_other" for name in names)
    return bool(turn.told or turn.facts) or (asks and about_them and turn.understood)


def _turns(state: Rehearsal, scenario: Scenario, tools: Tools) -> Iterator[Json]:
    told: list[str] = []
    for turn in state.turns:
        waiting = next_need(scenario, told, turn.facts)
        points = points_of(turn, len(told), waiting, tools.knowledge, scenario, state.lang)
        told += [need.id for need in turn.needs(scenario)]
        yield {
            "seller": turn.seller,
            "buyer": turn.buyer,
            "told": turn.told,
            "marks": turn.marks,
            "feedback": [
                {"id": p.id, "good": p.good, "text": p.text, "evidence": [{"rule": p.rule, "text": p.words}]}
                for p in points
            ],
        }


def next_need(scenario: Scenario, told: list[str], _facts: list[str]) -> ScenarioNeed | None:
    """Return the need to go for: the first that is not told and whose forerunning needs are."""
    needs = {need.id for need in scenario.needs}
    return next((need for need in scenario.needs if need.id not in told and set(need.after) & needs <= set(told)), None)


def _need(need: ScenarioNeed, state: Rehearsal, scenario: Scenario) -> Json:
    """A need of the iceberg: found and when, or the line at which it could have been unlocked, and how."""
    turn = next((i for i, t in enumerate(state.turns, 1) if need in t.needs(scenario)), None)
    row: Json = {"id": need.id, "level": need.level, "found": turn is not None, "turn": turn}
    if turn is None:
        at, why = _chance(need, state, scenario)
        row |= {"chance": at, "why": why, "ask": need.ask[state.lang]}
        if why == "after_fact":
            row["before"] = _before(need, state, scenario)
    else:
        said = next((s for s in need.says[state.lang] if s in state.turns[turn - 1].buyer), need.says[state.lang][0])
        row["said"] = said
    return row


def _chance(need: ScenarioNeed, state: Rehearsal, scenario: Scenario) -> tuple[int | None, str]:
    """Return the line (from 1) at which the need could have been asked for, and why it was not told there."""
    for number, turn in enumerate(state.turns, 1):
        if turn.missed and turn.missed["need"] == need.id and turn.missed["why"] != AHEAD:
            return number, turn.missed["why"]
    known: set[str] = set()
    for number, turn in enumerate(state.turns, 1):
        if set(need.after) <= known:
            return number, "not_asked"
        known |= {*turn.facts, *([turn.told] if turn.told else [])}
    if set(need.after) <= known:  # what led there was said in the last line
        return (len(state.turns) or None), "not_asked"
    facts = {fact.id for fact in scenario.facts}
    return (len(state.turns) or None), "after_fact" if facts >= set(need.after) - known else "after"


def _before(need: ScenarioNeed, state: Rehearsal, scenario: Scenario) -> str:
    """Return what the buyer would have said on the way to a need that waits for a fact."""
    told = {name for turn in state.turns for name in turn.facts}
    return next(f.says[state.lang][0] for f in scenario.facts if f.id in need.after and f.id not in told)


def _six_steps(state: Rehearsal, scenario: Scenario, tools: Tools) -> list[Json]:
    """Mark the article's six steps of selling: the first line that shows each, after the one before."""
    rows: list[Json] = []
    level: set[str] = set()
    shown: dict[str, int] = {}
    for number, turn in enumerate(state.turns, 1):
        signs = {mark["name"] for mark in turn.marks} | {f"told_{lv}" for lv in level}
        told = {need.level for need in turn.needs(scenario)}
        level |= told
        signs |= {f"tells_{one}" for one in told}
        signs |= {f"step_{turn.step}"} if turn.step else set()
        for step in tools.knowledge.rubric.steps:
            if any(set(shape) <= signs for shape in step.shown_by):
                shown.setdefault(step.id, number)
    for step in tools.knowledge.rubric.steps:
        rows.append({"id": step.id, "name": step.name[state.lang], "turn": shown.get(step.id)})
    return rows
