"""What is said right after a debrief: the same call again, or why it scored so."""

from __future__ import annotations

from coach.context import Context
from coach.conversation.doors import start_rehearsal
from coach.conversation.rehearsing import is_meant_for_the_coach
from coach.conversation.state import Conversation, Said
from coach.interview.known import find_people
from coach.judge.page import lost_lines
from coach.knowledge.rehearsing import NORMAL
from coach.progress.kept import stored


def after_call(state: Conversation, text: str, context: Context) -> Said | None:
    """Begin a rehearsal anew that has just ended, or explain its score; None for anything else.

    "again" is not meant to clear what is known of a customer, nor "why" to ask for a judgement made before the call.
    """
    if state.debrief is None:
        return None
    command = context.tools.reader.command(text)
    if command.label not in ("restart", "why"):
        return None
    result = stored(context.home, context.user, state.debrief) or {}
    if command.label == "why":
        told = "criteria" not in result or find_people(state.interview, text, context)
        return None if told else (state, [lost_lines(result, context.tools, state.lang)])
    tools = context.tools
    if not is_meant_for_the_coach(command, text, tools) or result.get("scenario") not in tools.knowledge.scenarios:
        return None
    return start_rehearsal(state, result["scenario"], result.get("difficulty") or NORMAL, context)
