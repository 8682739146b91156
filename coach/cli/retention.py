"""`coach retention`: forget what is older than COACH_RETENTION_DAYS."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from coach.cli.tools import checked_tools, print_json
from coach.context import Tools
from coach.privacy.stored import stored_conversations
from coach.settings import BadRetentionError, retention_days, settings
from coach.terminal import language, user
from coach.today import today

if TYPE_CHECKING:
    from coach.privacy.forget import Outcome


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("retention", help="forget what is older than the retention time 删除超过保存期限的记录")
    parser.add_argument("--dry-run", action="store_true", help="only say what would go")
    parser.add_argument("--json", action="store_true", help="the outcome as one JSON value")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of messages (default: the locale's)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Say what goes, and delete it; 1 when something remains or the setting is no number of days."""
    from coach.accounts.errors import BookError
    from coach.accounts.say import trouble

    lang = options.lang or language()
    try:
        tools = checked_tools(options.lang)
        days = retention_days()
    except BadRetentionError as error:
        print(tools.words.say("retention_bad", lang, value=error.value), file=sys.stderr)
        return 1
    if days is None:
        print(tools.words.say("retention_off", lang), file=sys.stderr)
        if options.json:
            print_json({"gone": {}, "done": True, "left": []})
        return 0
    try:
        return _forget(days, options, lang, tools)
    except BookError as error:
        print(trouble(error, lang, tools.words), file=sys.stderr)
        return 1


def _forget(days: int, options: argparse.Namespace, lang: str, tools: Tools) -> int:
    from coach.accounts.open import book_of
    from coach.privacy.retention import carry_out, due
    from coach.privacy.say import due_lines, outcome_lines

    home = settings().home
    book = book_of(user(), home)
    found = due(book.engine, home, days, today())
    named = due_lines(found, lang, tools)
    outcome = carry_out(book, home, found, tools, stored_conversations(home), dry=options.dry_run)
    if options.json:
        print_json({"gone": dict(sorted(outcome.gone.items())), "done": outcome.done, "left": outcome.left})
    else:
        print("\n".join([_said(outcome, found.before, options.dry_run, lang, tools), *named]))
    _, trouble = outcome_lines(outcome, lang, tools)
    for line in trouble:
        print(line, file=sys.stderr)
    return 1 if outcome.left else 0


def _said(outcome: Outcome, day: str, dry_run: bool, lang: str, tools: Tools) -> str:
    from coach.privacy.say import gone_listed

    if not outcome.gone:
        return tools.words.say("retention_none", lang, day=day)
    what = gone_listed(outcome.gone, lang, tools)
    return tools.words.say("retention_would" if dry_run else "retention_done", lang, day=day, what=what)
