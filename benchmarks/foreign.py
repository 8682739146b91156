"""Measure the form of questions on public corpora that others labelled, by source and half.

People differ on the form too. Somebody who had only our definition labelled one half a second time, so that the page
can say how far two people agree and what the reader makes of the sentences on which they do.
"""

from __future__ import annotations

import csv
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.page import table
from coach.read.reader import Reader

HALVES = ("seen", "unseen")
SECOND = Path(__file__).resolve().parent.parent / "tests" / "heldout" / "second_labels.tsv"


@dataclass(frozen=True)
class Corpus:
    """The sentences of one source in one half and how many of them were read as labelled."""

    source: str
    half: str
    right: int
    total: int


@dataclass(frozen=True)
class Agreement:
    """Sentences with two labels: how often the labels, and the reader with each of them, are the same.

    `agreed` of `total` have the same label twice, `right` of these are read so; `with_first`, `with_second`: how often
    the reader says what the corpus, what the second label says.
    """

    source: str
    total: int
    agreed: int
    right: int
    with_first: int
    with_second: int


def _key(text: str) -> int:
    """The CRC-32 of a sentence: the same in every run."""
    return zlib.crc32(text.encode("utf-8"))


def half_of(text: str) -> str:
    """Return the half that a sentence falls into, the same in every run: only errors in `seen` were looked at."""
    return HALVES[_key(text) % 2]


def read_corpora(folder: Path, reader: Reader) -> list[Corpus]:
    """Return the figures for every `questions_*.csv` in `folder`. Raises FileNotFoundError when there is none."""
    read: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for row in _rows(folder):
        right = reader.form(row["text"]).label == row["form"]
        read[row["source"], half_of(row["text"])].append(right)
    return [Corpus(*key, sum(rights), len(rights)) for key, rights in sorted(read.items())]


def second_labels(path: Path = SECOND) -> dict[str, str]:
    """Return the second labels by the key of the sentence: its CRC-32 as eight hex digits."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["sentence"]: row["form"] for row in csv.DictReader(file, delimiter="\t")}


def agreements(folder: Path, reader: Reader, second: Mapping[str, str]) -> list[Agreement]:
    """Return for each source how far the labels of the corpus, the second ones and the reader agree."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in _rows(folder):
        if label := second.get(f"{_key(row['text']):08x}"):
            found[row["source"]].append((row["form"], label, reader.form(row["text"]).label))
    return [
        Agreement(
            source,
            len(labels),
            sum(first == other for first, other, _ in labels),
            sum(first == other == read for first, other, read in labels),
            sum(first == read for first, _, read in labels),
            sum(other == read for _, other, read in labels),
        )
        for source, labels in sorted(found.items())
    ]


def _rows(folder: Path) -> Iterator[dict[str, str]]:
    """Yield text, form and source. Raises FileNotFoundError when there is no `questions_*.csv`."""
    paths = sorted(folder.glob("questions_*.csv"))
    if not paths:
        raise FileNotFoundError(f"no questions_*.csv in {folder}")
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def second_section(found: Sequence[Agreement]) -> list[str]:
    """Return the lines of the page on sentences that were labelled twice; none without any."""
    if not found:
        return []
    lines = [
        "",
        "Labels differ between people as well. Somebody who had the definition of the form alone, and saw neither the",
        "labels of the corpus nor the reader, labelled the unseen half again. Corpora mark many statements with a",
        'question mark as no question, and many fact questions with "what" as open.',
        "",
    ]
    head = ["corpus, unseen half", "sentences", "both people agree", "reader as the corpus"]
    head += ["reader as the second person", "reader, where both agree"]
    return lines + table(head, [_row(one) for one in found]).splitlines()


def _row(one: Agreement) -> list[str]:
    shares = [f"{share / one.total:.3f}" for share in (one.agreed, one.with_first, one.with_second)]
    return [one.source, str(one.total), *shares, f"{one.right / one.agreed:.3f} of {one.agreed}"]


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
    ]
    rows = [[c.source, c.half, str(c.total), f"{c.right / c.total:.3f}"] for c in corpora]
    return lines + table(["corpus", "half", "sentences", "reader"], rows).splitlines()
