"""Take an answer to the pending question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from coach.context import Context
from coach.interview.account import account_name
from coach.interview.correct import correct
from coach.interview.joined import split_again
from coach.interview.known import find_people
from coach.interview.labelled_name import looks_like_firm
from coach.interview.listen import Heard, listen, listen_for_topic
from coach.interview.named_later import name_told
from coach.interview.pasted_dialogue import is_dialogue
from coach.interview.say import say_heard
from coach.interview.slips import without_slips
from coach.interview.state import Asked, Interview
from coach.interview.told_no_name import tells_of_it
from coach.interview.unknown import ask_customer, matter_of, not_known, parted, raised
from coach.read.manners import Manners
from coach.text.clauses import clauses, sentences
from coach.text.dates import find_date
from coach.text.normalize import normalize

_AGREED = re.compile(  # 约好了。十二月八号进厂
    r"[\s,]*(?:好|行|嗯)?,?(?:都|也|已经?)*(?:时间|日子)?(?:约|定|谈|说|商|敲|排)(?:好|定|妥)(?:了|啦)*[。!]?"
    r"|(?:so |and |ok,? |right,? )*(?:it's |it is |that's |we're |all )?(?:all )?"
    r"(?:agreed|fixed|settled|booked|arranged|set|fixed up)[.!]?"
)
_HABIT = re.compile(  # 护士长每周二开例会
    r"(?<!从)每个?(?:周|星期|礼拜|月|天|季|年)(?!报)|(?:逢|一到)(?:周|星期|礼拜)"
    r"|\b(?:every|each) (?:other |second )?"
    r"(?:day|week|month|quarter|year|morning|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)days\b"
)
_TIME = re.compile(r"\d[:：]\d\d|[一二三四五六七八九十两\d]点|\d ?(?:am|pm|o'clock)\b", re.IGNORECASE)
_OFFERED = re.compile(r"(?:怎么样|如何|咋样)[呢啊呀]?[?？]\s*$")  # 光明照明，怎么样？
_HAPPENED = re.compile(r"(?:时候?|以后|之后|之前|后|那次|那回|那阵子?|[那几]天)$|[了被]")  # 退货多起来以后
_LONGEST_WHO = 2  # words
Answer = Callable[[Interview, Asked, str, Context], list[str]]


def take_answer(state: Interview, text: str, context: Context) -> list[str]:
    """Note `text` as the answer to the pending question, or as a remark when none is pending."""
    for mend in (name_told, split_again, correct):
        if (lines := mend(state, text, context)) is not None:
            return lines
    text = without_slips(text, context.tools.manners)
    asked = state.pending
    if (lines := _volunteered_step(state, text, context)) is not None:
        return lines
    unknown = not_known(text, state, context) and not parted(text, state, context)[1]
    if unknown and (asked is None or asked.question in SPECIAL) and matter_of(text, context.tools):
        state.note_answer("", text)  # what was asked stays open
        return ask_customer(None, state, context, text)
    if asked is None:
        state.note_answer("", text)
        return _heard(state, text, context)
    state.note_answer(asked.key, text)
    asked.answered = True
    if special := SPECIAL.get(asked.question):
        return special(state, asked, text, context)
    manner = context.tools.manners.whole(text)
    if unknown:
        return ask_customer(asked, state, context, text)
    if manner in ("yes", "no"):
        return [context.tools.words.say("noted", state.lang, turn=state.turn)]
    answer, rest = context.tools.manners.starts_with(text)
    return _heard(state, rest if answer and rest else text, context)


def _heard(state: Interview, text: str, context: Context) -> list[str]:
    """Listen to `text`; what one of its sentences says is not known becomes a question to the customer."""
    told, matters = parted(text, state, context)
    said = say_heard(state, listen(state, told, context), context.tools)
    questions = [raised(matter, state, context.tools.knowledge) for matter in matters]
    words, lang = context.tools.words, state.lang
    return [*said, *(words.say("unknown_beside", lang, question=question) for question in questions if question)]


def _volunteered_step(state: Interview, text: str, context: Context) -> list[str] | None:
    """Note a dated act of ours, or with us, as the next step, whatever was asked; the pending question stays.

    What is planned tells no need and shows nobody's stance: only the other sentences are listened to.
    """
    if state.pending and state.pending.question in ("account", "next_step"):
        return None
    step = next((found for found in _dated_acts(text, context)), None)
    if step is None:
        return None
    said, when = step
    state.note_answer("", text)
    rest = text.replace(said, "", 1).strip(" 。.")
    said = context.tools.manners.without_step_lead(said)
    state.note_step(said, when.isoformat())
    heard = listen(state, rest, context) if rest else Heard()
    line = context.tools.words.say("next_step_dated", state.lang, text=said, date=when.isoformat())
    return [line, *(say_heard(state, heard, context.tools) if heard else [])]


def _dated_acts(text: str, context: Context) -> Iterator[tuple[str, date]]:
    """Yield each sentence that sets a day to come for something that we do, or they do with us."""
    announced = False
    for start, end in sentences(text):
        sentence = text[start:end].strip()
        clean, agreed = normalize(sentence), announced
        announced = _AGREED.fullmatch(clean) is not None
        day = find_date(clean, context.today)
        if day is None or day < context.today or clean.endswith("?"):
            continue
        parts = clauses(clean)
        dated = [i for i, (a, b) in enumerate(parts) if find_date(clean[a:b], context.today)] or [0]
        if all(_HABIT.search(clean, *parts[i]) for i in dated):
            continue
        last = dated[0]
        for i, (a, b) in enumerate(parts):  # 下周二，也就是12月1号，下午三点
            if last < i <= last + 2 and (i in dated or _TIME.search(clean, a, b)):
                last = i
        until = parts[min(last + 2, len(parts) - 1)][1]
        near = sentence[parts[dated[0]][0] : until]  # the day and what is done on it
        done = sentence[parts[min(last + 1, len(parts) - 1)][0] : until]
        manners = context.tools.manners
        acts = manners.is_joint_act
        before = sentence[: parts[dated[0]][0]]  # "Agreed is a trial, on site, on 14 December"
        announced_so = manners.opens_with("step_lead", sentence) is not None
        agreed = agreed or announced_so or acts(near) or acts(done) or manners.holds("joint_visits", before)
        if agreed and not _is_wanted(near, context):
            yield sentence.rstrip("。."), day


def _is_wanted(text: str, context: Context) -> bool:
    """Say whether a rule hears a trouble, or a requirement of theirs: "they want 2000 pieces by 10 January"."""
    for hit in context.tools.reader.scan(text).hits("need"):
        # 他们要样机, but not 我带样机去他们车间
        if not hit.rule.sure or hit.rule.label == "none":
            continue
        if hit.rule.label != "surface" or _is_theirs(text[: hit.start], context.tools.manners):
            return True
    return False


def _is_theirs(text: str, manners: Manners) -> bool:
    """Say whether the customer's people act in `text`: "she wants us to", but not "I send her"."""
    theirs = [start for start, _ in manners.places("third_person", text)]
    ours = [start for who in ("myself", "ourselves") for start, _ in manners.places(who, text)]
    return bool(theirs) and min(theirs) < min(ours, default=len(text))


def _asks_for(name: str, context: Context) -> bool:
    """Say whether what stands where a name should is a want: "cheaper by 5%", or one by a rule in small letters."""
    hits = context.tools.reader.scan(name).hits("need") if name[0].islower() else []
    return "%" in name or any(hit.rule.sure and hit.rule.label != "none" for hit in hits)


def _asks_what(name: str, text: str, context: Context) -> bool:
    """Say whether the name is only the head of a question: 交货晚了的时候，发生了什么？"""
    manners = context.tools.manners
    if not text.rstrip(' ”"').endswith(("?", "？")) or _OFFERED.search(text):
        return False
    if any(start == 0 for start, _ in manners.places("question_words", name)):
        return len(name.split()) > _LONGEST_WHO  # "Which supplier let them down?", but a firm may be called "Which"
    own = manners.is_own_question(text) and not looks_like_firm(name, manners) and not name[:1].isupper()
    return (own or _HAPPENED.search(name) is not None) and manners.holds("question_words", text)


def asked_for_name(before: Interview, context: Context) -> Interview:
    """Return the interview waiting for the customer's name; the question that waited is put anew after it."""
    state = before.copy()
    if state.pending:
        state.asked.pop()
    state.asked.append(Asked("account:again", "permission", "account", None, _named_again(context), state.turn))
    return state


def _named_again(context: Context) -> dict[str, str]:
    return {code: context.tools.words.say("account_again", code) for code in ("zh", "en")}


def _account(state: Interview, asked: Asked, text: str, context: Context) -> list[str]:
    words = context.tools.words
    text = text.strip()
    people = find_people(state, text, context)
    name = None if is_dialogue(text) else account_name(text, context.tools.manners, people)
    if name and (_asks_for(name, context) or _asks_what(name, text, context) or tells_of_it(name, context)):
        name = None
    if name and not text.startswith(name):  # "customer is X": no person, whereas "John Lewis" may be both
        state.account, state.account_turn = name, state.turn
    heard = listen(state, text, context)
    if name:  # 新希望宠物食品 asks for no food
        heard.needs = [need for need in heard.needs if need.quote not in name]
        state.needs = [need for need in state.needs if need.quote not in name]
    again = _named_again(context)
    if name is None and asked.text != again:
        asked.answered, asked.text = False, again  # "I sell LED panels", 我那个波兰客户: no name yet
        return say_heard(state, heard, context.tools) if heard else []
    if name is None and not heard:
        return [words.say("noted", state.lang, turn=state.turn)]
    state.account, state.account_turn = name, state.turn
    if name:
        lines = [words.say("account_noted", state.lang, turn=state.turn, account=name)]
    else:
        lines = [words.say("account_unnamed", state.lang)]
    return lines + (say_heard(state, heard, context.tools) if heard else [])


def _confirm(state: Interview, asked: Asked, text: str, context: Context) -> list[str]:
    words, lang = context.tools.words, state.lang
    answer, rest = context.tools.manners.starts_with(text)
    if context.tools.manners.whole(text) == "dont_know":
        return ask_customer(asked, state, context, text)
    heard = listen(state, rest, context) if len(rest) > 1 else Heard()
    if answer == "no":
        heard = heard if heard or len(rest) <= 1 else listen_for_topic(state, rest, context)
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
    told, text = text, _of_the_step(text, context)
    when = find_date(normalize(text), context.today)
    before = state.next_step
    if when is None and not context.tools.manners.is_our_action(text) and before is None:
        asked.answered = False  # a remark, not a step: it is taken in, and the question stays
        return say_heard(state, listen(state, told, context), context.tools)
    only_date = when is not None and before is not None and before.date is None
    said = before.text if only_date and before and len(text) <= 20 else text.strip()
    if when and when < context.today:
        asked.answered = False
        return [words.say("next_step_past", lang, date=when.isoformat())]
    said = context.tools.manners.without_step_lead(said)
    state.note_step(said, when.isoformat() if when else None)
    rest = _without(told, text)
    heard = say_heard(state, listen(state, rest, context), context.tools) if rest else []
    if when:
        return [words.say("next_step_dated", lang, text=said, date=when.isoformat()), *heard]
    if before is None:
        asked.answered = False
        asked.text = {code: words.say("next_step_undated", code, text=said) for code in ("zh", "en")}
        return heard
    return heard or [words.say("noted", lang, turn=state.turn)]


def _of_the_step(text: str, context: Context) -> str:
    """Return the answer on the next step without the sentences that tell a need, where others tell a day or an act."""
    said = [text[start:end] for start, end in sentences(text)]
    if len(said) < 2:
        return text
    kept = [one for one in said if not _tells_only_a_need(one, context)]
    acts = context.tools.manners.is_our_action
    if any(find_date(normalize(one), context.today) or acts(one) for one in kept):
        return "".join(kept).strip()
    return text


def _tells_only_a_need(sentence: str, context: Context) -> bool:
    """Say whether a sure rule hears a need where nothing is planned: "They pay sixty days and want that kept"."""
    manners = context.tools.manners
    if manners.is_our_action(sentence) or manners.is_joint_act(sentence):
        return False
    return any(need.verdict.is_sure for need in context.tools.report(sentence).needs)


def _without(text: str, step: str) -> str:
    """Return what a message tells beside its step."""
    kept = [text[start:end].strip() for start, end in sentences(text)]
    return " ".join(one for one in kept if one not in step)


SPECIAL: dict[str, Answer] = {
    "account": _account,
    "key": _confirm,
    "missing": _missing,
    "next_step": _next_step,
}
