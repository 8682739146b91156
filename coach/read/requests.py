"""Read what the user asks for beside the control words: a pitch, the people, a file."""

from __future__ import annotations

from dataclasses import dataclass

from coach.knowledge.load import Knowledge
from coach.read.coverage import uncovered
from coach.read.matcher import RuleMatcher, Scan
from coach.read.rules import list_rules

_REST = {"fabe": 9, "usp": 6, "spin": 5, "people": 3, "save": 2, "products": 3}
_LONGEST = 30  # tokens of a request; a longer message is content that mentions such words


@dataclass(frozen=True)
class Request:
    """What is asked for (`id` of the request file) and the words behind the phrase that asks."""

    id: str
    rest: str


class RequestReader:
    """Reads requests: the phrase must be most of the message; names may stand beside it."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._matcher = RuleMatcher(
            [*list_rules(knowledge.requests, "request", "asks"), *list_rules(
                {"fillers": knowledge.word_lists["fillers"]}, "filler", "words")]
        )  # fmt: skip

    def read(self, text: str) -> Request | None:
        """Return the request that `text` makes, or None."""
        scan = Scan(text)
        hits = self._matcher.match(scan)
        asks = [hit for hit in hits if hit.rule.task == "request"]
        if not asks:
            return None
        best = max(asks, key=lambda hit: (hit.last - hit.first, -hit.first))
        rest = text[best.end :].strip(' ,，:：。.“”"')
        if best.rule.label == "check_pitch":
            return Request("check_pitch", rest) if best.first <= 4 else None
        left = uncovered([best, *(hit for hit in hits if hit.rule.task == "filler")], scan)
        if len(scan.words) > _LONGEST or left > _REST[best.rule.label]:
            return None
        return Request(best.rule.label, rest)
