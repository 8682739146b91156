"""`coach check [PATH]`: every problem in the methodology, one a line."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from coach.context import build_tools
from coach.knowledge.check import find_problems
from coach.knowledge.load import load
from coach.knowledge.problem import Problem
from coach.rehearsal.unsolved import problems as unsolved
from coach.settings import settings
from coach.terminal import language

PATIENCE = 1.0  # seconds without a word


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("check", help="validate knowledge/: path:line: message 检查知识文件")
    parser.add_argument("path", nargs="?", type=Path, help="the knowledge folder (default: the project's)")
    parser.add_argument("--json", action="store_true", help="one JSON list of {path, line, message}")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the problems; 1 when there are any."""
    root = options.path or settings().knowledge
    problems = find_problems(root) or _played(root)
    if options.json:
        print(json.dumps([{"path": str(p.path), "line": p.line, "message": p.message} for p in problems]))
    else:
        for problem in problems:
            print(problem)
    return 1 if problems else 0


def _played(root: Path) -> list[Problem]:
    """Return what a perfect seller fails at in sound scenarios; say what is done when it takes long."""
    tools = build_tools(load(root), settings().cache)
    started = time.monotonic()

    def progress(name: str) -> None:
        if time.monotonic() - started > PATIENCE:
            print(tools.words.say("check_plays", language(), name=name), file=sys.stderr)

    return sorted(unsolved(tools, progress))
