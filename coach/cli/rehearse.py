"""`coach rehearse SCENARIO --script FILE`: play the seller's lines against the buyer and print the debrief."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coach.cli.drawing import add_picture, write_picture
from coach.cli.tools import RefusedError, checked_tools, print_json, read_text
from coach.knowledge.rehearsing import NORMAL
from coach.rehearsal.debrief import debrief
from coach.rehearsal.page import debrief_page
from coach.rehearsal.scene import difficulty
from coach.rehearsal.step import begin, play_all
from coach.text.language import language_of
from coach.text.normalize import whole_characters
from coach.today import today

MAX_LINE = 2000  # characters: more is a pasted document, not a line


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("rehearse", help="play a script against a buyer, print the debrief 用脚本演练")
    parser.add_argument("scenario", help="the name of a file in knowledge/scenarios")
    parser.add_argument("--script", required=True, type=Path, help="the seller's lines, one a line")
    parser.add_argument("--level", default=NORMAL, help="easy, normal or hard")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the buyer's opening (default: the script's)")
    parser.add_argument("--json", action="store_true", help="the debrief as one JSON value")
    add_picture(parser, "--iceberg", "draw which needs were found")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the debrief; 1 when the knowledge or the script has a problem, 2 for an unknown scenario or level."""
    tools = checked_tools(options.lang)
    lines = script_lines(options.script)
    scenario = tools.knowledge.scenarios.get(options.scenario)
    if scenario is None:
        known = ", ".join(sorted(tools.knowledge.scenarios))
        print(f"there is no scenario '{options.scenario}'; there are: {known}", file=sys.stderr)
        return 2
    try:
        difficulty(tools.knowledge.rehearsing, options.level)
    except KeyError:
        known = ", ".join(item.id for item in tools.knowledge.rehearsing.difficulties)
        print(f"there is no level '{options.level}'; there are: {known}", file=sys.stderr)
        return 2
    lang = options.lang or language_of("\n".join(lines))
    result = debrief(play_all(begin(scenario, options.level, lang, today(), tools), lines, tools), tools)
    lang = options.lang or result["lang"]
    if options.iceberg:
        from coach.iceberg.picture import debrief_iceberg

        write_picture(options.iceberg, debrief_iceberg(result, lang, tools), tools.words, lang)
    if options.json:
        print_json(result)
    else:
        print(debrief_page(result, tools, lang))
    return 0


def script_lines(path: Path) -> list[str]:
    """Return the lines of a script without empty ones. Raises RefusedError for an overlong one."""
    lines = [line.strip() for line in read_text(path).splitlines()]
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            print(f"{path}:{number}: {len(line):,} characters; a line may have {MAX_LINE:,}", file=sys.stderr)
            raise RefusedError
    return [whole_characters(line) for line in lines if line]
