"""`coach import` takes CSV files of a CRM into the account book; `coach crm-export` writes such files."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from coach.cli.book import Desk, add_common, told
from coach.cli.tools import print_json
from coach.crm.export import export
from coach.crm.importing import import_table
from coach.crm.page import as_json, page, problems_page
from coach.crm.read_csv import UnreadableError
from coach.crm.tables import Table, open_table
from coach.today import today

SYSTEMS = ("salesforce", "hubspot", "plain")
QUIET_S = 1.0  # what takes no longer needs no progress


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs to the command line."""
    parser = verbs.add_parser("import", help="take accounts, contacts, deals and orders from CSV files 导入CRM数据")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--system", help=f"{', '.join(SYSTEMS)} or another of knowledge/crm (default: by the header)")
    parser.add_argument("--theirs", action="store_true", help="where both sides changed a field, take the file's")
    add_common(parser)
    parser.set_defaults(run=import_files)
    parser = verbs.add_parser("crm-export", help="write the account book as CSV files for a CRM 导出到CRM")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--system", default="plain", help=f"{', '.join(SYSTEMS)} (default: plain)")
    parser.add_argument("--account", metavar="NAME", help="one account only (default: all of the user's own)")
    add_common(parser, as_json=False)
    parser.set_defaults(run=export_files)


@told
def import_files(options: argparse.Namespace, desk: Desk) -> int:
    """Import each file whole or not at all, accounts before the rest; 1 when a file or a row was left out."""
    if options.system is not None and not _known(options.system, desk):
        return 2
    tables, unread = _open(options, desk)
    results = []
    for table in sorted(tables, key=lambda table: table.order):
        result = import_table(desk.book, table, today(), theirs=options.theirs, progress=Ticker(table.path, desk))
        results.append(result)
        if not options.json:
            print(page(result, desk.lang, desk.knowledge))
        if result.problems:
            print(problems_page(result, desk.lang, desk.knowledge), file=sys.stderr)
    if options.json:
        print_json(as_json(results, desk.lang, desk.knowledge))
    return 1 if unread or any(result.problems for result in results) else 0


def _known(system: str, desk: Desk) -> bool:
    known = sorted({form.system for form in desk.knowledge.crm_forms.values()})
    if system not in known:
        print(desk.words.say("crm_no_system", desk.lang, system=system, known=", ".join(known)), file=sys.stderr)
    return system in known


def _open(options: argparse.Namespace, desk: Desk) -> tuple[list[Table], int]:
    """Return the files that are tables of a known form, and how many are not, which is said."""
    tables, unread = [], 0
    for path in options.files:
        try:
            tables.append(open_table(path, desk.knowledge.crm_forms.values(), options.system))
        except OSError as error:
            unread += 1
            print(f"{path}: {error.strerror}", file=sys.stderr)
        except UnreadableError as error:
            unread += 1
            forms = desk.words.listing([form.name[desk.lang] for form in desk.knowledge.crm_forms.values()], desk.lang)
            text = desk.words.say(f"crm_file_{error.what}", desk.lang, forms=forms)
            print(desk.words.say("crm_line", desk.lang, file=path, line=error.line, text=text), file=sys.stderr)
    return tables, unread


class Ticker:
    """Shows on stderr how far an import is, once it takes longer than a moment."""

    def __init__(self, path: Path, desk: Desk) -> None:
        self._path, self._desk, self._start, self._shown = path, desk, time.monotonic(), -1

    def __call__(self, share: float) -> None:
        """Show the share that is done, at each further percent."""
        percent = int(share * 100)
        if percent > self._shown and time.monotonic() - self._start > QUIET_S:
            self._shown = percent
            said = self._desk.words.say("crm_progress", self._desk.lang, file=self._path.name, percent=percent)
            end = "\n" if share >= 1 else "\r"
            print(said, file=sys.stderr, end=end, flush=True)


@told
def export_files(options: argparse.Namespace, desk: Desk) -> int:
    """Write the files and name each."""
    if not _known(options.system, desk):
        return 2
    account = desk.account(options.account).id if options.account else None
    forms = [form for form in desk.knowledge.crm_forms.values() if form.system == options.system]
    names = frozenset(str(name) for name in desk.knowledge.word_lists["surnames"].words.zh)
    written = export(desk.book, options.folder, forms, names, desk.lang, account)
    for path, count in written.items():
        print(desk.words.say("crm_exported", desk.lang, path=path, count=count))
    return 0
