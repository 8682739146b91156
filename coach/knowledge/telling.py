"""Says in words what is wrong in the knowledge; the words may be what is broken, and something is said all the same.

Sentences are looked for in `words/check.yml` of the knowledge at hand, then in that of the project. This one file is
read by itself, entry by entry: a slip in one spoils no other. Where no sentence is left, kind and values are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from coach.knowledge.fault import Fault, fault
from coach.knowledge.yaml_faults import LOADER

if TYPE_CHECKING:
    from coach.knowledge.problem import Problem

FILE = Path("words") / "check.yml"
PROJECT = Path(__file__).resolve().parent.parent.parent / "knowledge"
_ENTRY = re.compile(r"^(?=check_)", re.MULTILINE)
Sentences = Mapping[str, Mapping[str, str]]  # key -> language -> sentence


class Teller:
    """Says faults in one language."""

    def __init__(self, lang: str, sources: Iterable[Sentences]) -> None:
        self._lang, self._sources = lang, tuple(sources)

    def lines(self, problems: Iterable[Problem]) -> str:
        """Return the problems, one a line."""
        return "\n".join(map(self.line, problems))

    def line(self, problem: Problem) -> str:
        """Return `path:line: message`, the form that editors turn into a link."""
        return f"{problem.path}:{problem.line}: {self.message(problem.fault)}"

    def message(self, fault: Fault) -> str:
        """Return what is wrong and what to do. Never raises."""
        values = {name: self._said(value) for name, value in fault.values}
        said = self._sentence(fault.kind, values)
        return said or " ".join([fault.kind, *(f"{name}={value}" for name, value in values.items())])

    def _sentence(self, kind: str, values: Mapping[str, str]) -> str | None:
        for sentences in self._sources:
            with suppress(LookupError, ValueError, TypeError, AttributeError):  # not there, or its braces are broken
                return sentences[f"check_{kind}"][self._lang].format(**values)
        return None

    def _said(self, value: Any) -> str:
        if isinstance(value, Fault):
            return self.message(value)
        if isinstance(value, tuple):
            nothing, between = (self._sentence(part.kind, {}) for part in (fault("nothing"), fault("between")))
            return (between or ", ").join(map(self._said, value)) or nothing or "-"
        return f"{value:g}" if isinstance(value, float) else str(value)


def teller(lang: str, root: Path | None = None) -> Teller:
    """Return who says what is wrong with the knowledge under `root`. Never raises."""
    return Teller(lang, [_sentences(folder / FILE) for folder in dict.fromkeys((root or PROJECT, PROJECT))])


def _sentences(path: Path) -> Sentences:
    try:
        return _parsed(path.read_bytes())
    except OSError:
        return {}


@lru_cache(maxsize=4)
def _parsed(raw: bytes) -> Sentences:
    sentences: dict[str, Mapping[str, str]] = {}
    for entry in _ENTRY.split(raw.decode("utf-8-sig", errors="replace")):
        with suppress(yaml.YAMLError, ValueError, RecursionError):
            found = yaml.load(entry, Loader=LOADER)
            for key, value in found.items() if isinstance(found, dict) else ():
                if isinstance(value, dict):
                    sentences[key] = {lang: text for lang, text in value.items() if isinstance(text, str)}
    return sentences
