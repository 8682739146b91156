"""Names that were taken for one person's: said, split again on request, or asked about when several fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coach.context import Context
from coach.interview.people import merge
from coach.interview.state import Interview, Observation, Person
from coach.text.blanked import blanked
from coach.text.normalize import normalize

_SHORT = 30  # characters: a longer message tells something besides
_BESIDE = 2  # words beside "they are two people"


def split_again(state: Interview, text: str, context: Context) -> list[str] | None:
    """Make two people of the last joined names when the user says so; None when that was not said."""
    joined = state.joined
    person = state.person(joined["person"]) if joined else None
    if joined is None or person is None or not _tells_apart(text, [joined["name"], *person.names], context):
        return None
    name, turn = joined["name"], joined["turn"]
    number = max(int(p.id[1:]) for p in state.people) + 1
    new = Person(f"p{number}", [name], turn)
    person.names = [known for known in person.names if known != name] or person.names
    new.roles, person.roles = _parted(person.roles, turn)
    new.stances, person.stances = _parted(person.stances, turn)
    state.people.append(new)
    state.needs = [replace(n, person=new.id) if (n.person, n.turn) == (person.id, turn) else n for n in state.needs]
    state.joined = None
    state.note_answer("", text)
    return [context.tools.words.say("kept_apart", state.lang, name=name, other=person.name)]


def _tells_apart(text: str, names: Sequence[str], context: Context) -> bool:
    """Say whether the message says no more than that these are two people: 让我别跟别人讲 speaks of others."""
    spans = [(at, at + len(name)) for name in names if (at := text.find(name)) >= 0]
    return context.tools.manners.is_mostly("not_same", blanked(text, spans), _BESIDE)


def _parted(signs: list[Observation], turn: int) -> tuple[list[Observation], list[Observation]]:
    return [sign for sign in signs if sign.turn == turn], [sign for sign in signs if sign.turn != turn]


def answer_who(state: Interview, rest: str, text: str, context: Context) -> list[str] | None:
    """Take the answer to "which of them is meant?"; None when the message is about something else."""
    new_id, _, others = rest.partition(":")
    new, words = state.person(new_id), context.tools.words
    options = [person for person in state.people if person.id in others.split(",")]
    if new is None or not options or len(text) > 2 * _SHORT:
        return None
    for person in options:
        if any(normalize(name) in normalize(text) for name in (*person.names, person.title or "-")):
            name = new.name
            merge(state, person, new)
            return [words.say("joined", state.lang, name=name, other=person.name)]
    if context.tools.manners.holds("not_same", text) or context.tools.manners.starts_with(text)[0] == "no":
        others = words.listing([person.name for person in options], state.lang)
        return [words.say("kept_apart", state.lang, name=new.name, other=others)]
    return None
