"""`coach rehearse SCENARIO --script FILE`: play the seller's lines against the buyer and print the debrief."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from coach.cli.drawing import picture_path, write_picture
from coach.cli.tools import RefusedError, checked_tools, print_json, read_text, today
from coach.context import Tools
from coach.knowledge.rehearsing import NORMAL
from coach.rehearsal.debrief import debrief
from coach.rehearsal.page import debrief_page
from coach.rehearsal.scene import difficulty
from coach.rehearsal.step import begin, play_all
from coach.text.language import language_of
from coach.text.normalize import whole_characters

MAX_LINE = 2000  # characters: more is a pasted document, not a line


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("rehearse", help="play a script against a buyer, print the debrief 用脚本演练")
    parser.add_argument("scenario", help="the name of a file in knowledge/scenarios")
    parser.add_argument("--script", required=True, type=Path, help="the seller's lines, one a line")
    parser.add_argument("--level", default=NORMAL, help="easy, normal or hard")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the buyer's opening (default: the script's)")
    parser.add_argument("--json", action="store_true", help="the debrief as one JSON value")
    parser.add_argument(
        "--iceberg", type=picture_path, metavar="FILE", help="draw which needs were found (.svg or .png)"
    )
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
    if options.iceberg and not _draw(options.iceberg, result, options.lang or result["lang"], tools):
        return 1
    if options.json:
        print_json(result)
    else:
        print(debrief_page(result, tools, options.lang or result["lang"]))
    return 0


def _draw(path: Path, result: dict[str, Any], lang: str, tools: Tools) -> bool:
    """Draw the iceberg; say so, or why not."""
    from coach.iceberg.picture import debrief_iceberg

    try:
        write_picture(path, debrief_iceberg(result, lang, tools))
    except OSError as error:
        print(f"{path}: {error.strerror or error}", file=sys.stderr)
        return False
    print(tools.words.say("brief_written", lang, path=path), file=sys.stderr)
    return True


def script_lines(path: Path) -> list[str]:
    """Return the lines of a script without empty ones. Raises RefusedError for an overlong one."""
    lines = [line.strip() for line in read_text(path).splitlines()]
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            print(f"{path}:{number}: {len(line):,} characters; a line may have {MAX_LINE:,}", file=sys.stderr)
            raise RefusedError
    return [whole_characters(line) for line in lines if line]
