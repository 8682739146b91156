"""The control words: what each does to the interview and what is said."""

from __future__ import annotations

import re
from collections.abc import Callable

from coach.context import Context
from coach.interview.explain import explain, explained, purpose_of, said, stance_judgement
from coach.interview.funnel import for_customer, question_of
from coach.interview.glossary import explain_concept
from coach.interview.state import Asked, Interview
from coach.result.page import page
from coach.text.normalize import normalize

Lines = list[str]
# "go back, I forgot something": more is to come, nothing was wrong
_ADDS = re.compile(
    r"\b(?:forgot|forgotten|add|missed|left (?:something |\w+ )?out|something else|more to say|one more thing)\b"
    r"|忘了?说|忘记说|漏|补充|补一|要补|想补|再加|还有(?:话|东西|点|一)|没说完"
)
Control = Callable[[Interview, str, Context], Lines]


def stop(state: Interview, _text: str, context: Context) -> Lines:
    """Pause: everything is kept, the pending question waits."""
    state.paused = True
    return [context.tools.words.say("stopped", state.lang)]


def skip(state: Interview, _text: str, context: Context) -> Lines:
    """Leave the pending question unanswered; it is not asked again."""
    if state.pending is None:
        return [context.tools.words.say("no_question", state.lang)]
    state.note_answer(state.pending.key, "")
    state.pending.answered = True
    return [context.tools.words.say("skipped", state.lang, turn=state.turn)]


def back(state: Interview, text: str, context: Context) -> Lines:
    """Take the last answer back, with all the facts it brought, and put its question again.

    Who only wants to add something keeps the facts.
    """
    words = context.tools.words
    if not state.answers:
        return [words.say("nothing_back", state.lang)]
    last, adds = state.answers[-1], _ADDS.search(normalize(text))
    if not adds:
        state.forget_since(last["turn"])
    places = [i for i, asked in enumerate(state.asked) if asked.key == last["key"]]
    if places:
        state.asked = state.asked[: places[-1] + 1]
        state.asked[-1].answered = state.asked[-1].unknown = False
    return [words.say("went_back_to_add" if adds else "went_back", state.lang)]


def repeat(_state: Interview, _text: str, _context: Context) -> Lines:
    """Say the pending question again (which follows every control)."""
    return []


def help_(state: Interview, _text: str, context: Context) -> Lines:
    """Say what can be done."""
    return [context.tools.words.say("help", state.lang)]


def hint(state: Interview, _text: str, context: Context) -> Lines:
    """Give a nudge, the second time an example."""
    words, lang = context.tools.words, state.lang
    question = question_of(state.pending, context.tools.knowledge) if state.pending else None
    if state.pending is None or question is None:
        return [words.say("no_question", lang)]
    state.hints += 1
    if state.hints == 1:
        return [words.say("hint", lang, hint=question.hint[lang])]
    return [words.say("hint_example", lang, example=question.example[lang])]


def restart(state: Interview, _text: str, context: Context) -> Lines:
    """Ask before anything is cleared."""
    state.asking = "restart"
    return [context.tools.words.say("restart_ask", state.lang)]


def summary(state: Interview, _text: str, context: Context) -> Lines:
    """Show the one-page result so far."""
    state.shown = state.turn
    return [page(state, context.tools)]


def language(state: Interview, text: str, context: Context) -> Lines:
    """Switch to the language that is named, else to the other one."""
    state.lang = context.tools.manners.language_named(text) or ("en" if state.lang == "zh" else "zh")
    state.lang_fixed = True
    return [context.tools.words.say("language_switched", state.lang)]


def why(state: Interview, text: str, context: Context) -> Lines:
    """Explain where the person stands who is named; else why the question is put, where that is asked; else both."""
    tools = context.tools
    about = [person for person in state.people if any(name in text for name in person.names)]
    if about and (judgement := stance_judgement(about[0], tools)) and not tools.manners.holds("why_asked", text):
        return [said(explained(judgement, state.lang, tools), state.lang, tools)]
    purpose = purpose_of(state, tools)
    if purpose and tools.manners.holds("why_asked", text):
        return [purpose]
    return explain(state, tools)


def knowledge(state: Interview, text: str, context: Context) -> Lines:
    """Explain a concept of the method."""
    return explain_concept(text, state.lang, context.tools)


CONTROLS: dict[str, Control] = {
    "stop": stop, "skip": skip, "back": back, "repeat": repeat, "help": help_, "why": why, "hint": hint,
    "restart": restart, "summary": summary, "language": language, "knowledge": knowledge,
}  # fmt: skip


def customer_question(asked: Asked, state: Interview, context: Context) -> Lines:
    """Answer "I don't know": the question as the salesperson can put it to the customer."""
    asked.unknown = True
    question = for_customer(asked, state, context.tools.knowledge, state.lang)
    if question is None:
        return [context.tools.words.say("noted", state.lang)]
    return [context.tools.words.say("unknown_answer", state.lang, question=question)]
