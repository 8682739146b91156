"""The start page: what was left unfinished, the visits ahead, the drill that is due, and what is not known yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from coach.accounts.errors import BookError
from coach.context import Context
from coach.conversation.choose import drills, scenarios
from coach.conversation.state import AFTER_VISIT, DRILL, REHEARSAL, Conversation
from coach.knowledge.rehearsing import NORMAL
from coach.progress.store import records
from coach.result.page import gap_lines
from coach.view.progress import due_drill
from coach.view.scenarios import send_drill, send_rehearsal

Json = dict[str, Any]
MOST_VISITS, MOST_GAPS = 5, 3
AHEAD = 14  # days in which a visit is worth showing


def start(state: Conversation, lang: str, context: Context) -> Json:
    """Return what the user can go on with. A book or results that cannot be read leave their part empty."""
    tools = context.tools
    first, drill = scenarios(tools)[0], drills(tools)[0]
    return {
        "continue": _unfinished(state, lang, context),
        "visits": _visits(lang, context),
        "due_drill": _due(lang, context),
        "gaps": _gaps(state, lang, context),
        "example_sends": {
            "interview": tools.words.say("send_interview", lang),
            "rehearse": send_rehearsal(first, NORMAL, lang, tools),
            "drill": send_drill(drill, lang, tools),
            "visit": tools.words.say("send_visit", lang, day=context.today + timedelta(days=7)),
        },
        "leave": tools.words.say("choice_stop", lang),
    }


def _unfinished(state: Conversation, lang: str, context: Context) -> Json | None:
    """Return what goes on or waits; None before anything was begun."""
    tools = context.tools
    if state.mode == DRILL and state.drill and state.drill.drill in tools.knowledge.drills:
        return {"mode": DRILL, "about": tools.knowledge.drills[state.drill.drill].name[lang], "send": None}
    if state.after is not None:
        send = None if state.mode == AFTER_VISIT else tools.words.say("send_after", lang)
        return {"mode": AFTER_VISIT, "about": state.after.name, "send": send}
    rehearsal = state.rehearsal
    if rehearsal and rehearsal.over is None and rehearsal.scenario in tools.knowledge.scenarios:
        name = tools.knowledge.scenarios[rehearsal.scenario].name[lang]
        send = None if state.mode == REHEARSAL else tools.words.say("send_resume", lang)
        return {"mode": REHEARSAL, "about": name, "send": send}
    if state.interview.started and (state.interview.account or state.interview.needs):
        about = state.interview.account or tools.words.say("this_customer", lang)
        return {"mode": "interview", "about": about, "send": None}
    return None


def _visits(lang: str, context: Context) -> list[Json]:
    """Return the planned visits of the days ahead, the next one first."""
    try:
        until = (context.today + timedelta(days=AHEAD + 1)).isoformat()
        ahead = context.book.visits(context.today.isoformat(), until, own=True)
    except BookError:
        return []
    return [
        {
            "account": account.name,
            "account_id": account.id,
            "when": visit.starts,
            "place": visit.place,
            "send": context.tools.words.say("send_brief", lang, name=account.name),
        }
        for account, visit in ahead[:MOST_VISITS]
    ]


def _due(lang: str, context: Context) -> Json | None:
    try:
        found = due_drill(records(context.home, context.user), lang, context)
    except OSError:
        return None
    return found if found and found["due"] else None


def _gaps(state: Conversation, lang: str, context: Context) -> list[Json]:
    """Return what is not known yet of the customer who is spoken of."""
    interview = replace(state.interview, lang=lang)
    if not interview.account:
        return []
    try:
        there = context.book.named(interview.account)
    except BookError:
        there = None
    lines = gap_lines(interview, context.tools)[:MOST_GAPS]
    return [
        {"account": interview.account, "account_id": there.id if there else None, "text": line.removeprefix("- ")}
        for line in lines
    ]
