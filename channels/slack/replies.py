"""Where an answer goes: to the direct message, to a thread, or to one person only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from channels.slack.blocks import Answer, Origin, messages
from channels.slack.incoming import Incoming
from channels.slack.letters import Post
from channels.slack.memory import Talk


@dataclass(frozen=True)
class Done:
    """The posts that answer a letter, and the conversation that they belong to."""

    posts: Sequence[Post] = ()
    talk: tuple[str, Talk] | None = None


NOTHING = Done()
_SHOW = {"unfurl_links": False, "unfurl_media": False}  # Slack would fetch addresses that a customer gave


def posts(channel: str, thread: str | None, answer: Answer, origin: Origin | None = None) -> list[Post]:
    """Return the messages that show `answer` in a channel or thread."""
    where: dict[str, Any] = {"channel": channel, **({"thread_ts": thread} if thread else {}), **_SHOW}
    return [Post("chat.postMessage", {**where, **message}) for message in messages(answer, origin)]


def whispers(incoming: Incoming, *texts: str) -> list[Post]:
    """Return a message that only the person sees, where they wrote."""
    where: dict[str, Any] = {"channel": incoming.channel, "user": incoming.user}
    if incoming.thread:
        where["thread_ts"] = incoming.thread
    return [Post("chat.postEphemeral", {**where, **message}) for message in messages(Answer(texts))]


def next_talk(talk: Talk | None, incoming: Incoming) -> Talk:
    """Return the conversation after one more turn."""
    talk = talk or Talk(incoming.user)
    return replace(talk, turns=talk.turns + 1, last=max(talk.last, incoming.at, key=float))
