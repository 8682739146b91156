"""A picture asked for on the command line: where it goes, as SVG or PNG."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.pictures.png import png
from coach.progress.private import write_private

WIDTH = 1200  # pixels of a PNG
ENDINGS = (".svg", ".png")


def picture_path(name: str) -> Path:
    """Return the path of a picture. Raises ArgumentTypeError for another ending than .svg or .png."""
    path = Path(name)
    if path.suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError(f"{name}: the ending must be one of {', '.join(ENDINGS)}")
    return path


def write_picture(path: Path, svg: str) -> None:
    """Write the picture so that only the user can read it. Raises OSError."""
    write_private(path, png(svg, WIDTH) if path.suffix.lower() == ".png" else svg)
