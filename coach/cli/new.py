"""`coach new scenario|catalogue|product NAME`: files of the methodology from a worked example, to be changed."""

from __future__ import annotations

import argparse
import sys

from coach.knowledge.load import KnowledgeError, load
from coach.knowledge.new import KINDS, BadNameError, TakenError, new, write_new
from coach.knowledge.telling import teller
from coach.settings import settings
from coach.terminal import language


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser(
        "new", help="write a new scenario, catalogue or product from a template 新建演练场景、产品目录或产品"
    )
    parser.add_argument("what", choices=tuple(KINDS))
    parser.add_argument(
        "name", metavar="NAME", help="lower-case letters, digits, underscores; of a product CATALOGUE/NAME"
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="language of what is said (default: the locale's)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files and say what comes next; 1 when they exist or cannot be written, 2 for a bad name."""
    lang, root = options.lang or language(), settings().knowledge
    try:
        knowledge = load(root)
    except KnowledgeError as error:
        print(teller(lang, root).lines(error.problems), file=sys.stderr)
        return 1
    words = knowledge.words
    try:
        made = new(options.what, options.name, knowledge)
    except BadNameError:
        print(words.say("new_bad_name", lang, name=options.name), file=sys.stderr)
        return 2
    place = root / made.place
    try:
        write_new(made, knowledge)
    except TakenError:
        print(words.say("new_exists", lang, path=place), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{place}: {error.strerror}", file=sys.stderr)
        return 1
    print(words.say(f"new_written_{options.what}", lang, path=place, name=options.name))
    return 0
