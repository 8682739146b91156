"""`coach accounts` lists or finds accounts; `coach share` lets another user see one."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from coach.accounts.records import Account
from coach.cli.book import Desk, add_common, told
from coach.cli.tools import print_json


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs to the command line."""
    parser = verbs.add_parser("accounts", help="list accounts, or find them by part of a name or pinyin 客户列表")
    parser.add_argument("part", nargs="?", metavar="PART", help="part of a name, of the account's or a contact's")
    add_common(parser)
    parser.set_defaults(run=list_accounts)
    parser = verbs.add_parser("share", help="let another user see an account 共享客户")
    parser.add_argument("account", metavar="ACCOUNT")
    parser.add_argument("with_user", metavar="USER")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--write", action="store_true", help="also let them change it")
    kind.add_argument("--remove", action="store_true", help="take the share back")
    add_common(parser, as_json=False)
    parser.set_defaults(run=share)


@told
def list_accounts(options: argparse.Namespace, desk: Desk) -> int:
    """Print the accounts, best hit first or by name; 0 also when there is none."""
    found = desk.book.find(options.part) if options.part else desk.book.accounts()
    if options.json:
        print_json([asdict(account) for account in found])
    elif found:
        print("\n".join(_row(account, desk) for account in found))
    elif options.part:
        print(desk.words.say("accounts_no_hit", desk.lang, part=options.part))
    else:
        print(desk.words.say("accounts_none", desk.lang))
    return 0


def _row(account: Account, desk: Desk) -> str:
    words, lang = desk.words, desk.lang
    country = words.say("accounts_country", lang, country=account.country) if account.country else ""
    shared = words.say("accounts_shared", lang, owner=account.owner) if account.owner != desk.user else ""
    return words.say("accounts_row", lang, name=account.name, country=country, shared=shared)


@told
def share(options: argparse.Namespace, desk: Desk) -> int:
    """Give or take the share, and say so."""
    account = desk.account(options.account)
    if options.remove:
        desk.book.unshare(account.id, options.with_user)
        print(desk.words.say("share_taken", desk.lang, name=account.name, user=options.with_user))
        return 0
    desk.book.share(account.id, options.with_user, may_write=options.write)
    right = desk.words.say("page_right_write" if options.write else "page_right_read", desk.lang)
    print(desk.words.say("share_given", desk.lang, name=account.name, user=options.with_user, right=right))
    return 0
