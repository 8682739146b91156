"""The progress of one user, as the page draws it, and of a team: those who let managers see theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coach.context import Context, Tools
from coach.progress.page import why_due
from coach.progress.record import DRILL, Record
from coach.progress.schedule import schedule
from coach.progress.shared import is_shared, sharing_users
from coach.progress.store import records
from coach.view.scenarios import send_drill

Json = dict[str, Any]


def progress(lang: str, context: Context) -> Json:
    """Return the user's results, the newest last, and the drill that is next. Raises OSError."""
    done = records(context.home, context.user)
    return {
        "criteria": criteria(lang, context.tools),
        "results": [_result(record, lang, context.tools) for record in done],
        "due": due_drill(done, lang, context),
        "shared": is_shared(context.home, context.user),
    }


def criteria(lang: str, tools: Tools) -> list[Json]:
    """Return what the skills of a result are measured by, in the order of the rubric."""
    return [{"id": item.id, "name": item.name[lang]} for item in tools.knowledge.rubric.criteria]


def due_drill(done: Sequence[Record], lang: str, context: Context) -> Json | None:
    """Return the drill to practise next, whether it is due today, and why; None when nothing asks for one."""
    due = schedule(done, context.today, context.tools)
    if not due:
        return None
    drill = context.tools.knowledge.drills[due[0].drill]
    return {
        "id": drill.id,
        "name": drill.name[lang],
        "due": due[0].day <= context.today,
        "day": due[0].day.isoformat(),
        "why": why_due(due[0], context.today, drill.name[lang], lang, context.tools),
        "send": send_drill(drill, lang, context.tools),
    }


def _result(record: Record, lang: str, tools: Tools) -> Json:
    levels = {level.id: level.name[lang] for level in tools.knowledge.rehearsing.difficulties}
    known: Any = tools.knowledge.drills if record.kind == DRILL else tools.knowledge.scenarios
    return {
        "receipt": record.receipt,
        "day": record.day,
        "kind": record.kind,
        "kind_name": tools.words.say(f"result_{record.kind}", lang)
        if f"result_{record.kind}" in tools.words
        else record.kind,
        "name": known[record.name].name[lang] if record.name in known else record.name,
        "score": record.score,
        "difficulty_name": levels.get(record.difficulty or "", record.difficulty),
        "skills": record.skills,
    }


def team(lang: str, context: Context) -> Json:
    """Return the results of those who let managers see them, and of nobody else. Who cannot be read is left out."""
    members = []
    for user, name in sharing_users(context.home).items():
        try:
            done = records(context.home, user)
        except OSError:
            continue
        members.append({"user": user, "name": name, "results": [_result(one, lang, context.tools) for one in done]})
    return {"criteria": criteria(lang, context.tools), "members": members}
