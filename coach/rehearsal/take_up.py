"""Say back in few words what was asked, as somebody does who has no answer: "Who measures that? ..."."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coach.knowledge.rehearsing import ChineseTakeUp, EnglishTakeUp, TakeUp
from coach.text.clauses import clauses
from coach.text.normalize import normalize

_PART = re.compile(r"\s*[,;:–—]\s+|\s+[-–—]+\s+")
_MARKS = ' ,.;:!?()"，。；：！？、（）“”'
_LEAST = 4  # words that stay when a long question is cut
_SHORT = 4  # characters of a clause that says too little by itself: 行不行, 烦不烦
_FEW = 3  # characters that can be said back at all
_ADDRESS = 5  # characters of a clause that may only address somebody: 达尔先生
_LONGEST_ADDRESS = 2  # words
_OBJECT = {"we": "us", "I": "me"}
_WITH_I = {"are": "am", "were": "was"}


def said_back(question: str, how: TakeUp, lang: str) -> str | None:
    """Return the question as the buyer would say it back, None where no short form of it can be told."""
    asked = _english(question, how.en) if lang == "en" else _chinese(question, how.zh)
    return asked + ("?" if lang == "en" else "？") if asked else None


def is_direct(question: str, how: EnglishTakeUp) -> bool:
    """Say whether a question has the order of words of one: its second or third word is a verb that helps."""
    return any(_bare(word) in how.helps for word in question.split()[:3])


def _chinese(text: str, how: ChineseTakeUp) -> str | None:
    spans = clauses(normalize(text))
    if not spans:
        return None
    start, end = spans.pop()
    while spans and _goes_on(text[start:end].strip(_MARKS), how) and not _addresses(text[slice(*spans[-1])]):
        start = spans.pop()[0]
    if text[start:end].startswith(how.alternative):
        return None  # what it is the alternative to stands too far off
    asked = _without_lead(text[start:end].strip(_MARKS), how.leads).rstrip("".join(how.particles))
    swap = re.compile("|".join(sorted(map(re.escape, how.swaps), key=len, reverse=True)))
    said = swap.sub(lambda found: how.swaps[found.group()], asked)
    return said if _FEW <= len(asked) <= how.longest else None


def _goes_on(asked: str, how: ChineseTakeUp) -> bool:
    return len(asked) <= _SHORT or asked.startswith(tuple(how.goes_on))


def _addresses(clause: str) -> bool:
    return len(clause.strip(_MARKS)) <= _ADDRESS


def _without_lead(text: str, leads: Sequence[str]) -> str:
    lead = next((lead for lead in sorted(leads, key=len, reverse=True) if text.startswith(lead)), "")
    return text[len(lead) :]


def _english(text: str, how: EnglishTakeUp) -> str | None:
    text = text.strip().rstrip(_MARKS)
    starts = [0, *(mark.end() for mark in _PART.finditer(text))]
    found = [asked for start in starts if (asked := _asked_from(text[start:], how))]
    asked = next((one for one in found if _bare(one[0]) in how.asks), found[0] if found else None)
    asked = _cut(asked, how) if asked else None
    if asked is None:
        return None
    alone = any(_bare(word) in how.alone for word in asked)
    said = " ".join(_turned(asked, {**how.swaps, **(how.alone_swaps if alone else {})}, how))
    return said[0].upper() + said[1:]


def _asked_from(text: str, how: EnglishTakeUp) -> list[str] | None:
    """Return the words of a part of a sentence from where something is asked, None where nothing is."""
    words = text.replace("’", "'").split()
    while lead := max((lead for lead in how.leads if _begins(words, lead.split())), key=len, default=""):
        words = words[len(lead.split()) :]
        if _asks(words, how):
            break
    return words if _asks(words, how) else None


def _asks(words: Sequence[str], how: EnglishTakeUp) -> bool:
    """Say whether the words begin with what is asked."""
    if len(words) < 2:
        return False
    first, second = _bare(words[0]), _bare(words[1])
    if first == "when" and second not in how.helps:
        return False  # "when it stops, who comes?"
    before = {*how.clauses, *how.tails, *how.objects} - set(how.leads)  # "since when", "to whom"
    return first in how.asks or first in how.helps or (first in before and second in how.asks)


def _begins(words: Sequence[str], lead: Sequence[str]) -> bool:
    return [_bare(word) for word in words[: len(lead)]] == list(lead)


def _bare(word: str) -> str:
    return word.lower().strip(_MARKS)


def _cut(words: list[str], how: EnglishTakeUp) -> list[str] | None:
    """Return the words without a second question, and of a long one the part before one of its tails."""
    words = words[: _second(words, how)]
    if len(words) > how.longest:
        ends = [i for i in range(_LEAST, how.longest + 1) if _may_end(words, i, how)]
        if not ends:
            return None
        first = (i for i in ends if words[i - 1].endswith(",") or _bare(words[i]) in how.clauses)
        words = words[: next(first, ends[-1])]
    return [*words[:-1], words[-1].rstrip(_MARKS)]


def _second(words: Sequence[str], how: EnglishTakeUp) -> int:
    """Return where a second question or an address begins: ", and who ...", ", Ms Doyle"."""
    for i in range(1, len(words)):
        after_comma, word = words[i - 1].endswith(","), _bare(words[i])
        follows = _bare(words[i + 1]) if i + 1 < len(words) else ""
        begins = word in (*how.asks, *how.helps)
        if after_comma and (begins or (word in how.joins and follows in (*how.asks, *how.helps))):
            return i
        if word == "and" and follows in how.asks and i >= _LEAST:
            return i
        if after_comma and _addresses_somebody(words[i:]):
            return i
    return len(words)


def _addresses_somebody(words: Sequence[str]) -> bool:
    """Say whether one or two words up to the next comma only address the customer: "Ms Doyle", "don Rodrigo"."""
    end = next((i for i, word in enumerate(words) if word.endswith(",")), len(words) - 1)
    return end < _LONGEST_ADDRESS and words[end][0].isupper()


def _may_end(words: Sequence[str], i: int, how: EnglishTakeUp) -> bool:
    """Say whether a long question may be cut before its word `i`: not in a list that is still to come to its "and"."""
    last = _bare(words[i - 1])
    cuts = _bare(words[i]) in (*how.clauses, *how.tails) or words[i - 1].endswith(",")
    return cuts and last not in (*how.helps, *how.clauses, *how.tails, "you") and "between" not in map(_bare, words[:i])


def _turned(words: Sequence[str], swaps: Mapping[str, str], how: EnglishTakeUp) -> list[str]:
    """Return the words with "you" and "I" changed round."""
    said: list[str] = []
    for i, word in enumerate(words):
        bare = _bare(word)
        new = swaps.get(bare)
        if new is not None and bare == "you" and i and _is_object(words, i, how):
            new = _OBJECT[new]
        said.append(word if new is None else word.lower().replace(bare, new))
    return _agreeing(said)


def _is_object(words: Sequence[str], i: int, how: EnglishTakeUp) -> bool:
    """Say whether "you" at `i` is whom something happens to, and not who does it."""
    if i == len(words) - 1 or _bare(words[i - 1]) in how.objects:
        return True
    return _bare(words[i + 1]) in how.before


def _agreeing(words: list[str]) -> list[str]:
    """Return the words with the verb put right: "are I" is "am I"."""
    for i, (word, after) in enumerate(zip(words, words[1:], strict=False)):
        if after.rstrip(_MARKS) == "I" and word.lower() in _WITH_I:
            words[i] = _WITH_I[word.lower()]
    return words
