"""Take off how somebody is spoken to: "Ms Doyle, how many files ...?" asks the same without it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PIECE = re.compile(r"[^,，]+[,，]?\s*")
_LONGEST = {"zh": 6, "en": 20}  # characters of an address: 万吉鲁科长, "Sister Agnes"


def without_address(text: str, names: Sequence[str], lang: str) -> str:
    """Return the text without short pieces between commas that hold one of `names`; all of it if nothing is left."""
    pieces = _PIECE.findall(text)
    kept = [piece for piece in pieces if not _addresses(piece.rstrip(" ,，?!.？！。"), names, lang)]
    return "".join(kept) or text


def parts_of(name: str, lang: str) -> list[str]:
    """Return the names by which somebody is called: the words of a name, of a Chinese one the family name too."""
    parts = re.split(r"[\s·]+", name)
    return [*parts, name[0]] if lang == "zh" and len(parts) == 1 else parts


def _addresses(piece: str, names: Sequence[str], lang: str) -> bool:
    if len(piece) > _LONGEST[lang]:
        return False
    return any(name in piece if lang == "zh" and len(name) > 1 else _begins(piece, name, lang) for name in names)


def _begins(piece: str, name: str, lang: str) -> bool:
    return piece.startswith(name) if lang == "zh" else name in piece.split()
