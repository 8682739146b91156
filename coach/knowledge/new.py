"""New files of the methodology, each a worked example to be changed: a scenario, a catalogue, one more product."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coach.knowledge.load import Knowledge
from coach.whole_file import write_whole

TEMPLATES = Path(__file__).parent / "templates"
SCENARIOS, PRODUCTS = "scenarios", "products"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")


class BadNameError(ValueError):
    """A name that a new file cannot have."""


class TakenError(ValueError):
    """There is one of that name already."""


@dataclass(frozen=True)
class New:
    """What is to be written: texts by their path below the methodology, the one to begin with first.

    `place`: the file or the folder that must not be there yet.
    """

    place: Path
    texts: dict[Path, str]


def new(kind: str, name: str, knowledge: Knowledge) -> New:
    """Return what a new one of `KINDS` is made of; a product is named "catalogue/product". Raises BadNameError."""
    return KINDS[kind](name, knowledge)


def write_new(made: New, knowledge: Knowledge) -> None:
    """Write the files, all or none, as readable as those that are there. Raises TakenError, OSError."""
    root, alike = knowledge.root, next(iter(knowledge.sources.values())).path
    place = root / made.place
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        place.touch(exist_ok=False) if made.place in made.texts else place.mkdir()
    except FileExistsError:
        raise TakenError(place) from None
    try:
        for path, text in made.texts.items():
            write_whole(root / path, text.encode())
            shutil.copymode(alike, root / path)
        if place.is_dir():
            shutil.copymode(alike.parent, place)
    except OSError:
        shutil.rmtree(place) if place.is_dir() else place.unlink()
        raise


def scenario_text(name: str, order: int) -> str:
    """Return the worked example of a scenario under that name, at that place in the library."""
    return _filled("scenario", {r"id: new_scenario": f"id: {name}", r"order: \d+": f"order: {order}"})


def _scenario(name: str, knowledge: Knowledge) -> New:
    place = Path(SCENARIOS, f"{_plain(name)}.yml")
    order = max((scenario.order for scenario in knowledge.scenarios.values()), default=0) + 1
    return New(place, {place: scenario_text(name, order)})


def _catalogue(name: str, _knowledge: Knowledge) -> New:
    """The frame of a catalogue and its first product."""
    folder = Path(PRODUCTS, _plain(name))
    frame = _filled("catalogue", {r"id: new_catalogue": f"id: {name}"})
    return New(folder, {folder / "catalogue.yml": frame, folder / "first_product.yml": _filled("product", {})})


def _product(name: str, knowledge: Knowledge) -> New:
    catalogue, _, product = name.partition("/")
    folder = Path(PRODUCTS, _plain(catalogue))
    if not (knowledge.root / folder / "catalogue.yml").is_file():  # one just made is not in `knowledge` yet
        raise BadNameError(name)
    place = folder / f"{_plain(product)}.yml"
    return New(place, {place: _filled("product", {r"id: first_product": f"id: {product}"})})


KINDS: dict[str, Callable[[str, Knowledge], New]] = {
    "scenario": _scenario, "catalogue": _catalogue, "product": _product,
}  # fmt: skip


def _plain(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise BadNameError(name)
    return name


def _filled(template: str, lines: dict[str, str]) -> str:
    """Return a template with the beginnings of these lines put in place of those that the patterns match."""
    text = (TEMPLATES / f"{template}.yml").read_text(encoding="utf-8")
    for pattern, line in lines.items():
        text = re.sub(rf"^{pattern}", line, text, count=1, flags=re.MULTILINE)
    return text
