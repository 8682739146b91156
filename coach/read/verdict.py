"""What a reading says and why: verdicts with their evidence."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Evidence:
    """The rule that fired and the very words, as a span of the text as it was typed."""

    rule: str
    start: int
    end: int
    text: str

    @property
    def is_learned(self) -> bool:
        """Say whether the model alone spoke."""
        return self.rule.startswith("learned")

    @property
    def is_sure(self) -> bool:
        """Say whether a rule spoke that decides by itself."""
        return self.rule.endswith(".sure")

    def moved(self, by: int) -> Evidence:
        """Return the evidence with its span `by` characters further on: from a part to the whole text."""
        return Evidence(self.rule, self.start + by, self.end + by, self.text)


@dataclass(frozen=True)
class Verdict:
    """One judgement. `confidence` is 0..1; `runner_up` is the label that came second, or None."""

    label: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    runner_up: str | None = None

    @property
    def is_ruled(self) -> bool:
        """Say whether a rule speaks for it, and not the model alone."""
        return any(not proof.is_learned for proof in self.evidence)

    @property
    def is_sure(self) -> bool:
        """Say whether a rule speaks for it that decides by itself."""
        return any(proof.is_sure for proof in self.evidence)

    def is_shown_by(self, *rules: str) -> bool:
        """Say whether a rule speaks for it whose id begins like one of these."""
        return any(proof.rule.startswith(rules) for proof in self.evidence)

    def moved(self, by: int) -> Verdict:
        """Return the verdict with its spans `by` characters further on: from a part to the whole text."""
        return Verdict(self.label, self.confidence, tuple(e.moved(by) for e in self.evidence), self.runner_up)

    def quoting(self, text: str) -> Verdict:
        """Return the verdict with its words as they stand in `text`: from a text with blanks to the one typed."""
        evidence = tuple(Evidence(e.rule, e.start, e.end, text[e.start : e.end]) for e in self.evidence)
        return Verdict(self.label, self.confidence, evidence, self.runner_up)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)
