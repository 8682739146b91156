"""`coach export ACCOUNT`: everything that is kept on an account or a contact, as JSON or CSV."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coach.cli.tools import RefusedError, checked_tools
from coach.privacy.stored import stored_conversations
from coach.settings import settings
from coach.terminal import language, user


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("export", help="all that is kept on an account or contact 导出客户或联系人的全部记录")
    parser.add_argument("account", metavar="ACCOUNT", help="the account's name")
    parser.add_argument("--contact", metavar="NAME", help="only this contact")
    parser.add_argument("--out", type=Path, metavar="FOLDER|FILE", help="FILE.json, FILE.zip, or a folder of CSV files")
    parser.add_argument("--json", action="store_true", help="one JSON value on stdout (the default without --out)")
    parser.add_argument("--user", help="whose account book (default: that of this terminal)")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of messages (default: the locale's)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print or write the export; 1 when there is no such account or it cannot be read or written."""
    from coach.accounts.errors import BookError
    from coach.accounts.open import book_of
    from coach.accounts.say import trouble
    from coach.privacy.export import export
    from coach.privacy.tables_out import as_json, write_export

    lang, home = options.lang or language(), settings().home
    try:
        words = checked_tools().words
        book = book_of(options.user or user(), home)
        value = export(book, options.account, options.contact, home=home, conversations=stored_conversations(home))
        if options.out:
            write_export(value, options.out)
            print(words.say("export_written", lang, path=options.out), file=sys.stderr)
    except RefusedError:
        return 1
    except BookError as error:
        print(trouble(error, lang, words), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    if options.json or not options.out:
        sys.stdout.write(as_json(value))
    return 0
