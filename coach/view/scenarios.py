"""The library: scenarios to rehearse and drills, with what the user did in them so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coach.context import Context, Tools
from coach.conversation.choose import drills as drills_of
from coach.conversation.choose import scenarios as scenarios_of
from coach.conversation.state import Conversation
from coach.knowledge.rehearsing import Drill
from coach.knowledge.scenario import Scenario
from coach.progress.record import REHEARSAL, Record
from coach.progress.schedule import schedule
from coach.progress.series import rounds
from coach.progress.store import records

Json = dict[str, Any]


def scenarios(state: Conversation, lang: str, context: Context) -> list[Json]:
    """Return the scenarios in the order of the library. Raises OSError when the results cannot be read."""
    done = [record for record in records(context.home, context.user) if record.kind == REHEARSAL]
    return [_scenario(scenario, state, done, lang, context.tools) for scenario in scenarios_of(context.tools)]


def _scenario(scenario: Scenario, state: Conversation, done: Sequence[Record], lang: str, tools: Tools) -> Json:
    own = [record for record in done if record.name == scenario.id]
    best = max(own, key=lambda record: record.score, default=None)
    levels, persona = tools.knowledge.rehearsing.difficulties, scenario.persona
    waiting = state.rehearsal is not None and state.rehearsal.over is None
    return {
        "id": scenario.id,
        "name": scenario.name[lang],
        "industry": scenario.industry[lang],
        "person": persona.name[lang],
        "title": persona.title[lang],
        "firm": persona.firm[lang],
        "role": persona.role,
        "role_name": tools.knowledge.roles[persona.role].name[lang],
        "situation": scenario.situation[lang],
        "goal": scenario.goal[lang],
        "levels": [{"id": level.id, "name": level.name[lang]} for level in levels],
        "needs": len(scenario.needs),
        "pass_mark": scenario.pass_mark,
        "best": _best(best, scenario) if best else None,
        "times": len(own),
        "unfinished": waiting and state.rehearsal.scenario == scenario.id,  # type: ignore[union-attr]
        "send": {level.id: send_rehearsal(scenario, level.id, lang, tools) for level in levels},
    }


def _best(record: Record, scenario: Scenario) -> Json:
    return {
        "score": record.score,
        "level": record.difficulty,
        "passed": record.score >= scenario.pass_mark,
        "at": record.day,
    }


def send_rehearsal(scenario: Scenario, level: str, lang: str, tools: Tools) -> str:
    """Return what to say to begin the scenario at this level, in any mode."""
    difficulty = next(item for item in tools.knowledge.rehearsing.difficulties if item.id == level)
    return tools.words.say("send_rehearsal", lang, name=scenario.name[lang], difficulty=difficulty.name[lang])


def drills(lang: str, context: Context) -> list[Json]:
    """Return the drills in their order, and which of them are due. Raises OSError."""
    done = records(context.home, context.user)
    due = {item.drill for item in schedule(done, context.today, context.tools) if item.day <= context.today}
    return [_drill(drill, drill.id in due, done, lang, context.tools) for drill in drills_of(context.tools)]


def _drill(drill: Drill, due: bool, done: Sequence[Record], lang: str, tools: Tools) -> Json:
    return {
        "id": drill.id,
        "name": drill.name[lang],
        "about": drill.goal[lang],
        "task": drill.task[lang],
        "prompts": min(tools.knowledge.rehearsing.drill_prompts, len(drill.prompts)),
        "due": due,
        "times": len(rounds(done, drill.id)),
        "send": send_drill(drill, lang, tools),
    }


def send_drill(drill: Drill, lang: str, tools: Tools) -> str:
    """Return what to say to begin the drill, in any mode."""
    return tools.words.say("send_drill", lang, name=drill.name[lang])
