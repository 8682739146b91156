"""A concept named by its distinctive word alone: "latent" of "Latent need", 深层 of 深层需求; a word of one only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from coach.knowledge.patterns import expand
from coach.knowledge.schema import LANGUAGES, Concept
from coach.text.language import has_han
from coach.text.normalize import normalize

_WORD = re.compile(r"[a-z][a-z0-9]+(?:-[a-z0-9]+)*")
_SMALL = frozenset(  # said around the word that is asked about
    " ".join(
        (
            "a an the it is are was this that these those of in on for to by with and or you your he she they i my me",
            "we us say said says mean means meant meaning word words term terms called thing here exactly actually",
            "please about really level levels kind sort type customer again then so ok okay just quickly what",
            "does do did how one ones difference between differ different compare",
        )
    ).split()
)
_AROUND = re.compile(
    r"请问|麻烦|您|你|我|们|这个|那个|这里|里面|所谓的?|到底|究竟|刚才|说的?|提到的?|讲的?|叫做?|什么|啥|意思|概念|词|字"
    r"|是|的|呢|啊|呀|吗|嘛|吧|了|指|算|怎么|理解|解释|一下|又|区别|不同|不一样|差别|有|之间|分别|层次|这一层|那一层|\s|[^\w\s]"
)
_AND = re.compile(r"\b(?:and|or|versus|vs|from|than)\b|[,，、/]|和|跟|与|还是|或者")
_MOST = 3  # concepts that are explained at once
_LEAST = 2  # characters in Chinese
_BRACKETS = re.compile(r"\s*[(（].*?[)）]")


def concepts_by_word(asked: str, glossary: Mapping[str, Concept]) -> list[str]:
    """Return the concept that is asked about, or each of several: "the difference between latent and deep"."""
    if found := _by_word(asked, glossary):
        return [found]
    parts = [part for part in _AND.split(normalize(asked)) if any(_asked(part))]
    several = [_by_word(part, glossary) for part in parts]
    return [found for found in several if found] if 1 < len(several) <= _MOST and all(several) else []


def _by_word(asked: str, glossary: Mapping[str, Concept]) -> str | None:
    """Return the concept whose name, else the one whose other terms hold every word that is asked about."""
    words, han = _asked(asked)
    if not words and not han:
        return None
    names = {key: [normalize(str(one.name[lang])) for lang in LANGUAGES] for key, one in glossary.items()}
    terms = {key: [form for term in one.terms.all() for form in _forms(term)] for key, one in glossary.items()}
    bare = {key: [_BRACKETS.sub("", name) for name in own] for key, own in names.items()}
    whole = [key for key, own in bare.items() if any(_is_whole(name, words, han) for name in own)]
    for found in (
        whole,
        [key for key, own in names.items() if _holds(own, words, han)],
        [key for key, own in terms.items() if _holds(own, words, han)],
    ):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _asked(text: str) -> tuple[frozenset[str], str]:
    """Return the English words and the Chinese characters that are asked about."""
    clean = normalize(text)
    words = frozenset(_stem(word) for word in _WORD.findall(clean) if word not in _SMALL)
    han = "".join(sign for sign in _AROUND.sub("", clean) if has_han(sign))
    return words, han


def _forms(term: object) -> list[str]:
    return [normalize(form) for form in expand(term)] if isinstance(term, str) else []


def _is_whole(name: str, words: frozenset[str], han: str) -> bool:
    return (not han and words == _words(name)) or (not words and han == name)


def _holds(forms: Iterable[str], words: frozenset[str], han: str) -> bool:
    """Say whether one of the forms holds the words, or the characters; of both one is enough: deep需求."""
    return any((words and words <= _words(form)) or (len(han) >= _LEAST and han in form) for form in forms)


def _words(text: str) -> frozenset[str]:
    """Return the words of a name, those joined by a stroke also by themselves."""
    found = _WORD.findall(text)
    return frozenset(_stem(part) for word in found for part in (word, *word.split("-")))


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
