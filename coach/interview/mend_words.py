"""Corrections of what was said: an amount, a word, the topic of a need, the next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coach.context import Context
from coach.interview.listen import listen, listen_for_topic
from coach.interview.say import say_heard
from coach.interview.state import Interview, Need, NextStep
from coach.knowledge.needed import GENERAL_TOPICS
from coach.read.correction import Correction
from coach.read.coverage import uncovered
from coach.read.found import EDGES
from coach.text.amounts import GENERAL, Amount, amounts_in
from coach.text.clauses import clauses
from coach.text.dates import find_date
from coach.text.normalize import normalize
from coach.text.periods import periods_in, put_right

_BESIDE = 2  # words that may stand beside the topic that is taken back: "the price issue"
_BARE = 2  # characters beside an amount that are no more than its unit: 九台
_ANYTHING = 2  # digits of a number that may count anything
_SHORT = 40  # characters of what may take the place of a word


def mend_step(state: Interview, found: Correction, context: Context) -> list[str]:
    """Put another day, or another act, in the place of the agreed next step."""
    step, when = state.next_step, find_date(normalize(found.right), context.today)
    if step is None or when is None or when < context.today:
        return []
    wrong = find_date(normalize(found.wrong), context.today) if found.wrong else None
    if not found.admitted and (wrong is None or wrong.isoformat() != step.date):
        return []
    text = found.right if context.tools.manners.is_our_action(found.right) else _redated(step.text, found)
    state.next_steps[-1] = NextStep(text, when.isoformat(), step.turn)
    return [context.tools.words.say("changed_step", state.lang, text=text, date=when.isoformat())]


def _redated(text: str, found: Correction) -> str:
    """Return the text of the step with the right day, also where the wrong one was not named: 不对，周四."""
    changed = next(filter(None, (put_right(text, right) for right in periods_in(found.right))), None)
    return changed[1] if changed and not found.wrong else _swapped(text, found)


def mend_amount(state: Interview, found: Correction, context: Context) -> list[str]:
    """Put the right amount in the newest fact that holds the wrong one, or one of the same unit."""
    rights, claimed = amounts_put_right(found)
    if not rights:
        return []
    if claimed:
        return _replace(state, claimed[0], rights, found, context)
    if found.wrong or not (found.admitted or found.weak):
        return []
    for i, wrong in enumerate(rights):  # 三十吨是别人家的，他们一个月是二十三吨
        later = [amount for amount in rights[i + 1 :] if takes_its_place(amount, wrong)]
        if later and (lines := _replace(state, wrong, later, found, context)):
            return lines
    return _replace_by_unit(state, rights, found, context)


def amounts_put_right(found: Correction) -> tuple[list[Amount], list[Amount]]:
    """Return the right amounts, and those that are named as wrong: "did I say 200? I meant 220", 十六个小时才对."""
    before = amounts_in(found.before)
    if not found.right:
        return before, []
    return amounts_in(found.right), amounts_in(found.wrong) or amounts_in(found.claim) or before


def since_when(state: Interview, found: Correction) -> int:
    """Return the first turn of which a fact may be put right: one of the last two where the words may mean anything."""
    told = [answer["turn"] for answer in state.answers if answer["text"]]
    return int(told[-2:][0]) if found.weak and told else 0


def _replace(
    state: Interview, wrong: Amount, rights: Sequence[Amount], found: Correction, context: Context
) -> list[str]:
    """Replace the amount that is taken back, in the newest need that holds it, else in the next step."""
    for need in reversed(state.needs):
        held = next((amount for amount in amounts_in(need.quote) if amount.is_same(wrong)), None)
        if held:
            right = next((amount for amount in rights if amount.unit == held.unit), rights[0])
            return _with_amount(state, need, held, right, found.right, context)
    step = state.next_step
    if step and found.wrong and wrong.words in step.text:
        text = step.text.replace(wrong.words, rights[0].words, 1)
        state.next_steps[-1] = replace(step, text=text)
        return [context.tools.words.say("changed_quote", state.lang, old=step.text, new=text)]
    return []


def takes_its_place(right: Amount, wrong: Amount) -> bool:
    """Say whether one amount may correct the other; a short number without a unit may count anything: "message 4"."""
    if right.is_same(wrong):
        return False
    return right.unit in ("", wrong.unit) if wrong.unit else len(wrong.words) > _ANYTHING


def _replace_by_unit(state: Interview, rights: Sequence[Amount], found: Correction, context: Context) -> list[str]:
    """Replace an amount of the same unit, where the wrong one was not named: "oh no, delivery in 35 days"."""
    told, claimed = (
        {hit.rule.topic for hit in context.tools.reader.scan(part).hits("need")} for part in (found.right, found.before)
    )
    first = since_when(state, found)
    for right in rights:
        for need in (need for need in reversed(state.needs) if need.turn >= first):
            if told and need.topic not in told and right.unit in (*GENERAL, ""):
                continue  # 不对, 账期是六十天: no day of another topic
            amounts = amounts_in(need.quote)
            for held in amounts:
                alike = bool(right.unit) and held.unit == right.unit and held.words != "一"  # 找一家工厂 counts nothing
                only = not right.unit and len(amounts) == 1 and need is state.needs[-1]  # "typo, 220"
                if alike or only or need.topic in claimed - set(GENERAL_TOPICS.values()):
                    return _with_amount(state, need, held, right, found.right, context)
    return []


def _with_amount(state: Interview, need: Need, held: Amount, right: Amount, text: str, context: Context) -> list[str]:
    """Put the right amount in the place of the old one; the whole correcting clause where nothing else was quoted."""
    quote = need.quote[: held.start] + right.words + need.quote[held.end :]
    start, end = next(((a, b) for a, b in clauses(text) if a <= right.start < b), (0, len(text)))
    clause = text[start:end].strip(EDGES)
    bare = len(need.quote) - (held.end - held.start) <= _BARE
    return _requote(state, need, clause if bare and len(clause) > len(quote) else quote, context)


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
    right = _counterpart(found)
    if len(found.wrong) < 2 or len(found.wrong) > _SHORT or not right:
        return []
    if bool(amounts_in(found.wrong)) != bool(amounts_in(right)):
        return []  # "in 4 minutes and not 25, and recommended that the next batch be ours"
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


def _swapped(text: str, found: Correction) -> str:
    start = normalize(text).find(normalize(found.wrong)) if found.wrong else -1
    if start < 0:
        return text
    return text[:start] + _counterpart(found, text[:start]) + text[start + len(found.wrong) :]


def _counterpart(found: Correction, before: str = "") -> str:
    """Return the words that take the place of the wrong ones, which stand behind `before`.

    Of a whole English sentence those behind the word that stood before the wrong ones too ("before Easter" - "before
    the end of May"), else as many from its end.
    "" for a longer Chinese clause: which part of it answers to the wrong word cannot be told.
    """
    spans = clauses(found.right)
    right = found.right[slice(*spans[0])].strip() if spans else ""
    words, count = right.split(), len(found.wrong.split())
    led = [i for i, word in enumerate(words[:-1]) if [word.lower()] == before.lower().split()[-1:]]
    if right.isascii() and led:
        return " ".join(words[led[0] + 1 :])
    if right.isascii() and len(words) > count + 1:
        return " ".join(words[-count:])
    return right if right.isascii() or len(right) <= len(found.wrong) + 3 else ""
