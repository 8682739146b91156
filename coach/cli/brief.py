"""`coach brief`: the one page to read before a visit, as text, JSON or a file (Markdown, HTML, PDF, .ics)."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from datetime import datetime, timezone
from pathlib import Path

from coach.accounts.book import AccountBook
from coach.accounts.errors import BookError
from coach.accounts.open import book_of
from coach.accounts.records import Account, Dossier, Visit
from coach.accounts.say import trouble
from coach.brief.brief import Brief, brief, next_visit
from coach.brief.markdown import markdown
from coach.brief.write import FORMS, written
from coach.cli.tools import RefusedError, checked_tools, print_json, today
from coach.context import Tools
from coach.progress.private import write_private
from coach.settings import settings
from coach.terminal import language, user


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("brief", help="the one page before a visit 拜访一页纸")
    parser.add_argument("account", metavar="ACCOUNT", help="its name or part of it, also pinyin initials")
    parser.add_argument(
        "--out", type=Path, action="append", default=[], metavar="FILE", help="also write .md .html .pdf or .ics"
    )
    parser.add_argument("--visit", metavar="YYYY-MM-DDTHH:MM", help="when the visit is (default: the next one planned)")
    parser.add_argument("--asof", metavar="DATE", help="the day for which it is written (default: today)")
    parser.add_argument("--user", help="whose account book (default: that of the chat in this terminal)")
    parser.add_argument("--lang", choices=("zh", "en"), help="language (default: the locale's)")
    parser.add_argument("--json", action="store_true", help="as one JSON value")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the brief and write the files; 1 when the account is not found or a file cannot be written."""
    lang = options.lang or language()
    if unknown := [path for path in options.out if path.suffix.lower() not in FORMS]:
        print(f"{unknown[0]}: {', '.join(FORMS)}", file=sys.stderr)
        return 2
    try:
        asof = today(options.asof)
        planned = datetime.fromisoformat(options.visit) if options.visit else None
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        tools = checked_tools()
    except RefusedError:
        return 1
    try:
        book = book_of(options.user or user(), settings().home)
        account = the_account(book, options.account, lang, tools)
        if account is None:
            return 1
        dossier = book.dossier(account.id)
    except BookError as error:
        print(trouble(error, lang, tools.words), file=sys.stderr)
        return 1
    visit = _planned(planned, account) if planned else next_visit(dossier, asof)
    page = brief(dossier, visit, asof, lang, tools)
    failed = _write(options.out, page, dossier, visit, tools)
    print_json(as_json(page, visit)) if options.json else print(markdown(page), end="")
    return 1 if failed else 0


def _write(paths: list[Path], page: Brief, dossier: Dossier, visit: Visit | None, tools: Tools) -> bool:
    """Write the files and say where they are; return whether one could not be written."""
    failed = False
    for path in paths:
        try:
            write_private(path, written(page, path.suffix.lower(), dossier, visit, datetime.now(timezone.utc), tools))
            print(tools.words.say("brief_written", page.lang, path=path), file=sys.stderr)
        except ValueError:
            print(tools.words.say("brief_no_visit", page.lang, path=path), file=sys.stderr)
            failed = True
        except OSError as error:
            print(f"{path}: {error.strerror}", file=sys.stderr)
            failed = True
    return failed


def the_account(book: AccountBook, name: str, lang: str, tools: Tools) -> Account | None:
    """Return the account that `name` means; None after saying that none or several fit. Raises BookError."""
    exact = book.named(name)
    fitting = [exact] if exact else book.find(name)
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        print(tools.words.say("book_not_found", lang, name=name), file=sys.stderr)
    else:
        names = tools.words.listing([account.name for account in fitting], lang)
        print(tools.words.say("account_which", lang, accounts=names), file=sys.stderr)
    return None


def _planned(starts: datetime, account: Account) -> Visit:
    return Visit(starts.isoformat(timespec="minutes"), id=f"{account.id}-{starts:%Y%m%d%H%M}", account=account.id)


def as_json(page: Brief, visit: Visit | None) -> dict[str, object]:
    """Return the brief as plain JSON."""
    return {**asdict(page), "visit": asdict(visit) if visit else None}
