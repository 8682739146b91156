"""The brief as a value: titled sections of lines, from a dossier, small enough for one page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from coach.accounts.records import Dossier, Visit
from coach.brief.answers import pitch_answers
from coach.brief.count import words_in
from coach.brief.short import short_names, short_position
from coach.context import Tools
from coach.knowledge.briefing import BriefSize
from coach.pitch.catalogue import Answer
from coach.process.infer import StepFinding, find_step
from coach.season.season import Season, calendar_for, season
from coach.stances.position import Position, position
from coach.stances.standing import Standing


@dataclass(frozen=True)
class Line:
    """`lead` is what the line is about, shown strong, "" when it stands alone; `text` what is said of it."""

    text: str
    lead: str = ""


@dataclass(frozen=True)
class Section:
    """A titled part of the brief; `id` is fixed, the title in the reader's language."""

    id: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Brief:
    """The whole page. `words` is how many words it has; at most the limit of `knowledge/brief.yml`.

    `colon` is what stands between a line's lead and its text in this language.
    """

    account: str
    title: str
    lang: str
    colon: str
    sections: tuple[Section, ...]
    words: int


@dataclass(frozen=True)
class Source:
    """All that the sections are made from: worked out once for every size that is tried."""

    dossier: Dossier
    visit: Visit | None
    asof: date
    lang: str
    tools: Tools
    position: Position
    step: StepFinding
    season: Season | None  # by the buying calendar of the trade; None when there is none
    answers: Mapping[str, Answer]  # what to pitch, by contact; "": for a need of nobody's own

    def shortened(self, longest: int) -> Source:
        """Return the same with names of at most `longest` characters."""
        return replace(
            self,
            dossier=short_names(self.dossier, longest),
            position=short_position(self.position, longest),
        )


Maker = Callable[[Source, BriefSize], list[Line]]


def brief(dossier: Dossier, visit: Visit | None, asof: date, lang: str, tools: Tools) -> Brief:
    """Return the brief on `dossier` for `visit` (None: no visit is planned) as it is on `asof`.

    The sizes of `knowledge/brief.yml` are tried from large to small; the first that keeps the limit of words is taken.
    """
    found = position(dossier, asof, tools.knowledge.ledger)
    step = find_step(dossier, tools.steps, tools.knowledge, guess=False, newest=tools.knowledge.briefing.step_texts)
    calendar = calendar_for(dossier.account.trade, tools.knowledge)
    now = season(calendar, asof) if calendar else None
    source = Source(dossier, visit, asof, lang, tools, found, step, now, {})
    most = max(size.people for size in tools.knowledge.briefing.sizes)
    shown = [one.contact.id for one in those_met(source)[:most]]
    source = replace(source, answers=pitch_answers(dossier, shown, tools))
    rules = tools.knowledge.briefing
    for size in rules.sizes:
        page = replace(_page(source.shortened(size.name), size), account=dossier.account.name)
        if page.words <= rules.most_words:
            break
    return page


def _page(source: Source, size: BriefSize) -> Brief:
    from coach.brief.sections import SECTIONS

    words, lang, name = source.tools.words, source.lang, source.dossier.account.name
    sections = tuple(
        Section(key, words.say(f"brief_{key}", lang), tuple(lines))
        for key, make in SECTIONS.items()
        if (lines := make(source, size))
    )
    title = words.say("brief_title", lang, account=name)
    said = [title, *(section.title for section in sections)]
    said += [part for section in sections for line in section.lines for part in (line.lead, line.text)]
    return Brief(name, title, lang, words.say("brief_colon", lang), sections, sum(map(words_in, said)))


def those_met(source: Source) -> list[Standing]:
    """Return who will be met, the most influential first; everybody when the visit names nobody."""
    everybody = list(source.position.standings)
    named = set(source.visit.people) if source.visit else set()
    return [one for one in everybody if one.contact.id in named] or everybody


def as_json(page: Brief, visit: Visit | None) -> dict[str, object]:
    """Return the brief as plain JSON."""
    values = asdict(page)
    del values["colon"]
    return {**values, "visit": asdict(visit) if visit else None}


def next_visit(dossier: Dossier, asof: date) -> Visit | None:
    """Return the planned visit that comes next, on `asof` or later."""
    day = asof.isoformat()
    ahead = [visit for visit in dossier.visits if visit.state == "planned" and visit.starts[:10] >= day]
    return min(ahead, key=lambda visit: (visit.starts, visit.id), default=None)


def last_visit(dossier: Dossier, asof: date) -> Visit | None:
    """Return the latest visit that took place before `asof`."""
    day = asof.isoformat()
    behind = [visit for visit in dossier.visits if visit.state != "cancelled" and visit.starts[:10] < day]
    return max(behind, key=lambda visit: (visit.starts, visit.id), default=None)
