"""Who will be there: where each person stands, how to treat them, and the pitch built on their own needs."""

from __future__ import annotations

from coach.brief.brief import Line, Source, those_met
from coach.knowledge.briefing import BriefSize
from coach.pitch.catalogue import Answer
from coach.stances.page import next_move
from coach.stances.standing import Standing
from coach.stances.table import role_names
from coach.text.short import cut


def meet(source: Source, size: BriefSize) -> list[Line]:
    """Return a line a person: role, stance, trend, how to treat them, their last words."""
    words, lang, people = source.tools.words, source.lang, those_met(source)
    lines = [Line(_person(one, source, size), one.contact.name) for one in people[: size.people]]
    if more := [one.contact.name for one in people[size.people :]]:
        lines.append(Line(words.say("brief_more_people", lang, names=some(more, source, size))))
    return lines or [Line(words.say("brief_nobody", lang))]


def some(names: list[str], source: Source, size: BriefSize) -> str:
    """Return the names as a list; of many as many as there are people on the page, and how many there are in all."""
    words, lang, most = source.tools.words, source.lang, max(size.people, 1)
    shown = words.listing(names[:most], lang)
    return shown if len(names) <= most else words.say("stances_and_more", lang, names=shown, count=len(names))


def _person(one: Standing, source: Source, size: BriefSize) -> str:
    words, lang = source.tools.words, source.lang
    roles = role_names([held.role for held in one.roles], lang, source.tools) or words.say("stances_no_role", lang)
    stance, way = source.tools.knowledge.stances[one.stance].name[lang], one.trend.direction
    if way == "unknown":
        said = [words.say("brief_person", lang, roles=roles, stance=stance)]
    else:
        trend = words.say(f"brief_trend_{way}", lang)
        said = [words.say("brief_person_trend", lang, roles=roles, stance=stance, trend=trend)]
    said.append(next_move(one, lang, source.tools))
    if last := last_words(one, source):
        day, quote = last
        said.append(words.say("brief_quote", lang, quote=cut(quote, size.quote), day=day))
    return words.say("brief_join", lang).join(said)


def last_words(one: Standing, source: Source) -> tuple[str, str] | None:
    """Return the day and the words of a person that were noted last: a sign of a stance or a need."""
    said = [(sign.day, sign.quote) for sign in one.evidence if sign.quote]
    said += [(need.day, need.quote) for need in source.dossier.needs if need.contact == one.contact.id and need.quote]
    return max(said, key=lambda pair: pair[0], default=None)  # of one day the sign


def pitches(source: Source, size: BriefSize) -> list[Line]:
    """Return a pitch a person: the benefit for a need of their own, and what proves it; whom to ask before a pitch."""
    words, lang = source.tools.words, source.lang
    people = [(one.contact.id, one.contact.name) for one in those_met(source)[: size.people]]
    lines = [
        Line(_pitch(source.answers[key], source), name)
        for key, name in [*people, ("", words.say("everybody", lang))]
        if key in source.answers
    ][: size.pitches]
    if unanswered := [name for key, name in people if key not in source.answers]:
        lines.append(Line(words.say("brief_ask_first", lang), some(unanswered, source, size)))
    return lines or [Line(words.say("brief_no_pitch", lang))]


def _pitch(answer: Answer, source: Source) -> str:
    words, lang, feature = source.tools.words, source.lang, answer.feature
    proof = feature.evidence[lang] if feature.evidence else words.say("brief_no_evidence", lang)
    return words.say(
        "brief_pitch_line", lang, feature=feature.feature[lang], benefit=answer.benefit[lang],
        topic=source.tools.knowledge.topic_name(answer.need.topic, lang), evidence=proof,
    )  # fmt: skip
