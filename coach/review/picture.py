"""A picture of the call as SVG: questions by SPIN type over time, and below them the needs that were heard."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from coach.context import Tools
from coach.review.measure import ROWS, TENTHS

Json = dict[str, Any]
# Okabe and Ito's colours, which colour-blind people tell apart; a letter on each bar says the same
_COLOURS = {
    "situation": "#56B4E9",
    "problem": "#E69F00",
    "implication": "#D55E00",
    "need_payoff": "#009E73",
    "unclear": "#CCCCCC",
}
_LETTERS = {"situation": "S", "problem": "P", "implication": "I", "need_payoff": "N", "unclear": "?"}
_NEEDS = {"surface": "#767676", "latent": "#0072B2", "deep": "#000000"}
_LEFT, _BAR, _GAP, _HEIGHT, _BASE = 40, 62, 8, 200, 250
_READABLE = 14  # height from which a bar bears its letter
_WIDTH, _TALL = _LEFT + TENTHS * (_BAR + _GAP) + 20, 420


def picture(result: Json, tools: Tools, lang: str) -> str:
    """Return the SVG, with a title and a description in words for those who cannot see it."""
    rows, words = result["by_tenth"], tools.words
    title = words.say("review_picture_title", lang)
    described = words.say("review_picture_text", lang, rows=words.listing(_in_words(rows, tools, lang), lang))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_TALL}" role="img" lang="{lang}"'
        ' aria-labelledby="title desc" font-family="sans-serif" font-size="13">',
        f'<title id="title">{escape(title)}</title><desc id="desc">{escape(described)}</desc>',
        f'<rect width="{_WIDTH}" height="{_TALL}" fill="#FFFFFF"/>',
        f'<text x="{_LEFT}" y="28" font-size="16">{escape(title)}</text>',
        *_bars(rows),
        *_needs(rows),
        *_legend(tools, lang),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _in_words(rows: Json, tools: Tools, lang: str) -> list[str]:
    """Each row in words: its name, how many in all, and how many in each tenth."""
    return [
        tools.words.say(
            "review_picture_row", lang, name=_name(name, tools, lang), total=sum(counts),
            counts=" ".join(map(str, counts)),
        )
        for name, counts in rows.items()
    ]  # fmt: skip


def _name(name: str, tools: Tools, lang: str) -> str:
    return tools.words.say(f"mark_spin_{name}", lang) if name in ROWS else tools.words.say(f"label_{name}", lang)


def _bars(rows: Json) -> Iterator[str]:
    highest = max(1, *(sum(rows[name][i] for name in ROWS) for i in range(TENTHS)))
    unit = min(50.0, (_HEIGHT - 10) / highest)
    yield f'<line x1="{_LEFT}" y1="{_BASE}" x2="{_WIDTH - 20}" y2="{_BASE}" stroke="#000000"/>'
    for i in range(TENTHS):
        x, y = _LEFT + i * (_BAR + _GAP), float(_BASE)
        for name in ROWS:
            if not (count := rows[name][i]):
                continue
            y -= count * unit
            tall = count * unit
            yield f'<rect x="{x}" y="{y:g}" width="{_BAR}" height="{tall:g}" fill="{_COLOURS[name]}" stroke="#FFFFFF"/>'
            if tall >= _READABLE:
                yield _label(x, y + tall / 2 + 5, f"{_LETTERS[name]}{count}")
        yield _label(x, _BASE + 18, f"{(i + 1) * TENTHS}%")


def _label(x: float, y: float, text: str, fill: str = "#000000") -> str:
    return f'<text x="{x + _BAR / 2:g}" y="{y:g}" text-anchor="middle" fill="{fill}">{text}</text>'


def _needs(rows: Json) -> Iterator[str]:
    """A circle a need, the deeper the lower."""
    for depth, name in enumerate(_NEEDS):
        for i, count in enumerate(rows[name]):
            if count:
                x, y = _LEFT + i * (_BAR + _GAP), _BASE + 40 + depth * 24
                yield f'<circle cx="{x + _BAR / 2:g}" cy="{y}" r="10" fill="{_NEEDS[name]}"/>'
                yield _label(x, y + 5, str(count), "#FFFFFF")


def _legend(tools: Tools, lang: str) -> Iterator[str]:
    x = _LEFT
    for name, colour in {**_COLOURS, **_NEEDS}.items():
        label = f"{_LETTERS.get(name, '')} {_name(name, tools, lang)}".strip()
        if name == "surface":
            x = _LEFT
        y = _TALL - (16 if name in _NEEDS else 38)
        yield f'<rect x="{x}" y="{y - 11}" width="12" height="12" fill="{colour}"/>'
        yield f'<text x="{x + 18}" y="{y}">{escape(label)}</text>'
        x += 144
