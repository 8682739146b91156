"""The third pass: does the knowledge mean something? References, patterns, phrases under two labels."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.matcher import Matcher

from coach.knowledge.examples import parse_examples
from coach.knowledge.folders import EXAMPLES
from coach.knowledge.load import Knowledge, KnowledgeError, digest_of, load
from coach.knowledge.needed import NEEDED, REQUESTS
from coach.knowledge.patterns import PatternError, expand, parse
from coach.knowledge.problem import Problem
from coach.knowledge.scenario_check import scenario_problems
from coach.knowledge.schema import LANGUAGES, Phrases, Shape
from coach.knowledge.words import placeholders
from coach.knowledge.yaml_lines import Document, read_yaml
from coach.text.normalize import normalize
from coach.text.tokenizer import blank_pipeline

# collections whose phrases compete for one text: a phrase may stand under one label only
_TASKS = {
    "needs": "need", "forms": "form", "spins": "spin", "stances": "stance", "roles": "role",
    "commands": "command", "glossary": "concept", "requests": "request", "titles": "title",
    "topics": "topic",
}  # fmt: skip


def find_problems(root: Path) -> list[Problem]:
    """Return every problem under `root`, sorted by place; empty when the knowledge is sound."""
    problems = list(_example_problems(root))
    try:
        knowledge = load(root)
    except KnowledgeError as error:
        return sorted({*problems, *error.problems})
    problems += _pattern_problems(knowledge)
    problems += _phrase_problems(knowledge)
    problems += _reference_problems(knowledge)
    problems += _word_problems(knowledge)
    problems += _missing_files(knowledge)
    problems += _placeholder_problems(knowledge)
    problems += scenario_problems(knowledge)
    for key in sorted(set(knowledge.requests) - set(REQUESTS)):
        document = knowledge.sources[("requests", key)]
        message = f"the assistant cannot do '{key}'; it knows: {', '.join(REQUESTS)}"
        problems.append(Problem(document.path, document.line(("id",)), message))
    return sorted(set(problems))


def _own_code() -> str:
    """A hash over the checks themselves: knowledge found sound by older checks is checked again."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:8]


def check_once(root: Path, cache: Path) -> None:
    """Check the knowledge, unless these very files were found sound before (remembered in `cache`).

    Raises KnowledgeError with every problem.
    """
    mark = cache / f"sound-{digest_of(root)[:24]}-{_own_code()}" if root.is_dir() else None
    if mark and mark.exists():
        return
    if problems := find_problems(root):
        raise KnowledgeError(problems)
    if mark:
        cache.mkdir(parents=True, exist_ok=True)
        for old in cache.glob("sound-*"):
            old.unlink(missing_ok=True)
        mark.touch()


def _phrases_of(value: Shape) -> Iterator[tuple[tuple[Any, ...], Phrases]]:
    for name, part in value:
        if isinstance(part, Phrases):
            yield (name,), part
        elif isinstance(part, (list, tuple)):
            for i, item in enumerate(part):
                if isinstance(item, Shape):
                    for keys, phrases in _phrases_of(item):
                        yield (name, i, *keys), phrases


def _values(knowledge: Knowledge) -> Iterator[tuple[str, str, Shape, Document]]:
    for (collection, key), document in knowledge.sources.items():
        if collection != "words" and key:
            yield collection, key, getattr(knowledge, collection)[key], document


def _pattern_problems(knowledge: Knowledge) -> Iterator[Problem]:
    for _, _, value, document in _values(knowledge):
        for keys, phrases in _phrases_of(value):
            for lang in LANGUAGES:
                for i, pattern in enumerate(getattr(phrases, lang)):
                    if message := _pattern_fault(pattern):
                        yield Problem(document.path, document.line((*keys, lang, i)), message)


def _pattern_fault(pattern: str | list[dict[str, Any]]) -> str | None:
    try:
        if isinstance(pattern, str):
            parse(normalize(pattern))
        else:
            Matcher(blank_pipeline().vocab, validate=True).add("check", [pattern])
    except PatternError as error:
        return str(error)
    except Exception as error:  # spaCy raises several kinds, all of which mean the same to an author
        return f"token pattern does not compile: {str(error).splitlines()[0]}"
    return None


def _phrase_problems(knowledge: Knowledge) -> Iterator[Problem]:
    """The same phrase in two files of one task, or under two labels among the examples."""
    seen: dict[tuple[str, str], tuple[str, Document, int]] = {}
    for collection, key, value, document in _values(knowledge):
        task = _TASKS.get(collection)
        if task is None:
            continue
        for keys, phrases in _phrases_of(value):
            for lang in LANGUAGES:
                for i, pattern in enumerate(getattr(phrases, lang)):
                    if not isinstance(pattern, str) or _pattern_fault(pattern):
                        continue
                    line = document.line((*keys, lang, i))
                    for phrase in _phrases_for(normalize(pattern)):
                        owner, other, first = seen.setdefault((task, phrase), (key, document, line))
                        if owner != key:
                            yield Problem(document.path, line, f"phrase '{phrase}' is already in {other.path}:{first}")


def _phrases_for(pattern: str) -> list[str]:
    """The phrases of a pattern, or the pattern itself when it stands for too many to write out."""
    try:
        return expand(pattern)
    except PatternError:
        return [pattern]


def _reference_problems(knowledge: Knowledge) -> Iterator[Problem]:
    def missing(
        document: Document, keys: tuple[Any, ...], name: str, known: Iterable[str], what: str
    ) -> Iterator[Problem]:
        if name not in known:
            yield Problem(document.path, document.line(keys), f"there is no {what} '{name}'")

    for collection, key, value, document in _values(knowledge):
        data: Any = value
        if collection == "products":
            features = [feature.id for feature in data.features]
            for i, feature in enumerate(data.features):
                for topic in feature.benefits:
                    yield from missing(
                        document, ("features", i, "benefits", topic), topic, knowledge.needs, "need topic"
                    )
            for i, unique in enumerate(data.unique):
                yield from missing(document, ("unique", i, "feature"), unique.feature, features, "feature")
            if key.split("/")[0] not in knowledge.catalogues:
                yield Problem(document.path, 1, "its folder has no catalogue.yml; add one")
        elif collection == "catalogues":
            keys_here = [key_.split("/")[1] for key_ in knowledge.products if key_.startswith(f"{key}/")]
            yield from missing(document, ("first",), data.first, keys_here, "product")
        elif collection == "needs":
            if document.path.parent.name != data.label:
                message = f"a need with label '{data.label}' belongs into the folder needs/{data.label}"
                yield Problem(document.path, document.line(("label",)), message)
        elif collection == "roles":
            for i, topic in enumerate(data.cares):
                yield from missing(document, ("cares", i), topic, knowledge.needs, "need topic")
        elif collection == "titles" and data.role is not None:
            yield from missing(document, ("role",), data.role, knowledge.roles, "role")


def _word_problems(knowledge: Knowledge) -> Iterator[Problem]:
    for (collection, key), document in knowledge.sources.items():
        if collection != "words":
            continue
        names: set[frozenset[str]] = set()
        try:
            for lang in LANGUAGES:
                wordings = document.data[key][lang]
                for sentence in wordings if isinstance(wordings, list) else [wordings]:
                    names.add(placeholders(sentence))
        except ValueError as error:
            yield Problem(document.path, document.line((key,)), f"'{key}': braces do not match ({error})")
            continue
        if len(names) > 1:
            yield Problem(
                document.path,
                document.line((key,)),
                f"'{key}': the wordings do not use the same placeholders",
            )


# where a file's sentence is filled in, and with what
_FUNNEL = frozenset({"account", "quote", "person", "first"})
_FILLED: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("needs", "deepen", frozenset({"quote"})),
    ("needs", "ask_customer", frozenset()),
    ("stances", "treat", frozenset({"name"})),
    ("stances", "move", frozenset({"name"})),
)


def _placeholder_problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Placeholders that nothing fills: a turn would fail on them."""
    for collection, field, allowed in _FILLED:
        for key, value in getattr(knowledge, collection).items():
            document = knowledge.sources[(collection, key)]
            yield from _unfilled(document, (field,), getattr(value, field), allowed)
    for key, step in knowledge.funnel.items():
        document = knowledge.sources[("funnel", key)]
        for i, question in enumerate(step.questions):
            for field in ("ask", "ask_customer"):
                yield from _unfilled(document, ("questions", i, field), getattr(question, field), _FUNNEL)


def _unfilled(document: Document, keys: tuple[Any, ...], text: Any, allowed: frozenset[str]) -> Iterator[Problem]:
    if text is None:
        return
    for lang in LANGUAGES:
        sentences = text[lang] if isinstance(text[lang], list) else [text[lang]]
        for sentence in sentences:
            try:
                unknown = placeholders(sentence) - allowed
            except ValueError as error:
                yield Problem(document.path, document.line((*keys, lang)), f"braces do not match ({error})")
                continue
            if unknown:
                names = ", ".join(sorted(unknown))
                known = ", ".join(sorted(allowed)) or "none"
                message = f"nothing fills the placeholder {{{names}}}; allowed here: {known}"
                yield Problem(document.path, document.line((*keys, lang)), message)


def _missing_files(knowledge: Knowledge) -> Iterator[Problem]:
    """What the program looks up by name and so must be there."""
    for collection, folder, names in NEEDED:
        for name in names:
            if name not in getattr(knowledge, collection):
                yield Problem(
                    knowledge.root / folder / f"{name}.yml", 1, "this file is missing; the assistant needs it"
                )


def _example_problems(root: Path) -> Iterator[Problem]:
    seen: dict[tuple[str, str], tuple[str, Path, int]] = {}
    for path in sorted((root / EXAMPLES).rglob("*.yml")):
        problems: list[Problem] = []
        for example in parse_examples(read_yaml(path), problems):
            key = (example.task, normalize(example.text).strip())
            label, first, line = seen.setdefault(key, (example.label, path, example.line))
            if label != example.label:
                yield Problem(
                    path,
                    example.line,
                    f"the same sentence is '{label}' in {first}:{line} and '{example.label}' here",
                )
        yield from problems
