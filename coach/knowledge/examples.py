"""Labelled sentences for the learned back-off: `examples/<task>/<theme>.yml`, label -> language -> sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coach.knowledge.fault import fault
from coach.knowledge.folders import TASK_LABELS
from coach.knowledge.problem import Problem
from coach.knowledge.scenario import Fact, Hedge
from coach.knowledge.schema import LANGUAGES
from coach.knowledge.yaml_lines import Document

ASKED = "asked"  # the folder of questions by what they ask a buyer for
_TOLD = "told_"  # how the name of a file begins that holds clauses of what salespeople tell


@dataclass(frozen=True)
class Example:
    """One labelled sentence and where it stands."""

    task: str
    label: str
    lang: str
    text: str
    path: Path
    line: int


def examples_of(document: Document) -> tuple[list[Example], list[Problem]]:
    """Return the examples of a file, and the faults of its form.

    The folder `question` holds two labels in one ("open situation", or "none"), read for the tasks form and spin. Its
    questions with a SPIN type are honest ones, and so are the acts that neither press nor talk down: they are fair for
    the task tone, beside the folder of that name. A stance is one of the task attitude too; who somebody is in the
    purchase, and what salespeople tell of needs, shows none.
    """
    return document.once(_read)


def _read(document: Document) -> tuple[list[Example], list[Problem]]:
    problems = list(document.problems)
    folder = document.path.parent.name
    if not isinstance(document.data, dict):
        if document.data is not None:
            problems.append(Problem(document.path, 1, fault("labels_expected")))
        return [], problems
    examples: list[Example] = []
    for label, by_language in document.data.items():
        line = document.line((label,))
        tasks = _tasks_of(document.path, str(label))
        if not tasks:
            problems.append(Problem(document.path, line, fault("label_unknown", label=label, task=folder)))
            continue
        if not isinstance(by_language, dict) or set(by_language) - set(LANGUAGES):
            problems.append(Problem(document.path, line, fault("label_lists", label=label)))
            continue
        for lang, sentences in by_language.items():
            for i, text in enumerate(sentences or []):
                line = document.line((label, lang, i))
                if not isinstance(text, str) or not text.strip():
                    problems.append(Problem(document.path, line, fault("example_sentence")))
                    continue
                examples += [Example(task, name, lang, text, document.path, line) for task, name in tasks]
    return examples, problems


def asked_for(item: Fact | Hedge, document: Document, keys: tuple[str, int]) -> list[Example]:
    """Return the example questions that stand with a fact or hedge, which is at `keys` of a document."""
    if item.asked is None:
        return []
    task = f"{ASKED} {document.path.stem}"
    return [
        Example(task, item.id, lang, text, document.path, document.line((*keys, "asked", lang, i)))
        for lang in LANGUAGES
        for i, text in enumerate(item.asked[lang])
    ]


def _tasks_of(path: Path, label: str) -> list[tuple[str, str]]:
    folder = path.parent.name
    if folder == ASKED:  # of one scenario each; the labels are its facts and needs: compared by `coach check`
        return [(f"{ASKED} {path.stem}", label)]
    if folder in ("topic", "step"):  # the labels are files of knowledge/topics and process: compared by `coach check`
        return [(folder, label)]
    if folder == "act" and label in TASK_LABELS[folder]:
        return [(folder, label), *_tone_of(label)]
    if folder != "question":
        told = path.stem.startswith(_TOLD)
        return [(folder, label), *_attitude_of(folder, label, told)] if label in TASK_LABELS.get(folder, ()) else []
    form, _, spin = label.partition(" ")
    if form not in TASK_LABELS["form"] or (spin and spin not in TASK_LABELS["spin"]):
        return []
    return [("form", form), *([("spin", spin), ("tone", "fair")] if spin else [])]


def _attitude_of(folder: str, label: str, told: bool) -> list[tuple[str, str]]:
    """The attitude that an example shows: none where somebody's role or, told by a salesperson, a need shows."""
    if folder == "stance":
        return [("attitude", label)]
    return [("attitude", "unknown")] if folder == "role" or (folder == "need" and told) else []


def _tone_of(act: str) -> list[tuple[str, str]]:
    """The tone of an act; none of a discount, which is offered in any."""
    if act == "discount":
        return []
    return [("tone", act if act in TASK_LABELS["tone"] else "fair")]
