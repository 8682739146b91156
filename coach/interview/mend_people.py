"""Corrections about people: somebody else said it, holds another role, or stands elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

from coach.context import Context
from coach.interview.hints import note_stance, settled
from coach.interview.known import find_people
from coach.interview.people import counts_as_stance, note_mention, person_named, standing_of
from coach.interview.signs import observe
from coach.interview.state import Interview, Need, Observation, Person
from coach.people.mention import Mention
from coach.people.scale import VALUES
from coach.people.words_of import all_words
from coach.read.correction import Correction
from coach.read.verdict import Verdict

_NAME_FIRST = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+)?")
_PRONOUN = re.compile(r"\b(?:he|she|him|her|they)\b|[他她]", re.IGNORECASE)
_LEAD = 15  # characters that may stand before a speaker's name: a title
_SURE = 0.9  # confidence of a role that the salesperson put right in so many words


def mend_surname(state: Interview, found: Correction, context: Context) -> list[str]:
    """Give the person another surname, and leave all else: 不姓陈,姓程,程小姐."""
    wrong, right = found.wrong, found.right
    if not right or wrong not in all_words(context.tools.knowledge.word_lists["surnames"].words.zh):
        return []
    person = next((p for p in reversed(state.people) if any(wrong in surname_part(n, wrong) for n in p.names)), None)
    if person is None:
        return []
    old = person.name
    new = _mentioned(state, right, context)
    surname = re.split(r"[,，。、 ]", right)[0]
    person.names = [new.name if new and not new.name.startswith("姓") else old.replace(wrong, surname, 1)]
    return [context.tools.words.say("changed_person", state.lang, new=person.name, old=old)]


def surname_part(name: str, surname: str) -> str:
    """Return the part of a Chinese name in which its surname stands: 陈小姐, 小陈, 姓陈的."""
    return name[: len(surname) + 1] if name.startswith((surname, "姓", "小", "老", "阿")) else ""


def mend_speaker(state: Interview, found: Correction, context: Context) -> list[str]:
    """Give the last facts of the wrong person to the right one; who has no facts left is dropped."""
    old = _known(state, found.wrong, context)
    new = _mentioned(state, found.right, context)
    if old is None or new is None or person_named(state, new, context.tools.same) is old:
        return []
    turn = _last_turn(state, old)
    told_of_both = _told_of_both(old, person_named(state, new, context.tools.same), turn)
    person = note_mention(state, new, context.tools.same)
    moved = _move(state, old, person, turn, context)
    words, lang = context.tools.words, state.lang
    if not told_of_both and not _has_facts(state, old):
        person.title = person.title or old.title
        state.people.remove(old)
        state.hand_over(old.id, person.id)
    for said in context.tools.report(found.right, [person.name]).people:
        note_stance(person, said, state.turn)
    if not moved:
        return [words.say("changed_person", lang, new=person.name, old=old.name)]
    quotes = words.listing((f"“{quote}”" for quote in moved), lang)
    return [words.say("changed_speaker", lang, quotes=quotes, new=person.name, old=old.name)]


def _told_of_both(old: Person, new: Person | None, turn: int) -> bool:
    """Say whether both were told of apart from what is mended: then neither name is a slip for the other."""
    return new is not None and (old.turn < turn or old.turn == new.turn)


def mend_role(state: Interview, found: Correction, context: Context) -> list[str]:
    """Replace a role: "Anna is the decider, not the buyer"."""
    wrong, right = role_in(found.wrong, context), role_in(found.right, context)
    person = _known(state, found.before or found.right, context) or _spoken_of(state, f"{found.before} {found.right}")
    if not wrong or not right or wrong == right or person is None:
        return []
    person.roles = [sign for sign in person.roles if sign.label != wrong]
    person.roles.append(Observation(right, found.right, "people/titles", _SURE, state.turn))
    person.title = None
    roles = context.tools.knowledge.roles
    lang = state.lang
    new, old = roles[right].name[lang], roles[wrong].name[lang]
    return [context.tools.words.say("changed_role", lang, name=person.name, new=new, old=old)]


def mend_stance(state: Interview, found: Correction, context: Context) -> list[str]:
    """Drop the signs of a stance that was told wrong, and note the right one."""
    if not found.admitted and not found.before:
        return []
    person = _known(state, found.right, context) or _known(state, found.before, context)
    person = person or _spoken_of(state, found.right)
    if person is None or not person.stances:
        return []
    verdict = context.tools.reader.stance(found.right) if found.right else Verdict("unknown", 1.0)
    if verdict.label not in VALUES and not (found.admitted and len(found.right) < 2):
        return []
    if verdict.label in VALUES and not counts_as_stance(verdict):
        return []
    dropped = [sign for sign in person.stances if sign.label != verdict.label]
    if not dropped:
        return []
    person.stances = [sign for sign in person.stances if sign.label == verdict.label]
    observe(person.stances, verdict, found.right, state.turn)
    words, lang, where = context.tools.words, state.lang, standing_of(person, context.tools.knowledge)
    stance = context.tools.knowledge.stances[where.stance].name[lang]
    return [words.say("changed_stance", lang, name=person.name, quote=dropped[-1].quote, stance=stance)]


def _known(state: Interview, words: str, context: Context) -> Person | None:
    for mention in find_people(state, words, context):
        if person := person_named(state, mention, context.tools.same):
            return person
    return None


def _mentioned(state: Interview, words: str, context: Context) -> Mention | None:
    """Return who takes the place; behind a known person's name, any capitalised word is a name."""
    found = find_people(state, words, context)
    if found:
        return found[0]
    match = _NAME_FIRST.match(words)
    return Mention(match.group(), *match.span()) if match else None


def _spoken_of(state: Interview, words: str) -> Person | None:
    return state.people[-1] if state.people and _PRONOUN.search(words) else None


def role_in(words: str, context: Context) -> str | None:
    """Return the role that a title or a rule shows in `words`."""
    if role := context.tools.finder.role_in(words):
        return role
    verdict = context.tools.reader.role(words)
    return verdict.label if verdict.is_sure else None


def _last_turn(state: Interview, person: Person) -> int:
    signs = [sign.turn for sign in (*person.stances, *person.roles)]
    return max([person.turn, *signs, *(need.turn for need in state.of(person.id))])


def _move(state: Interview, old: Person, new: Person, turn: int, context: Context) -> list[str]:
    """Give what `old` brought at `turn` to `new`; return the quotes."""
    handed = {need.id for need in state.of(old.id) if need.turn == turn}
    state.needs = [_handed(need, old, new, context) if need.id in handed else need for need in state.needs]
    quotes = [need.quote for need in state.needs if need.id in handed]
    for name in ("stances", "roles"):
        signs: list[Observation] = getattr(old, name)
        moved = [replace(s, quote=s.quote.replace(old.name, new.name)) for s in signs if s.turn == turn]
        quotes += [sign.quote for sign in settled(moved) if name == "stances"]
        setattr(old, name, [sign for sign in signs if sign.turn != turn])
        getattr(new, name).extend(moved)
    return list(dict.fromkeys(quotes))


def _told(quote: str, old: str, new: str, context: Context) -> str:
    """Return the quote without its wrong speaker: "the head nurse Anna says that" is left off."""
    place = quote.find(old)
    behind = quote[place + len(old) :] if 0 <= place <= _LEAD else ""
    start = context.tools.manners.spoken(behind) if behind else 0
    return behind[start:] if start else quote.replace(old, new)


def _handed(need: Need, old: Person, new: Person, context: Context) -> Need:
    return replace(need, person=new.id, quote=_told(need.quote, old.name, new.name, context))


def _has_facts(state: Interview, person: Person) -> bool:
    return bool(person.stances or person.roles or any(state.of(person.id)))
