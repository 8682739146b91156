"""What is known while the questions after a visit are asked: plain JSON."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from coach.interview.state import Interview
from coach.interview.state import from_json as interview_from_json

VERSION = 1


@dataclass
class AfterVisit:
    """`visit`: its id, None for one that nobody planned; `number`: how many questions are done.

    `interview` knows the account as the book holds it and takes in the answers; `hints`: asked for at this question.
    """

    account: str
    name: str
    visit: str | None
    starts: str
    interview: Interview
    number: int = 0
    hints: int = 0

    @property
    def lang(self) -> str:
        return self.interview.lang

    @property
    def day(self) -> str:
        return self.starts[:10]

    def copy(self) -> AfterVisit:
        """Return a copy that can be changed without touching this one."""
        return replace(self, interview=self.interview.copy())

    def answers(self, question: str) -> list[str]:
        """Return what was answered to a question, or remarked while it waited."""
        return [answer["text"] for answer in self.interview.answers if answer["key"] == question and answer["text"]]

    def to_json(self) -> dict[str, Any]:
        return {"version": VERSION, **vars(self), "interview": self.interview.to_json()}


def from_json(data: dict[str, Any]) -> AfterVisit:
    """Return the state in `data`. Raises ValueError when it is none of this version."""
    values = dict(data)
    if values.pop("version", None) != VERSION:
        raise ValueError("questions after a visit of another version")
    try:
        values["interview"] = interview_from_json(values["interview"])
        return AfterVisit(**values)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not the questions after a visit: {error}") from error
