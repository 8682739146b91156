"""Why somebody is against us, by the words told of it: the advice answers that, not any objection."""

from __future__ import annotations

from collections.abc import Iterable

from coach.knowledge.load import Knowledge
from coach.knowledge.schema import Text
from coach.read.matcher import Rule, RuleMatcher, scan_of


class Reasons:
    """Finds the reasons that `knowledge/stances` lists for a stance."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._moves = {name: [reason.move for reason in one.reasons] for name, one in knowledge.stances.items()}
        self._matchers = {
            name: RuleMatcher(
                Rule(str(i), "reason", str(i), reason.says.all(), True) for i, reason in enumerate(one.reasons)
            )
            for name, one in knowledge.stances.items()
            if one.reasons
        }

    def answer(self, stance: str, quotes: Iterable[str]) -> Text | None:
        """Return what to do about the reason that the quotes tell, the first listed; None where none is told."""
        matcher = self._matchers.get(stance)
        told = {int(hit.rule.id) for quote in quotes for hit in matcher.match(scan_of(quote))} if matcher else set()
        return self._moves[stance][min(told)] if told else None
