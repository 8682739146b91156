"""The transcript with what each line was: marks of the seller, needs and objections of the customer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coach.context import Tools
from coach.review.times import clock
from coach.text.trimmed import shortened

Json = dict[str, Any]
_QUOTE = 60


def annotated(result: Json, tools: Tools, lang: str, *, short: bool) -> str:
    """Return the lines; with `short` only those on which there is something to remark."""
    words = tools.words
    lines = [words.say("debrief_transcript", lang)]
    if short:
        lines.append(words.say("review_lines_left_out", lang))
    needs = {need["id"]: need for need in result["needs"]}
    objections = {(one["turn"], one["kind"]): one for one in result["objections"]}
    for turn in result["turns"]:
        remarks = [
            *_marks(turn, tools, lang),
            *(_need(needs[key], tools, lang) for key in turn["needs"]),
            *(_objection(objections[(turn["turn"], kind)], tools, lang) for kind in turn["objections"]),
        ]
        if remarks or not short:
            deeper = " " * (len(str(turn["turn"])) - 1)  # in Markdown what belongs to "10." stands further in
            lines += [_line(turn, tools, lang), *(deeper + remark for remark in remarks)]
    return "\n".join(lines)


def _line(turn: Json, tools: Tools, lang: str) -> str:
    time = clock(turn["start"])
    lead = tools.words.say("review_time_lead", lang, clock=time) if time else ""
    return tools.words.say("review_line", lang, number=turn["turn"], time=lead, name=turn["speaker"], line=turn["text"])


def _marks(turn: Json, tools: Tools, lang: str) -> Iterator[str]:
    for mark in turn["marks"]:
        name = tools.words.say(f"mark_{mark['name']}", lang)
        text = shortened(mark["text"], _QUOTE)
        yield tools.words.say("debrief_mark", lang, name=name, words=text, rule=mark["rule"])


def _need(need: Json, tools: Tools, lang: str) -> str:
    words, proof = tools.words, need["evidence"][0]
    what = (
        words.say("review_followed", lang, number=need["followed"])
        if need["followed"]
        else words.say("review_not_followed", lang)
    )
    level = words.say(f"label_{need['level']}", lang)
    return words.say("review_need", lang, level=level, what=what, words=proof["text"], rule=proof["rule"])


def _objection(one: Json, tools: Tools, lang: str) -> str:
    return tools.words.say("review_objection_mark", lang, name=one["name"], words=one["words"], rule=one["rule"])
