"""`coach new scenario NAME`: a new rehearsal from a worked example, to be changed line by line."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from coach.knowledge.load import KnowledgeError, load
from coach.knowledge.telling import teller
from coach.settings import settings
from coach.terminal import language

TEMPLATE = Path(__file__).parent.parent / "knowledge" / "templates" / "scenario.yml"
FOLDER = "scenarios"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("new", help="write a new scenario from a template 新建演练场景")
    parser.add_argument("what", choices=("scenario",))
    parser.add_argument("name", metavar="NAME", help="name of the file: lower-case letters, digits, underscores")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of what is said (default: the locale's)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file and say what comes next; 1 when it exists or cannot be written, 2 for a bad name."""
    lang, root = options.lang or language(), settings().knowledge
    try:
        knowledge = load(root)
    except KnowledgeError as error:
        print(teller(lang, root).lines(error.problems), file=sys.stderr)
        return 1
    if not scenario_name(options.name):
        print(knowledge.words.say("new_bad_name", lang, name=options.name), file=sys.stderr)
        return 2
    path = root / FOLDER / f"{options.name}.yml"
    order = max((scenario.order for scenario in knowledge.scenarios.values()), default=0) + 1
    try:
        with path.open("x", encoding="utf-8") as file:  # never over a file that is there
            file.write(scenario_text(options.name, order))
    except FileExistsError:
        print(knowledge.words.say("new_exists", lang, path=path), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
        return 1
    print(knowledge.words.say("new_written", lang, path=path, name=options.name))
    return 0


def scenario_name(name: str) -> bool:
    """Say whether a scenario may be called so."""
    return _NAME.fullmatch(name) is not None


def scenario_text(name: str, order: int) -> str:
    """Return the template under that name, at that place in the library."""
    text = TEMPLATE.read_text(encoding="utf-8")
    text = re.sub(r"^id: new_scenario$", f"id: {name}", text, count=1, flags=re.MULTILINE)
    return re.sub(r"^order: \d+$", f"order: {order}", text, count=1, flags=re.MULTILINE)
