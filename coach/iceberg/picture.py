"""The iceberg of needs, as SVG: what was asked for above the water, what is behind it below.

What was found has a full mark, what was missed an open one, a depth that nobody has reached a question mark: the
colours only help.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from coach.accounts.records import Dossier
from coach.context import Tools
from coach.iceberg.depths import Depth, Shown, depths_of_account, depths_of_debrief
from coach.pictures.frame import FAINT, INK, PAPER, clean, framed, words
from coach.pictures.lines import broken
from coach.pictures.names import cut, fitted, width_of

MOST = 4  # needs of a depth; of an account with more the most recent are shown
WIDTH = 520  # as the other pictures: readable when a phone shows it 360 pixels wide
_FONT, _SMALL, _TITLE = 12, 11, 14
_TOP, _PAD, _LEFT = 38, 8, 132  # below the title; around a depth; left of the words stands the iceberg
_HEAD, _LINE, _GAP = 20, 16, 6  # height of a heading and of a line; space between two needs
_QUOTED = 2  # lines of a quote
_BESIDE, _BOLDER = 8, 1.15  # pixels between a topic and whose it is; how much wider bold letters may be
_TIP = 84.0  # the most of the ice that is above the water
_WATER, _FOUND = "#56B4E9", "#0072B2"
Json = dict[str, Any]


def account_iceberg(dossier: Dossier, _asof: date, lang: str, tools: Tools) -> str:
    """Return the iceberg of an account, from all needs in its dossier."""
    return draw(depths_of_account(dossier, lang, tools), dossier.account.name, lang, tools)


def debrief_iceberg(result: Json, lang: str, tools: Tools) -> str:
    """Return the iceberg of a rehearsal with what was found and missed; `result` is its debrief."""
    return draw(depths_of_debrief(result, lang, tools), rehearsed_name(result, lang, tools), lang, tools)


def rehearsed_name(result: Json, lang: str, tools: Tools) -> str:
    """Return the name of the scenario of a debrief."""
    scenario = tools.knowledge.scenarios.get(result["scenario"])
    return scenario.name[lang] if scenario else str(result["scenario"])


def draw(depths: Sequence[Depth], name: str, lang: str, tools: Tools) -> str:
    """Return the picture; all needs in full, also those that it has no space for, are in its `<desc>`."""
    parts, y, bounds = [], float(_TOP), []
    for depth in depths:
        lines, bottom = _depth(depth, y, lang, tools)
        parts += lines
        bounds.append(bottom)
        y = bottom
    water = bounds[0]
    shown = tools.words.say("iceberg_title", lang, name=cut(" ".join(name.split()), WIDTH * 0.6, _TITLE))
    title = words(_PAD, 22, shown, f'font-size="{_TITLE}" font-weight="bold"')
    behind = [
        f'<rect y="{water:.1f}" width="{WIDTH}" height="{y - water:.1f}" fill="{_WATER}" fill-opacity="0.22"/>',
        *_ice(water, bounds[1], y),
        f'<path d="M0,{water:.1f}H{WIDTH}" stroke="{_FOUND}" stroke-width="2"/>',
    ]
    described = " ".join(iceberg_lines(depths, lang, tools))
    named = tools.words.say("iceberg_title", lang, name=name)
    return framed("iceberg", named, described, (WIDTH, y), lang, [title, *behind, *parts], _FONT)


def iceberg_lines(depths: Sequence[Depth], lang: str, tools: Tools) -> list[str]:
    """Return the picture in words: each depth with all its needs."""
    lines = []
    for depth in depths:
        lines.append(tools.words.say("iceberg_depth", lang, level=depth.name, count=len(depth.needs)))
        for need in depth.needs:
            who = tools.words.say("iceberg_who", lang, name=need.who) if need.who else ""
            line = tools.words.say("iceberg_need", lang, topic=need.topic, who=who, text=need.text)
            lines.append(line.strip(" :："))
        if not depth.needs:
            lines.append(tools.words.say("iceberg_open", lang, invitation=depth.invitation))
    return lines


def _ice(water: float, latent: float, bottom: float) -> list[str]:
    """Return the ice: a tip above the water, and below it a body that is widest where the latent needs are."""
    top, right = max(_TOP + 4.0, water - _TIP), _LEFT - 14.0
    tip = f"M26,{water:.1f}L46,{top + 18:.1f}L64,{top:.1f}L84,{top + 22:.1f}L102,{water:.1f}Z"
    body = (
        f"M26,{water:.1f}L8,{(water + latent) / 2:.1f}L14,{latent:.1f}L40,{(latent + bottom) / 2:.1f}"
        f"L60,{bottom - 8:.1f}L84,{(latent + bottom) / 2:.1f}L{right - 4:.1f},{latent:.1f}L{right:.1f},"
        f"{(water + latent) / 2:.1f}L102,{water:.1f}Z"
    )
    return [f'<path d="{shape}" fill="{PAPER}" stroke="{INK}" stroke-width="1"/>' for shape in (tip, body)]


def _depth(depth: Depth, y: float, lang: str, tools: Tools) -> tuple[list[str], float]:
    """Return the words of a depth that begins at `y`, and where it ends."""
    y += _PAD
    parts = [words(_LEFT, y + 13, depth.name, f'font-size="{_FONT + 1}" font-weight="bold"')]
    y += _HEAD
    for need in depth.needs[:MOST]:
        parts += _need(need, y)
        y += _LINE * (1 + len(_quoted(need.text))) + _GAP
    if not depth.needs:
        lines = broken(tools.words.say("iceberg_open", lang, invitation=depth.invitation), _room(), _SMALL, 3)
        faint = f'font-size="{_SMALL}" fill="{FAINT}"'
        parts.append(words(_LEFT + 2, y + 12, "?", f'font-weight="bold" fill="{_FOUND}"'))
        parts += [words(_LEFT + 16, y + 12 + i * _LINE, line, faint) for i, line in enumerate(lines)]
        y += _LINE * len(lines) + _GAP
    if (more := len(depth.needs) - MOST) > 0:
        said = tools.words.say("iceberg_more", lang, count=more)
        parts.append(words(_LEFT + 16, y + 11, said, f'font-size="{_SMALL}" fill="{FAINT}"'))
        y += _LINE
    return parts, y + _PAD


def _need(need: Shown, y: float) -> list[str]:
    """Return mark, topic and whose it is in one line, the words below."""
    topic = cut(need.topic, _room() * 0.6, _FONT)
    bold = ' font-weight="bold"' if need.found else ""
    line = f"<tspan{bold}>{clean(topic)}</tspan>"
    if need.who:  # right behind the topic, however wide a font draws that
        who = fitted(need.who, _room() - width_of(topic, _FONT) * _BOLDER - _BESIDE, _SMALL)
        line += f'<tspan dx="{_BESIDE}" font-size="{_SMALL}" fill="{FAINT}">{clean(who)}</tspan>'
    parts = [_mark(need.found, _LEFT + 6, y + 8), f'<text x="{_LEFT + 16}" y="{y + 12:.1f}">{line}</text>']
    lines = _quoted(need.text)
    small = f'font-size="{_SMALL}"'
    parts += [words(_LEFT + 16, y + 12 + (i + 1) * _LINE, line, small) for i, line in enumerate(lines)]
    return [f"<g><title>{clean(need.topic)}</title>{''.join(parts)}</g>"]


def _quoted(text: str) -> list[str]:
    return broken(text, _room(), _SMALL, _QUOTED) if text else []


def _room() -> float:
    return WIDTH - _PAD - _LEFT - 16


def _mark(found: bool, x: float, y: float) -> str:
    """Return the mark of a need with its middle at (x, y): a full circle when it was found, else a dashed ring."""
    look = f'fill="{_FOUND}"' if found else f'fill="{PAPER}" stroke-dasharray="2 1.5"'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" {look} stroke="{INK}" stroke-width="1"/>'
