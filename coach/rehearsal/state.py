"""All that a rehearsal knows: plain JSON. The seller's lines alone are enough to make it again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from coach.judge.mark import Before, Mark
from coach.judge.meeting import Told
from coach.knowledge.load import Knowledge
from coach.knowledge.scenario import Scenario, ScenarioNeed
from coach.read.seller import PICKS

VERSION = 1
AHEAD = "ahead"  # why a need is missed that was asked for before anything on the way to it was told
_IN_WORDS = (*PICKS, "questions/form/closed_order")  # forms that show a question without its mark


@dataclass
class Turn:
    """One exchange. `told` and `facts` are ids said in it; among `facts` are the wants said along with the need `told`.
    `missed` names a need that the line touched but did not earn, and why; `trust` is the change; `understood` is False
    when the buyer had to ask back; `echoed` is what the buyer only says back of the seller's question; `meant` is the
    fact or need that example questions showed to be meant, where no phrase did so more clearly;
    `evaded` is the kind of question that was answered without telling anything."""

    seller: str
    buyer: str
    marks: list[dict[str, Any]]
    told: str | None = None
    facts: list[str] = field(default_factory=list)
    missed: dict[str, str] | None = None
    raised: str | None = None
    settled: str | None = None
    step: str | None = None
    trust: int = 0
    understood: bool = True
    echoed: str = ""
    meant: str = ""
    evaded: str = ""

    @property
    def own_words(self) -> str:
        """What the buyer said, without the seller's question said back."""
        return self.buyer.replace(self.echoed, "", 1)

    @property
    def asks(self) -> bool:
        """Say whether the seller put a question: "look how red!" is none."""
        asked = [mark for mark in self.marks if mark["name"] in ("open", "closed")]
        plain = any(mark["name"] == "open" or mark["rule"].startswith(_IN_WORDS) for mark in asked)
        return plain or (bool(asked) and any(sign in self.seller for sign in "?？"))

    def needs(self, scenario: Scenario) -> list[ScenarioNeed]:
        """Return the needs said in it, the one that was asked for last."""
        needs = {need.id: need for need in scenario.needs}
        return [needs[name] for name in (*self.facts, self.told) if name in needs]


@dataclass
class Rehearsal:
    """The state. `lang` is that of the seller's last line, `opened` that of the opening.

    `said` are all lines of the buyer so far, so that none comes twice.
    """

    scenario: str
    difficulty: str
    lang: str
    opened: str
    today: str
    trust: int
    turns: list[Turn] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    closed_row: int = 0
    pitched: list[list[str]] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    open_objection: str | None = None
    ignored: int = 0
    settled: list[str] = field(default_factory=list)
    last: str | None = None  # the id of what was said last
    agreed: str | None = None  # "agreed" or "undated"
    date: str | None = None
    over: str | None = None  # why the call ended: "left", "long"

    def copy(self) -> Rehearsal:
        """Return a copy that can be changed; turns never change once made."""
        lists: dict[str, Any] = {name: list(value) for name, value in vars(self).items() if isinstance(value, list)}
        return replace(self, **lists)

    def before(self, scenario: Scenario) -> Before:
        """Return what the judge must know before the next line."""
        needs = [scenario.need(key) for key in self.told]
        told = [
            Told(
                need.id,
                need.level,
                frozenset([*need.about, need.topic]),
                " ".join(need.says[self.lang]),
                " ".join(words for fact in scenario.facts if fact.id in need.after for words in fact.says[self.lang]),
            )
            for need in needs
        ]
        item = next((item for item in scenario.items if item.id == self.last), None)
        pitched = [(need, words) for need, words in self.pitched]
        last = self.turns[-1] if self.turns else None
        return Before(
            told,
            self.closed_row,
            pitched,
            frozenset(item.about) if item else frozenset(),
            answered=item is not None,
            just_told=last is not None and last.told is not None,
            offered=self.last_did("offer"),
            awaits=self.awaits(scenario),
        )

    def last_did(self, name: str) -> bool:
        """Say whether the seller's last line has the mark `name`."""
        return bool(self.turns) and any(mark["name"] == name for mark in self.turns[-1].marks)

    def open_want(self, scenario: Scenario) -> ScenarioNeed | None:
        """Return the want that was not told yet. Over the counter alone, where a guess is as good as a question."""
        want = next((need for need in scenario.needs if need.level == "surface"), None)
        return want if want and scenario.banter and want.id not in (*self.told, *self.facts) else None

    def awaits(self, scenario: Scenario) -> bool:
        """Say whether the seller asked for the open want, and was told only what comes before it."""
        want = self.open_want(scenario)
        before = {*want.after} if want else set()
        return want is not None and any(turn.asks and (before & {*turn.facts} or turn.missed) for turn in self.turns)

    def ran_ahead_to(self, *needs: str) -> bool:
        """Say whether one of these needs, of any when none is named, was asked for too early."""
        missed = [turn.missed for turn in self.turns if turn.missed and turn.missed["why"] == AHEAD]
        return any(not needs or one["need"] in needs for one in missed)

    def missed(self, need: str) -> bool:
        """Say whether a line asked for this need and did not earn it."""
        return any(turn.missed and turn.missed["need"] == need for turn in self.turns)

    def heard(self, opening: str) -> list[str]:
        """Return all that the buyer said in words of their own, the newest last."""
        return [opening, *(turn.own_words for turn in self.turns)]

    def to_json(self) -> dict[str, Any]:
        return {"version": VERSION, **vars(self), "turns": [vars(turn) for turn in self.turns]}


def from_json(data: dict[str, Any]) -> Rehearsal:
    """Return the rehearsal in `data`. Raises ValueError when it is not one of this version."""
    try:
        values = dict(data)
        if values.pop("version") != VERSION:
            raise ValueError("a rehearsal of another version")
        values["turns"] = [Turn(**turn) for turn in values["turns"]]
        return Rehearsal(**values)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a rehearsal: {error}") from error


def marks_in(turn: Turn) -> list[Mark]:
    """Return the marks of a turn as values."""
    return [Mark(**mark) for mark in turn.marks]


def can_go_on(state: Rehearsal, knowledge: Knowledge) -> bool:
    """Say whether all that the state names is still in the knowledge: scenarios may be edited while a call waits."""
    scenario = knowledge.scenarios.get(state.scenario)
    if scenario is None or state.difficulty not in {item.id for item in knowledge.rehearsing.difficulties}:
        return False
    needs, objections = {need.id for need in scenario.needs}, {item.id for item in scenario.objections}
    return set(state.told) <= needs and {*state.raised, *state.settled} <= objections
