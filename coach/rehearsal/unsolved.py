"""What keeps a perfect seller from winning a scenario: its examples are tried in both languages, at the hardest."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from coach.context import Tools
from coach.knowledge.fault import Fault, fault
from coach.knowledge.problem import Problem
from coach.knowledge.scenario import Scenario, ScenarioNeed
from coach.knowledge.schema import LANGUAGES
from coach.rehearsal.closing import AGREED, UNDATED
from coach.rehearsal.debrief import debrief
from coach.rehearsal.solve import perfect_call
from coach.rehearsal.state import Rehearsal, Turn
from coach.rehearsal.step import opening

TODAY = date(2026, 3, 2)  # always the same Monday, so that a check does not depend on the day
UNTIMELY = ("early_pitch", "feature_dump")  # faults of an example beside those that spoil it
Keys = tuple[Any, ...]  # a place in the document
Found = tuple[Keys, Fault]  # the place, and what is wrong there


def problems_of(key: str, tools: Tools) -> Iterator[Problem]:
    """Yield what a perfect seller fails at in the scenario `key`."""
    hardest = max(tools.knowledge.rehearsing.difficulties, key=lambda item: item.needed).id
    scenario, document = tools.knowledge.scenarios[key], tools.knowledge.sources[("scenarios", key)]
    for lang in LANGUAGES:
        call = perfect_call(scenario, hardest, lang, tools, TODAY)
        for place, found in _of_call(call, scenario, tools):
            yield Problem(document.path, document.line(place), fault("played", language=lang, inner=found))


def _of_call(call: Rehearsal, scenario: Scenario, tools: Tools) -> Iterator[Found]:
    yield from _needs(call, scenario, tools)
    yield from _objections(call, scenario)
    yield from _faults(call, scenario, {*UNTIMELY, *tools.knowledge.rubric.spoiling})
    pitch = _last(call, scenario.pitch[call.opened])
    if pitch and all(mark["name"] != "benefit" for mark in pitch.marks):
        yield ("pitch", call.opened), fault("pitch_unmet", buyer=pitch.buyer)
    if call.agreed != AGREED:
        yield ("agree", "ask", call.opened), _no_agreement(call, scenario)
    result = debrief(call, tools)
    if not result["passed"]:
        yield ("pass_mark",), fault("not_passed", score=result["score"])


def _needs(call: Rehearsal, scenario: Scenario, tools: Tools) -> Iterator[Found]:
    for i, need in enumerate(scenario.needs):
        asked = next((turn for turn in call.turns if turn.seller == need.ask[call.opened]), None)
        if asked and asked.told != need.id:
            why, told = _why_not(need, asked, call, scenario, tools), need.id in call.told
            found = fault("need_by_luck" if told else "need_unreached", need=need.id, why=why, buyer=asked.buyer)
            yield ("needs", i, "ask", call.opened), found
        elif need.id not in call.told:
            waits = tuple(name for name in need.after if name not in {*call.told, *call.facts})
            why = fault("why_after", names=waits) if waits else fault("why_ended", over=call.over)
            yield ("needs", i, "after"), fault("need_untold", need=need.id, why=why)


def _why_not(need: ScenarioNeed, asked: Turn, call: Rehearsal, scenario: Scenario, tools: Tools) -> Fault:
    """Name the condition that the example question of a need does not fulfil."""
    missed = asked.missed or {}
    if missed.get("need") == need.id:
        if missed["why"] != "asks":
            return fault("why_not_enough", field=missed["why"])
        spins = tuple(mark["name"] for mark in asked.marks if mark["name"].startswith("spin_"))
        wanted = tuple(need.asks or tools.knowledge.rehearsing.levels[need.level].asks)
        return fault("why_asks", read=spins or fault("no_type"), wanted=wanted)
    heard = call.heard(opening(call, scenario))[: call.turns.index(asked) + 1]
    line = tools.seller.read(asked.seller, heard, TODAY, scenario.id)
    if line.question is None:
        return fault("why_no_question")
    read = tuple(f"{sign.topic} {sign.weight:.1f}" for sign in line.question.topics)
    other = asked.told or missed.get("need") or tuple(asked.facts)
    instead = fault("leads_to", name=other) if other else fault("leads_nowhere")
    return fault("why_about", about=tuple(need.about), read=read, instead=instead)


def _objections(call: Rehearsal, scenario: Scenario) -> Iterator[Found]:
    for i, objection in enumerate(scenario.objections):
        answered = _last(call, objection.answer[call.opened])
        if objection.id in call.raised and objection.id not in call.settled and answered:
            place = ("objections", i, "answer", call.opened)
            yield place, fault("objection_unsettled", objection=objection.id, buyer=answered.buyer)


def _faults(call: Rehearsal, scenario: Scenario, own: Collection[str]) -> Iterator[Found]:
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
            if mark["name"] in own and (turn.seller, mark["name"]) not in seen:
                seen.add((turn.seller, mark["name"]))
                place = (*examples[turn.seller], call.opened) if turn.seller in examples else ("needs",)
                yield (
                    place,
                    fault("line_marked", mark=mark["name"], rule=mark["rule"], words=mark["text"], line=turn.seller),
                )


def _no_agreement(call: Rehearsal, scenario: Scenario) -> Fault:
    asked = _last(call, scenario.agree.ask[call.opened])
    if asked is None:
        return fault("no_agreement_ended", over=call.over)
    waits = tuple(name for name in scenario.agree.needs if name not in call.told)
    if asked.step == UNDATED:
        why = fault("why_undated")
    elif asked.step is None:
        why = fault("why_no_step")
    else:
        why = fault("why_needs", names=waits) if waits else fault("why_open")
    return fault("no_agreement", why=why, buyer=asked.buyer)


def _last(call: Rehearsal, line: str) -> Turn | None:
    """Return the last turn in which the seller said `line`."""
    return next((turn for turn in reversed(call.turns) if turn.seller == line), None)
