"""Corrections of names: somebody is called otherwise, or two people were taken for each other."""

from __future__ import annotations

import re

from coach.context import Context
from coach.interview.known import find_people
from coach.interview.mend_people import role_in, surname_part
from coach.interview.people import person_named
from coach.interview.state import Interview, Person
from coach.people.capitals import NAME
from coach.people.words_of import all_words
from coach.read.correction import Correction
from coach.text.normalize import normalize

_IS_CALLED = re.compile(
    r"[他她](?:的名字|本名|真名)?(?:应该|其实)?(?:是)?(?:姓(?P<surname>[\u3400-\u9fff]{1,2})|(?:叫|名叫)(?P<zh>[\u3400-\u9fff]{2,4}))"
    r"[,，。.!！\s]*$"
    rf"|\b(?:[Hh]is|[Hh]er) (?P<part>first |last |sur)?name(?:'s| is)? (?P<en>{NAME}(?: {NAME})?)[.,!\s]*$"
    rf"|\b(?:[Hh]e|[Ss]he)(?:'s| is) (?:called|named) (?P<named>{NAME}(?: {NAME})?)[.,!\s]*$"
)


def mend_name(state: Interview, found: Correction, context: Context) -> list[str]:
    """Give who is spoken of another name: 我记错了,他姓程; "I got the name wrong, she's called Marta"."""
    told = _IS_CALLED.search(f"{found.claim} {found.right}") if found.admitted and not found.wrong else None
    person = context.tools.pronouns.meant(state, told.group()).person if told else None
    if told is None or person is None:
        return []
    old = person.name
    name = told["zh"] or told["named"] or _with_part(person, told["en"], told["part"], context)
    name = name or _with_surname(old, told["surname"], context)
    if not name or any(name in other.names for other in state.people):
        return []
    person.names = [name, *person.names] if person.titled else [name]
    person.titled = False
    return [context.tools.words.say("changed_person", state.lang, new=name, old=old)]


def _with_part(person: Person, name: str | None, part: str | None, context: Context) -> str | None:
    """Return the whole name: of Anna Kosta "her last name is Costa" leaves Anna."""
    first, _, last = person.name.partition(" ")
    if not name or not part or person.titled:
        return name
    if part == "first ":
        return f"{name} {last}" if last else name
    given = all_words(context.tools.knowledge.word_lists["given_names"].words.en)
    return f"{first} {name}" if last or normalize(first) in given else name


def _with_surname(name: str, surname: str, context: Context) -> str:
    """Return the Chinese name with another surname: 老陈, 陈小姐 and 姓陈的 keep what stands beside it."""
    known = all_words(context.tools.knowledge.word_lists["surnames"].words.zh)
    if surname not in known:
        return ""
    old = next((word for word in known if word in surname_part(name, word)), "")
    return name.replace(old, surname, 1) if old else ""


def mend_mixed_up(state: Interview, found: Correction, context: Context) -> list[str]:
    """Let two people who were taken for each other change places: "Faisal is the engineer, not Farid"."""
    one, other = (_known(state, words, context) for words in (found.right, found.wrong))
    if not found.admitted or one is None or other is None or one is other or not one.roles:
        return []  # of whom nothing but the name was told takes the other's place
    role = role_in(found.right, context) or context.tools.reader.role(found.right).label
    if not any(sign.label == role for sign in other.roles):
        return []
    one.roles, other.roles = other.roles, one.roles
    one.title, other.title = other.title, one.title
    lang, roles = state.lang, context.tools.knowledge.roles
    lines = [
        context.tools.words.say("changed_role", lang, name=a.name, new=roles[a.roles[-1].label].name[lang],
                                old=roles[b.roles[-1].label].name[lang])
        for a, b in ((one, other), (other, one))
    ]  # fmt: skip
    return ["\n".join(lines)]


def _known(state: Interview, words: str, context: Context) -> Person | None:
    found = [person_named(state, mention, context.tools.same) for mention in find_people(state, words, context)]
    return next((person for person in found if person), None)
