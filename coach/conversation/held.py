"""What is told of another customer while a yes or no is waited for: held, and listened to once that is answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from coach.context import Context
from coach.conversation.opening import BEGIN
from coach.conversation.state import Conversation, Said
from coach.interview.state import Interview
from coach.interview.step import step as interview_step
from coach.text.short import cut

HELD = "held"  # in a wish: what was told before its question was answered
LONGEST = 80  # characters of it that are quoted
_ASIDE = ("knowledge", "help", "repeat", "why", "language")  # answered on the way: the question is put again after it


def hold(state: Conversation, wish: dict[str, Any], text: str, context: Context) -> Said | None:
    """Hold what is told instead of an answer to `asking`, answer what is asked on the way, and put the question again.

    None for a control word that takes the place of the answer.
    """
    if context.tools.manners.whole(text) == "greetings":
        return replace(state, wish=wish), [again(state, wish, context)]
    request, label = context.tools.requests.read(text), context.tools.reader.command(text).label
    if request is None and label == "content":
        wish = {**wish, HELD: [*wish.get(HELD, []), text]}
        return replace(state, wish=wish), [one_thing_first(again(state, wish, context), state.lang, context)]
    if request is None and label not in _ASIDE:
        return None
    interview, said = interview_step(state.interview, text, context)
    state = replace(state, interview=interview, wish=wish)
    return state, [*(message for message in said if message != _question(interview)), again(state, wish, context)]


def one_thing_first(question: str, lang: str, context: Context) -> str:
    """Say that what was told is held until `question` is answered, and put it."""
    return f"{context.tools.words.say('hold', lang)}\n{question}"


def again(state: Conversation, wish: dict[str, Any], context: Context) -> str:
    """Return the question that `state` waits for, in the words for the second time."""
    words, lang = context.tools.words, state.lang
    if state.asking == BEGIN:
        return words.say("begin_meant", lang, name=wish["told"])
    return words.say("keep_first", lang, account=state.interview.account or "")


def not_taken(wish: dict[str, Any] | None, lang: str, context: Context) -> list[str]:
    """Say that what was held is not taken down, where the question it waited for is dropped."""
    held = " ".join((wish or {}).get(HELD, []))
    return [context.tools.words.say("hold_dropped", lang, text=cut(held, LONGEST))] if held else []


def _question(interview: Interview) -> str | None:
    return interview.pending.text[interview.lang] if interview.pending else None


def listened(state: Conversation, messages: list[str], held: Iterable[str], context: Context) -> Said:
    """Take what was held as if it were said now; of the questions only the last is put."""
    for text in held:
        question = _question(state.interview)
        state.interview, said = interview_step(state.interview, text, context)
        messages = [*(message for message in messages if message != question), *said]
    return state, messages
