"""Read a table (CSV): a column for the speaker, one for the words, perhaps one for the time."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from coach.knowledge.reviewing import Columns
from coach.review.times import seconds_of
from coach.review.utterance import Fault, Transcript, Utterance

DELIMITERS = (",", ";", "\t", "，")
Places = dict[str, int]  # which column holds what


def read_table(text: str, columns: Columns) -> Transcript:
    """Return the transcript in a table. Its first line names the columns, in either language."""
    text = text.lstrip("\ufeff")
    found = Transcript()
    for delimiter in DELIMITERS:
        places = header_places(text.split("\n", 1)[0], delimiter, columns)
        if places is not None:
            _read_rows(text, delimiter, places, found)
            return found
    found.faults.append(Fault(1, "no_header", text.split("\n", 1)[0].strip()[:60]))
    return found


def header_places(line: str, delimiter: str, columns: Columns) -> Places | None:
    """Return the places of the columns that the first line names; None without speaker or words."""
    names = [name.strip().strip('"').strip().casefold().replace("_", " ") for name in line.split(delimiter)]
    places: Places = {}
    for what in ("speaker", "text", "start"):
        known = {name.casefold() for name in getattr(columns, what)}
        place = next((i for i, name in enumerate(names) if name in known and i not in places.values()), None)
        if place is not None:
            places[what] = place
    return places if {"speaker", "text"} <= set(places) else None


def _read_rows(text: str, delimiter: str, places: Places, found: Transcript) -> None:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    next(rows)
    while True:
        line = rows.line_num + 1  # a quoted cell may hold several lines: the row begins here
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            found.faults.append(Fault(line, "bad_row", str(error)))
            continue
        if any(cell.strip() for cell in row):
            _add(row, line, places, found)


def _add(row: Sequence[str], line: int, places: Places, found: Transcript) -> None:
    cells = {what: row[place].strip() if place < len(row) else "" for what, place in places.items()}
    if not cells["speaker"] or not cells["text"]:
        kind = "no_words" if cells["speaker"] else "no_cell"
        found.faults.append(Fault(line, kind, cells["speaker"] or cells["text"][:60]))
        return
    start = seconds_of(cells.get("start", ""))
    if start is None and cells.get("start"):
        found.faults.append(Fault(line, "bad_time", cells["start"][:60]))
    words = " ".join(cells["text"].split())
    found.utterances.append(Utterance(" ".join(cells["speaker"].split()), words, start, line))
