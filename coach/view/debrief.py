"""A debrief or a review as the pages show it: the stored JSON with every id in words, and the annotated lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from coach.context import Tools
from coach.knowledge.rehearsing import Criterion, Fault
from coach.rehearsal.explain import why_not_found
from coach.view.marks import marks
from coach.view.scenarios import send_drill, send_rehearsal

Json = dict[str, Any]


def debrief_view(result: Json, lang: str, tools: Tools) -> Json:
    """Return the debrief of a rehearsal with names, and `lines`: the transcript with what each line was.

    A receipt kept by an earlier version holds less than a debrief; what it lacks is empty.
    """
    shown = {key: value for key, value in result.items() if key not in ("turns", "receipt")}
    scenario = tools.knowledge.scenarios.get(result.get("scenario", ""))
    levels = {level.id: level.name[lang] for level in tools.knowledge.rehearsing.difficulties}
    return {
        **shown,
        "scenario_name": scenario.name[lang] if scenario else result.get("scenario"),
        "difficulty_name": levels.get(result.get("difficulty", "")),
        "criteria": named_shares(result["criteria"], lang, tools),
        "faults": named_shares(result["faults"], lang, tools),
        "needs": [_need(row, lang, tools) for row in result["needs"]],
        "steps": result.get("steps", []),
        "practise": practise(result.get("practise"), lang, tools),
        "lines": [_line(number, turn, lang, tools) for number, turn in enumerate(result["turns"], 1)],
        "receipt": result["receipt"]["hash"],
        "again": _again(result, lang, tools),
    }


def _again(result: Json, lang: str, tools: Tools) -> str | None:
    """Return what to say to rehearse the same call once more; None where the scenario or its level is gone."""
    scenario, level = tools.knowledge.scenarios.get(result.get("scenario", "")), result.get("difficulty")
    known = level in {one.id for one in tools.knowledge.rehearsing.difficulties}
    return send_rehearsal(scenario, str(level), lang, tools) if scenario and known else None


def named_shares(rows: Iterable[Json], lang: str, tools: Tools) -> list[Json]:
    """Return what criteria earned or faults cost, with their names and advice."""
    items = rubric_items(tools)
    # a criterion that the rubric no longer has keeps its id
    found = [(row, items.get(row["id"])) for row in rows]
    return [
        {**row, "name": item.name[lang] if item else row["id"], "advice": item.advice[lang] if item else None}
        for row, item in found
    ]


def rubric_items(tools: Tools) -> dict[str, Criterion | Fault]:
    """Return what earns and costs points, by id."""
    rubric = tools.knowledge.rubric
    return {**{item.id: item for item in rubric.criteria}, **{item.id: item for item in rubric.faults}}


def _need(row: Json, lang: str, tools: Tools) -> Json:
    why = why_not_found(row, lang, tools) if row.get("why") else None
    return {**row, "name": tools.words.say(f"label_{row['level']}", lang), "why_name": why}


def practise(chosen: Json | None, lang: str, tools: Tools) -> Json | None:
    """Return the one thing to practise in words, with the drill for it and the words that open it."""
    if chosen is None:
        return None
    item = rubric_items(tools).get(chosen["criterion"])
    drill = tools.knowledge.drills.get(chosen["drill"] or "")
    return {
        **chosen,
        "name": item.name[lang] if item else chosen["criterion"],
        "advice": item.advice[lang] if item else "",
        "drill_name": drill.name[lang] if drill else None,
        "send": send_drill(drill, lang, tools) if drill else None,
    }


def _line(number: int, turn: Json, lang: str, tools: Tools) -> Json:
    feedback = [
        {"good": p["good"], "text": p["text"], "rule": p["evidence"][0]["rule"], "words": p["evidence"][0]["text"]}
        for p in turn.get("feedback", [])
    ]
    return {
        "number": number,
        "seller": turn["seller"],
        "buyer": turn["buyer"],
        "told": turn["told"],
        "marks": marks(turn["seller"], turn["marks"], lang, tools),
        "feedback": feedback,
    }
