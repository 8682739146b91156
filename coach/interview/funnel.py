"""Choose the next question: down the funnel, built on what was said, never the same one twice."""

from __future__ import annotations

from collections.abc import Iterator

from coach.interview.people import shown_name, standing_of
from coach.interview.state import MATTER, Asked, Interview, Need, Person
from coach.knowledge.load import Knowledge
from coach.knowledge.needed import DEPTH
from coach.knowledge.schema import LANGUAGES, FunnelQuestion, FunnelStep, Text

AT_MOST_AGAIN = 2  # how often one question comes, each time about something else
QUOTED_NEEDS = 2  # needs named in the closing confirmation


def next_question(state: Interview, knowledge: Knowledge) -> Asked | None:
    """Return the next question to put, or None when the funnel is done.

    Source: the article's question funnel, open then closed; steps and limits are in `knowledge/funnel/`.
    """
    asked_keys = {asked.key for asked in state.asked}
    for step in sorted(knowledge.funnel.values(), key=lambda s: s.order):
        used = sum(asked.step == step.id for asked in state.asked)
        if used >= step.at_most:
            continue
        for question in step.questions:
            if any(_known(state, fact) for fact in question.unless):
                continue
            if sum(asked.question == question.id for asked in state.asked) >= AT_MOST_AGAIN:
                continue
            for about in _subjects(state, question, knowledge):
                key = f"{question.id}:{_subject_key(about)}"
                if key not in asked_keys:
                    return _put(state, knowledge, step, question, about, key)
    return None


def _known(state: Interview, fact: str) -> bool:
    if fact in ("surface", "latent", "deep"):
        return bool(state.at(fact))
    if fact == "people":
        return bool(state.people)
    if fact == "decider" and any(asked.key == f"{MATTER}:decision" for asked in state.asked):
        return True  # that nobody knows
    if fact == "decider":
        return any(sign.label == "decider" for person in state.people for sign in person.roles)
    return bool(state.next_step and state.next_step.date)


def _subjects(state: Interview, question: FunnelQuestion, knowledge: Knowledge) -> Iterator[Need | Person | None]:
    """Yield what the question can be about: each fact that it follows, newest first; None for no fact."""
    follows = question.follows
    if follows == "nothing":
        yield None
    elif follows == "person":
        yield from (one for one in reversed(state.people) if standing_of(one, knowledge).stance == "unknown")
    elif follows == "needs":
        if state.needs:
            yield None
    else:
        levels = ("deep", "latent") if follows == "hidden" else (follows,)
        told = reversed(state.at(*levels))
        yield from (need for need in told if question.aims or not knowledge.needs[need.topic].aim)


def _subject_key(about: Need | Person | None) -> str:
    if isinstance(about, Need):
        return f"{about.level}/{about.topic}"  # two quotes of one topic are one thing to ask about
    return about.id if about else ""


def _put(
    state: Interview, knowledge: Knowledge, step: FunnelStep, question: FunnelQuestion,
    about: Need | Person | None, key: str,
) -> Asked:  # fmt: skip
    text = question.ask
    if question.by_topic and isinstance(about, Need):
        text = knowledge.needs[about.topic].deepen or text
    values = {lang: _values(state, knowledge, about, lang) for lang in LANGUAGES}
    said = {lang: _fill(text, lang, values[lang]) for lang in LANGUAGES}
    return Asked(key, step.id, question.id, about.id if about else None, said, state.turn)


def _values(state: Interview, knowledge: Knowledge, about: Need | Person | None, lang: str) -> dict[str, str]:
    values = {"account": state.account or knowledge.words.say("this_customer", lang)}
    if isinstance(about, Need):
        values["quote"] = about.quote
    elif isinstance(about, Person):
        values["person"] = shown_name(about, knowledge.words, lang)
    if state.needs:
        values["first"] = key_needs(state, knowledge, lang)
    return values


def _fill(text: Text, lang: str, values: dict[str, str]) -> str:
    return text[lang].format(**values)


def key_needs(state: Interview, knowledge: Knowledge, lang: str) -> str:
    """Return the quotes of the deepest needs, joined in words: what the interview confirms."""
    deepest = sorted(state.needs, key=lambda need: (-DEPTH[need.level], -need.turn))[:QUOTED_NEEDS]
    quotes = [f"“{need.quote}”" for need in deepest]
    return knowledge.words.say("and", lang).join(quotes)


def question_of(asked: Asked, knowledge: Knowledge) -> FunnelQuestion | None:
    """Return the question of the methodology that was put, None when the file no longer holds it."""
    step = knowledge.funnel.get(asked.step)
    return next((q for q in step.questions if q.id == asked.question), None) if step else None


def for_customer(asked: Asked, state: Interview, knowledge: Knowledge, lang: str) -> str | None:
    """Return the same question as the salesperson can put it to the customer."""
    if asked.step == MATTER:
        topic = knowledge.topics.get(asked.key.partition(":")[2])
        return topic.ask_customer[lang] if topic and topic.ask_customer else None
    question = question_of(asked, knowledge)
    if question is None:
        return None
    text = question.ask_customer
    need = state.need(asked.about)
    if question.by_topic and need and knowledge.needs[need.topic].ask_customer:
        text = knowledge.needs[need.topic].ask_customer or text
    return _fill(text, lang, _values(state, knowledge, need or state.person(asked.about), lang))
