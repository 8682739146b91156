"""Put right how often, how soon or when: "a delivery every five days" - "no, every ten days", 不对，是每周一次."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from coach.context import Context
from coach.interview.mend_words import since_when
from coach.interview.state import Interview, NextStep
from coach.knowledge.needed import GENERAL_TOPICS
from coach.read.correction import Correction
from coach.text.clauses import clauses
from coach.text.dates import find_date
from coach.text.normalize import normalize
from coach.text.period_patterns import CLOCK, OFTEN
from coach.text.periods import Period, periods_in, put_right
from coach.text.trimmed import trimmed

_MOST_BESIDE = 24  # characters beside the period of words that only put it right
Put = Callable[[str], None]
_Held = tuple[str, int, str | None, Put]  # a text that was told, its turn, the topic of its need, and how to change it


def mend_period(state: Interview, found: Correction, context: Context) -> list[str]:
    """Put the right period in the newest thing told that holds the wrong one, or one of its kind."""
    return _mend(state, found, context, bare=False)


def mend_length(state: Interview, found: Correction, context: Context) -> list[str]:
    """Put a length of time in the place of one in another unit: "in two months" - "sorry, six weeks"."""
    return _mend(state, found, context, bare=True)


def _mend(state: Interview, found: Correction, context: Context, *, bare: bool) -> list[str]:
    pairs = [(wrong, right) for wrong, right in _put_right(found) if right.is_bare == bare]
    if not pairs:
        return []
    topics = {hit.rule.topic for hit in context.tools.reader.scan(found.right).hits("need")}
    topics -= set(GENERAL_TOPICS.values())
    for text, turn, topic, put in _told(state):
        if turn < since_when(state, found) or (topics and topic and topic not in (*topics, *GENERAL_TOPICS.values())):
            continue
        for wrong, right in pairs:
            if changed := put_right(text, right, wrong):
                if topic is None and (said := _step(state, text, right, context)):
                    return said
                held, new = changed
                put(new)
                return [_said(state, text, new, held, context)]
    return []


def _put_right(found: Correction) -> Iterator[tuple[Period | None, Period]]:
    """Yield the right period, with the wrong one where it is named: "I said every week, it's every ten days"."""
    rights = periods_in(found.right or found.before)
    if not rights or len(found.right) - sum(len(right.words) for right in rights) > _MOST_BESIDE:
        return
    claimed = periods_in(found.wrong) or periods_in(found.claim) or (periods_in(found.before) if found.right else [])
    if claimed:
        yield from ((wrong, right) for wrong in claimed for right in rights if _is_against(right, wrong))
    elif not found.wrong:
        later = [right for right in rights[1:] if right.answers_to(rights[0]) and not right.is_same(rights[0])]
        yield from ((rights[0], right) for right in later)
        yield from ((None, right) for right in rights if not later)


def _is_against(right: Period, wrong: Period) -> bool:
    """Say whether one may put the other right; of a frequency the period may be named alone: 一年一次, 不是一个季度."""
    return right.answers_to(wrong) or (right.kind == OFTEN and wrong.is_bare)


def _told(state: Interview) -> Iterator[_Held]:
    """Yield what was told, the newest first, of one turn the needs before the rest."""
    turns = {need.turn for need in state.needs} | {answer["turn"] for answer in state.answers}
    for turn in sorted(turns, reverse=True):
        for need in reversed([need for need in state.needs if need.turn == turn]):
            yield need.quote, turn, need.topic, _of_need(state, need.id)
        for answer in state.answers:
            if answer["turn"] == turn and answer["text"]:
                yield answer["text"], turn, None, _of_answer(state, turn, answer["key"])


def _of_need(state: Interview, need_id: str) -> Put:
    def put(new: str) -> None:
        state.needs = [replace(need, quote=new) if need.id == need_id else need for need in state.needs]

    return put


def _of_answer(state: Interview, turn: int, key: str) -> Put:
    def put(new: str) -> None:
        state.answers = [
            {**each, "text": new} if (each["turn"], each["key"]) == (turn, key) else each for each in state.answers
        ]

    return put


def _step(state: Interview, text: str, right: Period, context: Context) -> list[str]:
    """Change the next step where the answer that is put right set it."""
    step = state.next_step
    if step is None or normalize(step.text) not in normalize(text):
        return []
    changed, day = put_right(step.text, right), find_date(normalize(right.words), context.today)
    if changed is None or (day is not None and day < context.today):
        return []
    new = changed[1]
    if day is None or right.kind == CLOCK:
        state.next_steps[-1] = replace(step, text=new)
        return [context.tools.words.say("changed_quote", state.lang, old=step.text, new=new)]
    state.next_steps[-1] = NextStep(new, day.isoformat(), step.turn)
    return [context.tools.words.say("changed_step", state.lang, text=new, date=day.isoformat())]


def _said(state: Interview, old: str, new: str, held: Period, context: Context) -> str:
    """Quote the clause as it was and as it is now."""
    start, end = next(((a, b) for a, b in clauses(old) if a <= held.start < b), (0, len(old)))
    return context.tools.words.say(
        "changed_quote", state.lang, old=trimmed(old[start:end]), new=trimmed(new[start : end + len(new) - len(old)])
    )
