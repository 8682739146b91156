"""Which fact or need a question means, learned from example questions: `knowledge/examples/asked/<scenario>.yml`, and
those that stand with a fact.

Phrases of a scenario's topics hold for sure; this is for the many ways to ask that no phrase foresees.
"""

from __future__ import annotations

import hashlib
import math
from functools import lru_cache, partial
from pathlib import Path

from coach.knowledge.load import Knowledge
from coach.knowledge.scenario import Scenario
from coach.learn.model import LinearModel
from coach.read.addressed import parts_of, without_address
from coach.read.leads import LEADS, Leads
from coach.read.learned import featurize
from coach.read.matcher import scan_of
from coach.read.models import code_hash, model_of
from coach.read.nearest import nearest

_LOADED = 6  # models kept in memory, 10 to 15 MB each; one more is read from disk in a tenth of a second
_LEAST = 0.01  # confidence that speaks for nothing; of a hundred facts each has as much at random
_FULL = 6.0  # weight of a confidence of 1: found with docs/rehearsals.md, "Example questions"


class Meant:
    """The model of each scenario and language, loaded or fitted when it is first asked for."""

    def __init__(self, knowledge: Knowledge, cache: Path) -> None:
        self._knowledge, self._cache = knowledge, cache
        self._leads = Leads(knowledge)
        self._model = lru_cache(maxsize=_LOADED)(self._load)
        self.weights = lru_cache(maxsize=256)(self._weights)

    def _weights(self, scenario: str, lang: str, question: str) -> dict[str, float]:
        """Return how much the examples speak for each fact and need, in the measure of the topics' weights."""
        model = self._model(scenario, lang)
        if model is None:
            return {}
        ranking = model.predict(featurize("", lang, self._plain(question, scenario, lang))).ranking
        return {label: _weight(confidence) for label, confidence in ranking if confidence > _LEAST}

    def knows(self, scenario: str, lang: str, words: str) -> bool:
        """Say whether all of some words are in the examples."""
        model = self._model(scenario, lang)
        return model is not None and all(model.rarity.get(word, 0.0) > 0 for word in scan_of(words).words)

    def example(self, scenario: str, lang: str, question: str, item: str) -> str:
        """Return the example of an item that is most like a question, "" where there is none."""
        of_item = [one for one in self._knowledge.asked(scenario) if (one.lang, one.label) == (lang, item)]
        model = self._model(scenario, lang)
        found = nearest(question, of_item, model.rarity) if model else None
        return found.text if found else ""

    def _load(self, scenario: str, lang: str) -> LinearModel | None:
        """Return the model; None without example questions, since what facts say cannot tell questions apart."""
        data = self._knowledge.scenarios[scenario]
        if not self._knowledge.asked_file(scenario).exists() and not any(fact.asked for fact in data.facts):
            return None
        pairs = partial(self._pairs, data, lang)
        return model_of(f"asked_{scenario}", lang, self._key(data), self._cache, pairs, featurize, few=True)

    def _pairs(self, scenario: Scenario, lang: str) -> list[tuple[str, str]]:
        """The example questions and what facts say, each with the id that it belongs to."""
        known = {item.id for item in scenario.items}
        asked = [(one.text, one.label) for one in self._knowledge.asked(scenario.id) if one.lang == lang]
        said = [(said, fact.id) for fact in scenario.facts for said in fact.says[lang]]
        pairs = [*(pair for pair in asked if pair[1] in known), *said]
        return [(self._plain(text, scenario.id, lang), item) for text, item in pairs]

    def _plain(self, text: str, scenario: str, lang: str) -> str:
        name = self._knowledge.scenarios[scenario].persona.name[lang]
        return without_address(self._leads.off(text), parts_of(name, lang), lang)

    def _key(self, scenario: Scenario) -> str:
        path, leads = self._knowledge.asked_file(scenario.id), self._knowledge.word_lists[LEADS]
        digest = hashlib.sha256(code_hash() + scenario.json().encode() + leads.json().encode())
        if path.exists():
            digest.update(path.read_bytes())
        return digest.hexdigest()[:16]


def _weight(confidence: float) -> float:
    """The logarithm, since the model spreads its confidence over a hundred facts: a tenth is much already."""
    return _FULL * (1 - math.log(confidence) / math.log(_LEAST))
