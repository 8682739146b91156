"""Choose how the buyer says it: never the same line twice, and always the same choice."""

from __future__ import annotations

from collections.abc import Sequence

from coach.rehearsal.state import Rehearsal
from coach.text.language import language_of


class Voice:
    """Picks unused wordings for one reply and remembers what it used."""

    def __init__(self, state: Rehearsal) -> None:
        self._said = set(state.said)
        self._turn = len(state.turns)
        self.used: list[str] = []

    def pick(self, wordings: Sequence[str]) -> str | None:
        """Return the first wording that was not said yet, beginning at another one each turn; None when all were."""
        start = self._turn % len(wordings) if wordings else 0
        for wording in (*wordings[start:], *wordings[:start]):
            if wording not in self._said:
                return self.take(wording)
        return None

    def first(self, wordings: Sequence[str]) -> str | None:
        """Return the first unused wording in the order of the file: the plainest way to say it comes first."""
        return next((self.take(wording) for wording in wordings if wording not in self._said), None)

    def take(self, line: str) -> str:
        self._said.add(line)
        self.used.append(line)
        return line


def joined(parts: Sequence[str | None], lang: str) -> str:
    """Return the parts as one reply."""
    return (" " if lang == "en" else "").join(part for part in parts if part)


def follow_language(state: Rehearsal, text: str) -> None:
    """Answer in the seller's language: that of the line, when it has words enough to tell."""
    state.lang = language_of(text, state.lang)
