"""What the buyer looks at when answering one line."""

from __future__ import annotations

from dataclasses import dataclass

from coach.judge.mark import Mark
from coach.knowledge.load import Knowledge
from coach.knowledge.rehearsing import Difficulty, Rehearsing
from coach.knowledge.scenario import Fact, Scenario
from coach.read.seller import Question, SellerLine
from coach.rehearsal.dodges import Dodges
from coach.rehearsal.meant import Meant
from coach.rehearsal.state import Rehearsal
from coach.rehearsal.wording import Voice

PROPOSAL = "proposal"  # the kind of question that proposes an act


@dataclass(frozen=True)
class Scene:
    """The line with its marks and the question that wants an answer, the state (changed by the answer), the data."""

    state: Rehearsal
    scenario: Scenario
    knowledge: Knowledge
    level: Difficulty
    line: SellerLine
    marks: tuple[Mark, ...]
    question: Question | None
    voice: Voice
    dodges: Dodges
    meant: Meant

    @property
    def numbers(self) -> Rehearsing:
        return self.knowledge.rehearsing

    @property
    def lang(self) -> str:
        return self.state.lang

    @property
    def known(self) -> set[str]:
        """Ids of all that was told."""
        return {*self.state.told, *self.state.facts}

    @property
    def facts(self) -> list[Fact]:
        """The facts that can be said now: none that goes before, or behind, something else that was told."""
        known = self.known
        return [fact for fact in self.scenario.facts if known.issuperset(fact.after) and known.isdisjoint(fact.until)]

    @property
    def names(self) -> tuple[str, ...]:
        """Who is spoken to: name, title and firm."""
        persona = self.scenario.persona
        return persona.name[self.lang], persona.title[self.lang], persona.firm[self.lang]

    @property
    def silent(self) -> bool:
        """Say whether the seller says nothing."""
        return says_nothing(self.line.text)

    def is_plain(self, fact: Fact) -> bool:
        """Say whether a fact only wards off: "there is something every day" tells of no trouble, effect or event."""
        return bool(fact.about) and all(self.knowledge.is_general(topic) for topic in fact.about)

    def proposes(self, question: Question) -> bool:
        """Say whether a question proposes an act: "could we put one on your bench?"."""
        kind = self.dodges.of(question.text)
        return kind is not None and kind.id == PROPOSAL

    def has(self, *names: str) -> bool:
        """Say whether the line has one of these marks."""
        return any(mark.name in names for mark in self.marks)

    def phrase(self, key: str) -> str | None:
        """Return an unused wording of the words `key`, None when all were used."""
        return self.voice.pick(self.knowledge.words.wordings(key, self.lang))


def says_nothing(line: str) -> bool:
    """Say whether there is neither a letter nor a figure in a line: "…"."""
    return not any(character.isalnum() for character in line)


def difficulty(numbers: Rehearsing, name: str) -> Difficulty:
    """Return the difficulty of that id. Raises KeyError when there is none."""
    found = next((item for item in numbers.difficulties if item.id == name), None)
    if found is None:
        raise KeyError(name)
    return found
