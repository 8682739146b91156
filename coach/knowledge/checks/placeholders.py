"""Placeholders in braces that nothing fills: a turn would fail on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.knowledge.checks.places import Keys
from coach.knowledge.fault import fault
from coach.knowledge.load import Knowledge
from coach.knowledge.problem import Problem
from coach.knowledge.schema import LANGUAGES, Text, Texts
from coach.knowledge.words import placeholders
from coach.knowledge.yaml_lines import Document

# what a question of the funnel is filled with, by what it follows
_NEED = frozenset({"account", "quote", "first"})
_FUNNEL = {
    "nothing": frozenset({"account"}),
    "needs": frozenset({"account", "first"}),
    "person": frozenset({"account", "person"}),
    "surface": _NEED,
    "latent": _NEED,
    "hidden": _NEED,
}
# where a file's sentence is filled in, and with what
_FILLED: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("needs", "deepen", frozenset({"quote"})),
    ("needs", "ask_customer", frozenset()),
    ("stances", "treat", frozenset({"name"})),
    ("stances", "move", frozenset({"name"})),
)


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield one problem for each sentence whose placeholders nothing fills, or whose braces do not match."""
    for collection, field, allowed in _FILLED:
        for key, value in getattr(knowledge, collection).items():
            document = knowledge.sources[(collection, key)]
            yield from unfilled(document, (field,), getattr(value, field), allowed)
    for key, step in knowledge.funnel.items():
        document = knowledge.sources[("funnel", key)]
        for i, question in enumerate(step.questions):
            allowed = _FUNNEL[question.follows]
            for field in ("ask", "ask_customer"):
                yield from unfilled(document, ("questions", i, field), getattr(question, field), allowed)


def unfilled(
    document: Document, keys: Keys, text: Text | Texts | Mapping[str, str | list[str]] | None, allowed: frozenset[str]
) -> Iterator[Problem]:
    """Yield the problems of one text at `keys`, of which only the `allowed` placeholders are filled."""
    if text is None:
        return
    for lang in LANGUAGES:
        said = text[lang]
        for sentence in said if isinstance(said, list) else [said]:
            line = document.line((*keys, lang))
            try:
                unknown = placeholders(sentence) - allowed
            except ValueError:
                yield Problem(document.path, line, fault("braces"))
                continue
            if unknown:
                unfilled = fault("unfilled", names=tuple(sorted(unknown)), allowed=tuple(sorted(allowed)))
                yield Problem(document.path, line, unfilled)
