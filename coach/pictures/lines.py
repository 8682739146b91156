"""A sentence in several lines of a picture, broken between words, or anywhere in Chinese."""

from __future__ import annotations

import re

from coach.pictures.names import cut, width_of

_PIECES = re.compile(r"[\x21-\u2e7f]+ ?|\s|[^\x21-\u2e7f]")  # a word with its space, or one wide letter
_CLINGING = frozenset("，。、；：？！”’）》」』…")  # never at the begin of a line


def broken(text: str, room: float, size: float, most: int) -> list[str]:
    """Return `text` in at most `most` lines of `room` pixels at the font size `size`; the last is cut where it must."""
    lines: list[str] = []
    line = ""
    pieces = _PIECES.findall(" ".join(text.split()))
    for number, piece in enumerate(pieces):
        if line and piece not in _CLINGING and width_of((line + piece).rstrip(), size) > room - size:
            if len(lines) == most - 1:
                line += "".join(pieces[number:])
                break
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [cut(one, room, size) for one in [*lines, line.rstrip()] if one]
