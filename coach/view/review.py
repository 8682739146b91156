"""A review of a real call as the pages show it."""

from __future__ import annotations

from typing import Any

from coach.context import Tools
from coach.review.page import review_page
from coach.view.debrief import named_shares, practise
from coach.view.marks import marks

Json = dict[str, Any]


def review_view(result: Json, lang: str, tools: Tools) -> Json:
    """Return the review with every id in words, what each turn was, and the page as Markdown."""
    shown = {key: value for key, value in result.items() if key not in ("turns", "receipt", "guess")}
    return {
        **shown,
        "criteria": named_shares(result["criteria"], lang, tools),
        "faults": named_shares(result["faults"], lang, tools),
        "needs": [{**row, "name": tools.words.say(f"label_{row['level']}", lang)} for row in result["needs"]],
        "objections": [_objection(row, lang, tools) for row in result["objections"]],
        "practise": practise(result.get("practise"), lang, tools),
        "turns": [{**turn, "marks": marks(turn["text"], turn["marks"], lang, tools)} for turn in result["turns"]],
        "receipt": result["receipt"]["hash"],
        "page": review_page(result, tools, lang),
    }


def _objection(row: Json, lang: str, tools: Tools) -> Json:
    kind = tools.knowledge.objections.get(row["kind"])
    return {
        **row,
        "name": kind.name[lang] if kind else row.get("name", row["kind"]),
        "advice": kind.advice[lang] if kind else None,
    }
