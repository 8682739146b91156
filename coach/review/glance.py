"""The call in figures: who talked how much, how many questions and when, what came of the next step."""

from __future__ import annotations

from typing import Any

from coach.context import Tools
from coach.review.measure import ROWS, UNCLEAR
from coach.review.strip import strip

Json = dict[str, Any]


def glance_lines(result: Json, tools: Tools, lang: str) -> list[str]:
    """Return talk share, number of questions and next step, each with a word where it matters."""
    return [
        line for line in (_talk(result, tools, lang), _asked(result, tools, lang), _step(result, tools, lang)) if line
    ]


def _talk(result: Json, tools: Tools, lang: str) -> str:
    share, most = result["talk_share"], tools.knowledge.reviewing.talk_most
    if share is None:
        return ""
    if share > most:
        return tools.words.say("review_talk_much", lang, share=share, rest=100 - share, most=most)
    return tools.words.say("review_talk", lang, share=share, rest=100 - share)


def _asked(result: Json, tools: Tools, lang: str) -> str:
    count, best = result["questions"], tools.knowledge.reviewing.questions
    if count < best.least:
        return tools.words.say("review_asked_few", lang, count=count, least=best.least, most=best.most)
    if count > best.most:
        return tools.words.say("review_asked_many", lang, count=count, least=best.least, most=best.most)
    return tools.words.say("review_asked", lang, count=count)


def _step(result: Json, tools: Tools, lang: str) -> str:
    step = result["next_step"]
    if step["step"] is None:
        return tools.words.say("review_step_none", lang)
    return tools.words.say(f"review_step_{step['step']}", lang, number=step["turn"])


def spin_lines(result: Json, tools: Tools, lang: str) -> list[str]:
    """Return one strip for each SPIN type."""
    rows = {name: result["by_tenth"][name] for name in ROWS}
    most = max(1, *(count for counts in rows.values() for count in counts))
    return [
        tools.words.say(
            "review_spin_row", lang, letter="?" if name == UNCLEAR else name[0].upper(), strip=strip(counts, most),
            name=tools.words.say(f"mark_spin_{name}", lang), total=sum(counts),
        )
        for name, counts in rows.items()
    ]  # fmt: skip
