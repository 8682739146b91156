"""Load `knowledge/` in three passes: syntax, shape, meaning. All problems at once, or a frozen Knowledge."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from coach.knowledge import schema
from coach.knowledge.briefing import Briefing
from coach.knowledge.buying import Calendar, Checklist, ProcessStep, Procurement
from coach.knowledge.crm import CrmForm
from coach.knowledge.examples import Example, parse_examples
from coach.knowledge.folders import EXAMPLES, FILES, FOLDERS, WORDS
from coach.knowledge.ledger import StanceLedger
from coach.knowledge.problem import Problem
from coach.knowledge.ranking import OrderReading, RfmClass, RfmFlag, RfmPreset, RfmRanking
from coach.knowledge.rehearsing import Drill, Feedback, ObjectionKind, Rehearsing, Rubric, SellerSignal
from coach.knowledge.reviewing import Reviewing
from coach.knowledge.scenario import QuestionTopic, Scenario
from coach.knowledge.visits import Visits
from coach.knowledge.words import Words
from coach.knowledge.yaml_lines import Document, read_yaml


class KnowledgeError(Exception):
    """`knowledge/` is broken; `problems` lists everything found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass
class Knowledge:
    """The methodology. Each dict is keyed by id, in the order of the file names.

    `products` is keyed by "catalogue/product"; `catalogues` by folder name; `sources` gives the document of
    each value, keyed by (collection, id), for messages that name a line.
    """

    root: Path
    digest: str
    needs: dict[str, schema.NeedTopic] = field(default_factory=dict)
    forms: dict[str, schema.FormSignal] = field(default_factory=dict)
    spins: dict[str, schema.SpinSignal] = field(default_factory=dict)
    stances: dict[str, schema.Stance] = field(default_factory=dict)
    roles: dict[str, schema.Role] = field(default_factory=dict)
    commands: dict[str, schema.Command] = field(default_factory=dict)
    requests: dict[str, schema.Request] = field(default_factory=dict)
    ethics: dict[str, schema.Ethics] = field(default_factory=dict)
    funnel: dict[str, schema.FunnelStep] = field(default_factory=dict)
    glossary: dict[str, schema.Concept] = field(default_factory=dict)
    products: dict[str, schema.Product] = field(default_factory=dict)
    catalogues: dict[str, schema.Catalogue] = field(default_factory=dict)
    titles: dict[str, schema.PersonTitles] = field(default_factory=dict)
    word_lists: dict[str, schema.WordList] = field(default_factory=dict)
    topics: dict[str, QuestionTopic] = field(default_factory=dict)
    scenarios: dict[str, Scenario] = field(default_factory=dict)
    seller: dict[str, SellerSignal] = field(default_factory=dict)
    objections: dict[str, ObjectionKind] = field(default_factory=dict)
    drills: dict[str, Drill] = field(default_factory=dict)
    feedback: dict[str, Feedback] = field(default_factory=dict)
    process: dict[str, ProcessStep] = field(default_factory=dict)
    calendars: dict[str, Calendar] = field(default_factory=dict)
    checklists: dict[str, Checklist] = field(default_factory=dict)
    crm_forms: dict[str, CrmForm] = field(default_factory=dict)
    rehearsing: Rehearsing = None  # type: ignore[assignment]  # load() fails without the file
    rubric: Rubric = None  # type: ignore[assignment]
    reviewing: Reviewing = None  # type: ignore[assignment]
    briefing: Briefing = None  # type: ignore[assignment]
    visiting: Visits = None  # type: ignore[assignment]
    ledger: StanceLedger = None  # type: ignore[assignment]
    procurement: Procurement = None  # type: ignore[assignment]
    rfm_presets: dict[str, RfmPreset] = field(default_factory=dict)
    rfm_classes: dict[str, RfmClass] = field(default_factory=dict)
    rfm_flags: dict[str, RfmFlag] = field(default_factory=dict)
    rfm_ranking: RfmRanking = None  # type: ignore[assignment]
    order_reading: OrderReading = None  # type: ignore[assignment]
    words: Words = field(default_factory=lambda: Words({}))
    sources: dict[tuple[str, str], Document] = field(default_factory=dict)
    _examples: dict[str, list[Example]] | None = None

    def topic_name(self, topic: str | None, lang: str) -> str:
        """Return the name of a need's topic; of one that is no longer there its id, "" for none."""
        known = self.needs.get(topic or "")
        return known.name[lang] if known else topic or ""

    def examples(self, task: str) -> list[Example]:
        """Return the labelled sentences of `task`; read from disk on first use, since only fitting needs them."""
        if self._examples is None:
            found: dict[str, list[Example]] = {}
            for path in _files(self.root / EXAMPLES):
                for example in parse_examples(read_yaml(path), []):
                    found.setdefault(example.task, []).append(example)
            self._examples = found  # whole at once: another thread may be reading
        return self._examples.get(task, [])


def digest_of(root: Path) -> str:
    """Return a hash over the names and bytes of all knowledge files."""
    digest = hashlib.sha256()
    for path in _files(root):
        digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def stamp_of(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Return names, times and sizes of all files: cheap to take, different after an edit."""
    stamps = []
    with suppress(OSError):  # a folder taken away this moment: the next look sees what is left
        for path in root.rglob("*.yml"):
            with suppress(OSError):  # so is a file when an editor saves by renaming
                of_file = path.stat()
                stamps.append((str(path), of_file.st_mtime_ns, of_file.st_size))
    return tuple(sorted(stamps))


def load(root: Path, instead: Mapping[Path, Document] | None = None) -> Knowledge:
    """Return the knowledge under `root`. Raises KnowledgeError with every problem of form found.

    `instead` are documents to take in place of the files of these paths, or beside them: an edit that is not saved.
    Meaning (references, phrases under two labels, patterns) is `check.find_problems`' work.
    """
    if not root.is_dir():
        raise KnowledgeError([Problem(root, 1, "the folder does not exist; say where knowledge/ is")])
    instead = instead or {}
    knowledge = Knowledge(root, "" if instead else digest_of(root))
    problems: list[Problem] = []
    wordings: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for path in sorted({*_files(root), *instead}):
        relative = path.relative_to(root)
        if relative.parts[0] == EXAMPLES:
            continue
        document = instead.get(path) or read_yaml(path)
        problems += document.problems
        if document.data is None:
            continue
        if relative.parts[0] == WORDS:
            _add_words(document, wordings, knowledge, problems)
        elif relative.as_posix() in FILES:
            collection, shape = FILES[relative.as_posix()]
            setattr(knowledge, collection, validate(document, shape, problems))
            knowledge.sources[(collection, "")] = document
        else:
            _add_value(document, relative, knowledge, problems)
    knowledge.words = Words(wordings)
    problems += [
        Problem(root / name, 1, "this file is missing; the assistant needs it")
        for name, (collection, _) in FILES.items()
        if (collection, "") not in knowledge.sources and not (root / name).exists()
    ]
    if problems:
        raise KnowledgeError(problems)
    return knowledge


def _files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*.yml") if path.is_file())


def _add_value(document: Document, relative: Path, knowledge: Knowledge, problems: list[Problem]) -> None:
    folder = _folder_of(relative)
    if folder is None:
        known = ", ".join([*FOLDERS, WORDS, EXAMPLES])
        problems.append(Problem(document.path, 1, f"no known folder; expected one of: {known}"))
        return
    collection, shape = FOLDERS[folder]
    key_prefix = ""
    if collection == "products":
        if relative.name == "catalogue.yml":
            collection, shape = "catalogues", schema.Catalogue
        else:
            key_prefix = relative.parent.name + "/"
    value = validate(document, shape, problems)
    if value is None:
        return
    key = key_prefix + value.id  # type: ignore[attr-defined]
    stem = relative.parent.name if collection == "catalogues" else relative.stem
    if value.id != stem:  # type: ignore[attr-defined]
        problems.append(
            Problem(document.path, document.line(("id",)), f"id '{value.id}' must be the name '{stem}'")  # type: ignore[attr-defined]
        )
    values = getattr(knowledge, collection)
    if key in values:
        other = knowledge.sources[(collection, key)].path
        problems.append(Problem(document.path, document.line(("id",)), f"id '{key}' is already used in {other}"))
        return
    values[key] = value
    knowledge.sources[(collection, key)] = document


def _folder_of(relative: Path) -> str | None:
    for depth in range(len(relative.parts) - 1, 0, -1):
        folder = "/".join(relative.parts[:depth])
        if folder in FOLDERS:
            return folder
    return None


def validate(document: Document, shape: type[schema.Shape], problems: list[Problem]) -> schema.Shape | None:
    """Return the document's data in `shape`, or None after adding one problem a fault, with its line."""
    if isinstance(document.data, dict) and not all(isinstance(key, str) for key in document.data):
        problems.append(Problem(document.path, 1, "every field must be named by a word (quote it?)"))
        return None
    try:
        return shape.parse_obj(document.data)
    except ValidationError as error:
        for fault in error.errors():
            problems.append(_shape_problem(document, fault))
    return None


def _shape_problem(document: Document, fault: Mapping[str, Any]) -> Problem:
    keys = tuple(key for key in fault["loc"] if key != "__root__")
    where = ".".join(map(str, keys)) or "the file"
    if fault["type"] == "value_error.extra":
        message = f"unknown field '{where}'; remove it or mend its name"
    elif fault["type"] == "value_error.missing":
        missing = keys[-1] if keys else ""
        message = f"missing translation '{where}'" if missing in schema.LANGUAGES else f"missing field '{where}'"
    else:
        message = f"'{where}': {fault['msg']}"
    return Problem(document.path, document.line(keys), message)


def _add_words(document: Document, wordings: dict[str, Any], knowledge: Knowledge, problems: list[Problem]) -> None:
    if not isinstance(document.data, dict):
        problems.append(Problem(document.path, 1, "expected keys with zh and en"))
        return
    for key, value in document.data.items():
        part = Document(document.path, value)
        shape = schema.Texts if isinstance(value, dict) and isinstance(value.get("zh"), list) else schema.Text
        found: list[Problem] = []
        parsed = validate(part, shape, found)
        line = document.line((key,))
        problems += [Problem(p.path, line, f"'{key}': {p.message}") for p in found]
        if key in wordings:
            other = knowledge.sources[("words", key)].path
            problems.append(Problem(document.path, line, f"'{key}' is already used in {other}"))
        elif parsed is not None:
            wordings[key] = {
                lang: tuple(parsed[lang]) if shape is schema.Texts else (parsed[lang],)  # type: ignore[index]
                for lang in schema.LANGUAGES
            }
            knowledge.sources[("words", key)] = document
