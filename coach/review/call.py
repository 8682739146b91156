"""What comes of listening to a call: its turns with their marks, needs, objections and proposals."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.judge.mark import Mark
from coach.judge.meeting import Told
from coach.read.seller import SellerLine


@dataclass(frozen=True)
class Need:
    """A need in the customer's own words. `turn` from 1; `about` are the topics of questions that go after it."""

    id: str
    level: str
    topic: str
    turn: int
    quote: str
    rule: str
    words: str
    about: frozenset[str]

    @property
    def told(self) -> Told:
        return Told(self.id, self.level, self.about, self.quote)


@dataclass
class Objection:
    """An objection of the customer; `handled` is the turn that took it up, None while it is open."""

    kind: str
    turn: int
    said: str
    rule: str
    words: str
    handled: int | None = None


@dataclass
class Step:
    """A next step that the seller proposed: "agreed", "undated" or "refused", and its day."""

    turn: int
    outcome: str
    date: str | None = None


@dataclass
class CallTurn:
    """A turn of either side. `line` and `marks` of the seller's; `yielded` when it was no more than "mm-hm"."""

    number: int
    speaker: str
    side: str
    text: str
    start: float | None
    source: int
    line: SellerLine | None = None
    marks: list[Mark] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    objections: list[Objection] = field(default_factory=list)
    step: Step | None = None

    @property
    def yielded(self) -> bool:
        return self.line is not None and self.line.manner is not None

    def has(self, *names: str) -> bool:
        return any(mark.name in names for mark in self.marks)


@dataclass
class Call:
    """A whole call."""

    turns: list[CallTurn]

    @property
    def needs(self) -> list[Need]:
        return [need for turn in self.turns for need in turn.needs]

    @property
    def objections(self) -> list[Objection]:
        return [objection for turn in self.turns for objection in turn.objections]

    @property
    def steps(self) -> list[Step]:
        return [turn.step for turn in self.turns if turn.step]

    def answers(self, turn: int, most: int) -> list[CallTurn]:
        """Return the seller's next turns after `turn` that say something, `most` at most."""
        later = (t for t in self.turns[turn:] if t.side == "seller" and not t.yielded)
        return [t for _, t in zip(range(most), later, strict=False)]
