"""What a seller's words are about: phrases first, a learned guess where none fires."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from coach.knowledge.load import Knowledge
from coach.knowledge.scenario import OwnTopic
from coach.read.learned import Learned
from coach.read.matcher import Hit, Rule, RuleMatcher, scan_of
from coach.read.on_use import OnUse
from coach.read.verdict import Evidence

OWN, SHARED, NEED = 3.0, 2.0, 1.5  # how much a phrase of the scenario, of the topic, of a need topic speaks for it
ENOUGH = 0.3  # weight from which words are about something
SPECIFIC = 1.0  # weight from which words name an object of their own
HINT = 0.9  # a likely word of a need topic: less than an object of its own
UNKNOWN_FLOOR = 0.38  # confidence of a guess at what is not known
LEARNED_FLOOR = 0.3  # under this the guess is not even a hint
TASK = "topic"


@dataclass(frozen=True)
class TopicSign:
    """A topic that words point to. `weight`: OWN, SHARED, NEED, or the confidence of the learned guess (0..1)."""

    topic: str
    weight: float
    evidence: Evidence


class TopicReader:
    """Finds topics with the phrases of `knowledge/topics` and a model fitted on `examples/topic`."""

    def __init__(self, knowledge: Knowledge, cache: Path) -> None:
        self._matcher = RuleMatcher(
            Rule(f"topics/{key}", TASK, key, topic.asks.all(), True, key) for key, topic in knowledge.topics.items()
        )
        told = {key: topic.unknown for key, topic in knowledge.topics.items() if topic.unknown}
        self._unknown = RuleMatcher(
            Rule(f"topics/{key}", TASK, key, phrases.all(), True, key) for key, phrases in told.items()
        )
        self._of_need: dict[str, list[str]] = defaultdict(list)
        for key, topic in knowledge.topics.items():
            for need in topic.needs:
                self._of_need[need].append(key)
        self._own = OnUse(
            {key: partial(_own_matcher, key, scenario.topics) for key, scenario in knowledge.scenarios.items()}
        )
        self._offers = {
            key: {topic.id: topic.offers for topic in scenario.topics if topic.offers}
            for key, scenario in knowledge.scenarios.items()
        }
        self._learned = Learned(TASK, knowledge, cache)

    def read(
        self,
        text: str,
        lang: str,
        need_hits: Sequence[Hit] = (),
        scenario: str | None = None,
        *,
        guess: bool = True,
    ) -> list[TopicSign]:
        """Return the topics of `text`, the strongest first; each topic once.

        `need_hits` are the hits of need rules on the same text; `scenario` adds that scenario's own topics; without
        `guess` only phrases speak.
        """
        scan = scan_of(text)
        own = self._own.get(scenario) if scenario else None
        offers = self._offers.get(scenario or "", {})  # what the seller has is not what a question is about
        found = [_sign(hit, OWN, text) for hit in own.match(scan) if hit.rule.label not in offers] if own else []
        found += [_sign(hit, SHARED, text) for hit in self._matcher.match(scan)]
        for hit in need_hits:
            found += [
                TopicSign(
                    key,
                    NEED if hit.rule.sure else HINT,
                    Evidence(hit.rule.id, hit.start, hit.end, text[hit.start : hit.end]),
                )
                for key in self._of_need.get(hit.rule.topic, ())
            ]
        if guess:
            found += [TopicSign(*sign) for sign in self._learned.guess(scan, lang, most=2, floor=LEARNED_FLOOR)]
        best: dict[str, TopicSign] = {}
        for sign in found:
            if sign.topic not in best or _strength(sign) > _strength(best[sign.topic]):
                best[sign.topic] = sign
        return sorted(best.values(), key=lambda sign: (-sign.weight, sign.evidence.start, sign.topic))

    def unknown(self, text: str, lang: str) -> str | None:
        """Return what `text`, which says that something is not known, is about: "when they need it"; None where
        nothing tells."""
        scan = scan_of(text)
        hits = self._unknown.match(scan) or self._matcher.match(scan)
        if hits:
            return max(hits, key=lambda hit: (hit.last - hit.first, -hit.start)).rule.label
        guessed = self._learned.guess(scan, lang, most=1, floor=UNKNOWN_FLOOR)
        return next((topic for topic, *_ in guessed), None)

    def offered(self, text: str, scenario: str | None) -> dict[str, tuple[Evidence, ...]]:
        """Return the words for what the seller has in `scenario`, by the way in which they offer it."""
        own = self._own.get(scenario) if scenario else None
        kinds = self._offers.get(scenario or "", {})
        found: dict[str, tuple[Evidence, ...]] = {}
        for hit in own.match(scan_of(text)) if own and kinds else []:
            if kind := kinds.get(hit.rule.label):
                found[kind] = (*found.get(kind, ()), _sign(hit, OWN, text).evidence)
        return found

    def warm_up(self) -> None:
        """Load or fit the models and build the matchers now."""
        self._learned.warm_up()
        self._own.warm_up()


def _own_matcher(scenario: str, topics: Sequence[OwnTopic]) -> RuleMatcher:
    return RuleMatcher(Rule(f"scenarios/{scenario}/{t.id}", TASK, t.id, t.asks.all(), True, t.id) for t in topics)


def _strength(sign: TopicSign) -> tuple[float, int]:
    """How much a sign speaks for its topic: of two of one weight the longer words do more."""
    return sign.weight, sign.evidence.end - sign.evidence.start


def _sign(hit: Hit, weight: float, text: str) -> TopicSign:
    return TopicSign(hit.rule.label, weight, Evidence(hit.rule.id, hit.start, hit.end, text[hit.start : hit.end]))
