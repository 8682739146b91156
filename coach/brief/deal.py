"""Where the deal stands: when and where the visit is, the account's position, what is new, the buying calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.accounts.records import NeedNote, NextStep, Observation
from coach.brief.brief import Line, Source, last_visit
from coach.brief.people import some
from coach.knowledge.briefing import BriefSize
from coach.process.infer import step_numbered
from coach.stances.gaps import DECIDER
from coach.stances.page import reason_line, signed
from coach.stances.position import GREEN
from coach.text.short import cut

_SCORE = "score_below"  # the rule that tells no more than the score does, which stands beside the light


def place(source: Source, size: BriefSize) -> list[Line]:
    """Return when and where the visit is, or that none is planned."""
    words, lang, visit = source.tools.words, source.lang, source.visit
    if visit is None:
        return [Line(words.say("brief_no_time", lang))]
    when = visit.starts.replace("T", " ")[:16]
    parts = [when, *(cut(part, size.quote) for part in (visit.place, visit.purpose) if part.strip())]
    return [Line(words.say("brief_parts", lang).join(parts))]


def position_line(source: Source, size: BriefSize) -> list[Line]:
    """Return the light with its first reason, and the step of the customer's procurement."""
    words, lang, found = source.tools.words, source.lang, source.position
    light = words.say(f"stances_light_{found.light}", lang)
    lines = [Line(_reason(source, size), words.say("brief_light", lang, light=light, score=signed(found.score)))]
    if source.step.step is not None:
        step = step_numbered(source.step.step, source.tools.knowledge)
        lines.append(Line(words.say("brief_at_step", lang, number=step.order, name=step.name[lang])))
    return lines


def _reason(source: Source, size: BriefSize) -> str:
    """Return why the light is as it is. That the score is low says nothing new: then who is against us."""
    words, lang, found = source.tools.words, source.lang, source.position

    def people(names: Iterable[str]) -> str:
        return some(list(names), source, size)

    if found.light == GREEN:
        deciders = people(one.contact.name for one in found.standings if one.has_role(DECIDER))
        coaches = people(one.contact.name for one in found.standings if one.stance == "coach")
        return words.say("stances_reason_green", lang, deciders=deciders, coaches=coaches)
    told = [reason for reason in found.reasons if reason.rule.when != _SCORE]
    against = [one.contact.name for one in found.standings if one.value < 0]
    if against and len(told) < len(found.reasons):
        return words.say("brief_against", lang, people=people(against))
    return reason_line(told[0], found.score, lang, source.tools) if told else ""


def since_lines(source: Source, size: BriefSize) -> list[Line]:
    """Return what was noted since the last visit, the newest first, or that this is the first visit."""
    words, lang = source.tools.words, source.lang
    last = last_visit(source.dossier, source.asof)
    if last is None:
        return [Line(words.say("brief_first_visit", lang))]
    day = last.starts[:10]
    fresh = sorted({(when, text) for when, text in _news(source, day, size) if text}, reverse=True)
    if not fresh:
        return [Line(words.say("brief_nothing_new", lang, day=day))]
    shown = [words.say("brief_new", lang, day=when, text=text) for when, text in fresh[: size.changes]]
    return [Line(words.say("brief_parts", lang).join(shown), words.say("brief_since_day", lang, day=day))]


def _news(source: Source, day: str, size: BriefSize) -> Iterator[tuple[str, str]]:
    """Yield what was noted after `day`, with its own day."""
    words, lang, dossier = source.tools.words, source.lang, source.dossier
    names = {contact.id: contact.name for contact in dossier.contacts}
    said_since: list[NeedNote | Observation] = [*dossier.needs, *dossier.observations]
    for said in said_since:
        if said.quote and said.day > day:
            name = names.get(said.contact or "") or words.say("everybody", lang)
            yield said.day, words.say("brief_said", lang, quote=cut(said.quote, size.quote), name=name)
    yield from ((note.day, cut(note.text, size.quote)) for note in dossier.notes if note.day > day)
    for order in (order for order in dossier.orders if order.day > day):
        yield (
            order.day,
            words.say("brief_order", lang, amount=order.amount, currency=cut(order.currency, size.name)).strip(),
        )
    yield from ((step.done or "", _done(step, source, size)) for step in dossier.next_steps if (step.done or "") > day)


def _done(step: NextStep, source: Source, size: BriefSize) -> str:
    return source.tools.words.say("brief_done", source.lang, text=cut(step.text, size.quote))


def season_lines(source: Source, _size: BriefSize) -> list[Line]:
    """Return what the buying calendar says to do now, else what the buyer is doing, else what comes next."""
    words, lang, now = source.tools.words, source.lang, source.season
    if now is None:
        return [Line(words.say("brief_no_calendar", lang))]
    if now.due:
        item = now.due[0]
        name, action = item.what.name[lang], item.now[0].do[lang]
        return [Line(words.say("brief_season_due", lang, name=name, weeks=item.weeks_left, action=action))]
    if now.running:
        phase = now.running[0].phase
        return [Line(words.say("brief_season_phase", lang, name=phase.name[lang], us=phase.us[lang]))]
    if now.coming:
        item = now.coming[0]
        return [Line(words.say("brief_season_next", lang, name=item.what.name[lang], weeks=item.weeks_left))]
    return [Line(words.say("brief_no_calendar", lang))]
