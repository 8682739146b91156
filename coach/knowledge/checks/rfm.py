"""Do the numbers of the ranking mean something? Bands that are complete and in order, classes that are all there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.knowledge.fault import fault
from coach.knowledge.load import Knowledge
from coach.knowledge.problem import Problem
from coach.knowledge.ranking import FLAG_LIMITS, SCALES, Band, RfmPreset
from coach.knowledge.yaml_lines import Document

SCORES = (5, 4, 3, 2, 1)
BEST_VALUE = 100


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield every problem of meaning in the presets, classes, flags and numbers of the ranking."""
    for key, preset in knowledge.rfm_presets.items():
        yield from _preset(preset, knowledge.sources[("rfm_presets", key)])
    for key, flag in knowledge.rfm_flags.items():
        document, wanted = knowledge.sources[("rfm_flags", key)], FLAG_LIMITS[key]
        if set(flag.limits) != set(wanted):
            yield Problem(document.path, document.line(("limits",)), fault("rfm_limits", flag=key, names=wanted))
    yield from _classes(knowledge)
    yield from _tiers(knowledge)
    yield from _weights(knowledge)
    reading = knowledge.sources[("order_reading", "")]
    if len(knowledge.order_reading.months) != 12:
        yield Problem(reading.path, reading.line(("months",)), fault("rfm_months"))


def _preset(preset: RfmPreset, document: Document) -> Iterator[Problem]:
    for scale in SCALES:
        bands, line = getattr(preset, scale), document.line((scale,))
        if preset.scored == "by_quantiles":
            if bands:
                yield Problem(document.path, line, fault("rfm_bands_idle", scale=scale))
            continue
        if tuple(band.score for band in bands) != SCORES:
            yield Problem(document.path, line, fault("rfm_bands", scale=scale))
            continue
        yield from _limits(bands, scale, document)
    if preset.window_months is not None and preset.window_months < 1:
        yield Problem(document.path, document.line(("window_months",)), fault("rfm_window"))


def _limits(bands: Sequence[Band], scale: str, document: Document) -> Iterator[Problem]:
    """Recency has rising `at_most`, the others falling `at_least`; the score 1 takes the rest."""
    name, other = ("at_most", "at_least") if scale == "recency" else ("at_least", "at_most")
    before: float | None = None
    for i, band in enumerate(bands):
        line, limit = document.line((scale, i)), getattr(band, name)
        if getattr(band, other) is not None:
            yield Problem(document.path, line, fault("rfm_limited_by", scale=scale, field=name, other=other))
        elif band.score == SCORES[-1]:
            if limit is not None:
                yield Problem(document.path, line, fault("rfm_takes_rest", field=name))
        elif limit is None:
            yield Problem(document.path, line, fault("rfm_band_needs", score=band.score, field=name))
        elif before is not None and (limit <= before if scale == "recency" else limit >= before):
            order = fault(
                "rfm_must_rise" if scale == "recency" else "rfm_must_fall", field=name, limit=limit, before=before
            )
            yield Problem(document.path, line, order)
        before = limit


def _classes(knowledge: Knowledge) -> Iterator[Problem]:
    seen: dict[tuple[bool, ...], str] = {}
    for key, group in knowledge.rfm_classes.items():
        document = knowledge.sources[("rfm_classes", key)]
        high = tuple(getattr(group.high, scale) for scale in SCALES)
        if high in seen:
            yield Problem(document.path, document.line(("high",)), fault("rfm_same_scores", other=seen[high]))
        seen.setdefault(high, key)
    if len(seen) < 2 ** len(SCALES):
        few = fault("rfm_classes_absent", count=len(seen))
        yield Problem(knowledge.root / "rfm" / "classes", 1, few)


def _tiers(knowledge: Knowledge) -> Iterator[Problem]:
    document, expected = knowledge.sources[("rfm_ranking", "")], 0
    tiers = knowledge.rfm_ranking.tiers
    for i, tier in enumerate(tiers):
        if tier.least != expected or tier.most < tier.least:
            gap = fault("rfm_tier", tier=tier.name, least=expected)
            yield Problem(document.path, document.line(("tiers", i)), gap)
        expected = tier.most + 1
    if tiers[-1].most != BEST_VALUE:
        yield Problem(document.path, document.line(("tiers",)), fault("rfm_last_tier", most=BEST_VALUE))


def _weights(knowledge: Knowledge) -> Iterator[Problem]:
    document, weights = knowledge.sources[("rfm_ranking", "")], knowledge.rfm_ranking.weights
    best = SCORES[0] * (weights.recency + weights.frequency + weights.monetary)
    if best != BEST_VALUE or min(weights.recency, weights.frequency, weights.monetary) < 0:
        worth = fault("rfm_weights", wanted=BEST_VALUE, found=best)
        yield Problem(document.path, document.line(("weights",)), worth)
    ranking = knowledge.rfm_ranking
    for name in ("pareto_share", "known_margin_share", "concentration"):
        if not 0 < getattr(ranking, name) <= 1:
            yield Problem(document.path, document.line((name,)), fault("rfm_share", field=name))
