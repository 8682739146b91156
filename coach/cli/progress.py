"""`coach progress`: what a user practised, how it went and what is next, as a page, a picture or JSON."""

from __future__ import annotations

import argparse
import sys

from coach.cli.drawing import add_picture, write_picture
from coach.cli.tools import checked_tools, print_json
from coach.knowledge.words import Words
from coach.progress.page import progress_page
from coach.progress.picture import picture
from coach.progress.store import Results, read
from coach.settings import settings
from coach.terminal import language, user
from coach.today import today


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("progress", help="your results over time and what to practise next 练习进步")
    parser.add_argument("--user", help="whose results (default: those of the chat in this terminal)")
    add_picture(parser, "--picture", "also draw the skills over time")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of page and picture (default: the locale's)")
    parser.add_argument("--json", action="store_true", help="all results as one JSON value")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the results; 1 when they cannot be read, hold damaged lines, or the picture cannot be written."""
    results = read(settings().home, options.user or user())
    if options.json:  # before the knowledge is needed: an export works even when that is broken
        print_json([record.to_json() for record in results.records])
    return _show(results, options)


def _show(results: Results, options: argparse.Namespace) -> int:
    """Print the page or draw the picture, as asked; then list the damaged lines."""
    lang = options.lang or language()
    if options.json and not options.picture and not results.damaged:
        return 0
    tools = checked_tools(options.lang)
    if not options.json:
        print(progress_page(results.records, today(), lang, tools))
    if options.picture:
        write_picture(options.picture, picture(results.records, lang, tools), tools.words, lang)
    return _list_damaged(results, lang, tools.words)


def _list_damaged(results: Results, lang: str, words: Words) -> int:
    for line in results.damaged:
        print(words.say("progress_damaged", lang, path=results.path, line=line), file=sys.stderr)
    return 1 if results.damaged else 0
