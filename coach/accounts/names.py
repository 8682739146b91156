"""How names are compared and found: folded, and by pinyin."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, product

from coach.text.normalize import normalize

MOST_READINGS = 6  # of a name with characters that are read in several ways


def name_key(name: str) -> str:
    """Return the name without what does not make it another one: case, width, script and spaces."""
    return " ".join(normalize(name).split())


def has_han(text: str) -> bool:
    return any("\u3400" <= char <= "\u9fff" for char in text)


@lru_cache(maxsize=50_000)
def search_keys(name: str) -> tuple[str, ...]:
    """Return what the name can be found by: itself, without spaces, its pinyin and its pinyin initials."""
    key = name_key(name)
    keys = [key, key.replace(" ", "")]
    if has_han(key):
        keys += _pinyin(key.replace(" ", ""))
    elif " " in key:
        keys.append("".join(word[0] for word in key.split()))
    return tuple(dict.fromkeys(keys))


def _pinyin(key: str) -> list[str]:
    """Return readings of the whole name and of its initials; a character with several readings gives several."""
    from pypinyin import Style, lazy_pinyin, pinyin

    usual = ["".join(lazy_pinyin(key)), "".join(lazy_pinyin(key, style=Style.FIRST_LETTER))]
    letters = pinyin(key, style=Style.FIRST_LETTER, heteronym=True)
    return usual + ["".join(reading) for reading in islice(product(*letters), MOST_READINGS)]


def search_text(names: Iterable[str]) -> str:
    """Return all keys of the names, one a line, with a line end at both ends: so a search can anchor at a start."""
    keys = dict.fromkeys(key for name in names for key in search_keys(name))
    return "\n" + "\n".join(keys) + "\n"
