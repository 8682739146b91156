"""The progress in words: each skill over time, what changed, what to practise next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.context import Tools
from coach.knowledge.rehearsing import NORMAL
from coach.progress.record import DRILL, REHEARSAL, REVIEW, Record
from coach.progress.schedule import Due, schedule
from coach.progress.series import Series, calls, changes, latest, percent, rounds, skill_series

BLOCKS, GAP = "▁▂▃▄▅▆▇█", "·"
SHOWN = 12  # values in a sparkline: one line also on a phone
MOST_CHANGES = 4


def progress_page(records: Sequence[Record], today: date, lang: str, tools: Tools) -> str:
    """Return the page on `records`, in the order in which they came."""
    if not records:
        return tools.words.say("progress_none", lang)
    lines = [_totals(records, today, lang, tools), *_calls(records, lang, tools)]
    due = schedule(records, today, tools)
    lines += _drills(records, due, lang, tools)
    return "\n".join([*lines, _next(due, today, lang, tools)])


def sparkline(series: Series) -> str:
    """Return one block for each value 0..1, the higher the larger; a dot where there is none."""
    return "".join(GAP if value is None else BLOCKS[round(value * (len(BLOCKS) - 1))] for value in series)


def _totals(records: Sequence[Record], today: date, lang: str, tools: Tools) -> str:
    count = {kind: sum(record.kind == kind for record in records) for kind in (REHEARSAL, DRILL, REVIEW)}
    return tools.words.say(
        "progress_totals", lang, day=today, rehearsals=count[REHEARSAL], drills=count[DRILL], reviews=count[REVIEW]
    )


def _calls(records: Sequence[Record], lang: str, tools: Tools) -> list[str]:
    """Return the score and each skill over the latest calls, and what changed since the call before."""
    all_calls = calls(records)
    if not all_calls:
        return []
    shown, names = all_calls[-SHOWN:], {item.id: item.name[lang] for item in tools.knowledge.rubric.criteria}
    rows: list[tuple[str, Series]] = [(_best(all_calls, lang, tools), [record.score / 100 for record in shown])]
    rows += [(name, skill_series(shown, skill)) for skill, name in names.items()]
    lines = [_row(name, series, lang, tools) for name, series in rows if latest(series) is not None]
    if difficulty := _not_normal(shown[-1], lang, tools):
        lines.append(tools.words.say("progress_latest_at", lang, difficulty=difficulty))
    if len(shown) > 1:
        lines.append(_changes(shown, names, lang, tools))
    return [tools.words.say("progress_skills", lang), *lines]


def _best(all_calls: Sequence[Record], lang: str, tools: Tools) -> str:
    best = max(all_calls, key=lambda record: record.score)
    scenario = tools.knowledge.scenarios.get(best.name)
    name = scenario.name[lang] if scenario else best.name
    return tools.words.say("progress_score", lang, best=best.score, name=name, day=_day(best, lang, tools))


def _day(record: Record, lang: str, tools: Tools) -> str:
    """Return the day of a call, with its difficulty where that is not the normal one."""
    name = _not_normal(record, lang, tools)
    return tools.words.say("progress_day_at", lang, day=record.day, difficulty=name) if name else record.day


def _not_normal(record: Record, lang: str, tools: Tools) -> str | None:
    """Return the name of the difficulty; None for the normal one, and where none was kept."""
    if record.difficulty is None or record.difficulty == NORMAL:
        return None
    levels = {level.id: level.name[lang] for level in tools.knowledge.rehearsing.difficulties}
    return levels.get(record.difficulty, record.difficulty)


def _row(name: str, series: Series, lang: str, tools: Tools) -> str:
    share = latest(series) or 0.0
    return tools.words.say("progress_row", lang, line=sparkline(series), percent=f"{percent(share):>3}", name=name)


def _changes(shown: Sequence[Record], names: dict[str, str], lang: str, tools: Tools) -> str:
    words, day = tools.words, _day(shown[-2], lang, tools)
    said = [
        words.say("progress_up" if by > 0 else "progress_down", lang, name=names[skill], by=abs(by))
        for skill, by in changes(shown, list(names))[:MOST_CHANGES]
    ]
    if not said:
        return words.say("progress_same", lang, day=day)
    return words.say("progress_changed", lang, day=day, changes=words.listing(said, lang))


def _drills(records: Sequence[Record], due: Sequence[Due], lang: str, tools: Tools) -> list[str]:
    """Return each drill over its latest rounds."""
    rows = []
    for item in sorted(due, key=lambda item: tools.knowledge.drills[item.drill].order):
        series: Series = [record.score / 100 for record in rounds(records, item.drill)[-SHOWN:]]
        if series:
            rows.append(_row(tools.knowledge.drills[item.drill].name[lang], series, lang, tools))
    return [tools.words.say("progress_drills", lang), *rows] if rows else []


def _next(due: Sequence[Due], today: date, lang: str, tools: Tools) -> str:
    """Say which drill is next and why, and which others are due."""
    words = tools.words
    if not due:
        return words.say("progress_nothing_due", lang)
    first, names = due[0], {key: drill.name[lang] for key, drill in tools.knowledge.drills.items()}
    others = [names[item.drill] for item in due[1:] if item.day <= today]
    said = [why_due(first, today, names[first.drill], lang, tools)]
    if others:
        said.append(words.say("progress_also_due", lang, drills=words.listing(others, lang)))
    return " ".join(said)


def why_due(due: Due, today: date, drill: str, lang: str, tools: Tools) -> str:
    """Say why this drill is next, and whether it is due today."""
    words, share = tools.words, percent(due.share)
    if due.skill is None:
        return words.say(
            "progress_again" if due.day <= today else "progress_later",
            lang, drill=drill, day=due.day, last=due.last, share=share,
        )  # fmt: skip
    skill = next(item.name[lang] for item in tools.knowledge.rubric.criteria if item.id == due.skill)
    if due.last is None:
        return words.say("progress_never", lang, drill=drill, skill=skill, share=share, day=due.day)
    return words.say("progress_weak", lang, drill=drill, skill=skill, share=share, day=due.day, last=due.last)
