"""One customer however the name is written: case, full or half width and spaces make no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping


def name_key(name: str) -> str:
    """Return what two spellings of one name share: NFKC, case folded, trimmed, single spaces."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", name).casefold()).strip()


def joined(counts: Mapping[str, int]) -> tuple[dict[str, str], list[tuple[str, ...]]]:
    """Return the name that stands for each spelling, and the groups of several spellings.

    The most frequent spelling stands for all, the first of several. `counts` is how often each occurs.
    """
    groups: dict[str, list[str]] = {}
    for name in counts:
        groups.setdefault(name_key(name), []).append(name)
    shown = {key: _tidy(max(names, key=lambda name: counts[name])) for key, names in groups.items()}
    several = [tuple(dict.fromkeys(map(_tidy, names))) for names in groups.values() if len(names) > 1]
    return {name: shown[key] for key, names in groups.items() for name in names}, [g for g in several if len(g) > 1]


def _tidy(name: str) -> str:
    return " ".join(name.split())


def keys(names: Iterable[str]) -> set[str]:
    """Return the keys of several names."""
    return {name_key(name) for name in names}
