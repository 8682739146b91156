"""The talk itself: likely objections with answers, the agenda, the step to ask for, what to bring."""

from __future__ import annotations

from datetime import date, timedelta

from coach.accounts.records import NextStep
from coach.brief.brief import Line, Source
from coach.knowledge.briefing import BriefSize, LikelyObjection
from coach.process.infer import step_numbered
from coach.text.short import cut


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
    stances = {one.stance for one in source.position.standings} or {"unknown"}  # whom we do not know we cannot read
    return [
        likely
        for likely in source.tools.knowledge.briefing.likely
        if topics & set(likely.topics) or stances & set(likely.stances)
    ]


def agenda(source: Source, size: BriefSize) -> list[Line]:
    """Return the agenda in one line, what is still open, and the dated step to ask for."""
    words, lang = source.tools.words, source.lang
    points = [point[lang] for point in source.tools.knowledge.briefing.agenda]
    lines = [Line(words.say("brief_arrow", lang).join(points))]
    waiting = [step for step in source.dossier.next_steps if step.done is None]
    if waiting:
        lines.append(Line(_waiting(waiting[-1], source, size), words.say("brief_open_step", lang)))
    return [*lines, Line(_to_ask(source), words.say("brief_step", lang))]


def _waiting(step: NextStep, source: Source, size: BriefSize) -> str:
    words, lang, text = source.tools.words, source.lang, cut(step.text, size.quote)
    due = step.due or words.say("page_no_date", lang)
    if step.due is not None and step.due < source.asof.isoformat():
        return words.say("brief_step_late", lang, text=text, date=due)
    return words.say("brief_step_open", lang, text=text, date=due)


def _to_ask(source: Source) -> str:
    """Return the step to ask for, due some days after the visit: what procurement needs of us at its present step."""
    words, lang, tools = source.tools.words, source.lang, source.tools
    start = source.asof if source.visit is None else date.fromisoformat(source.visit.starts[:10])
    due = start + timedelta(days=tools.knowledge.briefing.step_days)
    if source.step.step is None:
        return words.say("brief_step_new", lang, date=due)
    thing = step_numbered(source.step.step, tools.knowledge).hand_over[lang][0]
    return words.say("brief_step_thing", lang, date=due, thing=thing)


def materials(source: Source, size: BriefSize) -> list[Line]:
    """Return what to bring: proofs of the pitches are named there; here the papers of every visit."""
    checklist = source.tools.knowledge.checklists["visit_materials"]
    names = [item.name[source.lang] for item in checklist.items[: size.materials]]
    return [Line(source.tools.words.listing(names, source.lang))] if names else []
