"""`coach export ACCOUNT`: everything that is kept on an account or a contact, as JSON or CSV."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coach.cli.book import Desk, add_common, told
from coach.privacy.stored import stored_conversations
from coach.settings import settings


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("export", help="all that is kept on an account or contact 导出客户或联系人的全部记录")
    parser.add_argument("account", metavar="ACCOUNT", help="the account's name")
    parser.add_argument("--contact", metavar="NAME", help="only this contact")
    parser.add_argument("--out", type=Path, metavar="FOLDER|FILE", help="FILE.json, FILE.zip, or a folder of CSV files")
    add_common(parser)
    parser.set_defaults(run=run)


@told
def run(options: argparse.Namespace, desk: Desk) -> int:
    """Print or write the export; 1 when there is no such account or it cannot be read or written."""
    from coach.privacy.export import export
    from coach.privacy.tables_out import as_json, write_export

    home = settings().home
    value = export(desk.book, options.account, options.contact, home=home, conversations=stored_conversations(home))
    if options.out:
        write_export(value, options.out)
        print(desk.words.say("export_written", desk.lang, path=options.out), file=sys.stderr)
    if options.json or not options.out:
        sys.stdout.write(as_json(value))
    return 0
