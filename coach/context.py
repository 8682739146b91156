"""All that a mode needs to take a turn: the methodology and the readers built from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coach.knowledge.load import Knowledge
from coach.knowledge.words import Words
from coach.people.mentions import MentionFinder
from coach.people.same import SamePerson
from coach.pitch.catalogue import Catalogue
from coach.read.correction import CorrectionReader
from coach.read.manners import Manners
from coach.read.reader import Reader
from coach.read.report import Report, read_report
from coach.read.requests import RequestReader


@dataclass(frozen=True)
class Tools:
    """Everything built from one version of the knowledge; shared by all conversations."""

    knowledge: Knowledge
    reader: Reader
    finder: MentionFinder
    same: SamePerson
    catalogue: Catalogue
    manners: Manners
    requests: RequestReader
    corrections: CorrectionReader

    @property
    def words(self) -> Words:
        return self.knowledge.words

    def report(self, text: str, known: Sequence[str] = (), firms: Sequence[str] = ()) -> Report:
        """Return what `text` reports of a customer; `known` names are persons, `firms` are none."""
        return read_report(text, self.reader, self.finder, known, firms)


@dataclass(frozen=True)
class Context:
    """Tools, the day of the turn, and where results may be saved."""

    tools: Tools
    today: date
    results: Path


def build_tools(knowledge: Knowledge, cache: Path) -> Tools:
    """Return the tools for `knowledge`; fitted models are kept in `cache`."""
    return Tools(
        knowledge,
        Reader(knowledge, cache),
        MentionFinder(knowledge),
        SamePerson(knowledge),
        Catalogue(knowledge),
        Manners(knowledge),
        RequestReader(knowledge),
        CorrectionReader(knowledge),
    )
