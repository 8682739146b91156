"""The review as one page of Markdown: what to mend first, then where the points come from, then line by line."""

from __future__ import annotations

from typing import Any

from coach.context import Tools
from coach.judge.page import practise_lines, share_lines
from coach.review.glance import glance_lines, spin_lines
from coach.review.lines import annotated
from coach.review.times import clock

Json = dict[str, Any]
SHOWN = 5  # needs let go that are spelt out; the others are in the lines
_LONG = 90  # characters of a quote


def review_page(result: Json, tools: Tools, lang: str, *, short: bool = False) -> str:
    """Return the page. `short` leaves out the lines on which there is nothing to remark."""
    words = tools.words
    parts = [
        _head(result, tools, lang),
        "\n".join([words.say("review_glance", lang), *glance_lines(result, tools, lang)]),
        _let_go(result, tools, lang),
        _objections(result, tools, lang),
        practise_lines(result["practise"], tools, lang),
        share_lines(result, tools, lang),
        _heard(result, tools, lang),
        "\n".join([words.say("review_spin", lang), *spin_lines(result, tools, lang)]),
        annotated(result, tools, lang, short=short),
        words.say("debrief_receipt", lang, hash=result["receipt"]["hash"][:16]),
    ]
    return "\n\n".join(part for part in parts if part)


def _head(result: Json, tools: Tools, lang: str) -> str:
    words = tools.words
    return words.say(
        "review_head",
        lang,
        sellers=words.listing(result["sellers"], lang),
        customers=words.listing(result["customers"], lang),
        score=result["score"],
        pass_mark=result["pass_mark"],
        verdict=words.say("debrief_passed" if result["passed"] else "debrief_failed", lang),
    )


def _let_go(result: Json, tools: Tools, lang: str) -> str:
    words = tools.words
    if not result["needs"]:
        return "\n".join([words.say("review_let_go", lang), words.say("review_no_needs", lang)])
    missed = sorted((need for need in result["needs"] if need["order"]), key=lambda need: need["order"])
    lines = [words.say("review_let_go", lang)]
    asked: set[str] = set()  # the same question helps once
    for need in missed[:SHOWN]:
        level = words.say(f"label_{need['level']}", lang)
        time = moment(result, need["turn"], tools, lang)
        lines.append(
            words.say("review_let_go_line", lang, number=need["turn"], time=time, level=level, said=cut(need["said"]))
        )
        if need["ask"] and need["ask"] not in asked:
            asked.add(need["ask"])
            lines.append(words.say("review_let_go_ask", lang, ask=need["ask"]))
    if len(missed) > SHOWN:
        lines.append(words.say("review_let_go_more", lang, count=len(missed) - SHOWN))
    return "\n".join(lines if missed else [*lines, words.say("review_let_go_none", lang)])


def _objections(result: Json, tools: Tools, lang: str) -> str:
    """Those left open first, each with what to do."""
    words = tools.words
    lines = []
    for one in sorted(result["objections"], key=lambda row: (row["handled"] is not None, row["turn"])):
        time, said = moment(result, one["turn"], tools, lang), cut(one["said"]).rstrip("。.!！")
        if one["handled"]:
            lines.append(
                words.say(
                    "review_objection_handled", lang, number=one["turn"], time=time, name=one["name"], said=said,
                    answer=one["handled"],
                )
            )  # fmt: skip
            continue
        advice = tools.knowledge.objections[one["kind"]].advice[lang]
        lines.append(
            words.say(
                "review_objection_open", lang, number=one["turn"], time=time, name=one["name"], said=said,
                advice=advice,
            )
        )  # fmt: skip
    return "\n".join([words.say("review_objections", lang), *lines]) if lines else ""


def _heard(result: Json, tools: Tools, lang: str) -> str:
    """The iceberg, from the water line down."""
    words = tools.words
    lines = []
    for level in ("surface", "latent", "deep"):
        for need in result["needs"]:
            if need["level"] != level:
                continue
            what = (
                words.say("review_followed", lang, number=need["followed"])
                if need["followed"]
                else words.say("review_not_followed", lang)
            )
            name = words.say(f"label_{level}", lang)
            lines.append(
                words.say("review_heard_line", lang, level=name, said=cut(need["said"]), number=need["turn"], what=what)
            )
    return "\n".join([words.say("review_heard", lang), *lines]) if lines else ""


def moment(result: Json, number: int, tools: Tools, lang: str) -> str:
    """Return the time of a turn in brackets, "" when the transcript has none."""
    time = clock(result["turns"][number - 1]["start"])
    return tools.words.say("review_time", lang, clock=time) if time else ""


def cut(text: str) -> str:
    """Return a quote that is not too long for a line."""
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"
