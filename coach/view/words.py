"""All words of the page, in both languages: the page has no sentence of its own."""

from __future__ import annotations

from coach.knowledge.folders import WORDS
from coach.knowledge.load import Knowledge
from coach.knowledge.schema import LANGUAGES

PREFIX = "web_"


def page_words(knowledge: Knowledge) -> dict[str, dict[str, str]]:
    """Return the sentences whose keys begin with `web_`, by language and key, placeholders unfilled."""
    keys = [key for kind, key in knowledge.sources if kind == WORDS and key.startswith(PREFIX)]
    return {lang: {key: knowledge.words.wordings(key, lang)[0] for key in keys} for lang in LANGUAGES}
