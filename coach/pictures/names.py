"""Names that fit into a picture: shortened where they are too long, by widths that hold for most fonts."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ELLIPSIS = "…"
# widths in parts of the font size, on the safe side of Noto Sans and the usual sans-serif fonts
_WIDE, _BROAD, _CAPITAL, _USUAL, _NARROW = 1.0, 0.95, 0.72, 0.6, 0.36
_BROAD_LETTERS, _NARROW_LETTERS = frozenset("mwMW@%…"), frozenset("iljtfrI.,:;'|!()[] -")


@lru_cache(maxsize=4096)
def width_of(text: str, size: float) -> float:
    """Return the width of `text` at the font size `size`, in pixels, rather too much than too little."""
    return sum(map(_letter, text)) * size


def _letter(letter: str) -> float:
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _BROAD_LETTERS:
        return _BROAD
    if unicodedata.combining(letter):
        return 0.0
    if _is_wide(letter):
        return _WIDE
    return _CAPITAL if letter.isupper() else _USUAL


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


@lru_cache(maxsize=4096)
def fitted(name: str, room: float, size: float) -> str:
    """Return `name`, shortened to `room` pixels: "Klaus Feldmann" becomes "K. Feldmann", else it is cut."""
    name = " ".join(name.split())
    given, _, family = name.rpartition(" ")
    shorter = [f"{given[0]}. {family}", family] if given and not any(map(_is_wide, name)) else []
    for form in (name, *shorter):
        if width_of(form, size) <= room:
            return form
    return cut(shorter[-1] if shorter else name, room, size)


def cut(text: str, room: float, size: float) -> str:
    """Return `text`, cut at its end when it is wider than `room` pixels."""
    if width_of(text, size) <= room:
        return text
    while text and width_of(text + ELLIPSIS, size) > room:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS
