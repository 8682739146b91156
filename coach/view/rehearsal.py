"""The rehearsal beside the chat: who the buyer is, what was found, what the last line was; afterwards the debrief."""

from __future__ import annotations

from typing import Any

from coach.context import Tools
from coach.knowledge.scenario import Scenario, ScenarioNeed
from coach.rehearsal.scene import difficulty
from coach.rehearsal.state import Rehearsal
from coach.view.debrief import debrief_view
from coach.view.marks import marks
from coach.view.trust import trust

Json = dict[str, Any]


def rehearsal(state: Rehearsal, lang: str, tools: Tools) -> Json:
    """Return the call as it stands. `number` counts the seller's lines."""
    scenario, last = tools.knowledge.scenarios[state.scenario], state.turns[-1] if state.turns else None
    return {
        **_scene(scenario, state.difficulty, lang, tools),
        "number": len(state.turns),
        "over": state.over is not None,
        "trust": trust(state, lang, tools),
        "needs": [_need(need, state) for need in scenario.needs],
        "can_take_back": bool(state.turns) and state.over is None,
        "last": last.seller if last else None,
        "marks": marks(last.seller, last.marks, lang, tools) if last else [],
        "debrief": None,
    }


def finished(result: Json, lang: str, tools: Tools) -> Json | None:
    """Return the call that `result`, its debrief, tells of; None when its scenario is no longer there."""
    scenario = tools.knowledge.scenarios.get(result["scenario"])
    if scenario is None:
        return None
    last = result["turns"][-1]
    return {
        **_scene(scenario, result["difficulty"], lang, tools),
        "number": len(result["turns"]),
        "over": True,
        "trust": None,
        "needs": [{"level": n["level"], "found": n["found"], "said": n.get("said")} for n in result["needs"]],
        "can_take_back": False,
        "last": last["seller"],
        "marks": marks(last["seller"], last["marks"], lang, tools),
        "debrief": debrief_view(result, lang, tools),
    }


def _scene(scenario: Scenario, level: str, lang: str, tools: Tools) -> Json:
    persona = scenario.persona
    return {
        "scenario": scenario.id,
        "name": scenario.name[lang],
        "person": persona.name[lang],
        "title": persona.title[lang],
        "firm": persona.firm[lang],
        "situation": scenario.situation[lang],
        "goal": scenario.goal[lang],
        "known": list(scenario.known[lang]),
        "difficulty": level,
        "difficulty_name": difficulty(tools.knowledge.rehearsing, level).name[lang],
    }


def _need(need: ScenarioNeed, state: Rehearsal) -> Json:
    """What is still to be found shows its depth only."""
    turn = next((turn for turn in state.turns if turn.told == need.id), None)
    if turn is None:
        return {"level": need.level, "found": False, "said": None}
    wordings = [text for says in (need.says.zh, need.says.en) for text in says]
    return {"level": need.level, "found": True, "said": next((s for s in wordings if s in turn.buyer), wordings[0])}
