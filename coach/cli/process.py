"""`coach process`: where a deal is in the customer's procurement, from sentences, as a page, a picture or JSON."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from coach.cli.drawing import add_picture, write_picture
from coach.cli.tools import RefusedError, checked_tools, print_json, read_text
from coach.context import Tools
from coach.knowledge.buying import STEPS
from coach.process.infer import StepFinding, from_words, step_numbered
from coach.process.page import finding_lines, question_of, step_lines
from coach.process.picture import process_picture
from coach.process.words_of import Said
from coach.terminal import language
from coach.text.normalize import whole_characters
from coach.today import today

_DATED = re.compile(r"\s*(\d{4}-\d\d-\d\d)[\s:：,，]+(.*)")  # a line may begin with the day on which it was said


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("process", help="where a deal is in the customer's procurement 采购流程")
    parser.add_argument("--text", metavar="FILE", default="-", help="sentences, one a line, - for standard input")
    parser.add_argument("--step", type=int, metavar="N", help=f"show step N (1 to {STEPS}) instead")
    add_picture(parser, "--picture", "also draw the steps")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of page and picture (default: the locale's)")
    parser.add_argument("--json", action="store_true", help="the finding as one JSON value")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print where the deal is; 1 when there is no sentence, no such step, or a file cannot be read or written."""
    lang = options.lang or language()
    tools = checked_tools(options.lang)
    found = _found(options, lang, tools)
    if options.json:
        print_json(_as_json(found, lang, tools))
    elif options.step is not None:
        print("\n".join(_chosen(options.step, lang, tools)))
    else:
        print("\n".join(finding_lines(found, today(), lang, tools)))
    if options.picture:
        write_picture(options.picture, process_picture(found, lang, tools), tools.words, lang)
    return 0


def _found(options: argparse.Namespace, lang: str, tools: Tools) -> StepFinding:
    """Return the finding on the text, or the step that was chosen as one that was stated."""
    if options.step is not None:
        if not 1 <= options.step <= STEPS:
            print(tools.words.say("process_bad_step", lang, step=options.step), file=sys.stderr)
            raise RefusedError
        return StepFinding(options.step, True, "stated")
    text = sys.stdin.read() if options.text == "-" else read_text(Path(options.text), tools.words, lang)
    said = sorted(_sentences(text), key=lambda one: one.day)
    if not said:
        print(tools.words.say("process_no_text", lang), file=sys.stderr)
        raise RefusedError
    return from_words(said, tools.steps, tools.knowledge.procurement)


def _sentences(text: str) -> Iterator[Said]:
    for line in whole_characters(text).splitlines():
        dated = _DATED.match(line)
        if dated and _is_day(dated[1]):
            yield Said(dated[2], dated[1])
        elif line.strip():
            yield Said(line.strip(), "")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _chosen(order: int, lang: str, tools: Tools) -> list[str]:
    step = step_numbered(order, tools.knowledge)
    head = tools.words.say("process_step", lang, step=step.order, name=step.name[lang])
    return [head, *step_lines(step, lang, tools)]


def _as_json(found: StepFinding, lang: str, tools: Tools) -> dict[str, Any]:
    value = asdict(found)
    step = step_numbered(found.step, tools.knowledge) if found.step else None
    advice = (
        {
            "name": step.name[lang], "happens": step.happens[lang], "who": step.who, "wrong": step.wrong[lang],
            "do": step.do[lang], "hand_over": step.hand_over[lang],
        }
        if step
        else None
    )  # fmt: skip
    return {**value, "advice": advice, "question": question_of(found, tools, lang)}
