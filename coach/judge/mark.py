"""What a line of the seller was, with the rule and the very words; and what the call holds before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.judge.meeting import Told
from coach.read.verdict import Evidence


@dataclass(frozen=True)
class Mark:
    """`name` is what the line was; `rule` and the words `text` at start..end say why; `about` a need's id."""

    name: str
    rule: str
    start: int
    end: int
    text: str
    about: str | None = None

    @classmethod
    def of(cls, name: str, words: Evidence, about: str | None = None) -> Mark:
        """Return the mark for the words that show it."""
        return cls(name, words.rule, words.start, words.end, words.text, about)


@dataclass(frozen=True)
class Before:
    """What the call holds before a line: needs told, closed questions in a row, pitches made (need, words)."""

    told: Sequence[Told] = ()
    closed_row: int = 0
    pitched: Sequence[tuple[str, str]] = ()
    last_topics: frozenset[str] = frozenset()
    answered: bool = False  # the buyer has told something, of a topic or of none
    just_told: bool = False  # the last of `told` was told in answer to the line before
    offered: bool = False  # the line before presented something
    awaits: bool = False  # what is wanted was asked for, and not told yet

    @property
    def is_untold(self) -> bool:
        """Say whether nothing is said yet that could have effects."""
        return not (self.told or self.last_topics or self.answered)
