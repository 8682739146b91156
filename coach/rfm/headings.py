"""Which column of a table holds what, by its headings in either language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coach.knowledge.ranking import OrderReading

NEEDED = ("customer", "day", "amount")
SEARCHED = 20  # lines: a title or remarks may stand above the headings
_BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")


@dataclass(frozen=True)
class Headings:
    """The row of the headings (from 0), the place of each column, and what the amount's own heading states."""

    row: int
    places: Mapping[str, int]
    names: tuple[str, ...]
    currency: str | None = None
    unit: int = 1

    @property
    def missing(self) -> list[str]:
        return [column for column in NEEDED if column not in self.places]


def find_headings(lines: Sequence[Sequence[str | None]], reading: OrderReading, given: Mapping[str, str]) -> Headings:
    """Return the headings among the first `lines`: the row that names most columns.

    `given` are the user's own headings by column; they go before the known ones.
    """
    found = [_headings(row, cells, reading, given) for row, cells in enumerate(lines[:SEARCHED])]
    if not found:
        return Headings(0, {}, ())
    return max(found, key=lambda headings: (-len(headings.missing), len(headings.places), -headings.row))


def _headings(row: int, cells: Sequence[str | None], reading: OrderReading, given: Mapping[str, str]) -> Headings:
    names = tuple((cell or "").strip() for cell in cells)
    plain = [_plain(name, reading) for name in names]
    full = [_folded(name) for name in names]
    places: dict[str, int] = {}
    for column, known in reading.columns:
        wanted = [_folded(given[column])] if column in given else [_folded(name) for name in known]
        for name in wanted:
            place = next((i for i, has in enumerate(zip(full, plain, strict=True)) if name in has), None)
            if place is not None and place not in places.values():
                places[column] = place
                break
    amount = names[places["amount"]] if "amount" in places else ""
    return Headings(row, places, names, currency_in(amount, reading), _unit_in(amount, reading))


@lru_cache(maxsize=1_000)
def _folded(heading: str) -> str:
    text = unicodedata.normalize("NFKC", heading).casefold()
    return re.sub(r"[\s_\-/:*]+", " ", text).strip()


def _plain(heading: str, reading: OrderReading) -> str:
    """Return a heading without brackets and without the currency that ends it, as in "Amount USD"."""
    text = _folded(_BRACKETS.sub(" ", unicodedata.normalize("NFKC", heading)))
    head, _, tail = text.rpartition(" ")
    return head if head and tail in _spellings(reading) else text


def _spellings(reading: OrderReading) -> dict[str, str]:
    return {spelling: code for code, spellings in reading.currencies.items() for spelling in spellings}


def currency_in(text: str, reading: OrderReading) -> str | None:
    """Return the code of the currency that a heading such as 金额(美元) names."""
    known, folded = _spellings(reading), unicodedata.normalize("NFKC", text).casefold()
    parts = [*re.findall(r"[(\[【〔](.*?)[)\]】〕]", folded), _folded(folded).rpartition(" ")[2]]
    for part in (part.strip().lstrip("".join(reading.units)) for part in parts):
        if part in known:
            return known[part]
    return None


def _unit_in(text: str, reading: OrderReading) -> int:
    """Return the factor of a heading such as 金额(万元)."""
    for part in re.findall(r"[(\[【〔](.*?)[)\]】〕]", unicodedata.normalize("NFKC", text).casefold()):
        for unit in sorted(reading.units, key=len, reverse=True):
            if part.strip().startswith(unit) and not part.strip().isascii():
                return reading.units[unit]
    return 1
