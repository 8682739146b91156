"""`coach rehearse SCENARIO --script FILE`: play the seller's lines against the buyer and print the debrief."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coach.cli.drawing import add_picture, write_picture
from coach.cli.tools import RefusedError, checked_tools, print_json, read_text
from coach.context import Tools
from coach.knowledge.rehearsing import NORMAL
from coach.knowledge.words import Words
from coach.rehearsal.debrief import debrief
from coach.rehearsal.page import debrief_page
from coach.rehearsal.step import begin, play_all
from coach.terminal import language
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
    tools, lang = checked_tools(options.lang), options.lang or language()
    lines = _lines(options.script, tools.words, lang)
    if wrong := _wrong_name(options.scenario, options.level, tools, lang):
        print(wrong, file=sys.stderr)
        return 2
    scenario, spoken = tools.knowledge.scenarios[options.scenario], options.lang or language_of("\n".join(lines))
    result = debrief(play_all(begin(scenario, options.level, spoken, today(), tools), lines, tools), tools)
    shown = options.lang or result["lang"]
    if options.iceberg:
        from coach.iceberg.picture import debrief_iceberg

        write_picture(options.iceberg, debrief_iceberg(result, shown, tools), tools.words, shown)
    if options.json:
        print_json(result)
    else:
        print(debrief_page(result, tools, shown))
    return 0


def _wrong_name(scenario: str, level: str, tools: Tools, lang: str) -> str:
    """Say which scenarios or levels there are when the one that is named is none, else ""."""
    scenarios = sorted(tools.knowledge.scenarios)
    levels = [difficulty.id for difficulty in tools.knowledge.rehearsing.difficulties]
    if scenario not in scenarios:
        return tools.words.say("script_no_scenario", lang, name=scenario, known=", ".join(scenarios))
    if level not in levels:
        return tools.words.say("script_no_level", lang, name=level, known=", ".join(levels))
    return ""


def _lines(path: Path, words: Words, lang: str) -> list[str]:
    """Return the lines of a script without empty ones. Raises RefusedError for an overlong one."""
    lines = [line.strip() for line in read_text(path, words, lang).splitlines()]
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            said = words.say("script_long_line", lang, count=f"{len(line):,}", most=f"{MAX_LINE:,}")
            print(f"{path}:{number}: {said}", file=sys.stderr)
            raise RefusedError
    return [whole_characters(line) for line in lines if line]
