"""Where names that were told before stand in a text, under what may stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from coach.people.capitals import LOWER, is_latin
from coach.people.mention import Mention
from coach.people.same import POLITE, pet_names
from coach.people.words_of import any_of
from coach.text.normalize import normalize

_LATIN_PART = re.compile(r"[^\W\d_\u3400-\u9fff][^\d_\u3400-\u9fff]+(?=[\u3400-\u9fff]{1,3}$)")  # Begoña女士


def known_in(text: str, clean: str, names: Sequence[str], *, firms: bool = False) -> Iterable[Mention]:
    """Yield where a name that is known stands, and of an English one its first and its last word.

    Friends make others of a person's name: 阿德 of 阮文德; of a firm's (`firms`) nobody does.
    """
    for match in _names_pattern(tuple(names), firms).finditer(clean):
        start, end = match.span()
        if not is_latin(match.group()) or text[start].isupper() or text == clean:
            yield Mention(text[start:end], start, end)


@lru_cache(maxsize=256)
def _names_pattern(names: tuple[str, ...], firms: bool) -> re.Pattern[str]:
    """Return a pattern for the names; compiling it anew each turn would cost more than all the reading."""
    forms = {normalize(form) for name in names for form in _forms(name)}
    if not firms:
        forms |= {form for name in names for form in pet_names(normalize(name))}
    latin = any_of(form for form in forms if is_latin(form))
    # a Chinese character may stand right beside a name
    return re.compile(rf"(?<![{LOWER}\d]){latin}(?![{LOWER}\d])|{any_of(form for form in forms if not is_latin(form))}")


def _forms(name: str) -> set[str]:
    """Return the name and its parts that stand for it; "Mr" stands for anybody."""
    words = name.split()
    if polite := POLITE.match(normalize(name)):
        rest = words[len(polite.group().split()) :]
        return {name, *((" ".join(rest), rest[0], rest[-1]) if len(rest) > 1 else rest)}
    if plain := _LATIN_PART.match(name):
        return {name, *_forms(plain.group().strip())}
    if "·" in name:
        return {name, *name.split("·")}
    return {name, words[0], words[-1]} if is_latin(name) and len(words) > 1 and words[0][-1:] != "." else {name}
