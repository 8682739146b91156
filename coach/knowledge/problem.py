"""One thing wrong in a knowledge file, where it stands and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coach.knowledge.fault import Fault
from coach.knowledge.telling import teller


@dataclass(frozen=True)
class Problem:
    """A line of the list that `coach check` prints."""

    path: Path
    line: int
    fault: Fault

    @property
    def kind(self) -> str:
        """What is wrong, as one name: for programmes."""
        return self.fault.core.kind

    @property
    def message(self) -> str:
        """What is wrong, in English: for the log. Users are told by `teller`, in their language."""
        return teller("en").message(self.fault)

    def __str__(self) -> str:
        return teller("en").line(self)

    def __lt__(self, other: Problem) -> bool:
        return self._place() < other._place()

    def _place(self) -> tuple[Path, int, str]:
        return self.path, self.line, repr(self.fault)
