"""One answer after a visit: step(state, text) -> (state, what is said). Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from coach.after_visit.promises import our_acts
from coach.after_visit.state import AfterVisit
from coach.context import Context
from coach.interview.asking import answer_asked
from coach.interview.correct import correct
from coach.interview.explain import explain
from coach.interview.glossary import explain_concept
from coach.interview.joined import split_again
from coach.interview.listen import listen
from coach.interview.say import say_heard
from coach.interview.state import LAST_ANSWERS, NextStep
from coach.knowledge.visits import AfterQuestion
from coach.text.dates import dates_in
from coach.text.normalize import normalize

NEXT_STEP, PROMISES = "next_step", "promises"
Lines = list[str]


def questions_of(context: Context) -> list[AfterQuestion]:
    return list(context.tools.knowledge.visiting.questions)


def pending(state: AfterVisit, context: Context) -> AfterQuestion | None:
    """Return the question that waits; None when all are done."""
    questions = questions_of(context)
    return questions[state.number] if state.number < len(questions) else None


def asked(state: AfterVisit, context: Context) -> Lines:
    """Return the question that waits, with its number."""
    question = pending(state, context)
    if question is None or (question.id == NEXT_STEP and state.answers(NEXT_STEP)):  # its day was asked for just now
        return []
    said = context.tools.words.say(
        "after_question", state.lang, number=state.number + 1, of=len(questions_of(context)),
        text=question.ask[state.lang],
    )  # fmt: skip
    return [said]


def take(before: AfterVisit, text: str, context: Context) -> tuple[AfterVisit, Lines]:
    """Return the state after `text` was said, and what answers it, without the next question."""
    state = before.copy()
    state.interview.turn += 1
    question = pending(state, context)
    if question is None:
        return state, []
    if state.interview.asking and (lines := answer_asked(state.interview, text, context)) is not None:
        return state, lines
    command = context.tools.reader.command(text).label
    if command in CONTROLS and not (command == "skip" and dates_in(normalize(text), context.today)):  # "next Friday"
        return state, CONTROLS[command](state, question, text, context)
    if context.tools.manners.is_nonsense(text):
        return state, [context.tools.words.say("nonsense", state.lang)]
    warned = [context.tools.knowledge.ethics[name].warning[state.lang] for name in context.tools.reader.ethics(text)]
    return state, warned + _answer(state, question, text, context)


def _answer(state: AfterVisit, question: AfterQuestion, text: str, context: Context) -> Lines:
    interview, words = state.interview, context.tools.words
    for mend in (split_again, correct):
        if (lines := mend(interview, text, context)) is not None:
            return lines
    if context.tools.manners.whole(text) in ("no", "dont_know"):
        return _next(state, question, "", [words.say("after_nothing", state.lang)])
    if context.tools.manners.whole(text) in ("yes", "greetings"):
        return []  # says nothing: the question is put again
    if question.id == NEXT_STEP:
        return _step(state, question, text, context)
    acts = our_acts(text, context) if question.id == PROMISES else []
    heard = text
    for act, _ in acts:
        heard = heard.replace(act, " ")  # what we promised is no need of the customer's
    lines = say_heard(interview, listen(interview, heard, context), context.tools) if heard.strip(" ,.;，。；") else []
    if acts:
        shown = [_shown(act, due, state.lang, context) for act, due in acts]
        lines = [*lines, words.say("after_we_promised", state.lang, acts=words.listing(shown, state.lang))]
    return _next(state, question, text, lines)


def _shown(act: str, due: date | None, lang: str, context: Context) -> str:
    return context.tools.words.say("after_act_due", lang, text=act, date=due.isoformat()) if due else act


def _step(state: AfterVisit, question: AfterQuestion, text: str, context: Context) -> Lines:
    """Note the next step with its day; one without a day is asked for it once, a day that is over is refused."""
    interview, words = state.interview, context.tools.words
    place = next(iter(dates_in(normalize(text), context.today)), None)
    if place and place.day < context.today:
        return [words.say("next_step_past", state.lang, date=place.day.isoformat())]
    waiting = state.answers(NEXT_STEP)  # a step that was told without a day: this is the day
    said = waiting[-1] if waiting and len(text) <= 20 else text.strip()
    if place is None and not waiting:
        interview.note_answer(question.id, text)
        return [words.say("next_step_undated", state.lang, text=said)]
    day = place.day.isoformat() if place else None
    interview.next_steps = [*interview.next_steps, NextStep(said, day, interview.turn)][-LAST_ANSWERS:]
    if day is None:
        return _next(state, question, text, [words.say("noted", state.lang, turn=interview.turn)])
    return _next(state, question, text, [words.say("next_step_dated", state.lang, text=said, date=day)])


def _next(state: AfterVisit, question: AfterQuestion, text: str, lines: Lines) -> Lines:
    state.interview.note_answer(question.id, text)
    state.number, state.hints = state.number + 1, 0
    return lines


def _skip(state: AfterVisit, question: AfterQuestion, _text: str, context: Context) -> Lines:
    return _next(state, question, "", [context.tools.words.say("skipped", state.lang, turn=state.interview.turn)])


def _back(state: AfterVisit, _question: AfterQuestion, _text: str, context: Context) -> Lines:
    """Take the last answer back with all that it brought, and put its question again."""
    words, interview = context.tools.words, state.interview
    if not interview.answers:
        return [words.say("nothing_back", state.lang)]
    last = interview.answers[-1]
    interview.forget_since(last["turn"])
    ids = [question.id for question in questions_of(context)]
    if last["key"] in ids:
        state.number = ids.index(last["key"])
    return [words.say("went_back", state.lang)]


def _why(state: AfterVisit, question: AfterQuestion, _text: str, context: Context) -> Lines:
    """Explain the last judgement, and why this question is put."""
    judged = explain(state.interview, context.tools) if state.interview.judgement else []
    return [*judged, question.why[state.lang]]


def _hint(state: AfterVisit, question: AfterQuestion, _text: str, context: Context) -> Lines:
    state.hints += 1
    if state.hints > 1:
        return [question.example[state.lang]]
    return [context.tools.words.say("hint", state.lang, hint=question.hint[state.lang])]


def _help(state: AfterVisit, _question: AfterQuestion, _text: str, context: Context) -> Lines:
    return [context.tools.words.say("after_help", state.lang, account=state.name)]


def _language(state: AfterVisit, _question: AfterQuestion, text: str, context: Context) -> Lines:
    named = context.tools.manners.language_named(text)
    state.interview.lang = named or ("en" if state.lang == "zh" else "zh")
    state.interview.lang_fixed = True
    return [context.tools.words.say("language_switched", state.lang)]


def _knowledge(state: AfterVisit, _question: AfterQuestion, text: str, context: Context) -> Lines:
    return explain_concept(text, state.lang, context.tools)


def _repeat(_state: AfterVisit, _question: AfterQuestion, _text: str, _context: Context) -> Lines:
    return []


# stop, summary and restart are the conversation's: they leave the questions or show what they brought
CONTROLS: dict[str, Callable[[AfterVisit, AfterQuestion, str, Context], Lines]] = {
    "skip": _skip, "back": _back, "why": _why, "hint": _hint, "help": _help, "language": _language,
    "knowledge": _knowledge, "repeat": _repeat,
}  # fmt: skip
