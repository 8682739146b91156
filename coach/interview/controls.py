"""The control words: what each does to the interview and what is said."""

from __future__ import annotations

from collections.abc import Callable

from coach.context import Context
from coach.interview.explain import explain, explained, purpose_of, said, stance_judgement
from coach.interview.funnel import question_of
from coach.interview.glossary import explain_concept
from coach.interview.known import find_people
from coach.interview.people import person_named
from coach.interview.state import Interview
from coach.interview.taken import signs_of
from coach.result.page import page

Lines = list[str]
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

    Who wants to return to a question because something was left out loses nothing: "the last question, I forgot one".
    """
    words = context.tools.words
    if context.tools.manners.holds("reopens", text) and not context.tools.manners.holds("retracts", text):
        found = _reopen(state)
        return [words.say("reopened", state.lang) if found else words.say("nothing_open", state.lang)]
    if not state.answers:
        return [words.say("nothing_back", state.lang)]
    last = state.answers[-1]
    state.forget_since(last["turn"])
    _ask_again(state, last["key"])
    return [words.say("went_back", state.lang)]


def _reopen(state: Interview) -> bool:
    """Put the question of the last answer again, of the one before when that is open already; keep every fact."""
    last = next((answer for answer in reversed(state.answers) if not answer.get("open")), None)
    if last is None:
        return False
    state.answers = [{**answer, "open": True} if answer is last else answer for answer in state.answers]
    if not last["key"].startswith("account"):  # a name that was given needs no other one
        _ask_again(state, last["key"])
    return True


def _ask_again(state: Interview, key: str) -> None:
    places = [i for i, asked in enumerate(state.asked) if asked.key == key]
    if places:
        state.asked = state.asked[: places[-1] + 1]
        state.asked[-1].answered = state.asked[-1].unknown = False


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
    mentioned = (person_named(state, mention, tools.same) for mention in find_people(state, text, context))
    about = [person for person in mentioned if person]
    if about and (judgement := stance_judgement(about[0], tools)) and not tools.manners.holds("why_asked", text):
        return [said(explained(judgement, state.lang, tools), state.lang, tools)]
    if about and not tools.manners.holds("why_asked", text) and (signs := signs_of(about[0], state, tools)):
        return signs
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
