"""The matrix of roles and stances: who of each role stands where, and which roles nobody covers, as SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from coach.accounts.records import Dossier
from coach.context import Tools
from coach.knowledge.folders import TASK_LABELS
from coach.people.scale import UNKNOWN
from coach.pictures.frame import FAINT, clean, framed, rule, words
from coach.pictures.names import cut, fitted
from coach.stances.columns import (
    FONT,
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
from coach.stances.position import standings
from coach.stances.standing import Standing
from coach.stances.table import role_names, table_lines

_LEFT, _TOP = 82, 62  # space for the names of the roles, for the heads
_SMALL = 10


def matrix(dossier: Dossier, asof: date, lang: str, tools: Tools, people: Sequence[Standing] | None = None) -> str:
    """Return the matrix of the account on `asof`: a row for each role, a column for each stance, names in the cells.

    Who has several roles stands in several rows. `people` are the standings when they are known already. Full names
    are in the `<title>` of each name, all of it in words in the `<desc>`.
    """
    people = standings(dossier, asof, tools.knowledge.ledger) if people is None else people
    found, rows = columns(people, _LEFT, 0, lang, tools), _by_role(people)
    title = tools.words.say("stances_matrix_title", lang, account=shown_account(dossier), day=asof)
    parts, y = [heading(title), *draw_heads(found, _TOP - 8)], float(_TOP)
    for role, holders in rows.items():
        cells = {column: [one for one in holders if one.stance == column.stance] for column in found}
        height = max(1, *map(len, cells.values())) * LINE + 2 * PAD
        parts += [rule((PAD, y), (WIDTH - PAD, y)), *_role(role, bool(holders), y + height / 2 + 4, lang, tools)]
        for column, here in cells.items():
            parts += [_name(one, column, y + PAD + i * LINE) for i, one in enumerate(here)]
        y += height
    parts += borders(found, PAD, _TOP, y)
    title = tools.words.say("stances_matrix_title", lang, account=dossier.account.name, day=asof)
    described = " ".join([*table_lines(people, lang, tools), *_uncovered(rows, lang, tools)])
    return framed("stance-matrix", title, described, (WIDTH, y + PAD), lang, parts, FONT)


def _by_role(people: Sequence[Standing]) -> dict[str, list[Standing]]:
    """Return who has each role; those without any come last, under unknown."""
    rows = {role: [one for one in people if one.has_role(role)] for role in TASK_LABELS["role"] if role != UNKNOWN}
    without = [one for one in people if not one.roles]
    return {**rows, UNKNOWN: without} if without else rows


def _uncovered(rows: Mapping[str, Sequence[Standing]], lang: str, tools: Tools) -> list[str]:
    """Say which roles nobody has, for those who do not see the empty rows."""
    roles = role_names([role for role, holders in rows.items() if not holders], lang, tools)
    return [tools.words.say("stances_matrix_open", lang, roles=roles)] if roles else []


def _role(role: str, covered: bool, y: float, lang: str, tools: Tools) -> list[str]:
    """Return the name of a row; below the name of a role that nobody has, that nobody has it."""
    name = fitted(tools.knowledge.roles[role].name[lang], _LEFT - PAD - 2, FONT)
    if covered:
        return [words(PAD, y, name, 'font-weight="bold"')]
    nobody = cut(tools.words.say("stances_matrix_nobody", lang), _LEFT - PAD - 2, _SMALL)
    faint = f'fill="{FAINT}"'
    return [words(PAD, y - 5, name, faint), words(PAD, y + 8, nobody, f'{faint} font-size="{_SMALL}"')]


def _name(one: Standing, column: Column, y: float) -> str:
    shown = fitted(one.contact.name, column.width - PAD, FONT)
    return f"<g><title>{clean(one.contact.name)}</title>{words(column.left + PAD / 2, y + LINE / 2 + 4, shown)}</g>"
