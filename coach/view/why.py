"""Why a sentence is judged as it is: rule, words, runner-up, nearest example, and what would change the verdict."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from coach.context import Tools
from coach.interview.explain import Explanation, explained, label_name, place_of, said
from coach.interview.state import Judgement
from coach.interview.step import MAX_LENGTH
from coach.read.verdict import Verdict

Json = dict[str, Any]
TASKS = ("need", "form", "spin", "stance", "role", "command")
_SAME = {"question": "form"}  # the command line calls the form of a question so


def why(task: str, text: str, lang: str, tools: Tools) -> Json:
    """Return the explanation of the verdict of `task` on `text`, read on the spot.

    Raises ValueError on an unknown task, and on a text that is empty or longer than a message may be.
    """
    task = _SAME.get(task, task)
    if task not in TASKS:
        raise ValueError("task")
    if not text.strip() or len(text) > MAX_LENGTH:
        raise ValueError("text")
    verdict: Verdict = getattr(tools.reader, task)(text)
    evidence = [asdict(proof) for proof in verdict.evidence]
    found = explained(Judgement(task, text, verdict.label, verdict.runner_up, evidence), lang, tools)
    return {
        "label": verdict.label,
        "label_name": label_name(task, verdict.label, lang, tools),
        "confidence": round(verdict.confidence, 3),
        "definition": found.definition,
        "rule": evidence[0]["rule"] if evidence else None,
        "words": [{"start": e["start"], "end": e["end"], "text": e["text"], "rule": e["rule"]} for e in evidence],
        "example": {"text": found.example.text, "place": place_of(found.example, tools)} if found.example else None,
        "runner_up": verdict.runner_up,
        "runner_up_name": label_name(task, verdict.runner_up, lang, tools) if verdict.runner_up else None,
        "change": _change(found, lang, tools),
        "prose": said(found, lang, tools) or tools.words.say("why_nothing_decided", lang),
    }


def _change(found: Explanation, lang: str, tools: Tools) -> Json | None:
    """Return the words without which the label would be another one, and that label; None when none would."""
    if not found.judgement.evidence or not found.changed:
        return None
    name = label_name(found.judgement.task, found.instead, lang, tools)
    return {"without": found.without, "label": found.instead, "label_name": name}
