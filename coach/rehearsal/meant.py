"""Which fact or need a question means, learned from example questions: `knowledge/examples/asked/<scenario>.yml`, and
those that stand with a fact.

Phrases of a scenario's topics hold for sure; this is for the many ways to ask that no phrase foresees.
"""

from __future__ import annotations

import hashlib
import math
from functools import lru_cache, partial
from pathlib import Path

import numpy as np

from coach.knowledge.load import Knowledge
from coach.knowledge.scenario import Scenario
from coach.learn import centroids
from coach.learn.centroids import Centroids, Share, Text
from coach.learn.question_vectors import question_vectors
from coach.learn.vocabulary import as_keys, find, hash_of, hashes_of
from coach.read.addressed import parts_of, without_address
from coach.read.leads import LEADS, Leads
from coach.read.learned import featurize
from coach.read.matcher import scan_of
from coach.read.models import code_hash, kept

_LEAST = 0.09  # confidence that speaks for nothing
_FULL = 6.0  # weight of a confidence of 1: found with docs/rehearsals.md, "Example questions"
_ENOUGH = 0.65  # how much of a question the examples of what it means usually hold
_HELD = 4.0  # weight that a question loses in proportion to what is missing of that


class Meant:
    """The examples of each scenario and language, as vectors, loaded or made when it is first asked for."""

    def __init__(self, knowledge: Knowledge, cache: Path) -> None:
        self._knowledge, self._cache = knowledge, cache
        self._leads = Leads(knowledge)
        self._of = lru_cache(maxsize=None)(self._load)
        self.weights = lru_cache(maxsize=256)(self._weights)

    def _weights(self, scenario: str, lang: str, question: str) -> dict[str, float]:
        """Return how much the examples speak for each fact, need and hedge, in the measure of the topics' weights.

        What speaks for a hedge speaks for its need too.
        """
        examples = self._of(scenario, lang)
        if examples is None:
            return {}
        asked = self._plain(question, scenario, lang)
        same = examples.exactly(_key_of(asked))
        text = _text(asked, lang, examples.words)
        needs = {hedge.id: hedge.need for hedge in self._knowledge.hedges_of(scenario)}
        shares = examples.shares(text) if text.vector.any() else []
        weights = {one.label: _weight(one) for one in shares if one.share > _LEAST}
        if same is not None:
            sure = needs.get(same, same)  # of a need's own example its hedges are left
            weights = {item: weight for item, weight in weights.items() if needs.get(item) == sure}
            weights |= {same: _FULL, sure: _FULL}
        for hedge, need in needs.items():
            if hedge in weights:
                weights[need] = max(weights.get(need, 0.0), weights[hedge])
        return {item: weight for item, weight in weights.items() if weight > 0}

    def knows(self, scenario: str, lang: str, words: str) -> bool:
        """Say whether all of some words are in the examples."""
        examples = self._of(scenario, lang)
        return examples is not None and bool((find(examples.words, _words(words)) >= 0).all())

    def example(self, scenario: str, lang: str, question: str, item: str) -> str:
        """Return the example of an item that is most like a question, "" where there is none."""
        texts = [one.text for one in self._knowledge.asked(scenario) if (one.lang, one.label) == (lang, item)]
        examples = self._of(scenario, lang)
        if examples is None or not texts:
            return ""
        plain = (self._plain(text, scenario, lang) for text in (question, *texts))
        asked, *others = (_text(text, lang, examples.words).vector for text in plain)
        return texts[int(np.argmax(np.array(others) @ asked))]

    def _load(self, scenario: str, lang: str) -> Centroids | None:
        """Return the middles of the examples; None without any, since what facts say cannot tell questions apart."""
        data = self._knowledge.scenarios[scenario]
        if not self._knowledge.asked_file(scenario).exists() and not any(fact.asked for fact in data.facts):
            return None
        made = partial(self._made, data, lang)
        key = self._key(data, lang)
        return kept(self._cache, f"asked_{scenario}-{lang}", key, made, centroids.load, centroids.save)

    def _made(self, scenario: Scenario, lang: str) -> Centroids:
        texts, items = zip(*self.pairs(scenario, lang), strict=True)
        words = np.unique(np.concatenate([_words(text) for text in texts]))
        keys = np.array([_key_of(text) for text in texts], dtype=np.uint64)
        return centroids.middles_of([_text(text, lang, words) for text in texts], items, words, keys)

    def pairs(self, scenario: Scenario, lang: str) -> list[tuple[str, str]]:
        """Return the example questions and what facts say, each with the id that it belongs to."""
        known = {item.id for item in (*scenario.items, *self._knowledge.hedges_of(scenario.id))}
        asked = [(one.text, one.label) for one in self._knowledge.asked(scenario.id) if one.lang == lang]
        said = [(said, fact.id) for fact in scenario.facts for said in fact.says[lang]]
        pairs = [*(pair for pair in asked if pair[1] in known), *said]
        return [(self._plain(text, scenario.id, lang), item) for text, item in pairs]

    def _plain(self, text: str, scenario: str, lang: str) -> str:
        name = self._knowledge.scenarios[scenario].persona.name[lang]
        return without_address(self._leads.off(text), parts_of(name, lang), lang)

    def _key(self, scenario: Scenario, lang: str) -> str:
        path, leads = self._knowledge.asked_file(scenario.id), self._knowledge.word_lists[LEADS]
        digest = hashlib.sha256(
            code_hash() + Path(__file__).read_bytes() + scenario.json().encode() + leads.json().encode()
        )
        digest.update(question_vectors(lang).digest)
        for hedge in self._knowledge.hedges_of(scenario.id):
            digest.update(hedge.json().encode())
        if path.exists():
            digest.update(path.read_bytes())
        return digest.hexdigest()[:16]


def _words(text: str) -> np.ndarray:
    """Return the keys of the words of a text."""
    return as_keys(hashes_of(scan_of(text).words))


def _text(text: str, lang: str, words: np.ndarray) -> Text:
    """Return where a text lies, and what it is made up of; `words`: those of all examples."""
    return Text(*question_vectors(lang).read(featurize("", lang, text), words))


def _key_of(text: str) -> np.uint64:
    """Return the key of a whole text, whatever its signs and capitals."""
    key: np.uint64 = as_keys(hash_of(" ".join(scan_of(text).words).lower()))[0]
    return key


def _weight(one: Share) -> float:
    """The logarithm, since the confidence is spread over two hundred facts: a third is much already. Words that no
    example holds make it less."""
    return _FULL * (1 - math.log(one.share) / math.log(_LEAST)) - _HELD * max(0.0, _ENOUGH - one.held)
