"""What a seller's words are about: phrases first, a learned guess where none fires."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.knowledge.load import Knowledge
from coach.knowledge.scenario import OwnTopic
from coach.knowledge.schema import LANGUAGES
from coach.learn.features import Feature, features_of
from coach.learn.fit import TooFewLabelsError
from coach.learn.model import LinearModel
from coach.read.matcher import Hit, Rule, RuleMatcher, Scan
from coach.read.models import ByLanguage, fingerprint, model_of
from coach.read.verdict import Evidence

OWN, SHARED, NEED = 3.0, 2.0, 1.5  # how much a phrase of the scenario, of the topic, of a need topic speaks for it
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
        self._of_need: dict[str, list[str]] = defaultdict(list)
        for key, topic in knowledge.topics.items():
            for need in topic.needs:
                self._of_need[need].append(key)
        self._own: dict[str, RuleMatcher] = {
            key: RuleMatcher(_rules(key, scenario.topics)) for key, scenario in knowledge.scenarios.items()
        }
        self._knowledge, self._cache = knowledge, cache
        self._models = ByLanguage(self._fitted)

    def read(self, text: str, lang: str, need_hits: Sequence[Hit] = (), scenario: str | None = None) -> list[TopicSign]:
        """Return the topics of `text`, the strongest first; each topic once.

        `need_hits` are the hits of need rules on the same text; `scenario` adds that scenario's own topics.
        """
        scan = Scan(text)
        found = [_sign(hit, OWN, text) for hit in self._own[scenario].match(scan)] if scenario in self._own else []
        found += [_sign(hit, SHARED, text) for hit in self._matcher.match(scan)]
        for hit in need_hits:
            found += [
                TopicSign(key, NEED, Evidence(hit.rule.id, hit.start, hit.end, text[hit.start : hit.end]))
                for key in self._of_need.get(hit.rule.topic, ())
            ]
        found += self._guess(scan, lang)
        best: dict[str, TopicSign] = {}
        for sign in found:
            if sign.topic not in best or sign.weight > best[sign.topic].weight:
                best[sign.topic] = sign
        return sorted(best.values(), key=lambda sign: (-sign.weight, sign.evidence.start, sign.topic))

    def warm_up(self) -> None:
        """Load or fit the models now."""
        for lang in LANGUAGES:
            self._models[lang]

    def _guess(self, scan: Scan, lang: str) -> list[TopicSign]:
        model = self._models[lang]
        prediction = model.predict(features_of(scan, lang)) if model else None
        if prediction is None or not prediction.span:
            return []
        start, end = prediction.span
        return [
            TopicSign(topic, confidence, Evidence(f"learned.{TASK}.{topic}", start, end, scan.text[start:end]))
            for topic, confidence in prediction.ranking[:2]
            if confidence >= LEARNED_FLOOR
        ]

    def _fitted(self, lang: str) -> LinearModel | None:
        """The model of a language, None when there are no examples to fit it on."""
        key = fingerprint(self._knowledge.root, TASK, "")
        try:
            return model_of(TASK, lang, key, self._cache, lambda: self._pairs(lang), _featurize)
        except TooFewLabelsError:
            return None

    def _pairs(self, lang: str) -> list[tuple[str, str]]:
        return [(e.text, e.label) for e in self._knowledge.examples(TASK) if e.lang == lang]


def _rules(scenario: str, topics: Sequence[OwnTopic]) -> list[Rule]:
    return [Rule(f"scenarios/{scenario}/{t.id}", TASK, t.id, t.asks.all(), True, t.id) for t in topics]


def _sign(hit: Hit, weight: float, text: str) -> TopicSign:
    return TopicSign(hit.rule.label, weight, Evidence(hit.rule.id, hit.start, hit.end, text[hit.start : hit.end]))


def _featurize(_task: str, lang: str, text: str) -> list[Feature]:
    return features_of(Scan(text), lang)
