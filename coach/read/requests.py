"""Read what the user asks for beside the control words: a pitch, the people, a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.knowledge.load import Knowledge
from coach.read.coverage import uncovered_at
from coach.read.matcher import Hit, RuleMatcher, scan_of
from coach.read.quoted import line_in
from coach.read.rules import list_rules
from coach.text.language import has_han
from coach.text.normalize import normalize

# Words that may stand beside the phrase: names, a product, "the one for the new shop".
_REST = {
    "fabe": 9, "usp": 6, "spin": 5, "people": 0, "person": 6, "save": 0, "products": 0, "rehearse": 12,
    "scenarios": 0, "drill": 8, "progress": 0, "debrief": 0, "feedback_on": 0, "feedback_off": 0, "review": 2,
    "keep": 4, "open_account": 12, "open_named": 12, "accounts": 0, "brief": 9, "visit": 16,
    "move_visit": 20, "cancel_visit": 12, "visits": 4, "after_visit": 12,
    "stance_map": 2, "account_page": 2, "ranking": 0, "export_account": 12, "forget_account": 12,
    "process": 4, "calendar": 1, "checklist": 3,
}  # fmt: skip
# Of these, words that may stand before it, a Chinese character counting half: whoever says more tells of something.
_BEFORE = {
    "fabe": 3, "usp": 1, "spin": 2, "person": 4, "rehearse": 2, "brief": 3, "visit": 16, "move_visit": 8,
    "cancel_visit": 8, "visits": 2, "after_visit": 2, "stance_map": 1, "export_account": 2, "forget_account": 6,
    "process": 3,
}  # fmt: skip
_LEADING = ("check_pitch", "what_if")  # what stands behind the phrase is a line to judge, of any length
_TOLD = ("visit",)  # what may only be told on the way: "I'm seeing BrightHome, brief me"
_LEAD = 4  # tokens that may come before it
_BARE = 3  # beside a phrase of one word, such as "pitch"
_MOST_WORDS, _MOST_HAN = 5, 10  # tokens of a name behind a word that opens a request
_NO_NAME = re.compile(  # "practice manager", 练习太少, 练习室的灯: what is told, and no name; 老太太 is one
    r"(?:manager|nurse|owner|partner|of|and|it|rooms?|time|sessions?|halls?)\b|[多少还也都是有生册题本时机用场室器球赛]"
    r"|.*?(?:\b(?:is|are|was|were|has|have|had|makes?|needs?|wants?|says?|will|would|too|not|never)\b|(?<!太)太(?!太)|[很不了得没坏要])"
)
_LONGEST = 30  # tokens of a request; a longer message is content that mentions such words


@dataclass(frozen=True)
class Request:
    """What is asked for (`id` of the request file), the words behind the phrase that asks, and that phrase."""

    id: str
    rest: str
    phrase: str = ""


class RequestReader:
    """Reads requests: the phrase must be most of the message; names may stand beside it."""

    def __init__(self, knowledge: Knowledge) -> None:
        lists = {name: knowledge.word_lists[name] for name in ("fillers", "third_person")}
        self._matcher = RuleMatcher(
            [
                *list_rules(knowledge.requests, "request", "asks"),
                *list_rules({k: v for k, v in knowledge.requests.items() if v.opens}, "opens", "opens"),
                *list_rules(lists, "list", "words"),
                *list_rules(knowledge.products, "product", "terms"),
            ]
        )

        self._options: dict[str, list[tuple[str, int]]] = {}
        for request, options in (("rehearse", knowledge.scenarios), ("drill", knowledge.drills)):
            names = [name for option in options.values() for name in (option.name.zh, option.name.en)]
            self._options[request] = [(normalize(name), len(scan_of(name).words)) for name in names]
        levels = knowledge.rehearsing.difficulties
        self._levels = {normalize(name) for level in levels for name in (level.name.zh, level.name.en)}

    def _named(self, request: str, text: str) -> int:
        """Return how many words of `text` are the whole name of what can be rehearsed or drilled, and how hard."""
        clean = normalize(text)
        level = request == "rehearse" and any(name in clean for name in self._levels)
        return level + max((count for name, count in self._options.get(request, ()) if name in clean), default=0)

    def _by_name(self, text: str) -> Request | None:
        """A scenario's whole name and no more asks for it to be rehearsed."""
        clean = normalize(text).strip(" .。!！")
        names = (name for name, _ in self._options["rehearse"])
        return Request("rehearse", text, text) if clean in names else None

    def read(self, text: str) -> Request | None:
        """Return the request that `text` makes, or None."""
        scan = scan_of(text)
        hits = self._matcher.match(scan)
        asks = [hit for hit in hits if hit.rule.task == "request"]
        if not asks:
            return self._by_name(text) or _opened(text, hits)
        best = max(asks, key=lambda hit: (hit.last - hit.first, hit.rule.label not in _TOLD, -hit.first))
        rest = text[best.end :].strip(' ,，:：。.“”"')
        if best.rule.label in _LEADING:
            return Request(best.rule.label, line_in(text[best.end :])) if best.first <= _LEAD else None
        if best.first > 0 and any(hit.rule.label == "third_person" and hit.first == 0 for hit in hits):
            return None
        own = ("fillers", best.rule.label)  # "who is for us, and who is against us" asks one thing
        beside = [hit for hit in hits if hit.rule.label in own or hit.rule.task == "product"]
        named = self._named(best.rule.label, text)
        if len(scan.words) > _LONGEST + named:
            return None
        left = uncovered_at([best, *beside], scan)
        before = sum(0.5 if scan.words[at] > "\u3400" else 1 for at in left if at < best.first)
        allowed = min(_REST[best.rule.label], _BARE if best.last - best.first == 1 else _LONGEST)
        if len(left) > allowed + named or before > _BEFORE.get(best.rule.label, 0) + named:
            return None
        return Request(best.rule.label, rest, text[best.start : best.end])


def _opened(text: str, hits: Sequence[Hit]) -> Request | None:
    """Return the request whose word opens a message that goes on with a name, or not at all: 练习 仓库."""
    first = [hit for hit in hits if hit.rule.task == "opens" and hit.first == 0]
    if not first:
        return None
    opening = max(first, key=lambda hit: hit.last)
    rest = text[opening.end :].strip(' ,，:：。.!！“”"')
    words = len(scan_of(rest).words)
    if words > (_MOST_HAN if has_han(rest) else _MOST_WORDS) or _NO_NAME.match(normalize(rest)):
        return None
    return Request(opening.rule.label, rest, text[opening.start : opening.end])
