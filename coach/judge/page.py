"""What the pages of a debrief and of a review share: where the points come from, and what to practise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coach.context import Tools

Json = dict[str, Any]
_MOST_LOST = 4  # lines on what cost points


def share_lines(result: Json, tools: Tools, lang: str) -> str:
    """Return what each criterion earned of its points and each fault cost, with the lines that decided."""
    words, rubric = tools.words, tools.knowledge.rubric
    names = {item.id: item.name[lang] for item in rubric.criteria} | {
        item.id: item.name[lang] for item in rubric.faults
    }
    lines = [words.say("debrief_shares", lang)]
    for kind, key in (("criteria", "share"), ("faults", "fault")):
        lines += [
            words.say(
                f"debrief_{key}",
                lang,
                name=names[row["id"]],
                earned=f"{row['earned']:g}",
                points=f"{row['points']:g}",
                lines=numbered(row["lines"], tools, lang),
            )
            for row in result[kind]
        ]
    return "\n".join(lines)


def lost_lines(result: Json, tools: Tools, lang: str) -> str:
    """Return what cost the most points, each with what to do about it."""
    words, rubric = tools.words, tools.knowledge.rubric
    items = {item.id: (item.name[lang], item.advice[lang]) for item in rubric.criteria}
    items |= {item.id: (item.name[lang], item.advice[lang]) for item in rubric.faults}
    lost = [(row["points"] - row["earned"], "share", row) for row in result["criteria"]]
    lost += [(-row["earned"], "fault", row) for row in result["faults"]]
    most = sorted((one for one in lost if one[0] > 0), key=lambda one: -one[0])[:_MOST_LOST]
    if not most:
        return words.say("score_full", lang)
    lines = [words.say("score_lost", lang)]
    for points, kind, row in most:
        name, advice = items[row["id"]]
        where = numbered(row["lines"], tools, lang) if kind == "fault" else ""
        given = f"{points:.1f}".removesuffix(".0")
        lines.append(words.say("score_lost_line", lang, name=name, points=given, lines=where, advice=advice))
    return "\n".join(lines)


def numbered(lines: Sequence[int], tools: Tools, lang: str) -> str:
    """Return the numbers of lines in brackets, "" without any."""
    if not lines:
        return ""
    return tools.words.say("debrief_lines", lang, numbers=tools.words.listing(map(str, lines), lang))


def practise_lines(chosen: Json | None, tools: Tools, lang: str) -> str:
    """Return the one thing to practise and its drill."""
    if chosen is None:
        return ""
    rubric = tools.knowledge.rubric
    names = {item.id: (item.name[lang], item.advice[lang]) for item in rubric.criteria}
    names |= {item.id: (item.name[lang], item.advice[lang]) for item in rubric.faults}
    name, advice = names[chosen["criterion"]]
    lines = [tools.words.say("debrief_practise", lang, name=name, advice=advice)]
    if chosen["drill"] in tools.knowledge.drills:
        drill = tools.knowledge.drills[chosen["drill"]].name[lang]
        lines.append(tools.words.say("debrief_drill", lang, drill=drill))
    return "\n".join(lines)
