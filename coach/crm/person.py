"""First and last name as one name, and back."""

from __future__ import annotations

from coach.text.language import has_han

LONG_FAMILY_NAMES = 2  # characters of a compound family name such as 欧阳


def joined(first: str, last: str) -> str:
    """Return the whole name: a Chinese one with the family name first and no space, any other with it last."""
    if first and last and has_han(first) and has_han(last):
        return last + first
    return " ".join(part for part in (first, last) if part)


def split(name: str, family_names: frozenset[str]) -> tuple[str, str]:
    """Return first and last name so that joining them gives the name again; what cannot be told apart is last."""
    for first, last in _guesses(name.strip(), family_names):
        if last and joined(first.strip(), last) == name.strip():
            return first, last
    return "", name.strip()


def _guesses(name: str, family_names: frozenset[str]) -> list[tuple[str, str]]:
    if has_han(name) and " " not in name and len(name) > 1:
        known = len(name) > LONG_FAMILY_NAMES and name[:LONG_FAMILY_NAMES] in family_names
        length = LONG_FAMILY_NAMES if known else 1
        return [(name[length:], name[:length])]
    first, _, last = name.rpartition(" ")
    return [(first, last)]
