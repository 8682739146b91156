"""`coach review FILE`: judge the transcript of a real call with the rubric of the rehearsals."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from time import monotonic

from coach.cli.tools import RefusedError, checked_tools, print_json, read_text, today
from coach.context import Tools
from coach.review.ear import Ear
from coach.review.listen import Progress
from coach.review.page import review_page
from coach.review.picture import picture
from coach.review.problems import fault_words, guess_words, sides_words
from coach.review.read_transcript import read_transcript
from coach.review.result import Json, review
from coach.review.sides import OTHER, SidesError, sides_of
from coach.review.utterance import Transcript
from coach.text.language import language_of

PATIENCE = 1.0  # seconds after which progress is shown
_HEAD = 20_000  # characters that show the language


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("review", help="judge a real call: txt, vtt, srt, csv 复盘真实通话")
    parser.add_argument("file", type=Path, help="the transcript")
    parser.add_argument("--seller", action="append", default=[], metavar="NAME", help="who sells (repeatable)")
    parser.add_argument("--customer", action="append", default=[], metavar="NAME", help="who buys (repeatable)")
    parser.add_argument("--date", help="day of the call, such as 2026-03-02 (default: today)")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the page (default: the transcript's)")
    parser.add_argument("--json", action="store_true", help="the review as one JSON value")
    parser.add_argument("--picture", type=Path, metavar="FILE", help="write questions and needs over time as SVG")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the review; 1 when the transcript has faults (all listed), 2 when there is nothing or nobody to judge."""
    try:
        day = today(options.date)
    except ValueError as error:
        print(f"--date: {error}", file=sys.stderr)
        return 2
    try:
        text = read_text(options.file)
        tools = checked_tools(options.lang)
    except RefusedError:
        return 1
    lang = options.lang or language_of(text[:_HEAD])
    transcript = read_transcript(text, tools.knowledge.reviewing, options.file.suffix.lstrip(".").lower())
    problems = [{"line": f.line, "message": fault_words(f, tools, lang)} for f in transcript.faults]
    for problem in problems:
        print(f"{options.file}:{problem['line']}: {problem['message']}", file=sys.stderr)
    if not transcript.utterances:
        print(f"{options.file}: {tools.words.say('transcript_empty', lang)}", file=sys.stderr)
        return 2
    try:
        result = _judged(transcript, options, tools, lang, day)
    except SidesError as error:
        print(f"{options.file}: {sides_words(error, tools, lang)}", file=sys.stderr)
        return 2
    if options.json:
        print_json({**result, "problems": problems})
    else:
        print(review_page(result, tools, lang))
    drawn = options.picture is None or _draw(options.picture, result, tools, lang)
    return 0 if drawn and not problems else 1


def _judged(transcript: Transcript, options: argparse.Namespace, tools: Tools, lang: str, day: date) -> Json:
    ear = Ear(tools)
    sides = sides_of(transcript.utterances, tools, ear, options.seller, options.customer)
    if guess := guess_words(sides, tools, lang):
        print(guess, file=sys.stderr)
    if left_out := sides.names(OTHER):
        names = tools.words.listing(left_out, lang)
        print(tools.words.say("review_left_out", lang, names=names), file=sys.stderr)
    return review(transcript.utterances, sides, tools, day, lang, ear, _progress(tools, lang))


def _progress(tools: Tools, lang: str) -> Progress:
    """Return what shows the progress, once a second, from the first second on."""
    shown = monotonic()

    def show(done: int, total: int) -> None:
        nonlocal shown
        if monotonic() - shown >= PATIENCE:
            shown = monotonic()
            print(tools.words.say("review_progress", lang, done=done, total=total), file=sys.stderr)

    return show


def _draw(path: Path, result: Json, tools: Tools, lang: str) -> bool:
    try:
        path.write_text(picture(result, tools, lang), encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        print(tools.words.say("review_picture_failed", lang, path=path, reason=reason), file=sys.stderr)
        return False
    print(tools.words.say("review_picture_saved", lang, path=path), file=sys.stderr)
    return True
