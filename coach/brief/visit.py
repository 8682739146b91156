"""The talk itself: likely objections with answers, the agenda, the step to ask for, what to bring."""

from __future__ import annotations

from datetime import timedelta

from coach.brief.brief import Line, Source
from coach.knowledge.briefing import BriefSize, LikelyObjection


def objections(source: Source, size: BriefSize) -> list[Line]:
    """Return the objections to expect from the needs and stances, each with an answer."""
    words, lang = source.tools.words, source.lang
    lines = []
    for likely in expected(source)[: size.objections]:
        kind = source.tools.knowledge.objections[likely.objection]
        lines.append(Line(likely.answer[lang], words.say("brief_objection", lang, name=kind.name[lang])))
    return lines


def expected(source: Source) -> list[LikelyObjection]:
    """Return the likely objections of `knowledge/brief.yml` that something in the book speaks for, in its order."""
    topics = {need.topic for need in source.dossier.needs}
    stances = {one.stance for one in source.position.standings}
    return [
        likely
        for likely in source.tools.knowledge.briefing.likely
        if topics & set(likely.topics) or stances & set(likely.stances)
    ]


def agenda(source: Source, _size: BriefSize) -> list[Line]:
    """Return the agenda in one line, and the dated next step to ask for."""
    words, lang = source.tools.words, source.lang
    points = [point[lang] for point in source.tools.knowledge.briefing.agenda]
    return [
        Line(words.say("brief_arrow", lang).join(points)),
        Line(_step(source), words.say("brief_step", lang)),
    ]


def _step(source: Source) -> str:
    """Return the step to ask for: what is open, else a step within a week of the visit."""
    words, lang = source.tools.words, source.lang
    waiting = [step for step in source.dossier.next_steps if step.done is None]
    if waiting:
        last = waiting[-1]
        due = last.due or words.say("page_no_date", lang)
        if last.due is not None and last.due < source.asof.isoformat():
            return words.say("brief_step_late", lang, text=last.text, date=due)
        return words.say("brief_step_open", lang, text=last.text, date=due)
    start = source.asof if source.visit is None else type(source.asof).fromisoformat(source.visit.starts[:10])
    return words.say("brief_step_new", lang, date=start + timedelta(days=source.tools.knowledge.briefing.step_days))


def materials(source: Source, size: BriefSize) -> list[Line]:
    """Return what to bring: proofs of the pitches are named there; here the papers of every visit."""
    checklist = source.tools.knowledge.checklists["visit_materials"]
    names = [item.name[source.lang] for item in checklist.items[: size.materials]]
    return [Line(source.tools.words.listing(names, source.lang))] if names else []
