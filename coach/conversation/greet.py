"""What is said when a conversation is opened."""

from __future__ import annotations

from coach.context import Tools
from coach.conversation.state import DRILL, REHEARSAL, Conversation
from coach.drill.say import say_prompt
from coach.interview.funnel import next_question
from coach.rehearsal.say import buyer_line


def greet(state: Conversation, lang: str, tools: Tools) -> tuple[str, ...]:
    """Return a welcome and the first question, or where the conversation was left."""
    words = tools.words
    if state.mode == REHEARSAL and state.rehearsal is not None:
        name = tools.knowledge.scenarios[state.rehearsal.scenario].name[state.rehearsal.lang]
        resumed = words.say("rehearsal_resumed", state.rehearsal.lang, name=name)
        return resumed, buyer_line(state.rehearsal, tools)
    if state.mode == DRILL and state.drill is not None:
        return (say_prompt(state.drill, tools),)
    interview = state.interview
    if not interview.started:
        interview.lang = lang
        asked = next_question(interview, tools.knowledge)
        return words.say("welcome", lang), asked.text[lang] if asked else ""
    lang = interview.lang
    account = interview.account or words.say("this_customer", lang)
    pending = interview.pending
    last = pending.text[lang] if pending else words.say("anything_more", lang)
    return words.say("welcome_back", lang, account=account), last
