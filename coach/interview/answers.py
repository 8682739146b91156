"""Take an answer to the pending question."""

from __future__ import annotations

import re
from collections.abc import Callable

from coach.context import Context
from coach.interview.controls import customer_question
from coach.interview.listen import Heard, listen
from coach.interview.say import say_heard
from coach.interview.state import Asked, Interview, NextStep
from coach.text.dates import find_date
from coach.text.normalize import normalize

_ACCOUNT_LENGTH = 40
_LEAD = re.compile(
    r"^(?:(?:ok|well|sure|yes|好的?|嗯|可以|那就?)[,.\s]*)?"
    r"(?:(?:今天|先|我想|我要|想|我们|咱们|就|来)*(?:聊聊?|说说?|谈谈?|看看?|从)(?:一下)?|客户(?:是|叫|名叫)|是|叫|公司(?:是|叫)|"
    r"(?:let's|let us|i'd like to|i want to|we can|we could|we should)?\s*(?:talk about|start with|discuss|do|take|begin with)|"
    r"(?:it's|it is|the customer is|the client is|my customer is|the account is|customer:|client:|they are called|called))\s*",
)
_TAIL = re.compile(r"(?:开始|吧|这家|这个客户|please|thanks)+[。.!\s]*$")
Answer = Callable[[Interview, Asked, str, Context], list[str]]


def take_answer(state: Interview, text: str, context: Context) -> list[str]:
    """Note `text` as the answer to the pending question, or as a remark when none is pending."""
    asked = state.pending
    if asked is None:
        state.answers.append({"turn": state.turn, "key": "", "text": text})
        return say_heard(state, listen(state, text, context), context.tools)
    special = SPECIAL.get(asked.question)
    if special is None and context.tools.manners.whole(text) == "dont_know":
        return customer_question(state, context)
    state.answers.append({"turn": state.turn, "key": asked.key, "text": text})
    asked.answered = True
    if special:
        return special(state, asked, text, context)
    return say_heard(state, listen(state, text, context), context.tools)


def _account(state: Interview, _asked: Asked, text: str, context: Context) -> list[str]:
    words = context.tools.words
    name = account_name(text)
    heard = listen(state, text, context)
    state.account = name or words.say("this_customer", state.lang)
    state.account_turn = state.turn
    lines = [words.say("account_noted", state.lang, turn=state.turn, account=state.account)]
    return lines + (say_heard(state, heard, context.tools) if heard else [])


def account_name(text: str) -> str | None:
    """Return the customer's name at the head of an answer, without "it's" and the like; None for a story."""
    head = re.split(r"[,，。;；:：!！?？\n]|\.\s|\s-\s", text.strip(), maxsplit=1)[0]
    clean = normalize(head)
    lead = _LEAD.match(clean)
    start = lead.end() if lead else 0
    tail = _TAIL.search(clean, start)
    name = head[start : tail.start() if tail else len(head)].strip(" “”\"'.")
    return name if 0 < len(name) <= _ACCOUNT_LENGTH else None


def _confirm(state: Interview, asked: Asked, text: str, context: Context) -> list[str]:
    words, lang = context.tools.words, state.lang
    answer, rest = context.tools.manners.starts_with(text)
    if context.tools.manners.whole(text) == "dont_know":
        return customer_question(_reopened(state, asked), context)
    heard = listen(state, rest, context) if len(rest) > 1 else Heard()
    if answer == "no":
        if heard:
            return [words.say("not_confirmed", lang), *say_heard(state, heard, context.tools)]
        asked.answered = False
        asked.text = {code: words.say("not_confirmed_ask", code) for code in ("zh", "en")}
        return [words.say("not_confirmed", lang)]
    if answer == "yes":
        state.confirmed = [need.id for need in state.needs]
        return [words.say("confirmed", lang), *(say_heard(state, heard, context.tools) if heard else [])]
    return say_heard(state, heard, context.tools)


def _missing(state: Interview, _asked: Asked, text: str, context: Context) -> list[str]:
    answer, rest = context.tools.manners.starts_with(text)
    if answer and len(rest) <= 1:
        return [context.tools.words.say("noted", state.lang, turn=state.turn)]
    return say_heard(state, listen(state, text, context), context.tools)


def _next_step(state: Interview, asked: Asked, text: str, context: Context) -> list[str]:
    words, lang = context.tools.words, state.lang
    if context.tools.manners.whole(text) in ("dont_know", "no"):
        return [words.say("noted", lang, turn=state.turn)]
    when = find_date(normalize(text), context.today)
    before = state.next_step
    only_date = when is not None and before is not None and before.date is None
    said = before.text if only_date and before and len(text) <= 20 else text.strip()
    if when and when < context.today:
        asked.answered = False
        return [words.say("next_step_past", lang, date=when.isoformat())]
    state.next_steps.append(NextStep(said, when.isoformat() if when else None, state.turn))
    if when:
        return [words.say("next_step_dated", lang, text=said, date=when.isoformat())]
    if before is None:
        asked.answered = False
        asked.text = {code: words.say("next_step_undated", code, text=said) for code in ("zh", "en")}
        return []
    return [words.say("noted", lang, turn=state.turn)]


def _reopened(state: Interview, asked: Asked) -> Interview:
    asked.answered = False
    return state


SPECIAL: dict[str, Answer] = {
    "account": _account,
    "key": _confirm,
    "missing": _missing,
    "next_step": _next_step,
}
