"""Keep the state small: of many facts the least telling ones go first."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from coach.interview.hints import newest
from coach.interview.state import Interview, Need, Person
from coach.knowledge.needed import DEPTH

Item = TypeVar("Item")
MAX_NEEDS, MAX_PEOPLE, MAX_SIGNS, MAX_USED = 200, 60, 20, 100


def trim(state: Interview) -> bool:
    """Drop what is over the limits: the oldest surface needs, the people least observed, the oldest signs.

    Returns whether a need or a person went for the first time: then it is to be said, once.
    """
    went = len(state.needs) > MAX_NEEDS or len(state.people) > MAX_PEOPLE
    if len(state.needs) > MAX_NEEDS:
        state.needs = _without(state.needs, sorted(state.needs, key=_worth_of_need), MAX_NEEDS)
    if len(state.people) > MAX_PEOPLE:
        weight = {person.id: _worth_of_person(state, person) for person in state.people}
        state.people = _without(state.people, sorted(state.people, key=lambda p: weight[p.id]), MAX_PEOPLE)
        known = {person.id for person in state.people}
        state.needs = [n if n.person in known else replace(n, person=None) for n in state.needs]
    for person in state.people:
        person.roles, person.stances = person.roles[-MAX_SIGNS:], newest(person.stances, MAX_SIGNS)
        person.names = person.names[:MAX_SIGNS]
    state.used = state.used[-MAX_USED:]
    first, state.trimmed = went and not state.trimmed, state.trimmed or went
    return first


def _worth_of_need(need: Need) -> tuple[int, int]:
    return DEPTH[need.level], need.turn


def _worth_of_person(state: Interview, person: Person) -> tuple[int, int]:
    seen = len(person.roles) + len(person.stances) + sum(1 for _ in state.of(person.id))
    return seen, person.turn


def _without(items: list[Item], worst: list[Item], most: int) -> list[Item]:
    """Return `items` in their order without the first ones of `worst`, down to `most`."""
    gone = {id(item) for item in worst[: len(items) - most]}
    return [item for item in items if id(item) not in gone]
