"""The needs by depth, what is unknown, and the questions to ask, built on the words that were said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.accounts.records import NeedNote
from coach.brief.brief import Line, Source
from coach.brief.people import some
from coach.knowledge.briefing import BriefSize
from coach.result.page import LEVELS
from coach.stances.table import role_names
from coach.text.short import cut

PERSONAL = "personal"  # a need of this kind is somebody's own fear or hope: never put to their face
_VAGUE = 2  # wordings of an implication question without a need


def needs(source: Source, size: BriefSize) -> list[Line]:
    """Return a line a depth with the newest quotes, the deepest last."""
    words, lang = source.tools.words, source.lang
    return [
        Line(
            words.listing([_need(need, source, size) for need in _newest(source, level)[: size.needs]], lang)
            or words.say("page_none_short", lang),
            words.say(f"label_{level}", lang),
        )
        for level in LEVELS
    ]


def _newest(source: Source, level: str) -> list[NeedNote]:
    return [need for need in source.dossier.needs if need.level == level][::-1]


def _need(need: NeedNote, source: Source, size: BriefSize) -> str:
    words, lang, contact = source.tools.words, source.lang, source.dossier.contact(need.contact)
    topic, quote = source.tools.knowledge.topic_name(need.topic, lang), cut(need.quote, size.quote)
    name = contact.name if contact else words.say("everybody", lang)
    if need.kind == PERSONAL:
        return words.say("brief_need_private", lang, topic=topic, quote=quote, name=name)
    return words.say("brief_need_of", lang, topic=topic, quote=quote, name=name)


def unknown(source: Source, size: BriefSize) -> list[Line]:
    """Return what nobody knows yet: depths without a need, roles, stances, the step of procurement."""
    words, lang, tools = source.tools.words, source.lang, source.tools
    parts = [
        words.say("brief_no_level", lang, level=words.say(f"label_{level}", lang))
        for level in LEVELS
        if not any(need.level == level for need in source.dossier.needs)
    ]
    held = {role.role for one in source.position.standings for role in one.roles}
    if roles := [role for role in ("decider", "approver", "buyer") if role not in held]:
        parts.append(words.say("brief_no_role", lang, roles=role_names(roles, lang, tools)))
    if people := [one.contact.name for one in source.position.standings if one.stance == "unknown"]:
        parts.append(words.say("brief_no_stance", lang, people=some(people, source, size)))
    if source.step.step is None:
        parts.append(words.say("brief_no_step", lang))
    return [Line(words.say("brief_parts", lang).join(parts) or words.say("brief_all_known", lang))]


def ask(source: Source, size: BriefSize) -> list[Line]:
    """Return opening questions, then implication questions, each built on a need where there is one."""
    words, lang = source.tools.words, source.lang
    opening = _first(_opening(source, size), size.open_questions)
    implying = _first(_implying(source, size), size.implication_questions)
    return [Line(text, words.say("brief_open", lang)) for text in opening] + [
        Line(text, words.say("brief_implies", lang)) for text in implying
    ]


def _first(texts: Iterable[str], most: int) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))[:most]


def _opening(source: Source, size: BriefSize) -> Iterator[str]:
    """Yield what to ask first: on the surface needs, one a topic, newest first, then of the funnel's own."""
    lang, funnel, asked = source.lang, source.tools.knowledge.funnel, set()
    for need in _newest(source, "surface"):
        if need.topic not in asked and need.kind != PERSONAL:
            asked.add(need.topic)
            yield _deeper(need, source, size)
    for stage in ("open", "probe", "deepen"):
        for question in funnel[stage].questions:
            if question.ask_customer is not None and "{" not in question.ask_customer[lang]:
                yield question.ask_customer[lang]


def _deeper(need: NeedNote, source: Source, size: BriefSize) -> str:
    question = source.tools.knowledge.needs[need.topic].ask_customer
    if question is None:
        return ""
    if need.contact in _coaches(source):
        return question[source.lang]
    quote = cut(need.quote, size.quote)
    return source.tools.words.say("brief_deeper", source.lang, quote=quote, question=question[source.lang])


def _implying(source: Source, size: BriefSize) -> Iterator[str]:
    """Yield what a latent need leads to: with its words, of a coach only with its topic, then without a need.

    Personal needs are left out: what somebody fears is not asked in a meeting. A coach's words would give them away.
    """
    words, lang, coaches = source.tools.words, source.lang, _coaches(source)
    hidden = [need for need in _newest(source, "latent") if need.kind != PERSONAL]
    open_words = [cut(need.quote, size.quote) for need in hidden if need.contact not in coaches]
    for number, quote in enumerate(open_words):
        yield words.say("brief_implication", lang, turn=number, quote=quote)
    for need in hidden:
        if need.contact in coaches:
            yield words.say("brief_implication_topic", lang, topic=source.tools.knowledge.topic_name(need.topic, lang))
    for number in range(_VAGUE):
        yield words.say("brief_implication_none", lang, turn=number)


def _coaches(source: Source) -> set[str | None]:
    return {one.contact.id for one in source.position.standings if one.stance == "coach"}
