"""One round of a drill: a few prompts, an answer and a verdict each, then the share that passed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from coach.context import Tools
from coach.drill.judge import Verdict, judge
from coach.knowledge.rehearsing import Drill, DrillPrompt

VERSION = 1


@dataclass
class Round:
    """The state of a round. `first` is the number of the first prompt: each round goes on where the last one ended.

    `hints`: asked for at the present prompt; `helped`: in the whole round.
    """

    drill: str
    lang: str
    first: int = 0
    passed: list[bool] = field(default_factory=list)
    hints: int = 0
    helped: int = 0

    def to_json(self) -> dict[str, Any]:
        return {"version": VERSION, **vars(self)}

    def prompt(self, drill: Drill) -> DrillPrompt:
        """Return the prompt that waits for an answer."""
        return drill.prompts[(self.first + len(self.passed)) % len(drill.prompts)]

    def is_over(self, drill: Drill, size: int) -> bool:
        return len(self.passed) >= min(size, len(drill.prompts))

    @property
    def share(self) -> float:
        """Return the share of answers that passed, 0..1."""
        return sum(self.passed) / len(self.passed) if self.passed else 0.0


def from_json(data: dict[str, Any]) -> Round:
    """Return the round in `data`. Raises ValueError when it is none of this version."""
    values = dict(data)
    if values.pop("version", None) != VERSION:
        raise ValueError("a drill of another version")
    try:
        return Round(**values)
    except TypeError as error:
        raise ValueError(f"not a drill: {error}") from error


def answer(state: Round, text: str, tools: Tools, today: date) -> tuple[Round, Verdict]:
    """Return the round after `text` was said to the waiting prompt, and the verdict on it."""
    drill = tools.knowledge.drills[state.drill]
    verdict = judge(drill, state.prompt(drill), text, state.lang, tools, today)
    return replace(state, passed=[*state.passed, verdict.passed], hints=0), verdict
