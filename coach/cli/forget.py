"""`coach forget ACCOUNT`: delete an account or a contact for good, wherever the program keeps anything of it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from coach.cli.book import Desk, add_common, told
from coach.cli.tools import print_json
from coach.context import Tools, build_tools
from coach.privacy.stored import stored_conversations
from coach.settings import settings

if TYPE_CHECKING:
    from coach.privacy.forget import Forgetting, Outcome

YES = ("yes", "y", "是", "确定", "好")


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("forget", help="delete an account or contact for good 彻底删除客户或联系人")
    parser.add_argument("account", metavar="ACCOUNT", help="the account's name")
    parser.add_argument("--contact", metavar="NAME", help="only this contact")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    add_common(parser)
    parser.set_defaults(run=run)


@told
def run(options: argparse.Namespace, desk: Desk) -> int:
    """Ask, delete and say what went; 1 when something remains or there is no such account, 2 when nobody agreed."""
    from coach.privacy.forget import forgetting

    home, tools = settings().home, build_tools(desk.knowledge, settings().cache)
    planned = forgetting(desk.book, home, options.account, options.contact, tools, stored_conversations(home))
    if not (options.yes or _agreed(planned, desk.lang, tools)):
        print(desk.words.say("forget_needs_yes", desk.lang), file=sys.stderr)
        return 2
    return tell(planned.carry_out(), options.json, desk.lang, tools)


def _agreed(planned: Forgetting, lang: str, tools: Tools) -> bool:
    from coach.privacy.say import gone_listed

    what = gone_listed(planned.look(), lang, tools)
    print(
        tools.words.say("forget_ask", lang, name=planned.subject.name, what=what), end="", file=sys.stderr, flush=True
    )
    return sys.stdin.readline().strip().lower() in YES


def tell(outcome: Outcome, as_json: bool, lang: str, tools: Tools) -> int:
    """Print the outcome; return 1 when something remains."""
    from coach.privacy.say import outcome_lines

    done, trouble = outcome_lines(outcome, lang, tools)
    if as_json:
        print_json({"gone": dict(sorted(outcome.gone.items())), "done": outcome.done, "left": outcome.left})
    else:
        print("\n".join(done), end="\n" if done else "")
    for line in trouble:
        print(line, file=sys.stderr)
    return 1 if outcome.left else 0
