"""Finds and replaces what somebody is called in free texts, whatever the case, the width and the script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any

from coach.knowledge.load import Knowledge
from coach.people.words_of import all_words, any_of
from coach.text.language import has_han, language_of
from coach.text.normalize import normalize

# characters: what is shorter is too often something else
SHORTEST_NAME, SHORTEST_PART, SHORTEST_EXACT = 2, 3, 5
_LETTER = "[0-9a-z\u00c0-\u024f]"  # next to one of these, a Latin name is only a piece of another word
_BLANK = " +"


@dataclass(frozen=True)
class Called:
    """`names`: whole names; `exact`: addresses and numbers; `forms`: patterns such as a surname with any title.

    `parts` are single words of Latin names, only meant with a capital. `spare` are names that stay although one of
    the others is a piece of them.
    """

    names: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()

    def to_json(self) -> dict[str, list[str]]:
        return {name: list(values) for name, values in asdict(self).items()}


@dataclass(frozen=True)
class Mentions:
    """Knows the places in a text where one of `called` stands; `stand_in` is put there, by language."""

    called: Called
    stand_in: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        of = self.called
        names = {name for name in of.names if len(name.strip()) >= SHORTEST_NAME}
        exact = {value for value in of.exact if len(value.strip()) >= SHORTEST_EXACT}
        whole = sorted(names | exact, key=lambda name: (-len(name), name))
        kept = [name for name in of.spare if any(normalize(one) in normalize(name) for one in (*whole, *of.parts))]
        groups = {
            "spare": [_of_name(name) for name in sorted(kept, key=lambda n: (-len(n), n))],
            "whole": [*map(_of_name, whole), *of.forms],
            "part": [_of_name(part) for part in of.parts],
        }
        found = [f"(?P<{name}>{'|'.join(patterns)})" for name, patterns in groups.items() if patterns]
        return re.compile("|".join(found)) if found else None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where somebody is mentioned, as characters of `text`."""
        if self._pattern is None:
            return []
        found = []
        for match in self._pattern.finditer(normalize(text)):
            small = match.lastgroup == "part" and not text[match.start()].isupper()
            if match.lastgroup != "spare" and not small:
                found.append(match.span())
        return found

    def inside(self, value: Any) -> bool:
        """Say whether any text in `value`, which may be nested lists and mappings, mentions somebody."""
        if isinstance(value, str):
            return bool(self.spans(value))
        if isinstance(value, Mapping):
            return any(self.inside(item) for pair in value.items() for item in pair)
        return isinstance(value, list | tuple) and any(map(self.inside, value))

    def replaced(self, value: Any) -> Any:
        """Return `value` with the stand-in wherever somebody was mentioned, also in nested lists and mappings."""
        if isinstance(value, str):
            return self._replaced(value)
        if isinstance(value, Mapping):
            return {self.replaced(key): self.replaced(item) for key, item in value.items()}
        return [self.replaced(item) for item in value] if isinstance(value, list | tuple) else value

    def _replaced(self, text: str) -> str:
        spans = self.spans(text)
        stand_in = self.stand_in.get(language_of(text), "…") if spans else ""
        for start, end in reversed(spans):
            text = text[:start] + stand_in + text[end:]
        return text


def _of_name(name: str) -> str:
    """Return the pattern of a folded name: any number of blanks between its words, no letter right beside it."""
    words = [re.escape(word) for word in normalize(name).split()]
    pattern = _BLANK.join(words)
    before = "" if has_han(name[:1]) else f"(?<!{_LETTER})"
    after = "" if has_han(name.rstrip()[-1:]) else f"(?!{_LETTER})"
    return before + pattern + after


def parts_of(names: tuple[str, ...], spare: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of Latin full names; not those that also stand in a name of `spare`."""
    taken = {word for name in spare for word in normalize(name).split()}
    words = [word for name in names if not has_han(name) for word in name.replace(",", " ").split()]
    parts = [word.strip(".") for word in words]
    long = [part for part in parts if len(part) >= SHORTEST_PART and part.isalpha()]
    return tuple(dict.fromkeys(part for part in long if normalize(part) not in taken))


def forms_of(names: tuple[str, ...], spare: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """Return patterns of how a person with a Chinese name is spoken of, such as 王总, 王工 and 老王 for 王磊.

    A surname that somebody in `spare` has too gives none: it may be the other one who is meant.
    """
    lists = knowledge.word_lists
    surname = re.compile(any_of(all_words(lists["surnames"].words.zh)) + r"(?=[\u4e00-\u9fff]{1,3}$)")
    titles = {word for group in knowledge.titles.values() for word in all_words(group.titles.zh)}
    suffix = any_of([*titles, *all_words(lists["honorifics"].words.zh)])
    prefix = any_of(all_words(lists["prefixes"].words.zh))
    found = [match[0] for name in names if (match := surname.match(normalize(name)))]
    free = [one for one in dict.fromkeys(found) if not any(normalize(other).startswith(one) for other in spare)]
    return tuple(pattern for one in free for pattern in (f"{one}{suffix}", f"{prefix}{one}(?!{suffix})"))
