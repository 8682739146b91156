"""The ranking as a picture: Pareto curve and grid of recency and frequency, as SVG without anything from outside."""

from __future__ import annotations

import polars as pl

from coach.context import Tools
from coach.pictures.frame import framed
from coach.progress.shapes import CALL_COLOUR, DRILL_COLOUR, GRID_COLOUR, Point, line, text
from coach.rfm.pareto import REVENUE, counted_by, curve
from coach.rfm.ranking import Ranking

WIDTH, HEIGHT = 400, 760  # of a phone held upright
LEFT, RIGHT = 48, 376
CURVE_TOP, CURVE_BOTTOM = 84, 340
GRID_TOP, CELL_HEIGHT = 420, 56
MOST_POINTS = 200  # of the curve: more cannot be told apart
SCORES = (5, 4, 3, 2, 1)
SMALL, BOLD = 'font-size="12"', 'font-weight="bold"'
MIDDLE, END = 'text-anchor="middle"', 'text-anchor="end"'
WHITE, BLACK = "#FFFFFF", "#000000"


def picture(ranking: Ranking, lang: str, tools: Tools) -> str:
    """Return an SVG of the ranking, with its content in words in `<title>` and `<desc>`."""
    by = counted_by(ranking.table, tools.knowledge.rfm_ranking) if len(ranking.table) else REVENUE
    cells = _cells(ranking)
    title = tools.words.say("rfm_picture_title", lang)
    parts = [
        text(16, 28, f"{title} · {ranking.preset.name[lang]} · {ranking.asof}", f'font-size="16" {BOLD}'),
        *_curve(ranking, by, lang, tools),
        *_grid(cells, lang, tools),
    ]
    return framed("rfm", title, _described(ranking, cells, lang, tools), (WIDTH, HEIGHT), lang, parts, font=14)


def _cells(ranking: Ranking) -> dict[tuple[int, int], tuple[int, float]]:
    """Return for each R and F the number of customers and their mean M."""
    groups = ranking.table.group_by("r", "f").agg(count=pl.len(), m=pl.col("m").mean()).sort("r", "f", descending=True)
    return {(row["r"], row["f"]): (row["count"], row["m"]) for row in groups.iter_rows(named=True)}


def _described(ranking: Ranking, cells: dict[tuple[int, int], tuple[int, float]], lang: str, tools: Tools) -> str:
    said = [_pair(ranking, lang, tools)]
    for (r, f), (count, m) in cells.items():
        said.append(tools.words.say("rfm_grid_described", lang, r=r, f=f, count=count, m=f"{m:.1f}"))
    return " ".join(said)


def _pair(ranking: Ranking, lang: str, tools: Tools) -> str:
    pair, words = ranking.pareto, tools.words
    if pair is None:
        return words.say("rfm_no_pair", lang)
    return words.say(
        "rfm_pair", lang, customers=f"{pair.customers_percent:.0f}", share=f"{pair.share_percent:.0f}",
        by=words.say(f"rfm_by_{pair.by}", lang), count=pair.customers, total=pair.total,
    )  # fmt: skip


def _curve(ranking: Ranking, by: str, lang: str, tools: Tools) -> list[str]:
    """Return the curve with its frame, and the real pair marked on it."""
    words, name = tools.words, tools.words.say(f"rfm_by_{by}", lang)
    shares = curve(ranking.table, by) if len(ranking.table) else []
    parts = [text(16, CURVE_TOP - 24, words.say("rfm_pareto_title", lang, by=name), BOLD)]
    for percent in (0, 20, 40, 60, 80, 100):
        x, y = _at(percent / 100, percent / 100)
        parts += [
            line([(LEFT, y), (RIGHT, y)], GRID_COLOUR, thin=True),
            text(LEFT - 6, y + 4, f"{percent}%", f"{SMALL} {END}"),
        ]
        parts += [text(x, CURVE_BOTTOM + 18, f"{percent}", f"{SMALL} {MIDDLE}")]
    parts.append(
        text((LEFT + RIGHT) / 2, CURVE_BOTTOM + 38, words.say("rfm_pareto_x", lang, by=name), f"{SMALL} {MIDDLE}")
    )
    parts.append(line(_points(shares), CALL_COLOUR))
    return parts + _mark(ranking)


def _points(shares: list[float]) -> list[Point]:
    """Return the curve from 0, with losses above 100% cut off at the frame."""
    step = max(len(shares) // MOST_POINTS, 1)
    chosen = sorted({*range(step - 1, len(shares), step), len(shares) - 1} - {-1})
    return [_at(0, 0), *(_at((i + 1) / len(shares), min(shares[i], 1.0)) for i in chosen)]


def _mark(ranking: Ranking) -> list[str]:
    pair = ranking.pareto
    if pair is None:
        return []
    across, up = pair.customers_percent / 100, min(pair.share_percent / 100, 1.0)
    x, y = _at(across, up)
    # under the curve, where nothing is drawn
    place, anchor = ((x + 12, y + 24), "start") if across < 0.5 else ((x - 8, CURVE_BOTTOM - 10), "end")
    words = f"{pair.customers_percent:.0f}% → {pair.share_percent:.0f}%"
    return [
        line([(x, CURVE_BOTTOM), (x, y)], DRILL_COLOUR, dashed=True),
        line([(LEFT, y), (x, y)], DRILL_COLOUR, dashed=True),
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{DRILL_COLOUR}"/>',
        text(place[0], place[1], words, f'{BOLD} text-anchor="{anchor}"'),
    ]


def _at(across: float, up: float) -> Point:
    return LEFT + across * (RIGHT - LEFT), CURVE_BOTTOM - up * (CURVE_BOTTOM - CURVE_TOP)


def _grid(cells: dict[tuple[int, int], tuple[int, float]], lang: str, tools: Tools) -> list[str]:
    """Return 25 cells, R upwards and F to the right, each with its customers and mean M, which the shade repeats."""
    words, width = tools.words, (RIGHT - LEFT) / len(SCORES)
    parts = [text(16, GRID_TOP - 14, words.say("rfm_grid_title", lang), BOLD)]
    for row, r in enumerate(SCORES):
        y = GRID_TOP + row * CELL_HEIGHT
        parts.append(text(LEFT - 10, y + CELL_HEIGHT / 2 + 5, f"R{r}", f"{SMALL} {END}"))
        for column, f in enumerate(reversed(SCORES)):
            count, m = cells.get((r, f), (0, 0.0))
            mean = words.say("rfm_grid_cell", lang, m=f"{m:.1f}") if count else ""
            parts.append(_cell(LEFT + column * width, y, width, count, m, mean))
    bottom = GRID_TOP + len(SCORES) * CELL_HEIGHT
    for column, f in enumerate(reversed(SCORES)):
        parts.append(text(LEFT + (column + 0.5) * width, bottom + 18, f"F{f}", f"{SMALL} {MIDDLE}"))
    return [*parts, text(16, bottom + 42, words.say("rfm_grid_legend", lang), SMALL)]


def _cell(x: float, y: float, width: float, count: int, m: float, mean: str) -> str:
    colour = WHITE if m >= 3.5 else BLACK
    box = (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{CELL_HEIGHT}" fill="{CALL_COLOUR}"'
        f' fill-opacity="{m / 5:.2f}" stroke="{GRID_COLOUR}"/>'
    )
    if not count:
        return box
    middle = x + width / 2
    return (
        box
        + text(middle, y + 26, f"{count:,}", f'{MIDDLE} {BOLD} fill="{colour}"')
        + text(middle, y + 44, mean, f'{MIDDLE} font-size="11" fill="{colour}"')
    )
