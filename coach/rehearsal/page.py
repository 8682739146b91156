"""The briefing before a rehearsal and the debrief after it, as Markdown in the user's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from coach.context import Tools
from coach.judge.page import practise_lines, share_lines
from coach.knowledge.scenario import Scenario
from coach.rehearsal.explain import why_not_found
from coach.rehearsal.scene import difficulty
from coach.text.trimmed import trimmed

Json = dict[str, Any]


def briefing(scenario: Scenario, level: str, lang: str, tools: Tools) -> str:
    """Return who the seller meets, what is known beforehand, and the rubric by which the call is scored."""
    words, persona = tools.words, scenario.persona
    return "\n\n".join(
        [
            words.say(
                "briefing",
                lang,
                name=scenario.name[lang],
                industry=scenario.industry[lang],
                difficulty=difficulty(tools.knowledge.rehearsing, level).name[lang],
                person=persona.name[lang],
                title=persona.title[lang],
                firm=persona.firm[lang],
                temper=persona.temper[lang],
                situation=scenario.situation[lang],
                known=words.say("known_separator", lang).join(trimmed(one) for one in scenario.known[lang]),
                goal=scenario.goal[lang],
            ),
            rubric_lines(scenario, lang, tools),
        ]
    )


def rubric_lines(scenario: Scenario, lang: str, tools: Tools) -> str:
    """Return the rubric as it applies to the scenario: criteria with their points, and what costs points."""
    words, rubric = tools.words, tools.knowledge.rubric
    counted = [item for item in rubric.criteria if item.id not in scenario.weightless]
    scale = 100 / sum(item.points for item in counted)
    lines = [words.say("rubric_head", lang, pass_mark=scenario.pass_mark)]
    for item in counted:
        points = f"{item.points * scale:.0f}"
        lines.append(words.say("rubric_line", lang, points=points, name=item.name[lang], why=item.why[lang]))
    names = words.listing([fault.name[lang] for fault in rubric.faults], lang)
    return "\n".join([*lines, "", words.say("rubric_faults", lang, names=names)])


def debrief_page(result: Json, tools: Tools, lang: str) -> str:
    """Return the debrief as one page."""
    words = tools.words
    if not result["turns"]:
        return words.say("debrief_nothing", lang)
    scenario = tools.knowledge.scenarios[result["scenario"]]
    head = words.say(
        "debrief_head",
        lang,
        name=scenario.name[lang],
        difficulty=difficulty(tools.knowledge.rehearsing, result["difficulty"]).name[lang],
        score=result["score"],
        pass_mark=result["pass_mark"],
        verdict=words.say("debrief_passed" if result["passed"] else "debrief_failed", lang),
    )
    parts = [
        head,
        share_lines(result, tools, lang),
        _iceberg(result, tools, lang),
        _steps(result, tools, lang),
        practise_lines(result["practise"], tools, lang),
        transcript(result["turns"], scenario.persona.name[lang], tools, lang),
        words.say("debrief_receipt", lang, hash=result["receipt"]["hash"][:16]),
    ]
    return "\n\n".join(part for part in parts if part)


def _iceberg(result: Json, tools: Tools, lang: str) -> str:
    words = tools.words
    lines = [words.say("debrief_iceberg", lang)]
    for row in result["needs"]:
        level = words.say(f"label_{row['level']}", lang)
        if row["found"]:
            lines.append(words.say("debrief_found", lang, level=level, said=row["said"], number=row["turn"]))
            continue
        why = why_not_found(row, lang, tools)
        if row["chance"]:
            lines.append(words.say("debrief_missed", lang, level=level, number=row["chance"], why=why, ask=row["ask"]))
        else:
            lines.append(words.say("debrief_missed_early", lang, level=level, why=why, ask=row["ask"]))
    return "\n".join(lines)


def _steps(result: Json, tools: Tools, lang: str) -> str:
    rows = [
        tools.words.say("debrief_step_done", lang, name=row["name"], number=row["turn"])
        if row["turn"]
        else tools.words.say("debrief_step_open", lang, name=row["name"])
        for row in result["steps"]
    ]
    return "\n".join([tools.words.say("debrief_steps", lang), *rows])


def transcript(turns: Sequence[Json], buyer: str, tools: Tools, lang: str) -> str:
    """Return the lines with what each was, the words and the rule."""
    lines = [tools.words.say("debrief_transcript", lang)]
    for number, turn in enumerate(turns, 1):
        lines.append(tools.words.say("debrief_seller", lang, number=number, line=turn["seller"]))
        deeper = " " * (len(str(number)) - 1)  # in Markdown what belongs to "10." stands further in than with "9."
        lines += [deeper + line for line in _below(turn, buyer, tools, lang)]
    return "\n".join(lines)


def _below(turn: Json, buyer: str, tools: Tools, lang: str) -> Iterator[str]:
    """Yield what stands below a line of the seller: its marks, then the buyer's answer."""
    words = tools.words
    for mark in turn["marks"]:
        name = words.say(f"mark_{mark['name']}", lang)
        yield words.say("debrief_mark", lang, name=name, words=trimmed(mark["text"]), rule=mark["rule"])
    yield words.say("debrief_buyer", lang, name=buyer, line=turn["buyer"])
