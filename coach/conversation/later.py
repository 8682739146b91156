"""A question on which customer to go on with, left open by something else: it waits, with all that was held for it."""

from __future__ import annotations

from typing import Any

from coach.context import Context
from coach.conversation.held import HELD, LONGEST, again
from coach.conversation.keeping import KEEP
from coach.conversation.opening import BEGIN
from coach.conversation.other_customer import OTHER
from coach.conversation.state import INTERVIEW, Conversation
from coach.interview.account import account_name
from coach.interview.labelled_name import stated_customer
from coach.text.short import cut


def waiting(state: Conversation) -> dict[str, Any] | None:
    """Return the open question and what waits for its answer; None where nothing would be lost with it."""
    asked, wish = state.asking or "", state.wish or {}
    if asked == f"{KEEP}:{OTHER}" or (wish.get(HELD) and asked.split(":")[0] in (KEEP, BEGIN)):
        return {"asking": asked, "wish": wish, "account": state.interview.account}
    return None


def is_due(state: Conversation) -> bool:
    """Say whether the question can be put again: nothing else is asked or going on."""
    busy = state.asking or state.interview.asking or state.interview.paused
    return state.later is not None and state.mode == INTERVIEW and not busy


def take_up(state: Conversation, context: Context) -> None:
    """Make the question the open one again; behind another customer it is whether to begin with the new one."""
    assert state.later is not None
    state.asking, state.wish = state.later["asking"], state.later["wish"]
    if state.later["account"] != state.interview.account and (name := _name(state.wish, state.asking, context)):
        state.asking, state.wish = BEGIN, {**state.wish, "told": name}
    state.later = None


def _name(wish: dict[str, Any], asked: str, context: Context) -> str | None:
    """Return the customer that the question leads to."""
    if told := wish.get("told"):
        manners = context.tools.manners
        return stated_customer(told, manners) or account_name(told, manners) or told
    key = asked.partition(":")[2]
    return context.book.dossier(key).account.name if key else None


def put_again(state: Conversation, context: Context) -> str:
    """Return the question in the words for the second time."""
    return again(state, state.wish or {}, context)


def held_for(state: Conversation, context: Context) -> list[str]:
    """Say that what was held waits until the talk comes back to it."""
    held = " ".join((state.later or {}).get("wish", {}).get(HELD, []))
    return [context.tools.words.say("hold_later", state.lang, text=cut(held, LONGEST))] if held else []
