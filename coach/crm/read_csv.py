"""A CSV file as rows with their line numbers, whatever its encoding and separator."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from coach.text.decode import text_of

SEPARATORS = ",;\t"
_END = "\x1e"  # a row of its own behind the last one, unless a quotation mark is still open there
LARGEST_CELL = 1_000_000  # characters; a quotation mark that is never closed would swallow the rest of the file


class UnreadableError(Exception):
    """The file cannot be read as a table; `what` names the sentence crm_file_<what> that says so, `line` where."""

    def __init__(self, what: str, line: int = 1) -> None:
        self.what, self.line = what, line
        super().__init__(f"line {line}: {what}")


@dataclass(frozen=True)
class Row:
    """The cells of a row and the line of the file on which it begins."""

    line: int
    cells: tuple[str, ...]


def decoded(raw: bytes) -> str:
    """Return the text of a table. Raises UnreadableError when it is none."""
    text = text_of(raw)
    if text is None:
        raise UnreadableError("not_text")
    return text


def rows_of(text: str) -> Iterator[Row]:
    """Yield the rows that are not empty. Raises UnreadableError at a row that cannot be read."""
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(f"{text.replace(_END, ' ')}\n{_END}", newline=""), delimiter=separator_of(text))
    line = 1
    try:
        for cells in reader:
            if cells == [_END]:
                return
            if cells and cells[-1].endswith(_END):
                raise UnreadableError("broken_row", line)
            stripped = tuple(cell.strip() for cell in cells)
            if any(stripped):
                yield Row(line, stripped)
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableError("broken_row", line) from error


def separator_of(text: str) -> str:
    """Return the separator that stands most often, outside quotation marks, in the first line with any."""
    for line in text.splitlines()[:20]:
        bare = "".join(line.split('"')[::2])
        counts = {separator: bare.count(separator) for separator in SEPARATORS}
        best = max(counts, key=lambda separator: counts[separator])
        if counts[best]:
            return best
    return ","
