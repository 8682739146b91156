"""Why a customer has these scores and flags: each judgement with its rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach.context import Tools
from coach.rfm.ranking import Ranking

Row = Mapping[str, Any]


def reasons(row: Row, ranking: Ranking, lang: str, tools: Tools) -> list[str]:
    """Return one sentence for each score, for value, tier and class, and for each flag of a row of the table."""
    return [*_scores(row, ranking, lang, tools), *_value(row, lang, tools), *_flags(row, lang, tools)]


def _scores(row: Row, ranking: Ranking, lang: str, tools: Tools) -> list[str]:
    words, preset, cuts = tools.words, ranking.preset.name[lang], ranking.cuts
    if cuts is None:
        return []
    money, currency = f"{row['monetary']:,.2f}", ranking.currency or ""
    return [
        words.say(
            "rfm_reason_r", lang, score=row["r"], day=row["last_order"], days=row["recency_days"], preset=preset,
            rule=_rule("months", row["r"], cuts.recency, lang, tools, reverse=True),
        ),
        words.say(
            "rfm_reason_f", lang, score=row["f"], count=row["frequency"], preset=preset,
            rule=_rule("orders", row["f"], cuts.frequency, lang, tools),
        ),
        words.say(
            "rfm_reason_m", lang, score=row["m"], amount=f"{money} {currency}".strip(), preset=preset,
            rule=_rule("money", row["m"], cuts.monetary, lang, tools),
        ),
    ]  # fmt: skip


def _rule(unit: str, score: int, cuts: Sequence[Any], lang: str, tools: Tools, *, reverse: bool = False) -> str:
    """Say the limits between which a score lies."""
    words = tools.words
    if not isinstance(cuts[0], tuple):  # boundaries of quantiles, rising
        place = len(cuts) + 1 - score if reverse else score - 1
        low, high = (cuts[place - 1] if place else None), (cuts[place] if place < len(cuts) else None)
        if low is None:
            return words.say("rfm_below", lang, limit=_short(cuts[0]))
        if high is None:
            return words.say("rfm_from", lang, limit=_short(low))
        return words.say("rfm_between", lang, low=_short(low), high=_short(high))
    limits = dict(cuts)
    if limits[score] is not None:
        return words.say("rfm_months_most" if unit == "months" else "rfm_least", lang, limit=_short(limits[score]))
    return words.say("rfm_months_more" if unit == "months" else "rfm_less", lang, limit=_short(cuts[-2][1]))


def _short(number: float) -> str:
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def _value(row: Row, lang: str, tools: Tools) -> list[str]:
    rules, group = tools.knowledge.rfm_ranking, tools.knowledge.rfm_classes[row["class"]]
    weights = rules.weights
    tier = next(tier for tier in rules.tiers if tier.name == row["tier"])
    return [
        tools.words.say(
            "rfm_reason_value", lang, r=row["r"], f=row["f"], m=row["m"], value=row["value"], tier=tier.name,
            wr=weights.recency, wf=weights.frequency, wm=weights.monetary, least=tier.least, most=tier.most,
        ),
        tools.words.say("rfm_reason_class", lang, name=group.name[lang], high=rules.high_above,
                        advice=group.advice[lang]),
    ]  # fmt: skip


def _flags(row: Row, lang: str, tools: Tools) -> list[str]:
    flags = tools.knowledge.rfm_flags
    return [
        tools.words.say(
            "rfm_reason_flag", lang, name=flags[key].name[lang], why=_why(key, row, lang, tools),
            advice=flags[key].advice[lang],
        )
        for key in row["flags"]
    ]  # fmt: skip


def _why(flag: str, row: Row, lang: str, tools: Tools) -> str:
    """Return what raised a flag, with its limit."""
    words, limits = tools.words, tools.knowledge.rfm_flags[flag].limits
    if flag == "one_off" and row["recent"] is not None and row["recent"] > 1:
        return words.say(
            "rfm_why_largest", lang, share=_percent(row["largest_share"]), limit=_percent(limits["largest_share"]),
            months=int(limits["months"]),
        )  # fmt: skip
    if flag == "one_off":
        return words.say("rfm_why_single", lang, m=row["m"], limit=int(limits["single_order_score"]))
    if flag == "low_margin":
        return words.say("rfm_why_margin", lang, share=_percent(row["margin_share"]), limit=_percent(limits["floor"]))
    passed = [name for name, limit in limits.items() if (row[name] or 0.0) > limit]
    return words.listing([_squeezed(name, row, limits[name], lang, tools) for name in passed], lang)


def _squeezed(name: str, row: Row, limit: float, lang: str, tools: Tools) -> str:
    if name == "overdue_days":
        return tools.words.say("rfm_why_late", lang, days=round(row[name]), limit=round(limit))
    what = tools.words.say(f"rfm_taken_{name}", lang)
    return tools.words.say("rfm_why_share", lang, what=what, share=_percent(row[name]), limit=_percent(limit))


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%".replace(".0%", "%")
