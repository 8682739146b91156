"""The influence-stance map: who weighs how much and stands where, as SVG.

Each place on the map is a cell, and the people in it stand one below the other: so no two names ever overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.accounts.records import Dossier
from coach.context import Tools
from coach.pictures.frame import FAINT, clean, framed, rule, words
from coach.pictures.names import fitted
from coach.stances.columns import (
    BOLD,
    FONT,
    HEADING,
    LINE,
    PAD,
    WIDTH,
    Column,
    borders,
    columns,
    draw_heads,
    heading,
    shown_account,
)
from coach.stances.gaps import DECIDER
from coach.stances.marks import TRENDS, arrow, mark
from coach.stances.position import standings
from coach.stances.standing import LEAST_INFLUENCE, MOST_INFLUENCE, Standing
from coach.stances.table import table_lines

_LEFT, _TOP, _FOOT = 26, 86, 34  # space for the scale of influence, for the heads, for the legend
_MARK, _ARROW = 15, 13  # space that a mark and an arrow take before a name
_LEVELS = range(MOST_INFLUENCE, LEAST_INFLUENCE - 1, -1)


def influence_map(
    dossier: Dossier, asof: date, lang: str, tools: Tools, people: Sequence[Standing] | None = None
) -> str:
    """Return the map of the account on `asof`: stance from left (enemy) to right (coach), influence upwards.

    `people` are the standings when they are known already. Full names are in the `<title>` of each mark, all of it
    in words in the `<desc>`.
    """
    people = standings(dossier, asof, tools.knowledge.ledger) if people is None else people
    found = columns(people, _LEFT, _MARK + _ARROW, lang, tools)
    cells: dict[tuple[int, str], list[Standing]] = {(level, one.stance): [] for level in _LEVELS for one in found}
    for one in people:
        cells[one.influence.value, one.stance].append(one)
    parts, y = [*_head(dossier, asof, lang, tools), *draw_heads(found, _TOP - 8)], float(_TOP)
    for level in _LEVELS:
        height = max(1, *(len(cells[level, column.stance]) for column in found)) * LINE + 2 * PAD
        parts += _level(level, y, height)
        for column in found:
            parts += [_person(one, column, y + PAD + i * LINE) for i, one in enumerate(cells[level, column.stance])]
        y += height
    parts += [*borders(found, _LEFT, _TOP, y), *_legend(y + _FOOT - 12, lang, tools)]
    title = tools.words.say("stances_map_title", lang, account=dossier.account.name, day=asof)
    described = " ".join(table_lines(people, lang, tools))
    return framed("influence-map", title, described, (WIDTH, y + _FOOT), lang, parts, FONT)


def _head(dossier: Dossier, asof: date, lang: str, tools: Tools) -> list[str]:
    title = tools.words.say("stances_map_title", lang, account=shown_account(dossier), day=asof)
    axis = tools.words.say("stances_map_axis", lang)
    return [heading(title), words(PAD, 40, axis, f'font-size="{HEADING}" fill="{FAINT}"')]


def _level(level: int, y: float, height: float) -> list[str]:
    middle = f'text-anchor="middle" fill="{FAINT}"'
    return [rule((_LEFT, y), (WIDTH - PAD, y)), words(_LEFT / 2 + 1, y + height / 2 + 4, str(level), middle)]


def _person(one: Standing, column: Column, y: float) -> str:
    """Return mark, trend and name of a person, in a line of the column that begins at `y`."""
    middle, x = y + LINE / 2, column.left + PAD / 2
    moving = arrow(one.trend.direction, x + _MARK + _ARROW / 2 - 0.5, middle)
    start = x + _MARK + (_ARROW if moving else 0)
    decides = one.has_role(DECIDER)
    name = fitted(one.contact.name, column.left + column.width - start - 2, FONT * (BOLD if decides else 1))
    bold = 'font-weight="bold"' if decides else ""
    parts = [mark(one.stance, x + _MARK / 2, middle), moving, words(start, middle + 4, name, bold)]
    return f"<g><title>{clean(one.contact.name)}</title>{''.join(parts)}</g>"


def _legend(y: float, lang: str, tools: Tools) -> list[str]:
    """Return what the arrows and the bold names mean."""
    step, small = (WIDTH - _LEFT) / (len(TRENDS) + 1), f'font-size="{HEADING}" fill="{FAINT}"'
    parts = []
    for i, direction in enumerate(TRENDS):
        x = _LEFT + i * step
        parts += [arrow(direction, x, y - 4), words(x + 9, y, tools.words.say(f"stances_map_{direction}", lang), small)]
    return [*parts, words(_LEFT + len(TRENDS) * step, y, tools.words.say("stances_map_bold", lang), small)]
