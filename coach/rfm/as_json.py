"""A ranking as plain values, for scripts and files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.context import Tools
from coach.rfm.ranking import Ranking
from coach.rfm.reasons import reasons
from coach.rfm.said import say_note, say_problem

TIER, CLASS = "tier", "class"


def as_json(ranking: Ranking, lang: str, tools: Tools) -> dict[str, Any]:
    """Return the whole ranking; sentences in `lang`, everything else under fixed names."""
    pair, top = ranking.pareto, ranking.concentration
    return {
        "preset": ranking.preset.id,
        "asof": str(ranking.asof),
        "currency": ranking.currency,
        "window": {
            "months": ranking.preset.window_months,
            "from": str(ranking.since) if ranking.since else None,
            "to": str(ranking.asof),
        },
        "customers": customers(ranking, lang, tools),
        "prospects": [{"customer": name, "last_order": str(day) if day else None} for name, day in ranking.prospects],
        "tiers": _counts(ranking, TIER),
        "classes": {_code(key): count for key, count in _counts(ranking, CLASS).items()},
        "pareto": pair and {
            "customers_percent": pair.customers_percent, "share_percent": pair.share_percent, "by": pair.by,
            "customers": pair.customers, "of": pair.total,
        },
        "concentration": top and {
            "customer": top.customer, "share_percent": top.share_percent, "limit_percent": top.limit_percent,
            "warning": top.warned,
        },
        "not_judged": list(ranking.not_judged),
        "warnings": [
            *({"kind": note.kind, "text": say_note(note, lang, tools)} for note in ranking.warnings),
            {"kind": "balance", "text": tools.knowledge.rfm_ranking.balance[lang]},
        ],
        "problems": [
            {"line": row["line"], "reason": row["reason"], "value": row["value"], "text": say_problem(row, lang, tools)}
            for row in ranking.problems.iter_rows(named=True)
        ],
        "notes": [{"kind": note.kind, "text": say_note(note, lang, tools)} for note in ranking.notes],
    }  # fmt: skip


def customers(ranking: Ranking, lang: str, tools: Tools) -> list[dict[str, Any]]:
    """Return each customer, the best first."""
    return [_customer(row, ranking, lang, tools) for row in ranking.table.iter_rows(named=True)]


def _customer(row: Mapping[str, Any], ranking: Ranking, lang: str, tools: Tools) -> dict[str, Any]:
    r, f, m = row["r"], row["f"], row["m"]
    return {
        "customer": row["customer"],
        "recency_days": row["recency_days"],
        "last_order": str(row["last_order"]),
        "frequency": row["frequency"],
        "monetary": row["monetary"],
        "margin": row["margin"],
        "r": r, "f": f, "m": m,
        "recency_score": r, "frequency_score": f, "monetary_score": m,
        "rfm_score": 100 * r + 10 * f + m,
        "value": row["value"],
        "tier": row["tier"],
        "class": _code(row["class"]),
        "class_name": tools.knowledge.rfm_classes[row["class"]].name[lang],
        "flags": row["flags"],
        "reasons": reasons(row, ranking, lang, tools),
    }  # fmt: skip


def _counts(ranking: Ranking, column: str) -> dict[str, int]:
    counts = ranking.table[column].value_counts().sort(["count", column], descending=[True, False])
    return dict(counts.iter_rows())


def _code(key: str) -> str:
    """Return a class under the name it has in the literature: important-value."""
    return key.replace("_", "-")
