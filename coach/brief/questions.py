"""The needs by depth, what is unknown, and the questions to ask, built on the words that were said."""

from __future__ import annotations

from coach.accounts.records import NeedNote
from coach.brief.brief import Line, Source
from coach.brief.people import cut
from coach.interview.state import Need
from coach.knowledge.briefing import BriefSize
from coach.result.page import LEVELS
from coach.stances.page import named
from coach.stances.table import role_names


def needs(source: Source, size: BriefSize) -> list[Line]:
    """Return a line a depth with the newest quotes, the deepest last."""
    words, lang = source.tools.words, source.lang
    return [
        Line(
            words.listing([_need(need, source, size) for need in _newest(source, level, size.needs)], lang)
            or words.say("page_none_short", lang),
            words.say(f"label_{level}", lang),
        )
        for level in LEVELS
    ]


def _newest(source: Source, level: str, most: int) -> list[NeedNote]:
    return [need for need in source.dossier.needs if need.level == level][::-1][:most]


def _need(need: NeedNote, source: Source, size: BriefSize) -> str:
    words, lang, contact = source.tools.words, source.lang, source.dossier.contact(need.contact)
    topic, quote = source.tools.knowledge.needs[need.topic].name[lang], cut(need.quote, size.quote)
    if contact is None:
        return words.say("brief_need", lang, topic=topic, quote=quote)
    return words.say("brief_need_of", lang, topic=topic, quote=quote, name=contact.name)


def unknown(source: Source, _size: BriefSize) -> list[Line]:
    """Return what nobody knows yet: depths without a need, roles without a person, people without a stance."""
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
        parts.append(words.say("brief_no_stance", lang, people=named(people, lang, tools)))
    return [Line(words.say("brief_parts", lang).join(parts))] if parts else []


def ask(source: Source, size: BriefSize) -> list[Line]:
    """Return opening questions, then implication questions, each built on a need where there is one."""
    words, lang = source.tools.words, source.lang
    lines = [Line(text, words.say("brief_open", lang)) for text in _opening(source, size)[: size.open_questions]]
    hidden = source.interview.at("latent")[::-1]  # what somebody said of their own fears is not quoted to their face
    implications = [
        words.say("brief_implication", lang, turn=number, quote=cut(need.quote, size.quote))
        for number, need in enumerate(hidden)
    ]
    implications += [words.say("brief_implication_none", lang, turn=number) for number in range(2)]
    return lines + [
        Line(text, words.say("brief_implies", lang))
        for text in list(dict.fromkeys(implications))[: size.implication_questions]
    ]


def _opening(source: Source, size: BriefSize) -> list[str]:
    """Return what to ask first: on surface needs below which nothing is known, then of the funnel's own."""
    knowledge, lang = source.tools.knowledge, source.lang
    asked = [_deeper(need, source, size) for need in reversed(source.interview.at("surface"))]
    step = knowledge.funnel["probe"].questions[0]
    general = [*(question.ask_customer for question in knowledge.funnel["open"].questions), step.ask_customer]
    fill = {"account": source.dossier.account.name, "first": "", "person": "", "quote": ""}
    plain = [text[lang].format(**fill) for text in general if text is not None and "{" not in text[lang]]
    return list(dict.fromkeys([text for text in asked if text] + plain))


def _deeper(need: Need, source: Source, size: BriefSize) -> str:
    question = source.tools.knowledge.needs[need.topic].ask_customer
    if question is None:
        return ""
    return source.tools.words.say(
        "brief_deeper", source.lang, quote=cut(need.quote, size.quote), question=question[source.lang]
    )
