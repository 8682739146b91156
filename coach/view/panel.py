"""What stands beside the chat: how the conversation is going, made anew from its state after each turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from coach.accounts.errors import BookError
from coach.accounts.overview import STANDS_ON
from coach.context import Context, Tools
from coach.conversation.keep import forget_vanished
from coach.conversation.state import AFTER_VISIT, DRILL, Conversation
from coach.interview.state import Interview
from coach.progress.kept import stored
from coach.result.page import gap_lines, page
from coach.settings import settings
from coach.stances.position import position
from coach.view.choices import choices
from coach.view.funnel import after_funnel, funnel
from coach.view.iceberg import iceberg
from coach.view.people import people
from coach.view.rehearsal import finished, rehearsal
from coach.view.state import conversation_in

Json = dict[str, Any]


def panel(state: Json | None, lang: str, tools: Tools, user: str, today: date, home: Path | None = None) -> Json:
    """Return the panel of the conversation in `state`, labels in `lang`. Never raises on a state that was kept.

    `user` says whose account book and results are looked at, which lie in `home` (default: that of the settings).
    """
    context = Context(tools, today, home or settings().home, user)
    conversation = conversation_in(state)
    forget_vanished(conversation, tools.knowledge)
    after = conversation.after if conversation.mode == AFTER_VISIT else None
    heard = after.interview if after else conversation.interview
    interview = replace(heard, lang=lang)
    step = interview.next_step
    return {
        "lang": conversation.lang if state else lang,
        "mode": conversation.mode,
        "account": _account(interview, context),
        "funnel": after_funnel(after, lang, tools) if after else funnel(interview, lang, tools),
        "iceberg": iceberg(interview, lang, tools),
        "people": people(interview, lang, tools),
        "gaps": [line.removeprefix("- ") for line in gap_lines(interview, tools)],
        "next_step": {"text": step.text, "date": step.date} if step else None,
        "page": page(interview, tools) if interview.needs or interview.people or step else None,
        "rehearsal": _rehearsal(conversation, lang, context),
        "drill": _drill(conversation, lang, tools),
        "choices": choices(_in(lang, conversation), lang, tools),
    }


def _in(lang: str, conversation: Conversation) -> Conversation:
    """Return the conversation with its labels in `lang`."""
    return replace(conversation, interview=replace(conversation.interview, lang=lang))


def _account(interview: Interview, context: Context) -> Json | None:
    """Return the account that is spoken of, with its place in the book when it is there and can be read."""
    if not interview.account:
        return None
    row: Json = {"name": interview.account, "id": None, "position": None, "position_name": None}
    ledger = context.tools.knowledge.ledger
    try:
        there = context.book.named(interview.account)
        if there is not None:
            row["id"] = there.id
        if there is not None and there.owner == context.user:  # each look at somebody else's would be noted
            light = position(context.book.dossier(there.id, STANDS_ON), context.today, ledger).light
            row |= {
                "position": light,
                "position_name": context.tools.words.say(f"stances_light_{light}", interview.lang),
            }
    except BookError:  # the chat goes on without the book
        pass
    return row


def _rehearsal(state: Conversation, lang: str, context: Context) -> Json | None:
    """Return the rehearsal that goes on or waits, else the debrief of the one that just ended."""
    if state.rehearsal is not None:
        return rehearsal(state.rehearsal, lang, context.tools)
    if state.debrief is None:
        return None
    result = stored(context.home, context.user, state.debrief)
    return finished(result, lang, context.tools) if result and "scenario" in result else None


def _drill(state: Conversation, lang: str, tools: Tools) -> Json | None:
    if state.mode != DRILL or state.drill is None:
        return None
    drill = tools.knowledge.drills[state.drill.drill]
    return {
        "name": drill.name[lang],
        "task": drill.task[lang],
        "number": len(state.drill.passed) + 1,
        "of": min(tools.knowledge.rehearsing.drill_prompts, len(drill.prompts)),
    }
