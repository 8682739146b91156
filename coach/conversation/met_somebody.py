"""Somebody was met, and no firm is told beside them: an answer of the interview, and no visit to be kept."""

from __future__ import annotations

from coach.context import Context
from coach.conversation.state import Conversation
from coach.interview.account import account_name
from coach.interview.known import find_people
from coach.interview.people import person_named
from coach.read.requests import Request


def met_somebody(state: Conversation, request: Request, text: str, context: Context) -> bool:
    """Say whether "just met ..." names somebody unknown and nothing of a firm: 今天见了王海川,管采购的."""
    if request.id != "after_visit":
        return False
    people = [mention for mention in find_people(state.interview, text, context) if mention.named]
    strangers = [one for one in people if person_named(state.interview, one, context.tools.same) is None]
    if not strangers or len(strangers) < len(people):
        return False
    return account_name(text, context.tools.manners, people) is None
