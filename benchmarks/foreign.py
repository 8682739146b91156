"""Measure the form of questions on public corpora that others labelled, by source and half."""

from __future__ import annotations

import csv
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.read.reader import Reader

HALVES = ("seen", "unseen")


@dataclass(frozen=True)
class Corpus:
    """The sentences of one source in one half and how many of them were read as labelled."""

    source: str
    half: str
    right: int
    total: int


def half_of(text: str) -> str:
    """Return the half that a sentence falls into, the same in every run: only errors in `seen` were looked at."""
    return HALVES[zlib.crc32(text.encode("utf-8")) % 2]


def read_corpora(folder: Path, reader: Reader) -> list[Corpus]:
    """Return the figures for every `questions_*.csv` in `folder`. Raises FileNotFoundError when there is none."""
    paths = sorted(folder.glob("questions_*.csv"))
    if not paths:
        raise FileNotFoundError(f"no questions_*.csv in {folder}")
    read: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                right = reader.form(row["text"]).label == row["form"]
                read[row["source"], half_of(row["text"])].append(right)
    return [Corpus(*key, sum(rights), len(rights)) for key, rights in sorted(read.items())]


def section(corpora: Sequence[Corpus]) -> list[str]:
    """Return the lines of the page on `corpora`; none without any."""
    if not corpora:
        return []
    lines = [
        "",
        "## form, public corpora",
        "",
        "Sentences from outside of sales that others labelled as open, closed or no question. The reader is not fitted",
        "on them and no sentence was taken from them. Errors were looked at in the half `seen` alone, while rules and",
        "examples were written. The figures for `unseen` were watched meanwhile, its sentences were not: they are the",
        "ones to trust.",
        "",
        "| corpus | half | sentences | reader |",
        "|---|---|---|---|",
    ]
    for corpus in corpora:
        share = corpus.right / corpus.total
        lines.append(f"| {corpus.source} | {corpus.half} | {corpus.total} | {share:.3f} |")
    return lines
