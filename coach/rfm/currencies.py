"""Amounts in several currencies: which one is ranked in, what is converted, what is left out. Never added silently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from coach.knowledge.ranking import OrderReading
from coach.rfm.orders import Note


@dataclass(frozen=True)
class Wanted:
    """What the user wants: `rates` by code, `currency` to rank in; `usual` is that of the preset."""

    rates: Mapping[str, float]
    currency: str | None = None
    usual: str | None = None


@dataclass(frozen=True)
class Choice:
    """The currency to rank in, and by what the amounts of each usable currency are multiplied."""

    currency: str | None
    factors: Mapping[str, float]
    notes: tuple[Note, ...]


def codes_of(cells: pl.Series, reading: OrderReading) -> pl.Series:
    """Return the code that each cell of a currency column means; "" for what is none, null for nothing."""
    known = {spelling: code for code, names in reading.currencies.items() for spelling in names}

    def code(text: str) -> str | None:
        plain = unicodedata.normalize("NFKC", text).strip()
        return (
            known.get(plain.casefold(), plain.upper() if re.fullmatch(r"[A-Za-z]{3}", plain) else "") if plain else None
        )

    found = {text: code(text) for text in cells.drop_nulls().unique()}
    return cells.replace_strict(found, default=None, return_dtype=pl.String) if found else cells.cast(pl.String)


def choose(counts: Mapping[str, int], unstated: int, wanted: Wanted) -> Choice:
    """Return the choice for `counts` orders by currency and `unstated` orders without any.

    The currency asked for; else the most frequent that has no rate; else the preset's; else the most frequent.
    """
    if not counts:
        return Choice(wanted.currency, {}, (Note("no_currency"),))
    frequent = sorted(counts, key=lambda code: (-counts[code], code))
    without = [code for code in frequent if code not in wanted.rates]
    base = wanted.currency or next(iter(without), None) or wanted.usual or frequent[0]
    own = wanted.rates.get(base, 1.0)
    factors = {base: 1.0} | {
        code: wanted.rates[code] / own for code in frequent if code in wanted.rates and code != base
    }
    converted = [code for code in frequent if code in factors and code != base]
    left = [code for code in frequent if code not in factors]
    notes = [Note("currency", counts.get(base, 0), (base,))]
    notes += [Note("converted", counts[code], (code, f"{factors[code]:g}", base)) for code in converted]
    notes += [Note("left_out", counts[code], (code, base)) for code in left]
    notes += [Note("unstated", unstated, (base,))] if unstated else []
    return Choice(base, factors, tuple(notes))
