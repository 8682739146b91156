"""Short ways to talk with the assistant in a test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coach.context import Context
from coach.conversation.state import Conversation
from coach.conversation.step import step

LEARNED = {
    "zh": ["光明照明", "他们要便宜5%", "李娜是产品经理，李娜说去年退货吃掉了一半利润"],
    "en": ["Nordlicht GmbH", "They want it five percent cheaper", "Anna, their product manager, said last year's returns ate the margin"],
}  # fmt: skip
KEEP = {"zh": ["记到客户档案", "是"], "en": ["keep this", "yes"]}
NAME = {"zh": "光明照明", "en": "Nordlicht GmbH"}


def talk(context: Context, texts: Sequence[str], state: Conversation | None = None) -> tuple[Conversation, str]:
    """Say the texts one after the other; return the state and what answers the last."""
    state, messages = state or Conversation(), []
    for text in texts:
        state, messages = step(state, text, context)
    return state, "\n".join(messages)


def kept(context: Context, lang: str) -> Conversation:
    """Return a conversation whose account is in the book."""
    return talk(context, [*LEARNED[lang], *KEEP[lang]])[0]


def as_user(context: Context, user: str) -> Context:
    return replace(context, user=user)
