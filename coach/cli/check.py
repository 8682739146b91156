"""`coach check [PATH]`: every problem in the methodology, one a line."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from coach.knowledge.check import find_problems
from coach.settings import settings


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("check", help="validate knowledge/: path:line: message 检查知识文件")
    parser.add_argument("path", nargs="?", type=Path, help="the knowledge folder (default: the project's)")
    parser.add_argument("--json", action="store_true", help="one JSON list of {path, line, message}")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the problems; 1 when there are any."""
    problems = find_problems(options.path or settings().knowledge)
    if options.json:
        print(json.dumps([{"path": str(p.path), "line": p.line, "message": p.message} for p in problems]))
    else:
        for problem in problems:
            print(problem)
    return 1 if problems else 0
