"""Load `knowledge/` in three passes: syntax, shape, meaning. All problems at once, or a frozen Knowledge."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from coach.knowledge import schema
from coach.knowledge.briefing import Briefing
from coach.knowledge.buying import Calendar, Checklist, ProcessStep, Procurement
from coach.knowledge.crm import CrmForm
from coach.knowledge.examples import ASKED, Example, asked_for, examples_of
from coach.knowledge.fault import fault
from coach.knowledge.folders import EXAMPLES, FILES, FOLDERS, WORDS
from coach.knowledge.ledger import StanceLedger
from coach.knowledge.problem import Problem
from coach.knowledge.ranking import OrderReading, RfmClass, RfmFlag, RfmPreset, RfmRanking
from coach.knowledge.rehearsing import Dodge, Drill, Feedback, ObjectionKind, Rehearsing, Rubric, SellerSignal, TakeUp
from coach.knowledge.reviewing import Reviewing
from coach.knowledge.scenario import Evasion, Evasions, Fact, FurtherFacts, Hedge, Hedges, QuestionTopic, Scenario
from coach.knowledge.shape_faults import shape_problem
from coach.knowledge.telling import teller
from coach.knowledge.visits import Visits
from coach.knowledge.words import Words
from coach.knowledge.yaml_lines import Document, read_yaml

Item = TypeVar("Item")


class KnowledgeError(Exception):
    """`knowledge/` is broken; `problems` lists everything found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return teller("en").lines(self.problems)


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
    scenarios: dict[str, Scenario] = field(default_factory=dict)  # each with its further facts
    further_facts: dict[str, FurtherFacts] = field(default_factory=dict)
    hedges: dict[str, Hedges] = field(default_factory=dict)
    evasions: dict[str, Evasions] = field(default_factory=dict)
    seller: dict[str, SellerSignal] = field(default_factory=dict)
    objections: dict[str, ObjectionKind] = field(default_factory=dict)
    dodges: dict[str, Dodge] = field(default_factory=dict)
    drills: dict[str, Drill] = field(default_factory=dict)
    feedback: dict[str, Feedback] = field(default_factory=dict)
    process: dict[str, ProcessStep] = field(default_factory=dict)
    calendars: dict[str, Calendar] = field(default_factory=dict)
    checklists: dict[str, Checklist] = field(default_factory=dict)
    crm_forms: dict[str, CrmForm] = field(default_factory=dict)
    rehearsing: Rehearsing = None  # type: ignore[assignment]  # load() fails without the file
    take_up: TakeUp = None  # type: ignore[assignment]
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
    instead: Mapping[Path, Document] = field(default_factory=dict)  # edits that are not saved
    _examples: dict[str, list[Example]] | None = None

    def is_general(self, topic: str) -> bool:
        """Say whether a topic has no object of its own: "that incident" does not lead away from anything."""
        found = self.topics.get(topic)
        return found is not None and found.general

    def topic_name(self, topic: str | None, lang: str) -> str:
        """Return the name of a need's topic; of one that is no longer there its id, "" for none."""
        known = self.needs.get(topic or "")
        return known.name[lang] if known else topic or ""

    def examples(self, task: str) -> list[Example]:
        """Return the labelled sentences of `task`; read from disk on first use, since only fitting needs them."""
        if self._examples is None:
            found: dict[str, list[Example]] = {}
            for path in files_of(self.root / EXAMPLES, self.instead):
                if path.parent.name == ASKED:
                    continue  # many, and each scenario needs its own alone
                for example in examples_of(self.instead.get(path) or read_yaml(path))[0]:
                    found.setdefault(example.task, []).append(example)
            self._examples = found  # whole at once: another thread may be reading
        return self._examples.get(task, [])

    def asked(self, scenario: str) -> list[Example]:
        """Return the example questions of a scenario, labelled with the fact, need or hedge that they ask for; few read
        them, since what is made from them is kept."""
        path = self.asked_file(scenario)
        document = self.instead.get(path) or (read_yaml(path) if path.exists() else None)
        found = list(examples_of(document)[0]) if document else []
        placed: list[tuple[Fact | Hedge, Document, tuple[str, int]]]
        placed = [*self.facts_of(scenario), *self.placed_hedges(scenario)]
        for item, place, keys in placed:
            found += asked_for(item, place, keys)
        return found

    def facts_of(self, scenario: str) -> Iterator[tuple[Fact, Document, tuple[str, int]]]:
        """Yield the facts of a scenario, each with the document and the keys that it stands at."""
        further = self.further_facts[scenario].facts if scenario in self.further_facts else []
        for collection, facts in (("scenarios", self.own_facts(scenario)), ("further_facts", further)):
            for i, fact in enumerate(facts):
                yield fact, self.sources[(collection, scenario)], ("facts", i)

    def own_facts(self, scenario: str) -> list[Fact]:
        """Return the facts that stand in the scenario itself."""
        facts, further = self.scenarios[scenario].facts, self.further_facts.get(scenario)
        return facts[: len(facts) - len(further.facts)] if further else facts

    def hedges_of(self, scenario: str) -> list[Hedge]:
        """Return how the buyer of a scenario keeps needs back."""
        return self.hedges[scenario].hedges if scenario in self.hedges else []

    def placed_hedges(self, scenario: str) -> Iterator[tuple[Hedge, Document, tuple[str, int]]]:
        """Yield the hedges of a scenario, each with the document and the keys that it stands at."""
        return self._placed("hedges", scenario, self.hedges_of(scenario))

    def evasions_of(self, scenario: str) -> list[Evasion]:
        """Return what the buyer of a scenario says, by kind of question, where nothing answers it."""
        return self.evasions[scenario].evasions if scenario in self.evasions else []

    def placed_evasions(self, scenario: str) -> Iterator[tuple[Evasion, Document, tuple[str, int]]]:
        """Yield the evasions of a scenario, each with the document and the keys that it stands at."""
        return self._placed("evasions", scenario, self.evasions_of(scenario))

    def _placed(
        self, collection: str, scenario: str, items: Iterable[Item]
    ) -> Iterator[tuple[Item, Document, tuple[str, int]]]:
        """Yield the items of a file that lists them under the name of its collection."""
        for i, item in enumerate(items):
            yield item, self.sources[(collection, scenario)], (collection, i)

    def evasion(self, scenario: str, kind: str) -> Evasion | None:
        """Return what the buyer of a scenario says to questions of one kind that nothing answers."""
        return next((evasion for evasion in self.evasions_of(scenario) if evasion.kind == kind), None)

    def asked_file(self, scenario: str) -> Path:
        """Return where the example questions of a scenario stand, if it has any."""
        return self.root / EXAMPLES / ASKED / f"{scenario}.yml"


def digest_of(root: Path) -> str:
    """Return a hash over the names and bytes of all knowledge files."""
    digest = hashlib.sha256()
    for path in files_of(root):
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
        raise KnowledgeError([Problem(root, 1, fault("no_folder"))])
    with _uncollected():
        return _load(root, instead or {})


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put off the search for garbage: among many new objects that all stay it takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(root: Path, instead: Mapping[Path, Document]) -> Knowledge:
    knowledge = Knowledge(root, "" if instead else digest_of(root), instead=instead)
    problems: list[Problem] = []
    wordings: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for path in files_of(root, instead):
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
        Problem(root / name, 1, fault("file_missing"))
        for name, (collection, _) in FILES.items()
        if (collection, "") not in knowledge.sources and not (root / name).exists()
    ]
    if problems:
        raise KnowledgeError(problems)
    join_facts(knowledge)
    return knowledge


def files_of(folder: Path, instead: Mapping[Path, Document] | None = None) -> list[Path]:
    """Return the YAML files below `folder`, with those of the edits in `instead` that belong there."""
    edited = (path for path in instead or () if folder in path.parents)
    return sorted({*(path for path in folder.rglob("*.yml") if path.is_file()), *edited})


def _add_value(document: Document, relative: Path, knowledge: Knowledge, problems: list[Problem]) -> None:
    folder = _folder_of(relative)
    if folder is None:
        unknown = fault("unknown_folder", known=(*FOLDERS, WORDS, EXAMPLES))
        problems.append(Problem(document.path, 1, unknown))
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
        other_name = fault("id_is_name", id=value.id, name=stem)  # type: ignore[attr-defined]
        problems.append(Problem(document.path, document.line(("id",)), other_name))
    values = getattr(knowledge, collection)
    if key in values:
        other = knowledge.sources[(collection, key)].path
        problems.append(Problem(document.path, document.line(("id",)), fault("id_used", id=key, path=other)))
        return
    values[key] = value
    knowledge.sources[(collection, key)] = document


def join_facts(knowledge: Knowledge) -> None:
    """Give each scenario its further facts; those of one that is not there are `check.find_problems`' matter."""
    for key, further in knowledge.further_facts.items():
        if scenario := knowledge.scenarios.get(key):
            knowledge.scenarios[key] = scenario.copy(update={"facts": [*scenario.facts, *further.facts]})


def _folder_of(relative: Path) -> str | None:
    for depth in range(len(relative.parts) - 1, 0, -1):
        folder = "/".join(relative.parts[:depth])
        if folder in FOLDERS:
            return folder
    return None


def validate(document: Document, shape: type[schema.Shape], problems: list[Problem]) -> schema.Shape | None:
    """Return the document's data in `shape`, or None after adding one problem a fault, with its line."""
    value, found = document.once(_validated, shape)
    problems += found
    return value


def _validated(document: Document, shape: type[schema.Shape]) -> tuple[schema.Shape | None, tuple[Problem, ...]]:
    if isinstance(document.data, dict) and not all(isinstance(key, str) for key in document.data):
        return None, (Problem(document.path, 1, fault("field_word")),)
    try:
        return shape.parse_obj(document.data), ()
    except ValidationError as error:
        return None, tuple(shape_problem(document, of_form) for of_form in error.errors())


def _add_words(document: Document, wordings: dict[str, Any], knowledge: Knowledge, problems: list[Problem]) -> None:
    if not isinstance(document.data, dict):
        problems.append(Problem(document.path, 1, fault("keys_expected")))
        return
    sentences, found = document.once(_sentences)
    problems += found
    for key, sentence in sentences.items():
        if key in wordings:
            other = knowledge.sources[("words", key)].path
            problems.append(Problem(document.path, document.line((key,)), fault("key_used", key=key, path=other)))
        elif sentence:
            wordings[key] = sentence
            knowledge.sources[("words", key)] = document


def _sentences(document: Document) -> tuple[dict[str, Mapping[str, tuple[str, ...]]], tuple[Problem, ...]]:
    """Return wordings by key and language, none for a key of bad form, and what is wrong with those."""
    sentences: dict[str, Mapping[str, tuple[str, ...]]] = {}
    problems: list[Problem] = []
    for key, value in document.data.items():
        if not isinstance(key, str):
            problems.append(Problem(document.path, document.line((key,)), fault("field_word")))
            continue
        shape = schema.Texts if isinstance(value, dict) and isinstance(value.get("zh"), list) else schema.Text
        parsed, found = _validated(Document(document.path, value), shape)
        line = document.line((key,))
        problems += [Problem(p.path, line, fault("of_key", key=key, inner=p.fault)) for p in found]
        texts = {} if parsed is None else {lang: parsed[lang] for lang in schema.LANGUAGES}  # type: ignore[index]
        sentences[key] = {lang: tuple(text) if shape is schema.Texts else (text,) for lang, text in texts.items()}
    return sentences, tuple(problems)
