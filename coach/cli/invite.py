"""`coach invite`: links with which a small team signs in; list them, or take one back."""

from __future__ import annotations

import argparse
import os
import sys
import time
from datetime import datetime

from coach.cli.tools import checked_knowledge, print_json
from coach.knowledge.words import Words
from coach.settings import settings
from coach.sign_in.invites import LONGEST_DAYS, BadNameError, Invite, Invites
from coach.sign_in.sessions import Sessions
from coach.sign_in.table import DamagedTableError
from coach.terminal import language

HERE = "http://127.0.0.1:5005"


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("invite", help="links with which a small team signs in 邀请链接")
    parser.add_argument("who", nargs="?", metavar="NAME_OR_EMAIL", help="whom to invite")
    parser.add_argument("--manager", action="store_true", help="may edit the methodology and see shared results")
    parser.add_argument("--days", type=_days, default=7, help="how long the link works (default %(default)s)")
    parser.add_argument("--url", help=f"address of the server (default: COACH_PUBLIC_URL, else {HERE})")
    parser.add_argument("--list", action="store_true", help="list the invites")
    parser.add_argument("--revoke", metavar="NAME_OR_EMAIL", help="end a link and all sessions of the person")
    parser.add_argument("--json", action="store_true", help="one JSON value")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of messages (default: the locale's)")
    parser.set_defaults(run=run, usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Do the one thing asked for; 1 when it cannot be done, 2 when it is not one thing."""
    if sum((options.who is not None, options.list, options.revoke is not None)) != 1:
        options.usage("give a name or an e-mail address, or --list, or --revoke NAME_OR_EMAIL")
    lang = options.lang or language()
    try:
        words = checked_knowledge(options.lang).words
        return _do(options, words, lang)
    except BadNameError as error:
        print(words.say("invite_bad_name", lang, who=str(error)), file=sys.stderr)
    except DamagedTableError as error:
        print(words.say("invite_damaged", lang, path=error.path), file=sys.stderr)
    return 1


def _do(options: argparse.Namespace, words: Words, lang: str) -> int:
    invites = Invites(settings().home)
    if options.list:
        return _list(invites.all(), options.json, words, lang)
    if options.revoke is not None:
        return _revoke(invites, options, words, lang)
    new, secret = invites.invite(options.who, manager=options.manager, days=options.days, now=time.time())
    base = (options.url or os.environ.get("COACH_PUBLIC_URL") or HERE).rstrip("/")
    link = f"{base}/sign_in#{secret}"
    print(words.say("invite_made", lang, name=new.name, until=_when(new.until)), file=sys.stderr)
    if base == HERE:
        print(words.say("invite_here_only", lang), file=sys.stderr)
    if os.environ.get("COACH_SIGN_IN") != "invite":
        print(words.say("invite_not_on", lang), file=sys.stderr)
    if options.json:
        print_json({"link": link, **_shown(new)})
    else:
        print(link)
    return 0


def _list(found: list[Invite], as_json: bool, words: Words, lang: str) -> int:
    if as_json:
        print_json([_shown(invite) for invite in found])
    elif not found:
        print(words.say("invite_none", lang))
    for invite in [] if as_json else found:
        role = words.say("invite_manager" if invite.manager else "invite_salesperson", lang)
        used = (
            words.say("invite_used", lang, at=_when(invite.used)) if invite.used else words.say("invite_unused", lang)
        )
        good = invite.until > time.time()
        ends = words.say("invite_until" if good else "invite_ended", lang, at=_when(invite.until))
        print(words.say("invite_row", lang, name=invite.name, role=role, until=ends, used=used))
    return 0


def _revoke(invites: Invites, options: argparse.Namespace, words: Words, lang: str) -> int:
    """End the link and the sessions; somebody with a company account has sessions only."""
    gone = invites.revoke(options.revoke)
    user = gone.user if gone else options.revoke.strip()
    sessions = Sessions(settings().home).end_all(user)
    if options.json:
        print_json({"user": user, "invite": gone is not None, "sessions": sessions})
    if gone is None and not sessions:
        print(words.say("invite_unknown", lang, who=options.revoke), file=sys.stderr)
        return 1
    if not options.json:
        print(words.say("invite_revoked", lang, name=gone.name if gone else user, sessions=sessions))
    return 0


def _shown(invite: Invite) -> dict[str, object]:
    """Return what may be told of an invite: the hash of its secret stays in its file."""
    return {
        "user": invite.user, "name": invite.name, "manager": invite.manager, "until": _when(invite.until),
        "used": _when(invite.used) if invite.used else None, "ended": invite.until <= time.time(),
    }  # fmt: skip


def _when(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).strftime("%Y-%m-%d %H:%M")


def _days(given: str) -> int:
    if not (given.isascii() and given.isdigit() and 1 <= int(given[:9]) <= LONGEST_DAYS):
        raise argparse.ArgumentTypeError(f"a number of days from 1 to {LONGEST_DAYS}")
    return int(given)
