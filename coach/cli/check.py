"""`coach check [PATH]`: every problem in the methodology, one a line."""

from __future__ import annotations

import argparse
import json
import sys
import time
from functools import lru_cache
from pathlib import Path
from typing import Any

from coach.context import build_tools
from coach.knowledge.check import check_once
from coach.knowledge.load import KnowledgeError
from coach.knowledge.problem import Problem
from coach.knowledge.telling import Teller, teller
from coach.rehearsal import tried
from coach.settings import settings
from coach.terminal import language

PATIENCE = 1.0  # seconds without a word


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("check", help="validate knowledge/: path:line: message 检查知识文件")
    parser.add_argument("path", nargs="?", type=Path, help="the knowledge folder (default: the project's)")
    parser.add_argument("--json", action="store_true", help="one JSON list of {path, line, kind, message}")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of messages (default: the locale's)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the problems; 1 when there are any."""
    root, lang = options.path or settings().knowledge, options.lang or language()
    problems = _problems(root, settings().cache, lang)
    told = teller(lang, root)
    if options.json:
        print(json.dumps([_row(problem, told) for problem in problems]))
    elif problems:
        print(told.lines(problems))
    return 1 if problems else 0


def _row(problem: Problem, told: Teller) -> dict[str, Any]:
    message = told.message(problem.fault)
    return {"path": str(problem.path), "line": problem.line, "kind": problem.kind, "message": message}


def _problems(root: Path, cache: Path, lang: str) -> list[Problem]:
    """Return what is wrong with the knowledge or, when it is sound, what a perfect seller fails at in its scenarios.

    What did not change since the last check is not looked at again. Says what is done when it takes long.
    """
    try:
        knowledge = check_once(root, cache)
    except KnowledgeError as error:
        return sorted(error.problems)
    tools = lru_cache(maxsize=1)(lambda: build_tools(knowledge, cache))
    started = time.monotonic()

    def progress(name: str) -> None:
        if time.monotonic() - started > PATIENCE:
            print(knowledge.words.say("check_plays", lang, name=name), file=sys.stderr)

    return sorted(tried.problems(knowledge, tools, cache, progress))
