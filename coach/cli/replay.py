"""`coach replay RECEIPT ...`: compute a debrief again and say whether it is identical; `--diff` says what flipped."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from coach.cli.tools import RefusedError, checked_tools, print_json, read_text
from coach.context import Tools
from coach.knowledge.words import Words
from coach.rehearsal.receipt import ReceiptError, read_receipt
from coach.rehearsal.replay import Replay, replay
from coach.review.receipt import REVIEW
from coach.review.replay import replay_review
from coach.settings import settings
from coach.terminal import language


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("replay", help="recompute a debrief from its receipt 用收据重算")
    parser.add_argument("receipts", nargs="*", type=Path, help="receipts or debriefs (default: all that are stored)")
    parser.add_argument("--diff", action="store_true", help="list every verdict that flips, and by which rule")
    parser.add_argument("--json", action="store_true", help="one JSON list")
    parser.add_argument("--lang", choices=("zh", "en"), help="language (default: the locale's)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the outcomes; 1 when one differs, was altered or cannot be read."""
    tools, lang = checked_tools(options.lang), options.lang or language()
    paths = options.receipts or sorted((settings().home / "receipts").rglob("*.json"))
    if not paths:
        print(tools.words.say("replay_none", lang), file=sys.stderr)
        return 0 if not options.receipts else 1
    rows, failed = [], False
    for path in paths:
        try:
            receipt = read_receipt(_json_in(path, tools.words, lang))
            outcome = replay_review(receipt, tools) if receipt.get("kind") == REVIEW else replay(receipt, tools)
        except (RefusedError, ReceiptError) as error:
            failed = True
            if str(error):
                print(f"{path}: {error}", file=sys.stderr)
            continue
        failed |= not (outcome.identical and outcome.intact)
        rows.append({"receipt": str(path), **asdict(outcome)})
        if not options.json:
            _say(path, outcome, options.diff, tools, lang)
    if options.json:
        print_json(rows)
    return 1 if failed else 0


def _json_in(path: Path, words: Words, lang: str) -> Any:
    text = read_text(path, words, lang)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReceiptError(f"not JSON: {error}") from error


def _say(path: Path, outcome: Replay, diff: bool, tools: Tools, lang: str) -> None:
    words = tools.words
    verdict = (
        words.say("replay_identical", lang, score=outcome.score_now)
        if outcome.identical
        else words.say("replay_differs", lang, then=outcome.score_then, now=outcome.score_now)
    )
    same = words.say("replay_knowledge_same" if outcome.same_knowledge else "replay_knowledge_changed", lang)
    print(words.say("replay_verdict", lang, path=path, verdict=verdict, same=same))
    if not outcome.intact:
        print(f"  {words.say('replay_tampered', lang)}")
    for flip in outcome.flips if diff else ():
        what, then, now = flip.what, flip.then, flip.now
        if flip.turn is None:
            print(words.say("replay_flip_whole", lang, what=what, then=then, now=now))
        else:
            print(words.say("replay_flip", lang, number=flip.turn, what=what, then=then, now=now))
