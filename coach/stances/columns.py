"""The columns of both pictures: one for each stance, as wide as its names need and the picture allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.accounts.records import Dossier
from coach.context import Tools
from coach.people.standing import UNKNOWN
from coach.pictures.frame import FAINT, rule, words
from coach.pictures.names import cut, fitted, width_of
from coach.stances.marks import STANCES, mark
from coach.stances.standing import Standing

WIDTH = 520  # of a picture: its letters are still readable when a phone shows it 360 pixels wide
FONT, HEADING, TITLE = 12, 11, 14
LINE, PAD = 18, 6  # height of a line of names; space around the names of a cell
_NARROWEST = 58


@dataclass(frozen=True)
class Column:
    """`left` and `width` in pixels; `stance` heads it."""

    stance: str
    left: float
    width: float


def columns(names: Mapping[str, Sequence[str]], left: float, beside: float) -> list[Column]:
    """Return the columns from `left` to the right edge for the names of each stance.

    `beside` is what stands beside a name, in pixels. What is left over the narrowest columns goes to those that
    need more, in proportion. A column for people of unknown stance is there only when there are any.
    """
    shown = [*STANCES, *([UNKNOWN] if names.get(UNKNOWN) else [])]
    over = WIDTH - left - PAD - _NARROWEST * len(shown)
    longest = {stance: max((width_of(name, FONT) for name in names.get(stance, ())), default=0.0) for stance in shown}
    wanted = {stance: max(0.0, longest[stance] + beside + PAD - _NARROWEST) for stance in shown}
    total = sum(wanted.values())
    found, x = [], left
    for stance in shown:
        share = wanted[stance] / total if total > over else 0.0
        width = _NARROWEST + (over * share if total > over else wanted[stance] + (over - total) / len(shown))
        found.append(Column(stance, x, width))
        x += width
    return found


def heads(found: Sequence[Column], y: float, lang: str, tools: Tools) -> list[str]:
    """Return mark and name of each stance above its column; `y` is the baseline of the name."""
    parts = []
    for column in found:
        unknown = column.stance == UNKNOWN
        name = (
            tools.words.say("stances_unknown", lang) if unknown else tools.knowledge.stances[column.stance].name[lang]
        )
        middle = column.left + column.width / 2
        centred = f'text-anchor="middle" font-size="{HEADING}" fill="{FAINT}"'
        shown = fitted(name, column.width - 2, HEADING)
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


def names_by_stance(people: Sequence[Standing]) -> dict[str, list[str]]:
    """Return the names of the people at each stance."""
    found: dict[str, list[str]] = {}
    for one in people:
        found.setdefault(one.stance, []).append(one.contact.name)
    return found
