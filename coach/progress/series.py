"""The numbers of the progress: calls in their order, each skill over time, what changed since the call before."""

from __future__ import annotations

from collections.abc import Sequence

from coach.progress.record import CALLS, DRILL, Record

Series = list[float | None]  # 0..1, oldest first; None where nothing was measured


def calls(records: Sequence[Record]) -> list[Record]:
    """Return rehearsals and reviews."""
    return [record for record in records if record.kind in CALLS]


def rounds(records: Sequence[Record], drill: str) -> list[Record]:
    """Return the rounds of one drill."""
    return [record for record in records if record.kind == DRILL and record.name == drill]


def skill_series(records: Sequence[Record], skill: str) -> Series:
    """Return the shares of a skill, one value for each record."""
    return [record.skills.get(skill) for record in records]


def latest(series: Series) -> float | None:
    """Return the last value that was measured."""
    return next((value for value in reversed(series) if value is not None), None)


def percent(share: float) -> int:
    """Return a share 0..1 in percent."""
    return round(share * 100)


def changes(records: Sequence[Record], skills: Sequence[str]) -> list[tuple[str, int]]:
    """Return the skills that changed between the last two calls, in points of percent.

    The best change comes first, the worst second, then the others, the larger ones first.
    """
    if len(records) < 2:
        return []
    before, now = records[-2].skills, records[-1].skills
    both = [skill for skill in skills if skill in before and skill in now]
    moved = [(skill, by) for skill in both if (by := percent(now[skill]) - percent(before[skill]))]
    gains = sorted((change for change in moved if change[1] > 0), key=lambda change: -change[1])
    losses = sorted((change for change in moved if change[1] < 0), key=lambda change: change[1])
    others = sorted(gains[1:] + losses[1:], key=lambda change: -abs(change[1]))
    return [*gains[:1], *losses[:1], *others]
