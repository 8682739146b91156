"""How the sure rules of each task decide when several fire."""

from __future__ import annotations

from collections.abc import Sequence

from coach.learn.model import Prediction
from coach.read.judge import Decide, agreeing
from coach.read.matcher import Hit

_DEPTH = ("deep", "latent", "surface", "none")


def deepest(hits: Sequence[Hit], _prediction: Prediction) -> str | None:
    """Decide a need level: the deepest that the words support (labelling guide, section 1)."""
    labels = {hit.rule.label for hit in hits}
    return next((label for label in _DEPTH if label in labels), None)


def by_model(_hits: Sequence[Hit], _prediction: Prediction) -> str | None:
    """Leave it to the model: a control word inside a longer message proves nothing."""
    return None


DECIDE: dict[str, Decide] = {
    "need": deepest, "form": agreeing, "spin": agreeing, "stance": agreeing, "role": agreeing, "command": by_model,
}  # fmt: skip
