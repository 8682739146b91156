"""Walk the knowledge: every value with its document, every list of phrases with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coach.knowledge.load import Knowledge
from coach.knowledge.schema import LANGUAGES, Phrases, Shape
from coach.knowledge.yaml_lines import Document

Keys = tuple[Any, ...]  # the path of a value in its document


def values(knowledge: Knowledge) -> Iterator[tuple[str, str, Shape, Document]]:
    """Yield collection, id, value and document of every file but the sentences in `words`."""
    for (collection, key), document in knowledge.sources.items():
        if collection != "words":
            value = getattr(knowledge, collection)
            yield collection, key, value[key] if key else value, document  # a single file, such as the rubric: no key


def patterns(value: Shape) -> Iterator[tuple[Keys, str | list[dict[str, Any]]]]:
    """Yield every pattern below `value`, however deep it stands, with its place."""
    for keys, phrases in _phrases(value, ()):
        for lang in LANGUAGES:
            for i, pattern in enumerate(getattr(phrases, lang)):
                yield (*keys, lang, i), pattern


def _phrases(part: Any, keys: Keys) -> Iterator[tuple[Keys, Phrases]]:
    if isinstance(part, Phrases):
        yield keys, part
        return
    if isinstance(part, Shape):
        below: Any = part  # a pydantic model yields its fields as pairs
    elif isinstance(part, dict):
        below = part.items()
    else:
        below = enumerate(part) if isinstance(part, (list, tuple)) else ()
    for name, item in below:
        yield from _phrases(item, (*keys, name))
