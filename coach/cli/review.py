"""`coach review FILE`: judge the transcript of a real call with the rubric of the rehearsals."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from coach.cli.drawing import add_picture, write_picture
from coach.cli.tools import add_day, checked_tools, print_json, read_text
from coach.context import Tools
from coach.review.file import Json, NoTranscriptError, ending_of, review_text
from coach.review.listen import Progress
from coach.review.page import review_page
from coach.review.picture import picture
from coach.terminal import language
from coach.text.language import language_of
from coach.today import today

PATIENCE = 1.0  # seconds after which progress is shown
_HEAD = 20_000  # characters that show the language


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("review", help="judge a real call: txt, vtt, srt, csv 复盘真实通话")
    parser.add_argument("file", type=Path, help="the transcript")
    parser.add_argument("--seller", action="append", default=[], metavar="NAME", help="who sells (repeatable)")
    parser.add_argument("--customer", action="append", default=[], metavar="NAME", help="who buys (repeatable)")
    add_day(parser, "--date", "the day of the call")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the page (default: the transcript's)")
    parser.add_argument("--json", action="store_true", help="the review as one JSON value")
    add_picture(parser, "--picture", "also draw questions and needs over time")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the review; 1 when the transcript has faults (all listed), 2 when there is nothing or nobody to judge."""
    tools = checked_tools(options.lang)
    text = read_text(options.file, tools.words, options.lang or language())
    lang = options.lang or language_of(text[:_HEAD])
    try:
        result = review_text(
            text, ending_of(options.file.name), tools, options.date or today(), lang, _progress(tools, lang),
            sellers=options.seller, customers=options.customer, chat=False,
        )  # fmt: skip
    except NoTranscriptError as error:
        _list(error.problems, options.file)
        print(f"{options.file}: {error.said}", file=sys.stderr)
        return 2
    _list(result["problems"], options.file)
    _tell_sides(result.pop("guess_words"), result["others"], tools, lang)
    if options.json:
        print_json(result)
    else:
        print(review_page(result, tools, lang))
    if options.picture:
        write_picture(options.picture, picture(result, tools, lang), tools.words, lang)
    return 1 if result["problems"] else 0


def _list(problems: Sequence[Json], path: Path) -> None:
    for problem in problems:
        print(f"{path}:{problem['line']}: {problem['message']}", file=sys.stderr)


def _tell_sides(guess: str | None, others: Sequence[str], tools: Tools, lang: str) -> None:
    """Say who was taken for the seller, and who was left out."""
    if guess:
        print(guess, file=sys.stderr)
    if others:
        names = tools.words.listing(list(others), lang)
        print(tools.words.say("review_left_out", lang, names=names), file=sys.stderr)


def _progress(tools: Tools, lang: str) -> Progress:
    """Return what shows the progress, once a second, from the first second on."""
    shown = monotonic()

    def show(done: int, total: int) -> None:
        nonlocal shown
        if monotonic() - shown >= PATIENCE:
            shown = monotonic()
            print(tools.words.say("review_progress", lang, done=done, total=total), file=sys.stderr)

    return show
