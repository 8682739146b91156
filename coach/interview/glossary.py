"""Explain a concept of the method from the glossary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from coach.context import Tools
from coach.interview.distinctive import concepts_by_word
from coach.knowledge.schema import LANGUAGES, Concept
from coach.text.blanked import blanked
from coach.text.language import has_han
from coach.text.normalize import normalize

_OFFERED = 6
_BARE = 3  # words of a question that is nothing but a concept; twice as many characters in Chinese


def explain_concept(text: str, lang: str, tools: Tools) -> list[str]:
    """Return the concept that `text` asks about, with an example; else those near it that can be asked about."""
    glossary, found = tools.knowledge.glossary, concepts_asked(text, tools)
    if not found:
        asked = _without_frame(text, tools)
        offered = near(asked, glossary)[:_OFFERED]
        names = tools.words.listing([concept.name[lang] for concept in offered], lang)
        return [tools.words.say("concept_unknown", lang, names=names)]
    return [_explained(glossary[key], lang, tools) for key in found]


def concepts_asked(text: str, tools: Tools) -> list[str]:
    """Return the concepts that `text` asks about: the one it names, else those that its words are distinctive of."""
    named = tools.reader.concept(text)
    return [named] if named else concepts_by_word(_without_frame(text, tools), tools.knowledge.glossary)


def explain_bare(text: str, lang: str, tools: Tools) -> list[str]:
    """Explain a concept whose name or distinctive word is all of a question, as "latent?"; else nothing."""
    clean = normalize(text)
    if len(clean.split()) > _BARE or (has_han(clean) and len(clean) > 2 * _BARE):
        return []
    return [
        _explained(tools.knowledge.glossary[key], lang, tools)
        for key in concepts_by_word(text, tools.knowledge.glossary)
    ]


def _explained(concept: Concept, lang: str, tools: Tools) -> str:
    return tools.words.say(
        "concept", lang, name=concept.name[lang], text=concept.text[lang].strip(), example=concept.example[lang].strip()
    )


def _without_frame(text: str, tools: Tools) -> str:
    """Return what is asked about: "MEDDIC" of "what is that MEDDIC thing"; all of it where the frame lies around it."""
    hits = tools.reader.scan(text).hits("command")
    rest = blanked(text, ((hit.start, hit.end) for hit in hits if hit.rule.label == "knowledge"))
    return rest if any(sign.isalnum() for sign in rest) else text


def near(asked_about: str, glossary: Mapping[str, Concept]) -> list[Concept]:
    """Return the concepts, nearest first: by the words that their names share, then by how often others name them."""
    asked = _pieces(asked_about)
    shared = {
        key: _pieces(" ".join(concept.name[lang] for lang in LANGUAGES)) & asked for key, concept in glossary.items()
    }
    rare = Counter(piece for pieces in shared.values() for piece in pieces)
    spoken_of = _spoken_of(glossary)
    order = {key: (-sum(1 / rare[piece] for piece in shared[key]), -spoken_of[key]) for key in glossary}
    return [glossary[key] for key in sorted(glossary, key=order.__getitem__)]


def _spoken_of(glossary: Mapping[str, Concept]) -> Counter[str]:
    """Return in how many explanations of other concepts each one is named."""
    texts = {key: normalize(" ".join(concept.text[lang] for lang in LANGUAGES)) for key, concept in glossary.items()}
    terms = {
        key: [normalize(str(term)) for term in concept.terms.all() if len(str(term)) > 1]
        for key, concept in glossary.items()
    }
    return Counter(
        key
        for key, own in terms.items()
        for other, told in texts.items()
        if other != key and any(term in told for term in own)
    )


def _pieces(text: str) -> set[str]:
    """Return the words of `text`, and each two neighbouring Chinese characters."""
    clean = normalize(text)
    pairs = (clean[at : at + 2] for at in range(len(clean) - 1))
    words = (word for word in "".join(s if s.isalnum() and not has_han(s) else " " for s in clean).split())
    return {pair for pair in pairs if all(map(has_han, pair))} | {word for word in words if len(word) > 3}
