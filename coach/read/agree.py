"""How several sure rules of a task agree on one label."""

from __future__ import annotations

from collections.abc import Sequence

from coach.learn.model import Prediction
from coach.read.matcher import Hit


def agreeing(hits: Sequence[Hit], prediction: Prediction) -> str | None:
    """Decide by the sure hits: their one label, or among several the one that the model ranks first."""
    labels = {hit.rule.label for hit in hits}
    if len(labels) <= 1:
        return next(iter(labels), None)
    return next((label for label, _ in prediction.ranking if label in labels), None)
