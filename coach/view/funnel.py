"""Where the interview is in the question funnel."""

from __future__ import annotations

from typing import Any

from coach.context import Tools
from coach.interview.funnel import next_question
from coach.interview.state import Interview

Json = dict[str, Any]
DONE, NOW, TODO = "done", "now", "todo"


def funnel(state: Interview, lang: str, tools: Tools) -> Json:
    """Return the steps in their order, and why the pending question is put."""
    steps = sorted(tools.knowledge.funnel.values(), key=lambda step: step.order)
    ids = [step.id for step in steps]
    here = _step(state, tools)
    place = ids.index(here) if here in ids else len(ids)
    rows = [
        {"id": step.id, "name": step.name[lang], "state": DONE if i < place else NOW if i == place else TODO}
        for i, step in enumerate(steps)
    ]
    why = steps[place].purpose[lang] if state.pending and place < len(steps) else None
    return {"steps": rows, "why": why}


def _step(state: Interview, tools: Tools) -> str | None:
    """Return the step of the last question put, before the first turn that of the first; None when all are done."""
    if state.asked:
        return state.asked[-1].step
    first = next_question(state, tools.knowledge)
    return first.step if first else None
