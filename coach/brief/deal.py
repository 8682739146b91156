"""Where the deal stands: when and where the visit is, the account's position, what is new, the buying calendar."""

from __future__ import annotations

from coach.brief.brief import Line, Source, last_visit
from coach.brief.people import cut
from coach.knowledge.briefing import BriefSize
from coach.process.infer import find_step, step_numbered
from coach.season.season import calendar_for, season
from coach.stances.page import reason_line, signed


def place(source: Source, _size: BriefSize) -> list[Line]:
    """Return when and where the visit is; nothing when none is planned."""
    visit = source.visit
    if visit is None:
        return []
    words, lang = source.tools.words, source.lang
    when = visit.starts.replace("T", " ")[:16]
    parts = [when, *(part for part in (visit.place, visit.purpose) if part)]
    return [Line(words.say("brief_parts", lang).join(parts))]


def position_line(source: Source, _size: BriefSize) -> list[Line]:
    """Return the light with its first reason, and the step of the customer's procurement."""
    words, lang, found = source.tools.words, source.lang, source.position
    reason = reason_line(found.reasons[0], found.score, lang, source.tools) if found.reasons else ""
    light = words.say(f"stances_light_{found.light}", lang)
    lines = [Line(reason, words.say("brief_light", lang, light=light, score=signed(found.score)))]
    step = find_step(source.dossier, source.tools.steps, source.tools.knowledge)
    if step.step is not None:
        name = step_numbered(step.step, source.tools.knowledge).name[lang]
        lines.append(Line(words.say("brief_at_step", lang, number=step.step, name=name)))
    return lines


def since_lines(source: Source, size: BriefSize) -> list[Line]:
    """Return what was noted since the last visit, the newest first; of a first visit nothing."""
    words, lang, dossier = source.tools.words, source.lang, source.dossier
    last = last_visit(dossier, source.asof)
    if last is None:
        return []
    day = last.starts[:10]
    news = [(need.day, need.quote) for need in dossier.needs] + [
        (seen.day, seen.quote) for seen in dossier.observations
    ]
    news += [(note.day, note.text) for note in dossier.notes]
    news += [
        (order.day, words.say("brief_order", lang, amount=order.amount, currency=order.currency))
        for order in dossier.orders
    ]
    news += [(step.done, words.say("brief_done", lang, text=step.text)) for step in dossier.next_steps if step.done]
    fresh = sorted({(when, text) for when, text in news if when > day and text}, reverse=True)
    if not fresh:
        return [Line(words.say("brief_nothing_new", lang, day=day))]
    shown = [words.say("brief_new", lang, day=when, text=cut(text, size.quote)) for when, text in fresh[: size.changes]]
    return [Line(words.say("brief_parts", lang).join(shown), words.say("brief_since_day", lang, day=day))]


def season_lines(source: Source, _size: BriefSize) -> list[Line]:
    """Return what the buying calendar says to do now, else what the buyer is doing."""
    words, lang = source.tools.words, source.lang
    calendar = calendar_for(source.dossier.account.trade, source.tools.knowledge)
    if calendar is None:
        return []
    now = season(calendar, source.asof)
    if now.due:
        item = now.due[0]
        return [
            Line(
                words.say(
                    "brief_season_due", lang, name=item.what.name[lang], weeks=item.weeks_left,
                    action=item.now[0].do[lang],
                )
            )
        ]  # fmt: skip
    if now.running:
        phase = now.running[0].phase
        return [Line(words.say("brief_season_phase", lang, name=phase.name[lang], us=phase.us[lang]))]
    return []
