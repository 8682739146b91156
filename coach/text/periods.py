"""Periods and times in a text, as parts that can be put right: how often, how soon, on which day, at what hour."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coach.text.period_patterns import (
    CLOCK,
    DAY,
    DAYTIME,
    DUE,
    NOUN_BEHIND,
    OF_THE_WEEK,
    OFTEN,
    PATTERNS,
    SPAN,
    UNIT,
    WEEKDAYS,
)


@dataclass(frozen=True)
class Period:
    """A period or time at its place in a text.

    `core` is what differs, between the `lead` ("in", 早上) and the `tail` (内, "in the morning"). A Chinese frequency
    may have its `count` apart: 每天送一次 is 每天, 送 and 一次.
    """

    start: int
    end: int
    kind: str
    core: str
    lead: str = ""
    tail: str = ""
    between: str = ""
    count: str = ""

    @property
    def words(self) -> str:
        """The words of the period, put together from its parts."""
        if self.count or not self.core.isascii():
            return f"{self.lead}{self.core}{self.tail}{self.between}{self.count}"
        return f"{self.lead} {self.core}".strip() + self.tail

    @property
    def is_bare(self) -> bool:
        """A mere length of time: "six weeks", 三周; it may be of anything."""
        return self.kind == SPAN and not self.lead and not self.tail

    @property
    def is_part_of_day(self) -> bool:
        """Say whether it names no hour: 上午."""
        return DAYTIME.fullmatch(self.core) is not None

    @property
    def is_due(self) -> bool:
        """Say whether it tells how soon, and not how long."""
        return bool(DUE.search(self.lead) or DUE.search(self.tail))

    @property
    def unit(self) -> str:
        """What is counted: "week" of "in five weeks"."""
        found = UNIT.findall(self.core)
        return found[-1].lower().removeprefix("个") if found else ""

    def is_same(self, other: Period) -> bool:
        """Say whether both tell the same: "in three weeks" and "three weeks"."""
        count = not self.count or not other.count or self.count == other.count
        return self.core.lower() == other.core.lower() and count

    def answers_to(self, other: Period) -> bool:
        """Say whether one may take the other's place: both tell how often, or both on which day."""
        if self.kind == other.kind == SPAN:
            return self.is_bare or other.is_bare and self.unit == other.unit or self.is_due == other.is_due
        if {self.kind, other.kind} == {SPAN, DAY}:
            return all(one.is_due or one.kind == DAY for one in (self, other))
        if (self.kind, other.kind) == (DAY, OFTEN):  # "Thursday" for "every Monday"
            return bool(OF_THE_WEEK.match(self.core) and OF_THE_WEEK.match(other.core.removeprefix("每")))
        return self.kind == other.kind

    def instead_of(self, old: Period) -> str:
        """Return the words that stand in place of `old`, with what of it still holds: 早上六点前, 七点 - 早上七点前."""
        if (self.kind, old.kind) == (DAY, OFTEN):
            return f"{old.lead} {self.core}" if old.lead else "每" * old.core.startswith("每") + self.core
        if self.kind != old.kind:
            return self.words
        if old.lead and self.kind == CLOCK and self.is_part_of_day:
            return replace(old, lead=self.core).words
        lead = self.lead or ("" if self.kind == OFTEN else old.lead)
        tail = self.tail or ("" if self.kind == OFTEN else old.tail)
        core = f"on {self.core}" if self.kind == OFTEN and WEEKDAYS.match(self.core) else self.core
        if self.is_bare and "-" in old.core:
            core = core.replace(" ", "-").removesuffix("s")
        return Period(0, 0, self.kind, core, lead, tail, old.between, self.count or old.count).words

    def put_in(self, text: str, old: Period) -> str:
        """Return `text` with this period in the place of `old`; "weekly reports" become "reports every two weeks"."""
        new, before, behind = self.instead_of(old), text[: old.start], text[old.end :]
        noun = NOUN_BEHIND.match(behind) if " " in new and " " not in old.words else None
        if noun is None:
            return before + new + behind
        return f"{before}{noun.group(1)} {new}{behind[noun.end() :]}"


def periods_in(text: str) -> list[Period]:
    """Return the periods and times in `text` in the order of the words; of those that overlap the first kind's."""
    found: list[Period] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                parts = {name: part for name, part in match.groupdict().items() if part}
                found.append(Period(match.start(), match.end(), kind, **parts))
    return sorted(found, key=lambda period: period.start)


def put_right(text: str, right: Period, wrong: Period | None = None) -> tuple[Period, str] | None:
    """Return what in `text` the right period takes the place of, and the text with it; None where nothing is put right.

    That is what is the same as `wrong` where that is named, else one in the same unit, else the last of its kind.
    """
    held = [period for period in periods_in(text) if right.answers_to(period) and not period.is_same(right)]
    if wrong is not None:
        held = [period for period in held if period.is_same(wrong)]
    elif any(period.kind == right.kind for period in held):
        held = [period for period in held if period.kind == right.kind]
    alike = [period for period in held if period.unit == right.unit] or held
    return (alike[-1], right.put_in(text, alike[-1])) if alike else None
