"""What the last message brought where no need was heard in it: a customer, people, a day, a change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coach.context import Tools
from coach.interview.hints import settled
from coach.interview.people import shown_name
from coach.interview.roles import BY_TITLE, LEARNED
from coach.interview.state import Interview, Observation, Person
from coach.read.attitude import RULE
from coach.text.normalize import normalize
from coach.text.short import cut

SHOWN = 80  # characters of a quote in an explanation


def last_told(state: Interview) -> dict[str, Any] | None:
    """Return the newest answer that had words: its `turn` and `text`."""
    return next((answer for answer in reversed(state.answers) if answer["text"]), None)


def taken(state: Interview, tools: Tools) -> str | None:
    """Return what was taken from the last message and that no need was; None when it brought nothing at all."""
    last = last_told(state)
    facts = [*_facts(state, last, tools)] if last else []
    if last is None or not facts:
        return None
    words, lang = tools.words, state.lang
    told = words.say("why_took_and", lang).join(facts)
    said = words.say("why_took", lang, text=cut(last["text"], SHOWN), facts=told)
    return said if _mended(state, last["turn"]) else words.say("why_took_no_need", lang, said=said)


def signs_of(person: Person, state: Interview, tools: Tools, since: int = 0) -> list[str]:
    """Return each role and stance noted of the person from the turn `since` on, with its words and rule."""
    signs = [("role", sign) for sign in person.roles] + [("stance", sign) for sign in settled(person.stances)]
    return [_sign(person, sign, task, state, tools) for task, sign in signs if sign.turn >= since]


def _facts(state: Interview, last: dict[str, Any], tools: Tools) -> Iterator[str]:
    words, lang, turn = tools.words, state.lang, last["turn"]
    if state.account and state.account_turn == turn:
        yield words.say("why_took_account", lang, account=state.account)
    yield from (words.say("why_took_change", lang, old=old, new=new) for old, new in _mended(state, turn))
    for person in state.people:
        signs = signs_of(person, state, tools, turn)
        yield from signs
        named = any(normalize(name) in normalize(last["text"]) for name in person.names)
        if not signs and (named or person.turn == turn):
            name = shown_name(person, words, lang)
            new = person.turn == turn
            yield words.say("why_took_name", lang, name=name) if new else words.say("why_took_known", lang, name=name)
    for step in state.next_steps:
        if step.turn == turn and step.date:
            yield words.say("why_took_step", lang, date=step.date)


def _mended(state: Interview, turn: int) -> list[tuple[str, str]]:
    """Return the quotes that a correction in this turn changed, before and after."""
    if not state.undo or state.undo["turn"] != turn:
        return []
    before = {need["id"]: need["quote"] for need in state.undo["needs"]}
    return [(before[n.id], n.quote) for n in state.needs if before.get(n.id, n.quote) != n.quote]


def _sign(person: Person, sign: Observation, task: str, state: Interview, tools: Tools) -> str:
    words, lang = tools.words, state.lang
    table = tools.knowledge.roles if task == "role" else tools.knowledge.stances
    by_model = sign.rule.startswith((LEARNED, RULE)) or not sign.rule
    basis = words.say("why_took_examples", lang) if by_model else words.say("why_took_rule", lang, rule=sign.rule)
    quote = person.title if sign.rule.startswith(BY_TITLE) and person.title else sign.quote
    name = shown_name(person, words, lang)
    label = words.say(f"why_label_{task}", lang, label=table[sign.label].name[lang])
    return words.say("why_took_sign", lang, name=name, label=label, words=cut(quote, SHOWN), basis=basis)
