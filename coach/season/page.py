"""The page on the buying calendar: what buyers do today, what is due ahead of what, what comes later."""

from __future__ import annotations

from datetime import date

from coach.accounts.records import Account
from coach.context import Tools
from coach.season.season import Coming, Running, Season, calendar_for, season

RUNNING, DUE, LATER = 4, 5, 3  # lines of each kind: a screen of a phone
IN_DAYS = 14  # a date as near as this is counted in days


def calendar_page(of: Account | str | None, today: date, lang: str, tools: Tools) -> str:
    """Return the page for an account's trade, or for a trade by its name, on `today`; at most 15 lines."""
    calendar = calendar_for(of.trade if isinstance(of, Account) else of, tools.knowledge)
    if calendar is None:
        return tools.words.say("season_none", lang)
    now = season(calendar, today)
    due = _due(now, lang, tools)
    later = [item for item in now.coming if item.days_left > 0 and not item.now]
    lines = [
        tools.words.say("season_title", lang, name=calendar.name[lang], day=today),
        *(_running(item, now, lang, tools) for item in now.running[:RUNNING]),
        *(due[:DUE] or [tools.words.say("season_nothing_due", lang)]),
        *(_later(item, lang, tools) for item in later[:LATER]),
    ]
    return "\n".join(lines)


def _running(item: Running, now: Season, lang: str, tools: Tools) -> str:
    phase = item.phase
    return tools.words.say(
        "season_running", lang, name=phase.name[lang], begins=item.span.begins, ends=item.span.ends,
        buyer=phase.buyer[lang], us=phase.us[lang], rule=_rule(now, phase.id),
    )  # fmt: skip


def _due(now: Season, lang: str, tools: Tools) -> list[str]:
    lines = []
    for item in now.coming:
        if item.days_left <= 0:
            rule = _rule(now, item.what.id)
            lines.append(
                tools.words.say(
                    "season_on", lang, name=item.what.name[lang], ends=item.span.ends, us=item.what.us[lang], rule=rule
                )
            )
        lines += [_action(item, number, now, lang, tools) for number in range(len(item.now))]
    return lines


def _action(item: Coming, number: int, now: Season, lang: str, tools: Tools) -> str:
    action, near = item.now[number], item.days_left < IN_DAYS
    left = {"weeks": item.weeks_left, "days": item.days_left}
    return tools.words.say(
        "season_due_days" if near else "season_due_weeks", lang, name=item.what.name[lang], begins=item.span.begins,
        action=action.do[lang], rule=_rule(now, item.what.id, action.id), **left,
    )  # fmt: skip


def _later(item: Coming, lang: str, tools: Tools) -> str:
    words = tools.words
    ahead = ""
    if item.next_action:
        action, day = item.next_action
        ahead = words.say("season_next_action", lang, day=day, action=action.do[lang])
    return words.say(
        "season_next", lang, name=item.what.name[lang], begins=item.span.begins, weeks=item.weeks_left, action=ahead
    )


def _rule(now: Season, *names: str) -> str:
    """Return the place in the calendar's file that a line rests on."""
    return ".".join([f"calendars/{now.calendar.id}", *names])
