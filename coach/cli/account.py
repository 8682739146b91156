"""`coach account NAME` shows what is known of an account; its sub-verbs enter something by hand."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from coach.accounts.names import name_key
from coach.accounts.page import AccountPage
from coach.accounts.records import Account, Contact, Dossier, Note, Order, Record, Visit
from coach.accounts.valid import future
from coach.cli.book import Desk, add_common, told
from coach.cli.drawing import add_picture, write_picture
from coach.cli.tools import print_json
from coach.context import build_tools
from coach.settings import settings
from coach.today import today

SHOW = "show"


class _OrShow(argparse._SubParsersAction):
    """Sub-verbs, where anything else is the name of an account to show."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.choices = None  # type: ignore[assignment]  # so that a name is not refused before it comes here

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        """Hand the words to the sub-verb, or to `show` when the first is none."""
        words: Sequence[str] = values if values[0] in self._name_parser_map else [SHOW, *values]
        super().__call__(parser, namespace, list(words), option)


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb and its sub-verbs to the command line."""
    parser = verbs.add_parser("account", help="what is known of an account; enter more by hand 客户档案")
    add_common(parser)
    inside = parser.add_subparsers(
        action=_OrShow, dest="what", required=True, metavar="NAME | add | contact | note | visit | order",
        parser_class=argparse.ArgumentParser,
    )  # fmt: skip
    shown = _sub(inside, SHOW, show, "show the account NAME; the word itself may be left out")
    kind = shown.add_mutually_exclusive_group()
    kind.add_argument("--history", action="store_true", help="each change: when, by whom, what was there before")
    kind.add_argument("--audit", action="store_true", help="shared with whom; who else looked at it or changed it")
    add_picture(shown, "--iceberg", "draw the iceberg of needs")
    added = _sub(inside, "add", add_account, "add an account")
    for name in ("country", "website", "phone", "address", "trade"):
        added.add_argument(f"--{name}", default="")
    added.add_argument("--step", type=int, help="procurement step, 1 to 14")
    person = _sub(inside, "contact", add_contact, "add a contact")
    person.add_argument("person", metavar="PERSON")
    for name in ("title", "email", "phone"):
        person.add_argument(f"--{name}", default="")
    person.add_argument("--influence", type=int, help="1 (little) to 5")
    person.add_argument("--other-name", action="append", default=[], help="may be given several times")
    note = _sub(inside, "note", add_note, "add a note")
    note.add_argument("text", metavar="TEXT")
    note.add_argument("--contact", metavar="PERSON")
    note.add_argument("--day", help="date, such as 2026-12-03 (default: today)")
    visit = _sub(inside, "visit", add_visit, "plan a visit or call")
    visit.add_argument("starts", metavar="START", help="local time, such as 2026-12-03T10:00")
    visit.add_argument("--minutes", type=int, default=60)
    for name in ("zone", "place", "purpose"):
        visit.add_argument(f"--{name}", default="")
    visit.add_argument("--person", action="append", default=[], help="a contact; may be given several times")
    order = _sub(inside, "order", add_order, "note an order; a refund has a negative amount")
    order.add_argument("day", metavar="DAY")
    order.add_argument("amount", metavar="AMOUNT")
    for name in ("currency", "number"):
        order.add_argument(f"--{name}", default="")
    order.add_argument("--margin")


def _sub(inside: Any, name: str, run: Any, text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = inside.add_parser(name, help=text, description=text)
    parser.add_argument("name", metavar="NAME", help="the account")
    add_common(parser, again=True)
    parser.set_defaults(run=run)
    return parser


@told
def show(options: argparse.Namespace, desk: Desk) -> int:
    """Print the page, the history or who saw it."""
    account, page = desk.account(options.name), AccountPage(desk.lang, desk.knowledge)
    if options.history:
        changes, dossier = desk.book.history(account.id), desk.book.dossier(account.id)
        parts = [part for part in vars(dossier).values() if isinstance(part, tuple)]
        now: dict[str, Record] = {account.id: dossier.account, **{r.id: r for part in parts for r in part}}
        print_json([asdict(c) for c in changes]) if options.json else print(page.history(changes, now))
    elif options.audit:
        shares, accesses = desk.book.shares(account.id), desk.book.accesses(account.id)
        found = {"shares": [asdict(s) for s in shares], "accesses": [asdict(a) for a in accesses]}
        print_json(found) if options.json else print(page.audit(shares, accesses))
    else:
        dossier = desk.book.dossier(account.id)
        if options.iceberg:
            write_picture(options.iceberg, _iceberg(dossier, desk), desk.words, desk.lang)
        print_json(asdict(dossier)) if options.json else print(page.dossier(dossier))
    return 0


def _iceberg(dossier: Dossier, desk: Desk) -> str:
    from coach.iceberg.picture import account_iceberg

    return account_iceberg(dossier, today(), desk.lang, build_tools(desk.knowledge, settings().cache))


@told
def add_account(options: argparse.Namespace, desk: Desk) -> int:
    facts = {name: getattr(options, name) for name in ("country", "website", "phone", "address", "trade", "step")}
    return _keep(options, desk, Account(options.name, **facts), options.name)


@told
def add_contact(options: argparse.Namespace, desk: Desk) -> int:
    account = desk.account(options.name)
    person = Contact(
        options.person, tuple(options.other_name), options.title, options.email, options.phone, options.influence,
        account=account.id,
    )  # fmt: skip
    return _keep(options, desk, person, account.name)


@told
def add_note(options: argparse.Namespace, desk: Desk) -> int:
    account = desk.account(options.name)
    contact = _people(desk, account, [options.contact])[0] if options.contact else None
    day = options.day or today().isoformat()
    return _keep(options, desk, Note(options.text, day, contact, account=account.id), account.name)


@told
def add_visit(options: argparse.Namespace, desk: Desk) -> int:
    account = desk.account(options.name)
    people = tuple(_people(desk, account, options.person))
    visit = Visit(
        options.starts, options.zone, options.minutes, options.place, options.purpose, people, account=account.id
    )
    return _keep(options, desk, visit, account.name)


@told
def add_order(options: argparse.Namespace, desk: Desk) -> int:
    account = desk.account(options.name)
    order = Order(
        options.day, options.amount, options.currency, options.margin, options.number, account=account.id
    )  # fmt: skip
    code = _keep(options, desk, order, account.name)
    if future(order, today()):
        print(desk.words.say("account_future_day", desk.lang, day=order.day), file=sys.stderr)
    return code


def _people(desk: Desk, account: Account, names: Sequence[str]) -> list[str]:
    """Return the ids of the account's contacts of these names. Raises RefusedError, after saying who is missing."""
    contacts = desk.book.dossier(account.id).contacts
    known = {name_key(name): person.id for person in contacts for name in (*person.other_names, person.name)}
    for name in names:
        if name_key(name) not in known:
            raise desk.refused(desk.words.say("account_no_person", desk.lang, name=name, account=account.name))
    return [known[name_key(name)] for name in names]


def _keep(options: argparse.Namespace, desk: Desk, record: Record, name: str) -> int:
    [kept] = desk.book.save(record)
    print_json(asdict(kept)) if options.json else print(desk.words.say("account_saved", desk.lang, name=name))
    return 0
