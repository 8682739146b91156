"""A reply in the making: its parts, and what it tells, raises or settles."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.judge.mark import Mark


@dataclass
class Reply:
    """`parts` are said one after the other; `trust` is the change beyond that of the line's marks.

    `echoed`: what of them only says back the seller's question. `meant`, `evaded`: see Turn.
    """

    parts: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    told: str | None = None
    facts: list[str] = field(default_factory=list)
    missed: dict[str, str] | None = None
    raised: str | None = None
    settled: str | None = None
    step: str | None = None
    trust: int = 0
    understood: bool = True
    ends: str | None = None
    echoed: str = ""
    meant: str = ""
    evaded: str = ""

    def add(self, part: str | None) -> bool:
        """Add a part when there is one; say whether there was."""
        if part:
            self.parts.append(part)
        return bool(part)
