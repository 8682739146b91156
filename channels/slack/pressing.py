"""A pressed button: it acts once, and its message shows what was chosen."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

from channels.slack.blocks import settled
from channels.slack.desk import Desk
from channels.slack.incoming import VISIT, Incoming
from channels.slack.letters import Letter, Post
from channels.slack.people import Speaker, speaker
from channels.slack.replies import NOTHING, Done, whispers
from channels.slack.talking import among_others, converse
from channels.slack.turns import language_for
from coach.accounts.errors import NotFoundError
from coach.accounts.records import CANCELLED
from coach.visits.plan import visit_of


async def press(letter: Letter, desk: Desk) -> Done:
    """Take the turn that the button stands for. Raises LaterError or CallFailedError."""
    incoming = letter.incoming
    who = await speaker(incoming.team, incoming.user, desk.store, desk.api)
    if who is not None and str(incoming.details.get("action", "")).startswith(f"{VISIT}:"):
        return await _after_visit(letter, who, desk)
    chosen = _value(incoming)
    if who is None or chosen is None:
        return NOTHING
    sender, turn, text = chosen
    talk, label = desk.store.talk(sender), incoming.details["label"]
    lang = language_for(who, label)
    if talk is None or talk.owner != incoming.user:
        return Done(whispers(incoming, desk.say("slack_not_yours", lang)))
    if talk.turns != turn:  # the conversation went on: a late yes would answer another question
        return Done([_settle(incoming, desk.say("slack_stale", lang))])
    if incoming.direct:
        done = await converse(letter, who, text, incoming.channel, incoming.thread, desk)
    else:
        done = await among_others(replace(letter, incoming=replace(incoming, mentioned=True)), who, text, desk)
    return Done([_settle(incoming, desk.say("slack_chosen", lang, label=label)), *done.posts], done.talk)


async def _after_visit(letter: Letter, who: Speaker, desk: Desk) -> Done:
    """Begin the questions on the visit of the button, as if the person had asked for them."""
    incoming, lang = letter.incoming, language_for(who, "")
    label = incoming.details["label"]
    try:
        value = json.loads(incoming.details["value"])
        account, visit = str(value["a"]), str(value["v"])
        found = await asyncio.to_thread(visit_of, desk.context(who).book, account, visit)
    except (ValueError, KeyError, TypeError, NotFoundError):
        found = None
    if found is None or found[1].state == CANCELLED:
        return Done([_settle(incoming, desk.say("slack_visit_gone", lang))])
    text = desk.say("slack_say_after", lang, account=found[0].name)
    done = await converse(letter, who, text, incoming.channel, incoming.thread, desk)
    return Done([_settle(incoming, desk.say("slack_chosen", lang, label=label)), *done.posts], done.talk)


def _value(incoming: Incoming) -> tuple[str, int, str] | None:
    """Return conversation, turn and text of a button of ours; None when the value is of another form."""
    try:
        value = json.loads(incoming.details["value"])
        sender, turn, text = str(value["s"]), int(value["n"]), str(value["t"])
    except (ValueError, KeyError, TypeError):
        return None
    return (sender, turn, text) if sender.startswith(f"slack-{incoming.team}-{incoming.channel}") else None


def _settle(incoming: Incoming, line: str) -> Post:
    """Return the change of the message: its buttons go, `line` stands in their place."""
    details = incoming.details
    arguments = {
        "channel": incoming.channel, "ts": details["message"], "text": details["said"] or line,
        "blocks": settled(details["blocks"], line),
    }  # fmt: skip
    return Post("chat.update", arguments)
