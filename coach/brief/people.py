"""Who will be there: where each person stands, how to treat them, and the pitch built on their own needs."""

from __future__ import annotations

from coach.brief.brief import Line, Source
from coach.interview.state import Person
from coach.knowledge.briefing import BriefSize
from coach.pitch.compose import answers_for
from coach.stances.page import next_move
from coach.stances.standing import Standing
from coach.stances.table import role_names


def meet(source: Source, size: BriefSize) -> list[Line]:
    """Return a line a person: role, stance, trend, how to treat them, their last words."""
    people = those_met(source)
    lines = [Line(_person(one, source, size), one.contact.name) for one in people[: size.people]]
    if more := people[size.people :]:
        names = source.tools.words.listing([one.contact.name for one in more], source.lang)
        lines.append(Line(source.tools.words.say("brief_more_people", source.lang, names=names)))
    return lines or [Line(source.tools.words.say("brief_nobody", source.lang))]


def those_met(source: Source) -> list[Standing]:
    """Return who will be met, the most influential first; everybody when the visit names nobody."""
    everybody = list(source.position.standings)
    named = set(source.visit.people) if source.visit else set()
    return [one for one in everybody if one.contact.id in named] or everybody


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
    if quote := last_quote(one, size.quote):
        said.append(words.say("brief_quote", lang, quote=quote, day=one.last_day))
    return words.say("brief_join", lang).join(said)


def last_quote(one: Standing, longest: int) -> str:
    """Return the last words that were noted of a person, cut when they are long."""
    quotes = [sign.quote for sign in one.evidence if sign.quote]
    return cut(quotes[-1], longest) if quotes else ""


def cut(text: str, longest: int) -> str:
    """Return the text on one line, at most `longest` characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def pitches(source: Source, size: BriefSize) -> list[Line]:
    """Return a pitch a person: the benefit for a need of their own, and what proves it; no pitch without a need."""
    words, lang = source.tools.words, source.lang
    lines: list[Line] = []
    for one in [*those_met(source), None]:
        person = _person_of(one, source)
        if one is not None and person is None:
            continue
        if line := _pitch(person, source, size):
            lines.append(line)
    return lines[: size.pitches] or [Line(words.say("brief_no_pitch", lang))]


def _person_of(one: Standing | None, source: Source) -> Person | None:
    names = one.contact.name if one else None
    return next((person for person in source.interview.people if person.name == names), None)


def _pitch(person: Person | None, source: Source, size: BriefSize) -> Line | None:
    """Return the line for the newest benefit that answers a need of `person`; of None, a need of nobody's own."""
    words, lang = source.tools.words, source.lang
    _, answers = answers_for(source.interview, person, source.tools)
    if not answers:
        return None
    answer = answers[0]
    evidence = answer.feature.evidence
    proof = evidence[lang] if evidence else words.say("brief_no_evidence", lang)
    said = words.say(
        "brief_pitch_line", lang, feature=answer.feature.feature[lang], benefit=answer.benefit[lang],
        quote=cut(answer.need.quote, size.quote), evidence=proof,
    )  # fmt: skip
    return Line(said, person.name if person else words.say("everybody", lang))
