"""Relatives of the people known: "his wife" becomes "Rodrigo's wife", and who shows nothing of the purchase nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.context import Context
from coach.interview.people import is_somebody
from coach.interview.state import Interview, Person
from coach.people.mention import Mention
from coach.people.scale import VALUES
from coach.people.words_of import all_words, any_of
from coach.read.found import FoundNeed
from coach.read.report import FoundPerson
from coach.text.language import has_han
from coach.text.normalize import normalize

# a relative who sells for another shows where the man himself stands: 他小舅子是那家的代理
_SELLS = re.compile(
    r"代理|经销|推销|卖|供货|给[^,，。]{1,8}(?:干|做事|打工)|在[^,，。]{0,8}(?:那家|对手|另一家)|那家|对手|另一个牌子|股份|开(?:了|的)?[家个]?(?:公司|厂)"
    r"|\b(?:sells?|sold|selling|suppl(?:y|ies)|represents?|agents?|agency|distributors?|dealers?|rivals?|competitors?"
    r"|works? (?:for|at|with)|has (?:a|the) (?:firm|company|shop|agency)|repairs for)\b"
)
_NEAR = 30  # characters behind a relative in which the task stands
_RELATIVE = re.compile(r"的|'s ")  # in the title of a relative
FAMILY = "family"  # the topic of deep needs
_PRONOUNS = ("his", "her", "他", "她")


def with_owners(mentions: Sequence[Mention], state: Interview, text: str, context: Context) -> list[Mention]:
    """Return the mentions, each relative called by whose he or she is; a pronoun means who was named before it."""
    told: list[Mention] = []
    for mention in mentions:
        if mention.kin:
            before = [one.name for one in told if one.named and not one.kin]
            mention = _called(mention, before[-1] if before else None, state, text, context)
        told.append(mention)
    return told


def _called(mention: Mention, before: str | None, state: Interview, text: str, context: Context) -> Mention:
    owner = mention.owner
    if owner.lower() in _PRONOUNS:
        meant = _meant(state, text[mention.start :], context)
        owner = before or (meant.name if meant and not meant.titled else "")
    if not owner:
        return mention
    words = f"{owner}的{mention.kin}" if has_han(mention.kin) else f"{owner}'s {mention.kin}"
    return replace(mention, title=words, name=mention.name if mention.named else words)


def _meant(state: Interview, text: str, context: Context) -> Person | None:
    """Return whom the pronoun means: rather somebody there than a relative of theirs."""
    own = [person for person in state.people if not _RELATIVE.search(person.title or "")]
    pronouns = context.tools.pronouns
    return pronouns.meant(replace(state, people=own), text).person or pronouns.meant(state, text).person


def in_charge(found: FoundPerson, context: Context) -> FoundPerson:
    """Note of a relative whether something is told that he or she looks after."""
    return replace(found, in_charge=_is_in_charge(found, context)) if found.mention and found.mention.kin else found


def is_bystander(found: FoundPerson, state: Interview) -> bool:
    """Say whether a relative has neither a name nor a part in the purchase: what is told is told of the other one."""
    mention = found.mention
    if mention is None or not mention.kin or mention.named:
        return False
    if is_somebody(found) and not _sells(found):
        return False
    return not any(mention.title in (person.title, *person.names) for person in state.people)


def tells_of_relative(need: FoundNeed, people: Sequence[FoundPerson]) -> bool:
    """Say whether words on the family only tell what part a relative has: "His wife has the last word"."""
    if need.topic != FAMILY:
        return False
    told = [found for found in people if found.mention and found.mention.kin and found.start <= need.start < found.end]
    return any(one.in_charge or one.role.label != "unknown" or one.stance.label in VALUES for one in told)


def _is_in_charge(found: FoundPerson, context: Context) -> bool:
    """Say whether something is told that the relative looks after: "runs the plant", 管账."""
    mention, words = found.mention, context.tools.knowledge.word_lists["in_charge"].words
    assert mention is not None
    behind = normalize(found.words[max(mention.end - found.start, 0) :])[:_NEAR]
    if has_han(mention.kin):
        return re.match(rf"[也还都就一直来去在]*{any_of(all_words(words.zh))}", behind) is not None
    return re.match(rf" (?:\w+ )?{any_of(all_words(words.en))}\b", behind) is not None


def _sells(found: FoundPerson) -> bool:
    """Say whether it is told right behind that the relative sells, or works for who sells."""
    mention = found.mention
    assert mention is not None
    behind = normalize(found.words[max(mention.end - found.start, 0) :])[:_NEAR]
    return _SELLS.search(behind) is not None
