"""Keep the people of an interview: find who is meant, add what was observed."""

from __future__ import annotations

import re

from coach.interview.state import Interview, Observation, Person
from coach.people.mentions import Mention
from coach.people.standing import Standing, standing
from coach.read.report import FoundPerson
from coach.read.verdict import Verdict
from coach.text.normalize import normalize

ROLE_FLOOR = 0.4  # under this a role is not noted: unknown is a legitimate answer
STANCE_FLOOR = 0.45
# A stance that only the model heard must be surer, and a coach surest: wrong trust is the costliest mistake.
LEARNED_FLOOR = {"coach": 0.85, "enemy": 0.8}
LEARNED = 0.7


def person_named(state: Interview, name: str, title: str | None = None) -> Person | None:
    """Return the known person of that name, or of that title when only a title is known of one person."""
    wanted = normalize(name)
    for person in state.people:
        if any(_same(wanted, normalize(known)) for known in person.names):
            return person
    holders = [p for p in state.people if title and p.title and normalize(p.title) == normalize(title)]
    return holders[0] if len(holders) == 1 else None


_POLITE = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof)\.? ")


def _same(a: str, b: str) -> bool:
    a, b = _POLITE.sub("", a), _POLITE.sub("", b)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    # "Marco" is "Marco Rossi"; 王工 is not 王总, so Chinese names must agree whole.
    return short.isascii() and short in (long.split(" ")[0], long.split(" ")[-1])


def note_person(state: Interview, found: FoundPerson, fallback: str | None) -> Person | None:
    """Add what `found` says to the person it is about, making the person when new.

    `fallback` is the id of who a pronoun stands for. Returns the person, or None when nobody is meant.
    """
    if found.mention is None:
        person = state.person(fallback)
    else:
        person = person_named(state, found.mention.name, found.mention.title) or _add(state, found.mention)
        _complete(person, found.mention)
    if person is None:
        return None
    if _counts_as_role(found.role):
        _observe(person.roles, found.role, found.words, state.turn)
    if _counts_as_stance(found.stance):
        _observe(person.stances, found.stance, found.words, state.turn)
    return person


def _add(state: Interview, mention: Mention) -> Person:
    number = max((int(p.id[1:]) for p in state.people), default=0) + 1
    person = Person(f"p{number}", [mention.name], state.turn, mention.title)
    state.people.append(person)
    return person


def _complete(person: Person, mention: Mention) -> None:
    person.title = person.title or mention.title
    if mention.name in person.names:
        return
    titles_only = person.title and normalize(person.names[0]) == normalize(person.title)
    if mention.named and titles_only:
        person.names.insert(0, mention.name)
    else:
        person.names.append(mention.name)


def _counts_as_role(role: Verdict) -> bool:
    return role.confidence >= ROLE_FLOOR


def _counts_as_stance(stance: Verdict) -> bool:
    """A stance of a rule, or one that the model is sure enough of."""
    floor = LEARNED_FLOOR.get(stance.label, LEARNED) if _rule_of(stance).startswith("learned") else STANCE_FLOOR
    return stance.confidence >= floor


def _rule_of(verdict: Verdict) -> str:
    return verdict.evidence[0].rule if verdict.evidence else "learned"


def _observe(signs: list[Observation], verdict: Verdict, words: str, turn: int) -> None:
    if verdict.label in ("unknown", "unsure", "none"):
        return
    words = _short(words)
    if any(sign.label == verdict.label and sign.quote == words for sign in signs):
        return  # the same words again are no further evidence
    signs.append(Observation(verdict.label, words, _rule_of(verdict), verdict.confidence, turn))


def _short(words: str, limit: int = 90) -> str:
    """Return the words, cut at a word's end when they are long."""
    if len(words) <= limit:
        return words
    cut = words[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut).rstrip() + "…"


def standing_of(person: Person) -> Standing:
    """Return where the person stands by all that was observed."""
    return standing(person.stances)


def last_person(state: Interview) -> str | None:
    """Return the id of whom "he" means: who was asked about, else who was spoken of last."""
    pending = state.pending
    if pending and state.person(pending.about):
        return pending.about
    last = max(state.people, key=lambda p: max([p.turn, *(o.turn for o in (*p.stances, *p.roles))]), default=None)
    return last.id if last else None
