"""What keeps a perfect seller from winning a scenario: its examples are tried in both languages, at the hardest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from coach.context import Tools
from coach.knowledge.problem import Problem
from coach.knowledge.scenario import Scenario, ScenarioNeed
from coach.knowledge.schema import LANGUAGES
from coach.rehearsal.closing import AGREED, UNDATED
from coach.rehearsal.debrief import debrief
from coach.rehearsal.solve import perfect_call
from coach.rehearsal.state import Rehearsal, Turn
from coach.rehearsal.step import opening

TODAY = date(2026, 3, 2)  # always the same Monday, so that a check does not depend on the day
OWN_FAULTS = ("early_pitch", "feature_dump", "leading", "blaming", "pressure", "rude", "unethical")
Keys = tuple[Any, ...]  # a place in the document
Found = tuple[Keys, str]  # the place, and what is wrong there


def problems_of(key: str, tools: Tools) -> Iterator[Problem]:
    """Yield what a perfect seller fails at in the scenario `key`."""
    hardest = max(tools.knowledge.rehearsing.difficulties, key=lambda item: item.needed).id
    scenario, document = tools.knowledge.scenarios[key], tools.knowledge.sources[("scenarios", key)]
    for lang in LANGUAGES:
        call = perfect_call(scenario, hardest, lang, tools, TODAY)
        for place, message in _of_call(call, scenario, tools):
            yield Problem(document.path, document.line(place), f"{lang}: {message}")


def _of_call(call: Rehearsal, scenario: Scenario, tools: Tools) -> Iterator[Found]:
    yield from _needs(call, scenario, tools)
    yield from _objections(call, scenario)
    yield from _faults(call, scenario)
    pitch = _last(call, scenario.pitch[call.opened])
    if pitch and all(mark["name"] != "benefit" for mark in pitch.marks):
        yield ("pitch", call.opened), f"the example meets no need that was told; {_answer(pitch)}"
    if call.agreed != AGREED:
        yield ("agree", "ask", call.opened), _no_agreement(call, scenario)
    result = debrief(call, tools)
    if not result["passed"]:
        yield ("pass_mark",), f"a perfect seller gets {result['score']} points and does not pass"


def _needs(call: Rehearsal, scenario: Scenario, tools: Tools) -> Iterator[Found]:
    for i, need in enumerate(scenario.needs):
        asked = next((turn for turn in call.turns if turn.seller == need.ask[call.opened]), None)
        if asked and asked.told != need.id:
            outcome = "is reached by luck only" if need.id in call.told else "is not reached"
            why = _why_not(need, asked, call, scenario, tools)
            yield ("needs", i, "ask", call.opened), f"need '{need.id}' {outcome}: {why}; {_answer(asked)}"
        elif need.id not in call.told:
            waits = [name for name in need.after if name not in {*call.told, *call.facts}]
            why = f"'after': {', '.join(waits)} was not told" if waits else f"the call ended before ({call.over})"
            yield ("needs", i, "after"), f"need '{need.id}' is not reached: {why}"


def _why_not(need: ScenarioNeed, asked: Turn, call: Rehearsal, scenario: Scenario, tools: Tools) -> str:
    """Name the condition that the example question of a need does not fulfil."""
    missed = asked.missed or {}
    if missed.get("need") == need.id:
        if missed["why"] != "asks":
            return f"'{missed['why']}' was not enough"
        spins = [mark["name"] for mark in asked.marks if mark["name"].startswith("spin_")]
        wanted = ", ".join(need.asks or tools.knowledge.rehearsing.levels[need.level].asks)
        return f"'asks': 'ask' is read as {', '.join(spins) or 'no certain type'}, wanted is one of: {wanted}"
    heard = call.heard(opening(call, scenario))[: call.turns.index(asked) + 1]
    line = tools.seller.read(asked.seller, heard, TODAY, scenario.id)
    if line.question is None:
        return "'ask' is not read as a question"
    read = ", ".join(f"{sign.topic} {sign.weight:.1f}" for sign in line.question.topics) or "none"
    other = asked.told or missed.get("need") or ", ".join(asked.facts)
    instead = f"it leads to '{other}'" if other else "it leads to nothing"
    return f"'about' is {', '.join(need.about)}, but 'ask' is about: {read}; {instead}"


def _objections(call: Rehearsal, scenario: Scenario) -> Iterator[Found]:
    for i, objection in enumerate(scenario.objections):
        answered = _last(call, objection.answer[call.opened])
        if objection.id in call.raised and objection.id not in call.settled and answered:
            place = ("objections", i, "answer", call.opened)
            yield place, f"objection '{objection.id}' is not settled by its own answer; {_answer(answered)}"


def _faults(call: Rehearsal, scenario: Scenario) -> Iterator[Found]:
    """Examples that cost points: nobody should learn from them."""
    examples: dict[str, Keys] = {
        scenario.pitch[call.opened]: ("pitch",),
        scenario.agree.ask[call.opened]: ("agree", "ask"),
    }
    examples |= {item.answer[call.opened]: ("objections", i, "answer") for i, item in enumerate(scenario.objections)}
    examples |= {need.ask[call.opened]: ("needs", i, "ask") for i, need in enumerate(scenario.needs)}
    seen = set()
    for turn in call.turns:
        for mark in turn.marks:
            if mark["name"] in OWN_FAULTS and (turn.seller, mark["name"]) not in seen:
                seen.add((turn.seller, mark["name"]))
                place = (*examples[turn.seller], call.opened) if turn.seller in examples else ("needs",)
                quoted = f"“{mark['text']}” in “{turn.seller}”"
                yield place, f"a perfect seller's line is marked as {mark['name']} by {mark['rule']}: {quoted}"


def _no_agreement(call: Rehearsal, scenario: Scenario) -> str:
    asked = _last(call, scenario.agree.ask[call.opened])
    if asked is None:
        return f"no next step is agreed: the call ended before ({call.over})"
    if asked.step == UNDATED:
        return f"no next step is agreed: no day is read in the example; {_answer(asked)}"
    if asked.step is None:
        return f"no next step is agreed: the example is not read as one; {_answer(asked)}"
    waits = [name for name in scenario.agree.needs if name not in call.told]
    why = f"need {', '.join(waits)} was not told" if waits else "an objection is open, or 'trust' is too high"
    return f"no next step is agreed: {why}; {_answer(asked)}"


def _last(call: Rehearsal, line: str) -> Turn | None:
    """Return the last turn in which the seller said `line`."""
    return next((turn for turn in reversed(call.turns) if turn.seller == line), None)


def _answer(turn: Turn) -> str:
    return f"the buyer says “{turn.buyer}”"
