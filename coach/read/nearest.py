"""The labelled example most like a text: what a learned verdict can point to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from coach.knowledge.examples import Example
from coach.learn.features import Feature
from coach.learn.model import LinearModel


def nearest(
    model: LinearModel, features: Sequence[Feature], examples: Sequence[Example],
    featurize: Callable[[Example], list[Feature]],
) -> Example | None:  # fmt: skip
    """Return the example with the greatest cosine to the text, the first of equals; None without examples."""
    numbers, values, _ = model.vector(features)
    own = dict(zip(numbers.tolist(), values.tolist(), strict=True))
    best, closest = 0.0, None
    for example in examples:
        others, weights, _ = model.vector(featurize(example))
        dot = sum(own.get(n, 0.0) * w for n, w in zip(others.tolist(), weights.tolist(), strict=True))
        length = float(np.sqrt(np.square(weights).sum())) or 1.0
        if dot / length > best:
            best, closest = dot / length, example
    return closest
