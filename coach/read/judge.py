"""One judge for every labelling task: rules first, the learned model second, abstaining third."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from coach.learn.features import features_of
from coach.learn.model import LinearModel, Prediction
from coach.read.agree import agreeing
from coach.read.matcher import Hit, Scan
from coach.read.verdict import Evidence, Verdict

UNSURE = "unsure"
RULE_CONFIDENCE = 0.95  # measured precision of the `sure` rules: docs/accuracy.md
# Rules decide first, but a phrase does not see its sentence: when the model is this sure of another label, it is
# right more often than the rule (docs/accuracy.md).
OVERRULE = 0.8
Decide = Callable[[Sequence[Hit], Prediction], str | None]


class Judge:
    """Judges texts for one task.

    `floor` is the confidence under which it abstains with "unsure"; `firm` are the topics of the rules that the model
    never overrules. The models see words only, not the rules that
    fired: rules are written beside the examples, so a model that sees both trusts the rules too much.
    """

    def __init__(
        self,
        task: str,
        models: dict[str, LinearModel],
        *,
        decide: Decide = agreeing,
        floor: float = 0.0,
        firm: Collection[str] = (),
    ) -> None:
        self.task, self.models, self._decide, self._floor, self._firm = task, models, decide, floor, firm

    def judge(self, scan: Scan, lang: str, hits: Sequence[Hit], possible: Collection[str] | None = None) -> Verdict:
        """Return the verdict on `scan`, given the rules of this task that fired on it and the labels it can have."""
        prediction = self.models[lang].predict(features_of(scan, lang))
        sure = [hit for hit in hits if hit.rule.sure]
        label = self._decide(sure, prediction)
        best, confidence = prediction.ranking[0]
        firm = any(hit.rule.label == label and hit.rule.topic in self._firm for hit in sure)
        if label is not None and (firm or label == best or confidence < OVERRULE):
            return self._by_rule(label, scan, hits, prediction)
        return self._by_model(scan, hits, prediction if possible is None else prediction.among(possible))

    def _by_rule(self, label: str, scan: Scan, hits: Sequence[Hit], prediction: Prediction) -> Verdict:
        fired = [hit for hit in hits if hit.rule.label == label and hit.rule.sure]
        second = next((name for name, _ in prediction.ranking if name != label), None)
        share = dict(prediction.ranking).get(label, 0.0)
        confidence = round(max(RULE_CONFIDENCE, share), 4)
        return Verdict(label, confidence, tuple(quote(hit, scan) for hit in fired), second)

    def _by_model(self, scan: Scan, hits: Sequence[Hit], prediction: Prediction) -> Verdict:
        label, confidence = prediction.ranking[0]
        second = next((name for name, _ in prediction.ranking[1:]), None)
        if confidence < self._floor:
            return Verdict(UNSURE, confidence, (), label)
        evidence = [quote(hit, scan) for hit in hits if hit.rule.label == label]
        if prediction.span and not evidence:
            start, end = _trim(scan.text, *prediction.span)
            evidence.append(Evidence(f"learned.{self.task}.{label}", start, end, scan.text[start:end]))
        return Verdict(label, confidence, tuple(evidence), second)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out spaces and punctuation at the ends of a span, unless nothing else is in it."""
    while start + 1 < end and not text[start].isalnum():
        start += 1
    while start + 1 < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def quote(hit: Hit, scan: Scan) -> Evidence:
    """Return the words of `hit` as they were typed."""
    return Evidence(hit.rule.id, hit.start, hit.end, scan.text[hit.start : hit.end])
