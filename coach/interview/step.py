"""One turn of the interview: step(state, text) -> (state, what is said). Pure but for a file saved on request."""

from __future__ import annotations

import re

from coach.context import Context
from coach.interview.answers import take_answer
from coach.interview.asking import answer_asked
from coach.interview.asks import ASKS
from coach.interview.controls import CONTROLS
from coach.interview.funnel import next_question
from coach.interview.glossary import explain_bare
from coach.interview.known import find_people, report_of
from coach.interview.pasted_dialogue import is_dialogue
from coach.interview.people import person_named
from coach.interview.state import Asked, Interview
from coach.read.judge import RULE_CONFIDENCE
from coach.read.requests import Request
from coach.read.verdict import Verdict
from coach.result.page import page
from coach.text.clauses import sentences
from coach.text.language import followed, language_of

MAX_LENGTH = 2000  # characters of one message; more is a pasted document, not an answer
_MARKUP = re.compile(
    r"<!--.{0,300}?-->|</?(?:p|div|span|br|hr|a|b|i|u|em|strong|li|ul|ol|td|tr|th|table|script|style|img|html|body|h\d)"
    r"\b[^<>]{0,300}>",
    re.IGNORECASE,
)  # tags of a pasted page are no words of the customer
CONTACT = 2  # words of the other language in which a greeting, a good-bye or a question on a concept is answered
IN_THEIR_WORDS = ("stop", "knowledge")
_SHORT = 40  # characters: a longer message with a rude word in it is still an answer


def step(before: Interview, text: str, context: Context) -> tuple[Interview, list[str]]:
    """Return the interview after the salesperson said `text`, and the messages that answer.

    At most two messages: what was heard or asked for, then the question.
    """
    state = before.copy()
    state.turn += 1
    text = _MARKUP.sub(" ", text).strip()
    _follow_language(state, text)
    if not state.asked and (opening := next_question(state, context.tools.knowledge)):
        state.asked.append(opening)
    said = _respond(state, text, context)
    state.started = True
    asked = [] if state.paused or state.asking else put_question(state, context)
    return state, [message for message in ("\n".join(filter(None, said)), *asked) if message]


def too_long(text: str, lang: str, context: Context) -> str | None:
    """Return what is said to a message of more than MAX_LENGTH characters, None to a shorter one."""
    if len(text) <= MAX_LENGTH:
        return None
    return context.tools.words.say("too_long", lang, length=f"{len(text):,}", limit=f"{MAX_LENGTH:,}")


def _follow_language(state: Interview, text: str) -> None:
    if not state.started:
        state.lang = language_of(text, state.lang)
    elif not state.lang_fixed:
        state.lang = followed(text, state.lang)


def _respond(state: Interview, text: str, context: Context) -> list[str]:
    words, lang = context.tools.words, state.lang
    if long := too_long(text, lang, context):
        return [long]
    if not text:
        return [words.say("empty" if state.started else "welcome", lang)]
    if state.asking and (answered := answer_asked(state, text, context)) is not None:
        return answered
    if rude := _rude(text, state, context):
        return rude
    resumed, state.paused = state.paused, False
    command, request = context.tools.reader.command(text), context.tools.requests.read(text)
    if request and request.id in ASKS and not _rather(command, request):
        return ASKS[request.id](state, request, text, context)
    warnings = [
        context.tools.knowledge.ethics[name].warning[lang] for name in context.tools.reader.ethics(text)
    ]  # also for a question: "should I give him an envelope?"
    content, wish = _with_wish(text, context)
    if command.label in CONTROLS and not (wish and command.label == "summary"):
        return _control(state, command.label, text, context)
    manner = _why_of_them(state, content, command, context) or _manner(state, content, context, resumed)
    if manner is not None:
        return warnings or manner
    state.hints = 0
    said = [*warnings, *take_answer(state, content, context)]
    return said + (_control(state, "summary", wish, context) if wish else [])


def _with_wish(text: str, context: Context) -> tuple[str, str]:
    """Part what is told from the wish for a summary in the last sentence: "... Then sum it up for me"."""
    spans = sentences(text)
    if len(spans) < 2:
        return text, ""
    start = spans[-1][0]
    content, read = text[:start].strip(), context.tools.reader.command
    if read(text[start:].strip()).label != "summary" or read(content).label in CONTROLS:
        return text, ""
    return (content, text[start:]) if context.tools.manners.whole(content) is None else (text, "")


def _rather(command: Verdict, request: Request) -> bool:
    """Say whether a control word is meant, though a request could be read: its rule must see as much of the message."""
    if command.label not in CONTROLS or command.confidence < RULE_CONFIDENCE:
        return False
    sure = (e for e in command.evidence if e.is_sure and e.rule.startswith("commands/"))
    return any(len(evidence.text) >= len(request.phrase) for evidence in sure)


def _control(state: Interview, label: str, text: str, context: Context) -> list[str]:
    if label in IN_THEIR_WORDS:
        state.lang = state.following(text, CONTACT).lang
    lines = CONTROLS[label](state, text, context)
    if label in ("skip", "back"):
        state.hints = 0
    return lines


def _rude(text: str, state: Interview, context: Context) -> list[str] | None:
    """Answer insults and attempts to reprogram, before anything in them is taken for a wish."""
    rude = context.tools.manners.rude(text)
    if rude == "cannot_be_meant":
        return [context.tools.words.say("not_meant", state.lang)]
    if rude == "insults" and len(text) <= _SHORT:
        return [context.tools.words.say("insult", state.lang)]
    return None


def _why_of_them(state: Interview, text: str, command: Verdict, context: Context) -> list[str] | None:
    """Explain what was noted of somebody where a question to us asks for it: "why Anna Berg?", 为什么陈丽是购买者？"""
    if command.runner_up != "why" or not context.tools.manners.is_own_question(text):
        return None
    hits = context.tools.reader.scan(text).hits("command")
    if not any(hit.rule.label == "why" and hit.first == 0 for hit in hits):
        return None
    known = (person_named(state, mention, context.tools.same) for mention in find_people(state, text, context))
    return _control(state, "why", text, context) if any(known) else None


def _manner(state: Interview, text: str, context: Context, resumed: bool) -> list[str] | None:
    """Answer what is no content: greetings, a bare yes, nonsense. None when the message is an answer."""
    words, lang, manners = context.tools.words, state.lang, context.tools.manners
    whole = manners.whole(text)
    if whole == "greetings":
        state.lang = lang = state.following(text, CONTACT).lang
        if not state.started:
            return [words.say("welcome", lang)]
        return [] if resumed else [words.say("greeting_back", lang)]
    if whole in ("yes", "no") and (state.pending is None or state.pending.question == "account"):
        return []
    if manners.is_nonsense(text):
        return [words.say("nonsense", lang)]
    if is_dialogue(text):
        return None
    if (marked := manners.is_own_question(text)) or manners.may_ask(text):
        if _quotes(state, text, marked, context):
            return None
        spoken = state.following(text, CONTACT).lang
        if explained := explain_bare(text, spoken, context.tools):
            state.lang = spoken
        return explained or [words.say("user_question", lang)]
    return None


def _quotes(state: Interview, text: str, marked: bool, context: Context) -> bool:
    """Say whether a question is the customer's, who tells a need by it: "Can you lower the price?"; "I" is the user."""
    if context.tools.manners.holds("myself", text):
        return False
    report = report_of(state, text, context)
    return any(need.verdict.is_sure for need in report.needs) or bool(report.people and not marked)


def put_question(state: Interview, context: Context) -> list[str]:
    """Put the pending question again, or the next one; after the last one show the result."""
    words, lang = context.tools.words, state.lang
    if state.pending:
        return [state.pending.text[lang]]
    if state.asked and state.asked[-1].step == "done":
        return [words.say("anything_more", lang)]
    asked = next_question(state, context.tools.knowledge)
    if asked is None:
        return _finish(state, context)
    state.hints = 0
    state.asked.append(asked)
    return [asked.text[lang]]


def _finish(state: Interview, context: Context) -> list[str]:
    state.shown = state.turn
    state.asked.append(Asked("done:", "done", "done", None, {"zh": "", "en": ""}, state.turn, answered=True))
    return [context.tools.words.say("finished", state.lang), page(state, context.tools)]
