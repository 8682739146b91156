"""The columns of both pictures: one for each stance, as wide as its names need and the picture allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.accounts.records import Dossier
from coach.context import Tools
from coach.people.scale import UNKNOWN
from coach.pictures.frame import FAINT, rule, words
from coach.pictures.names import cut, width_of
from coach.stances.marks import STANCES, mark
from coach.stances.standing import Standing

WIDTH = 520  # of a picture: its letters are still readable when a phone shows it 360 pixels wide
FONT, HEADING, TITLE = 12, 11, 14
LINE, PAD = 18, 6  # height of a line of names; space around the names of a cell
_NARROWEST = 44
BOLD = 1.07  # how much wider bold letters are


@dataclass(frozen=True)
class Column:
    """`left` and `width` in pixels; `stance` heads it with `name`."""

    stance: str
    name: str
    left: float
    width: float


def columns(people: Sequence[Standing], left: float, beside: float, lang: str, tools: Tools) -> list[Column]:
    """Return the columns from `left` to the right edge for the names of `people`.

    `beside` is what stands beside a name, in pixels. Each column has space for its head; what is left goes to the
    names, short ones first. A column for people of unknown stance is there only when there are any.
    """
    by_stance: dict[str, list[str]] = {stance: [] for stance in STANCES}
    for one in people:
        by_stance.setdefault(one.stance, []).append(one.contact.name)
    heads = {stance: _head(stance, lang, tools) for stance in by_stance}
    least = {stance: max(_NARROWEST, width_of(name, HEADING) + 4) for stance, name in heads.items()}
    wanted = {
        stance: max([0.0, *(width_of(name, FONT * BOLD) + beside + PAD - least[stance] for name in names)])
        for stance, names in by_stance.items()
    }
    widths = _shared(least, wanted, WIDTH - left - PAD)
    found, x = [], left
    for stance, name in heads.items():
        found.append(Column(stance, name, x, widths[stance]))
        x += widths[stance]
    return found


def _shared(least: Mapping[str, float], wanted: Mapping[str, float], room: float) -> dict[str, float]:
    """Return the width of each column: what it needs at least, and of the rest what it wants, or an equal share."""
    widths, rest = dict(least), room - sum(least.values())
    for count, stance in enumerate(sorted(wanted, key=lambda name: (wanted[name], name))):
        given = min(wanted[stance], rest / (len(wanted) - count))
        widths[stance] += given
        rest -= given
    return {stance: width + rest / len(widths) for stance, width in widths.items()}


def _head(stance: str, lang: str, tools: Tools) -> str:
    if stance == UNKNOWN:
        return tools.words.say("stances_unknown", lang)
    return tools.knowledge.stances[stance].name[lang]


def draw_heads(found: Sequence[Column], y: float) -> list[str]:
    """Return mark and name of each stance above its column; `y` is the baseline of the name."""
    parts = []
    for column in found:
        middle = column.left + column.width / 2
        centred = f'text-anchor="middle" font-size="{HEADING}" fill="{FAINT}"'
        shown = cut(column.name, column.width, HEADING)
        parts += [mark(column.stance, middle, y - 18), words(middle, y, shown, centred)]
    return parts


def heading(title: str) -> str:
    """Return the title inside a picture."""
    return words(PAD, 22, title, f'font-size="{TITLE}" font-weight="bold"')


def shown_account(dossier: Dossier) -> str:
    """Return the name of the account as the title has space for."""
    return cut(" ".join(dossier.account.name.split()), WIDTH / 2, TITLE)


def borders(found: Sequence[Column], left: float, top: float, bottom: float) -> list[str]:
    """Return the lines between the columns, and the one below them from `left` on."""
    edges = (*(column.left for column in found), WIDTH - PAD)
    return [*(rule((x, top), (x, bottom)) for x in edges), rule((left, bottom), (WIDTH - PAD, bottom))]
