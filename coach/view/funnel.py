"""Where the interview is in the question funnel, or the questions after a visit are."""

from __future__ import annotations

from typing import Any

from coach.after_visit.state import AfterVisit
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


def after_funnel(after: AfterVisit, lang: str, tools: Tools) -> Json:
    """Return the questions after a visit in their order, and why the one that waits is put."""
    questions = list(tools.knowledge.visiting.questions)
    rows = [
        {"id": q.id, "name": q.name[lang], "state": DONE if i < after.number else NOW if i == after.number else TODO}
        for i, q in enumerate(questions)
    ]
    return {"steps": rows, "why": questions[after.number].why[lang] if after.number < len(questions) else None}


def _step(state: Interview, tools: Tools) -> str | None:
    """Return the step of the last question put, before the first turn that of the first; None when all are done."""
    if state.asked:
        return state.asked[-1].step
    first = next_question(state, tools.knowledge)
    return first.step if first else None
