"""Corrections of what was said: an amount, a word, the topic of a need, the next step."""

from __future__ import annotations

import re
from dataclasses import replace

from coach.context import Context
from coach.interview.listen import listen, listen_for_topic
from coach.interview.say import say_heard
from coach.interview.state import Interview, Need, NextStep
from coach.knowledge.needed import GENERAL_TOPICS
from coach.read.correction import Correction
from coach.read.coverage import uncovered
from coach.text.clauses import clauses
from coach.text.dates import find_date
from coach.text.normalize import normalize

_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|(?<![\u3400-\u9fff])[一二两三四五六七八九十百千万半]+"
    r"|[一二两三四五六七八九十百千万]+(?=[个天年月周台件箱套元块万吨米批家次成]|%)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s*([A-Za-z%€$£]+|[\u3400-\u9fff])")
_BESIDE = 2  # words that may stand beside the topic that is taken back: "the price issue"
_SHORT = 40  # characters of what may take the place of a word


def mend_step(state: Interview, found: Correction, context: Context) -> list[str]:
    """Put another day, or another act, in the place of the agreed next step."""
    step, when = state.next_step, find_date(normalize(found.right), context.today)
    if step is None or when is None or when < context.today:
        return []
    wrong = find_date(normalize(found.wrong), context.today) if found.wrong else None
    if not found.admitted and (wrong is None or wrong.isoformat() != step.date):
        return []
    text = found.right if context.tools.manners.is_our_action(found.right) else _swapped(step.text, found)
    state.next_steps[-1] = NextStep(text, when.isoformat(), step.turn)
    return [context.tools.words.say("changed_step", state.lang, text=text, date=when.isoformat())]


def mend_amount(state: Interview, found: Correction, context: Context) -> list[str]:
    """Put the right number in the newest fact that holds the wrong one, or one of the same unit."""
    numbers = list(_NUMBER.finditer(found.right))
    if not numbers:
        return []
    right, wrong = numbers[0], _NUMBER.search(found.wrong) if found.wrong else None
    if wrong is None and len(numbers) > 1 and any(right.group() in need.quote for need in state.needs):
        wrong, unit = right, _unit(found.right, right.end())  # 三十吨是别人家的，他们一个月是二十三吨
        right = next((n for n in numbers[1:] if _unit(found.right, n.end()) == unit), numbers[-1])
    if wrong is None and (found.wrong or not found.admitted):
        return []
    told, claimed = (
        {hit.rule.topic for hit in context.tools.reader.scan(part).hits("need")} for part in (found.right, found.before)
    )
    for need in reversed(state.needs):
        if wrong is None and told and need.topic not in told:
            continue  # 不对，账期是六十天: no day of another topic
        if place := _place(need, wrong.group() if wrong else None, _unit(found.right, right.end()), claimed):
            return _requote(state, need, need.quote[: place[0]] + right.group() + need.quote[place[1] :], context)
    step = state.next_step
    if step and wrong and wrong.group() in step.text:
        text = step.text.replace(wrong.group(), right.group(), 1)
        state.next_steps[-1] = replace(step, text=text)
        return [context.tools.words.say("changed_quote", state.lang, old=step.text, new=text)]
    return []


def mend_topic(state: Interview, found: Correction, context: Context) -> list[str]:
    """Drop the needs of the topic that is taken back, and note the one that takes its place."""
    scanned = context.tools.reader.scan(found.wrong)
    hits = [hit for hit in scanned.hits("need") if hit.rule.label != "none"]
    if not hits or (uncovered(hits, scanned.scan) > _BESIDE and not found.admitted):
        return []
    topics = {hit.rule.topic for hit in hits} - set(GENERAL_TOPICS.values())  # 问题 in 价格问题 names no topic
    dropped = [need for need in state.needs if need.topic in topics]
    if not dropped:
        return []
    state.needs = [need for need in state.needs if need not in dropped]
    words, lang = context.tools.words, state.lang
    quotes = words.listing((f"“{need.quote}”" for need in dropped), lang)
    heard = listen(state, found.right, context)
    if not heard.needs:
        heard = listen_for_topic(state, found.right, context)
    return [words.say("dropped_need", lang, quotes=quotes), *(say_heard(state, heard, context.tools) if heard else [])]


def mend_wording(state: Interview, found: Correction, context: Context) -> list[str]:
    """Put one word in the place of another in the newest quote that holds it: "not Bosch but Siemens"."""
    if len(found.wrong) < 2 or len(found.wrong) > _SHORT or not _counterpart(found):
        return []
    wrong = normalize(found.wrong)
    for need in reversed(state.needs):
        if wrong in normalize(need.quote):
            return _requote(state, need, _swapped(need.quote, found), context)
    for person in reversed(state.people):
        for sign in reversed(person.stances):
            if wrong in normalize(sign.quote):
                quote = _swapped(sign.quote, found)
                person.stances = [replace(s, quote=quote) if s is sign else s for s in person.stances]
                return [context.tools.words.say("changed_quote", state.lang, old=sign.quote, new=quote)]
    return []


def _requote(state: Interview, need: Need, quote: str, context: Context) -> list[str]:
    state.needs = [replace(need, quote=quote) if each is need else each for each in state.needs]
    return [context.tools.words.say("changed_quote", state.lang, old=need.quote, new=quote)]


def _place(need: Need, wrong: str | None, unit: str, topics: set[str]) -> tuple[int, int] | None:
    """Return where the number to be replaced stands in the quote."""
    for match in _NUMBER.finditer(need.quote):
        same_unit = bool(unit) and _unit(need.quote, match.end()) == unit
        if match.group() == wrong or (wrong is None and (same_unit or need.topic in topics)):
            return match.span()
    return None


def _unit(text: str, place: int) -> str:
    match = _UNIT.match(text, place)
    return match.group(1).lower().rstrip("s") if match else ""


def _swapped(text: str, found: Correction) -> str:
    start = normalize(text).find(normalize(found.wrong)) if found.wrong else -1
    return text[:start] + _counterpart(found) + text[start + len(found.wrong) :] if start >= 0 else text


def _counterpart(found: Correction) -> str:
    """Return the words that take the place of the wrong ones; of a whole English sentence, as many from its end.

    "" for a longer Chinese clause: which part of it answers to the wrong word cannot be told.
    """
    spans = clauses(found.right)
    right = found.right[slice(*spans[0])].strip() if spans else ""
    words, count = right.split(), len(found.wrong.split())
    if right.isascii() and len(words) > count + 1:
        return " ".join(words[-count:])
    return right if right.isascii() or len(right) <= len(found.wrong) + 3 else ""
