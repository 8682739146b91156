"""`coach calendar`: what buyers of a trade do on a day, what is due, what comes next; page, picture or JSON."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from coach.cli.drawing import add_picture, write_picture
from coach.cli.tools import RefusedError, add_day, checked_tools, print_json
from coach.context import Tools
from coach.knowledge.buying import Calendar
from coach.season.page import calendar_page
from coach.season.picture import season_picture
from coach.season.season import Coming, Season, calendar_for, season
from coach.terminal import language
from coach.today import today


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("calendar", help="the buying calendar of a trade today 采购日历")
    parser.add_argument(
        "--trade", metavar="ID", help="a file of knowledge/calendars or a catalogue (default: the first)"
    )
    add_day(parser, "--asof", "the day")
    add_picture(parser, "--picture", "also draw the year")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of page and picture (default: the locale's)")
    parser.add_argument("--json", action="store_true", help="all of it as one JSON value")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the calendar on the day; 1 when the trade or the picture's file is no good."""
    lang = options.lang or language()
    tools = checked_tools(options.lang)
    day, calendar = options.asof or today(), _calendar(options.trade, lang, tools)
    if options.json:
        print_json(_as_json(season(calendar, day), lang) if calendar else None)
    else:
        print(calendar_page(calendar.id if calendar else None, day, lang, tools))
    if options.picture and calendar:
        write_picture(options.picture, season_picture(calendar, day, lang, tools), tools.words, lang)
    return 0


def _calendar(trade: str | None, lang: str, tools: Tools) -> Calendar | None:
    knowledge = tools.knowledge
    known = {*knowledge.calendars, *(name for one in knowledge.calendars.values() for name in one.catalogues)}
    if trade is not None and trade not in known:
        listed = tools.words.listing(sorted(knowledge.calendars), lang)
        print(tools.words.say("calendar_unknown_trade", lang, trade=trade, known=listed), file=sys.stderr)
        raise RefusedError
    return calendar_for(trade, knowledge)


def _as_json(now: Season, lang: str) -> dict[str, Any]:
    running = [
        {
            "id": item.phase.id, "name": item.phase.name[lang], "begins": str(item.span.begins),
            "ends": str(item.span.ends), "buyer": item.phase.buyer[lang], "us": item.phase.us[lang],
        }
        for item in now.running
    ]  # fmt: skip
    coming = [_coming(item, now, lang) for item in now.coming]
    return {"calendar": now.calendar.id, "day": str(now.today), "running": running, "coming": coming}


def _coming(item: Coming, now: Season, lang: str) -> dict[str, Any]:
    rule = f"calendars/{now.calendar.id}.{item.what.id}"
    actions = [{"id": one.id, "do": one.do[lang], "rule": f"{rule}.{one.id}"} for one in item.now]
    following = None
    if item.next_action:
        action, opens = item.next_action
        following = {"id": action.id, "do": action.do[lang], "opens": str(opens)}
    return {
        "id": item.what.id, "name": item.what.name[lang], "begins": str(item.span.begins),
        "ends": str(item.span.ends), "days_left": item.days_left, "weeks_left": item.weeks_left, "now": actions,
        "next_action": following,
    }  # fmt: skip
