"""What is shown of the buyer."""

from __future__ import annotations

from coach.context import Tools
from coach.rehearsal.state import Rehearsal
from coach.rehearsal.step import opening


def buyer_line(state: Rehearsal, tools: Tools) -> str:
    """Return the buyer's last line, with the name."""
    scenario = tools.knowledge.scenarios[state.scenario]
    line = state.turns[-1].buyer if state.turns else opening(state, scenario)
    return tools.words.say("buyer_says", state.lang, name=scenario.persona.name[state.lang], line=line)
