"""`coach brief`: the one page to read before a visit, as text, JSON or a file (Markdown, HTML, PDF, .ics)."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime, timezone
from pathlib import Path

from coach.accounts.records import PLANNED, Dossier, Visit
from coach.brief.brief import Brief, as_json, brief, next_visit
from coach.brief.markdown import markdown
from coach.brief.write import FORMS, written
from coach.cli.book import Desk, add_common, told
from coach.cli.tools import add_day, file_of_kind, print_json
from coach.context import Tools, build_tools
from coach.progress.private import write_private
from coach.settings import settings
from coach.today import today


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("brief", help="the one page before a visit 拜访一页纸")
    parser.add_argument("account", metavar="ACCOUNT", help="its name or part of it, also pinyin initials")
    parser.add_argument(
        "--out", type=_file, action="append", default=[], metavar="FILE", help=f"also write it: {', '.join(FORMS)}"
    )
    parser.add_argument(
        "--visit", type=datetime.fromisoformat, metavar="2026-12-03T10:00", help="when (default: the next one planned)"
    )
    add_day(parser, "--asof", "the day for which it is written")
    add_common(parser)
    parser.set_defaults(run=run)


def _file(name: str) -> Path:
    return file_of_kind(name, FORMS)


@told
def run(options: argparse.Namespace, desk: Desk) -> int:
    """Print the brief and write the files; 1 when the account is not found or a file cannot be written."""
    tools = build_tools(desk.knowledge, settings().cache)
    account = desk.account(options.account)
    dossier = desk.book.dossier(account.id)
    asof = options.asof or today()
    visit = _visit_at(options.visit, dossier) if options.visit else next_visit(dossier, asof)
    page = brief(dossier, visit, asof, desk.lang, tools)
    failed = _write(options.out, page, dossier, visit, tools)
    if options.json:
        print_json(as_json(page, visit))
    else:
        print(markdown(page), end="")
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


def _visit_at(starts: datetime, dossier: Dossier) -> Visit:
    """Return the planned visit of this time, else one that is not in the book."""
    account, local = dossier.account, starts.replace(tzinfo=None)
    for visit in dossier.visits:
        if visit.state == PLANNED and datetime.fromisoformat(visit.starts).replace(tzinfo=None) == local:
            return visit
    return Visit(starts.isoformat(timespec="minutes"), id=f"{account.id}-{starts:%Y%m%d%H%M}", account=account.id)
