"""Whom "he" or "she" means: nobody of the other sex, then who was spoken of last, of several the subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.interview.state import Interview, Person
from coach.knowledge.load import Knowledge
from coach.people.sexes import MEN, WOMEN, Sexes
from coach.text.normalize import normalize

_HE = re.compile(r"(?<!其)他(?![们人])|\b(?:he|him|his)\b")
_SHE = re.compile(r"她(?!们)|\b(?:she|her|hers)\b")
_JOINED = re.compile(r"\s*(?:和|与|及|以及|、|,|&|and)\s*")  # two who do the same: neither is the subject alone


@dataclass(frozen=True)
class Meant:
    """The person whom a pronoun means; None for nobody, or for one of `unclear`: that must be asked."""

    person: Person | None = None
    unclear: tuple[Person, ...] = ()


class Pronouns:
    """Knows men and women by what they are called."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._sexes = Sexes(knowledge)

    def meant(self, state: Interview, text: str) -> Meant:
        """Return whom the first pronoun of `text` means. "They" are nobody in particular where several are known."""
        clean = normalize(text)
        wanted = _wanted(clean)
        if wanted is None:
            return Meant(state.people[0]) if len(state.people) == 1 else Meant()
        others = WOMEN if wanted == MEN else MEN
        fits = [person for person in state.people if self.sex(person) != others]
        pending = state.pending
        if pending and (asked := next((person for person in fits if person.id == pending.about), None)):
            return Meant(asked)
        turns = {person.id: _last_turn(person, state) for person in fits}
        last = max(turns.values(), default=0)
        latest = sorted((p for p in fits if turns[p.id] == last), key=lambda p: _place_in_last(p, state))
        if wanted == WOMEN:  # 他 and "he" are said of people whose sex is not told, 她 is not
            latest = [person for person in latest if self.sex(person) == WOMEN] or latest
        if len(latest) > 1 and _side_by_side(latest, state):
            return Meant(None, tuple(latest))
        return Meant(latest[0] if latest else None)

    def sex(self, person: Person) -> str | None:
        """Return `men` or `women`; None when names and title do not tell."""
        return self._sexes.of(_OWNER.sub("", called) for called in (*person.names, person.title or ""))


_OWNER = re.compile(r"^.*(?:的|'s )")  # "Rodrigo's wife" is no man


def _wanted(clean: str) -> str | None:
    """Return the sex of the first pronoun for one person."""
    found = [(place.start(), sex) for sex, words in ((MEN, _HE), (WOMEN, _SHE)) if (place := words.search(clean))]
    return min(found)[1] if found else None


def _last_turn(person: Person, state: Interview) -> int:
    """Return the turn in which the person was last spoken of, also where nothing was noted."""
    told = [person.turn, *(sign.turn for sign in (*person.stances, *person.roles))]
    names = [normalize(name) for name in person.names]
    before = (a for a in reversed(state.answers) if a["turn"] < state.turn)  # no pronoun means who is named behind it
    named = (a["turn"] for a in before if any(name in normalize(a["text"]) for name in names))
    return max([*told, next(named, 0)])


def _place_in_last(person: Person, state: Interview) -> int:
    """Return where the last answer first names the person: its subject stands before who is named in passing."""
    last = next((normalize(a["text"]) for a in reversed(state.answers) if a["turn"] < state.turn), "")
    return min((place for name in person.names if (place := last.find(normalize(name))) >= 0), default=len(last))


def _side_by_side(people: list[Person], state: Interview) -> bool:
    """Say whether the last answer names the first two as doing the same: "Tom and Eva came"."""
    if not state.answers:
        return False
    clean = normalize(state.answers[-1]["text"])
    places = [(clean.index(word), len(word)) for person in people[:2] if (word := normalize(person.names[0])) in clean]
    if len(places) < 2:
        return False
    (start, length), (other, _) = sorted(places)
    return bool(_JOINED.fullmatch(clean[start + length : other]))
