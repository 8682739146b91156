"""A picture asked for on the command line: where it goes, as SVG or PNG, and that it is there."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coach.cli.tools import file_of_kind
from coach.knowledge.words import Words
from coach.pictures.png import WIDTH, png
from coach.progress.private import write_private

ENDINGS = (".svg", ".png")


def add_picture(parser: argparse.ArgumentParser, option: str, what: str) -> None:
    """Add an option that takes the file for a picture; its help tells `what` is drawn."""
    parser.add_argument(option, type=_path, metavar="FILE", help=f"{what} (.svg or .png)")


def _path(name: str) -> Path:
    return file_of_kind(name, ENDINGS)


def write_picture(path: Path, svg: str, words: Words, lang: str) -> None:
    """Write the picture so that only the user can read it, and say where it is. Raises OSError."""
    write_private(path, png(svg, WIDTH) if path.suffix.lower() == ".png" else svg)
    print(words.say("picture_in", lang, path=path), file=sys.stderr)
