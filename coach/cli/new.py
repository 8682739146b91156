"""`coach new scenario|catalogue NAME`: a rehearsal or a product catalogue from a worked example, to be changed."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from coach.knowledge.load import KnowledgeError, load
from coach.knowledge.telling import teller
from coach.settings import settings
from coach.terminal import language

TEMPLATES = Path(__file__).parent.parent / "knowledge" / "templates"
FOLDER, PRODUCTS = "scenarios", "products"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
Files = dict[Path, str]  # what to write, by the path below knowledge/


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("new", help="write a new scenario or catalogue from a template 新建演练场景或产品目录")
    parser.add_argument("what", choices=("scenario", "catalogue"))
    parser.add_argument("name", metavar="NAME", help="name of the file: lower-case letters, digits, underscores")
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
    if not plain_name(options.name):
        print(knowledge.words.say("new_bad_name", lang, name=options.name), file=sys.stderr)
        return 2
    if options.what == "scenario":
        order = max((scenario.order for scenario in knowledge.scenarios.values()), default=0) + 1
        path = Path(FOLDER, f"{options.name}.yml")
        place, files = root / path, {path: scenario_text(options.name, order)}
        written = knowledge.words.say("new_written", lang, path=place, name=options.name)
    else:
        place, files = root / PRODUCTS / options.name, catalogue_files(options.name)
        written = knowledge.words.say("new_written_catalogue", lang, path=place)
    try:
        _write(files, root, place)
    except FileExistsError:
        print(knowledge.words.say("new_exists", lang, path=place), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{place}: {error.strerror}", file=sys.stderr)
        return 1
    print(written)
    return 0


def _write(files: Files, root: Path, place: Path) -> None:
    """Write the files, never over one that is there; a folder of their own must be new."""
    if place.suffix != ".yml":
        place.mkdir(parents=True)
    for path, text in files.items():
        with (root / path).open("x", encoding="utf-8") as file:
            file.write(text)


def plain_name(name: str) -> bool:
    """Say whether a scenario or a catalogue may be called so."""
    return _NAME.fullmatch(name) is not None


def scenario_text(name: str, order: int) -> str:
    """Return the template under that name, at that place in the library."""
    return _filled("scenario", {r"id: new_scenario": f"id: {name}", r"order: \d+": f"order: {order}"})


def catalogue_files(name: str) -> Files:
    """Return the frame of a catalogue under that name, and its first product."""
    folder = Path(PRODUCTS, name)
    return {
        folder / "catalogue.yml": _filled("catalogue", {r"id: new_catalogue": f"id: {name}"}),
        folder / "first_product.yml": _filled("product", {}),
    }


def _filled(template: str, lines: dict[str, str]) -> str:
    """Return a template with the beginnings of these lines put in place of those that the patterns match."""
    text = (TEMPLATES / f"{template}.yml").read_text(encoding="utf-8")
    for pattern, line in lines.items():
        text = re.sub(rf"^{pattern}", line, text, count=1, flags=re.MULTILINE)
    return text
