"""A guess at the label of a text, learned from the examples of one task, for where no phrase decides."""

from __future__ import annotations

from pathlib import Path

from coach.knowledge.load import Knowledge
from coach.knowledge.schema import LANGUAGES
from coach.learn.features import Features, features_of
from coach.learn.model import LinearModel
from coach.read.matcher import Scan, scan_of
from coach.read.models import fingerprint, model_of
from coach.read.verdict import Evidence

Guess = tuple[str, float, Evidence]  # label, confidence (0..1), the words that spoke most for the first label


class Learned:
    """The model of `task` in both languages, loaded or fitted on first use."""

    def __init__(self, task: str, knowledge: Knowledge, cache: Path) -> None:
        self._task, self._knowledge, self._cache = task, knowledge, cache
        self._models: dict[str, LinearModel | None] = {}

    def guess(self, scan: Scan, lang: str, *, most: int, floor: float) -> list[Guess]:
        """Return at most `most` labels with a confidence from `floor` on, the surest first."""
        model = self._model(lang)
        prediction = model.predict(features_of(scan, lang)) if model else None
        if prediction is None or prediction.ranking[0][1] < floor or not prediction.span:
            return []
        start, end = prediction.span
        return [
            (label, confidence, Evidence(f"learned.{self._task}.{label}", start, end, scan.text[start:end]))
            for label, confidence in prediction.ranking[:most]
            if confidence >= floor
        ]

    def ranking(self, scan: Scan, lang: str) -> tuple[tuple[str, float], ...]:
        """Return every label with its confidence, the surest first; none where no model could be fitted."""
        model = self._model(lang)
        return model.predict(features_of(scan, lang)).ranking if model else ()

    def warm_up(self) -> None:
        """Load or fit the models now."""
        for lang in LANGUAGES:
            self._model(lang)

    def _model(self, lang: str) -> LinearModel | None:
        """The model of a language; None when there are not enough examples to fit one."""
        if lang not in self._models:
            key = fingerprint(self._knowledge.root, self._task, "")
            try:
                model = model_of(self._task, lang, key, self._cache, lambda: self._pairs(lang), featurize)
            except ValueError:
                model = None
            self._models[lang] = model
        return self._models[lang]

    def _pairs(self, lang: str) -> list[tuple[str, str]]:
        return [(e.text, e.label) for e in self._knowledge.examples(self._task) if e.lang == lang]


def featurize(_task: str, lang: str, text: str) -> Features:
    """Return the features of a whole text, for any task."""
    return features_of(scan_of(text), lang)
