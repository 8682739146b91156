"""How the sure rules of each task decide when several fire."""

from __future__ import annotations

from collections.abc import Sequence

from coach.learn.model import Prediction
from coach.read.agree import agreeing
from coach.read.forms import STRUCTURAL, asked
from coach.read.judge import Decide
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
    "need": deepest, "form": asked, "spin": agreeing, "stance": agreeing, "role": agreeing, "command": by_model,
}  # fmt: skip
# Rules that the model never overrules: they see the order of the words, the model only counts them ("what he thinks of
# us I can't say" holds many words of a stance).
FIRM = {"form": STRUCTURAL, "stance": frozenset(("unknown",))}
