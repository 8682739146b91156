"""The buying year as a strip of twelve months: a bar for each phase, a diamond for each event, a line for today."""

from __future__ import annotations

import calendar as months
from datetime import date

from coach.context import Tools
from coach.knowledge.buying import Calendar, Phase
from coach.process.sheet import DONE, INK, NOW, PALE, WIDTH, sheet
from coach.progress.shapes import line, text
from coach.season.occurrences import event_spans, months_of
from coach.season.season import season

LEFT, RIGHT, HEAD, ROW, BAR = 12, WIDTH - 12, 72, 30, 9
YEAR = RIGHT - LEFT


def season_picture(calendar: Calendar, today: date, lang: str, tools: Tools) -> str:
    """Return an SVG of the calendar year of `today`."""
    now = season(calendar, today)
    running = {item.phase.id for item in now.running}
    title = tools.words.say("season_picture_title", lang, year=today.year, name=calendar.name[lang])
    rows = [_phase(phase, phase.id in running, lang) for phase in calendar.phases]
    rows += [_event(name[lang], days) for name, days in _events(calendar, today.year)]
    height = HEAD + ROW * len(rows) + 16
    placed = [f'<g transform="translate(0 {HEAD + i * ROW})">{row}</g>' for i, row in enumerate(rows)]
    names = tools.words.listing([item.phase.name[lang] for item in now.running], lang)
    described = tools.words.say("season_picture_described", lang, day=today, running=names)
    parts = [*_head(title), *placed, _today(today, height, lang, tools)]
    return sheet("season", title, described, lang, height, parts)


def _head(title: str) -> list[str]:
    width = YEAR / 12
    labels = [text(round(LEFT + (i + 0.5) * width, 1), 62, str(i + 1), 'text-anchor="middle"') for i in range(12)]
    return [text(LEFT, 22, title, 'font-size="14" font-weight="bold"'), *labels]


def _phase(phase: Phase, running: bool, lang: str) -> str:
    """Return name and bar; a phase across the turn of the year has a bar at both ends. Running ones are filled."""
    own = months_of(phase)
    first = [month for month in own if month >= phase.begins]
    second = own[len(first) :]
    look = f'fill="{DONE}" stroke="{DONE}"' if running else f'fill="#FFFFFF" stroke="{PALE}"'
    weight = 'font-size="11" font-weight="bold"' if running else 'font-size="11"'
    bars = [_bar(part[0] - 1, part[-1], look) for part in (first, second) if part]
    return text(LEFT, 11, phase.name[lang], weight) + "".join(bars)


def _bar(begins: int, ends: int, look: str) -> str:
    x, width = LEFT + begins * YEAR / 12, (ends - begins) * YEAR / 12
    return f'<rect x="{x:.1f}" y="15" width="{width:.1f}" height="{BAR}" rx="3" {look} stroke-width="1.5"/>'


def _events(calendar: Calendar, year: int) -> list[tuple[dict[str, str], date]]:
    found = []
    for event in calendar.events:
        begins = next((s.begins for s in event_spans(event, date(year, 1, 1)) if s.begins.year == year), None)
        if begins:
            found.append(({"zh": event.name.zh, "en": event.name.en}, begins))
    return found


def _event(name: str, day: date) -> str:
    x, y = _x(day), 15 + BAR / 2
    diamond = f'<path d="M{x:.1f} {y - 7} l7 7 l-7 7 l-7 -7 z" fill="{INK}"/>'
    return text(LEFT, 11, f"{name} {day.month}-{day.day}", 'font-size="11"') + diamond


def _today(today: date, height: int, lang: str, tools: Tools) -> str:
    x = _x(today)
    anchor = "start" if x < WIDTH / 2 else "end"
    label = text(round(x, 1), 42, tools.words.say("season_picture_today", lang), f'text-anchor="{anchor}" fill="{NOW}"')
    return label + line([(x, 46), (x, height - 10)], NOW, dashed=True)


def _x(day: date) -> float:
    """Return the place of a day: months are equally wide, whatever their length."""
    share = (day.day - 1) / months.monthrange(day.year, day.month)[1]
    return LEFT + (day.month - 1 + share) * YEAR / 12
