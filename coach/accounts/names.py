"""How names are compared and found: folded, and by pinyin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from coach.text.language import has_han
from coach.text.normalize import normalize

MOST_READINGS = 6  # of a name with characters that are read in several ways
LONGEST_WORD = 5  # characters of a word that is read as a whole


def name_key(name: str) -> str:
    """Return the name without what does not make it another one: case, width, script and spaces."""
    return " ".join(normalize(name).split())


def search_key(part: str) -> str:
    """Return the part of a name as it is looked for: as a name, and without spaces."""
    return name_key(part).replace(" ", "")


@lru_cache(maxsize=50_000)
def search_keys(name: str) -> tuple[str, ...]:
    """Return what the name can be found by, without spaces: itself, its pinyin and its initials."""
    key = name_key(name)
    keys = [key.replace(" ", "")]
    if has_han(key):
        keys += _pinyin(keys[0])
    elif " " in key:
        keys.append("".join(word[0] for word in key.split()))
    return tuple(dict.fromkeys(keys))


def _pinyin(key: str) -> list[str]:
    """Return readings of the whole name and of its initials; a character with several readings gives several."""
    usual = [reading for part in _parts(key) for reading in _readings(part)]
    # a family name is often read in its own way, as 曾 is zeng and not ceng
    first = [other + "".join(usual[1:]) for other in _all_readings(key[0])]
    short = "".join(syllable[0] if has_han(char) else char for char, syllable in zip(key, usual, strict=True))
    letters = [dict.fromkeys(reading[0] for reading in _all_readings(char)) for char in key]
    return ["".join(usual), short, *first, *("".join(found) for found in islice(product(*letters), MOST_READINGS))]


def _parts(key: str) -> Iterator[str]:
    """Yield the longest words whose reading is known as a whole, from the left, and single characters between."""
    from pypinyin.constants import PHRASES_DICT

    at = 0
    while at < len(key):
        lengths = range(min(LONGEST_WORD, len(key) - at), 1, -1)
        length = next((n for n in lengths if key[at : at + n] in PHRASES_DICT), 1)
        yield key[at : at + length]
        at += length


@lru_cache(maxsize=20_000)
def _readings(part: str) -> tuple[str, ...]:
    """Return one reading for each character of a word, of any other letter itself."""
    from pypinyin import lazy_pinyin

    found = lazy_pinyin(part)
    return tuple(found) if len(found) == len(part) else tuple(reading for char in part for reading in _readings(char))


@lru_cache(maxsize=10_000)
def _all_readings(char: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    return tuple(dict.fromkeys(pinyin(char, style=Style.NORMAL, heteronym=True)[0])) or (char,)


def search_text(names: Iterable[str]) -> str:
    """Return all keys of the names, one a line, with a line end at both ends: so a search can anchor at a start."""
    keys = dict.fromkeys(key for name in names for key in search_keys(name))
    return "\n" + "\n".join(keys) + "\n"
