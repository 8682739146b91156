"""The progress as a picture: one small line chart for each skill, as SVG without anything from outside."""

from __future__ import annotations

from collections.abc import Sequence

from coach.context import Tools
from coach.pictures.frame import framed
from coach.progress.record import CALLS, DRILL, Record
from coach.progress.series import Series, latest, percent, skill_series
from coach.progress.shapes import CALL_COLOUR, DRILL_COLOUR, GRID_COLOUR, Point, dot, line, square, text

COLUMNS, WIDTH, HEIGHT = 3, 260, 120  # of one chart, in pixels
LEFT, TOP, RIGHT, BOTTOM = 14, 34, 246, 104  # edges of the lines within a chart
HEAD = 64
SHOWN = 40  # records: more points than that cannot be told apart


def picture(records: Sequence[Record], lang: str, tools: Tools) -> str:
    """Return an SVG of the latest records, with its content in words in `<title>` and `<desc>`."""
    shown = [record for record in records if record.kind in (*CALLS, DRILL)][-SHOWN:]
    names = {item.id: item.name[lang] for item in tools.knowledge.rubric.criteria}
    measured = {skill: name for skill, name in names.items() if latest(skill_series(shown, skill)) is not None}
    rows = -(-len(measured) // COLUMNS)
    width, height = COLUMNS * WIDTH, HEAD + rows * HEIGHT
    described = [_described(name, skill_series(shown, skill), lang, tools) for skill, name in measured.items()]
    summary = " ".join(described) or tools.words.say("progress_none", lang)
    charts = [_chart(number, name, shown, skill) for number, (skill, name) in enumerate(measured.items())]
    title = tools.words.say("progress_picture_title", lang)
    return framed("progress", title, summary, (width, height), lang, [*_head(lang, tools), *charts], font=13)


def _described(name: str, series: Series, lang: str, tools: Tools) -> str:
    values = [percent(value) for value in series if value is not None]
    return tools.words.say(
        "progress_picture_skill", lang, name=name, count=len(values), first=values[0], last=values[-1]
    )


def _head(lang: str, tools: Tools) -> list[str]:
    """Return the title and what the two kinds of lines mean."""
    words, drills = tools.words, LEFT + WIDTH
    return [
        text(LEFT, 22, words.say("progress_picture_title", lang), 'font-size="16" font-weight="bold"'),
        line([(LEFT, 44), (LEFT + 24, 44)], CALL_COLOUR) + dot((LEFT + 12, 44)),
        text(LEFT + 32, 48, words.say("progress_picture_calls", lang)),
        line([(drills, 44), (drills + 24, 44)], DRILL_COLOUR, dashed=True) + square((drills + 12, 44)),
        text(drills + 32, 48, words.say("progress_picture_drills", lang)),
    ]


def _chart(number: int, name: str, shown: Sequence[Record], skill: str) -> str:
    """Return the chart of a skill: its name, its latest value, calls and drills in the order in which they came."""
    x, y = number % COLUMNS * WIDTH, HEAD + number // COLUMNS * HEIGHT
    grid = [
        line([(LEFT, level), (RIGHT, level)], GRID_COLOUR, thin=True) for level in (TOP, (TOP + BOTTOM) / 2, BOTTOM)
    ]
    calls, drills = _points(shown, skill, CALLS), _points(shown, skill, (DRILL,))
    last = percent(latest(skill_series(shown, skill)) or 0.0)
    parts = [
        text(LEFT, TOP - 12, name),
        text(RIGHT, TOP - 12, f"{last}%", 'text-anchor="end" font-weight="bold"'),
        *grid,
        line(drills, DRILL_COLOUR, dashed=True) + "".join(map(square, drills)),
        line(calls, CALL_COLOUR) + "".join(map(dot, calls)),
    ]
    return f'<g transform="translate({x} {y})">{"".join(parts)}</g>'


def _points(shown: Sequence[Record], skill: str, kinds: Sequence[str]) -> list[Point]:
    step = (RIGHT - LEFT) / max(len(shown) - 1, 1)
    return [
        (LEFT + i * step, BOTTOM - record.skills[skill] * (BOTTOM - TOP))
        for i, record in enumerate(shown)
        if record.kind in kinds and skill in record.skills
    ]
