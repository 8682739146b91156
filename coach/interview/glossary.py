"""Explain a concept of the method from the glossary."""

from __future__ import annotations

from coach.context import Tools

_OFFERED = 6


def explain_concept(text: str, lang: str, tools: Tools) -> list[str]:
    """Return the concept that `text` asks about, with an example; else a few that can be asked about."""
    found = tools.reader.concept(text)
    glossary = tools.knowledge.glossary
    if found is None:
        names = tools.words.listing([c.name[lang] for c in list(glossary.values())[:_OFFERED]], lang)
        return [tools.words.say("concept_unknown", lang, names=names)]
    concept = glossary[found]
    return [
        tools.words.say(
            "concept",
            lang,
            name=concept.name[lang],
            text=concept.text[lang].strip(),
            example=concept.example[lang].strip(),
        )
    ]
