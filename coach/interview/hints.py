"""The signs of a stance that count: each that a rule saw, and what the clauses hint at together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coach.interview.signs import observe
from coach.interview.state import Observation, Person
from coach.people.scale import VALUES
from coach.read.attitude import RULE, Hint, counting
from coach.read.report import FoundPerson

SURE = 0.8  # how surely hints must show a stance to count as an act that was seen, not as tone
CLEAR = 0.6  # how surely they show that a bare title is somebody
_LEAST = 0.5  # what shows counts at least this much: else the ledger would leave it out again


def note_stance(person: Person, found: FoundPerson, turn: int) -> None:
    """Add the sign that a rule read in what was told, and what its clauses hint at."""
    if found.stance.label not in VALUES and found.stance.evidence:
        person.stances = [sign for sign in person.stances if not is_hint(sign)]  # told in so many words: not known
    if found.stance.label in VALUES:
        observe(person.stances, found.stance, found.shown(found.stance), turn)
    for hint in found.hints:
        observe(person.stances, hint.verdict, found.words[hint.start : hint.end], turn)


def clear(hints: Sequence[Hint]) -> bool:
    """Say whether hints show a stance so surely that somebody must be meant."""
    return max(counting((hint.label, hint.chance) for hint in hints).values(), default=0.0) >= CLEAR


def is_hint(sign: Observation) -> bool:
    """Say whether a sign is a mere hint; one from the account book has been weighed there."""
    return sign.rule.startswith(RULE) and not sign.grade


def settled(signs: Sequence[Observation]) -> list[Observation]:
    """Return the signs that count, by turn: of the hints the clearest one of each stance that they show together.

    Where a rule read the stance, its words are quoted.
    """
    hints = [sign for sign in signs if is_hint(sign)]
    found = [sign for sign in signs if not is_hint(sign)]
    ruled = {sign.label for sign in found if not sign.grade}
    for label, score in counting((hint.label, hint.confidence) for hint in hints).items():
        if label in ruled:
            continue
        clearest = max((hint for hint in hints if hint.label == label), key=lambda hint: (hint.confidence, hint.turn))
        grade = "behaviour" if score >= SURE else "tone"
        found.append(replace(clearest, confidence=max(round(score, 4), _LEAST), grade=grade))
    return sorted(found, key=lambda sign: sign.turn)


def newest(signs: Sequence[Observation], most: int) -> list[Observation]:
    """Return the newest signs, at most so many, and as many of the clearest hints."""
    clear = sorted((sign for sign in signs if is_hint(sign)), key=lambda sign: -sign.confidence)[:most]
    new = [sign for sign in signs if not is_hint(sign)][-most:]
    kept = {id(sign) for sign in (*clear, *new)}
    return [sign for sign in signs if id(sign) in kept]
