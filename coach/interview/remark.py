"""Take in what is told on the way, beside a request: "I just visited Nordlicht, their lamps flicker"."""

from __future__ import annotations

from coach.context import Context
from coach.interview.listen import listen
from coach.interview.say import say_heard
from coach.interview.state import Interview


def taken_in(state: Interview, text: str, key: str, context: Context) -> list[str]:
    """Note what `text` tells of needs and people under the question `key`; say what was heard, if anything."""
    state.turn += 1
    state.started = True
    heard = listen(state, text, context)
    said = say_heard(state, heard, context.tools) if heard else []
    if not said or said == [context.tools.words.say("noted", state.lang, turn=state.turn)]:
        return []
    state.note_answer(key, text)
    return ["\n".join(said)]
