"""Look up features by a hash of their names: nothing is built when a model is loaded, and no name kept in memory.

A hash has 64 bits: that two of a hundred thousand names share one happens in one vocabulary of some billions.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import Protocol

import numpy as np

_STEP = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no bit of a key is lost


@lru_cache(maxsize=20_000)  # most texts are made of the same words
def hash_of(name: str) -> bytes:
    """Return the hash of `name`, the same on every machine."""
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def hashes_of(names: Iterable[str]) -> bytes:
    """Return the hashes of `names`, one behind the other."""
    return b"".join(map(hash_of, names))


def as_keys(hashes: bytes) -> np.ndarray:
    """Return hashes as numbers."""
    return np.frombuffer(hashes, dtype="<u8")


def in_a_row(keys: np.ndarray, longest: int) -> np.ndarray:
    """Return `keys`, those of each two in a row, and so on up to `longest`: made from the single ones, since most rows
    are new and so would have to be hashed."""
    rows = [keys]
    for n in range(1, longest):
        rows.append(rows[-1][:-1] * _STEP + keys[n:])
    return np.concatenate(rows)


def idf_of(spread: Mapping[str, int], names: Iterable[str], texts: int) -> np.ndarray:
    """Return the inverse document frequency of each name, which stands in `spread` of so many texts."""
    return np.array([math.log((1 + texts) / (1 + spread[name])) + 1 for name in names])


def find(keys: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Return the place of each of the `wanted` hashes in `keys` (sorted), -1 for one that is not there."""
    if not len(keys):
        return np.full(len(wanted), -1)
    at = keys.searchsorted(wanted)
    at[at == len(keys)] = 0  # greater than all: not the first one either
    at[keys[at] != wanted] = -1
    return at


class Rarities(Protocol):
    """How rare words are: a dict, or a model's Rarity."""

    def get(self, word: str, default: float, /) -> float:
        """Return the inverse document frequency of `word`, or `default` when it is not known."""


class Rarity:
    """The inverse document frequency (`idf`) of the features with these `keys`."""

    def __init__(self, keys: np.ndarray, idf: np.ndarray) -> None:
        self._keys, self._idf = keys, idf

    def get(self, word: str, default: float, /) -> float:
        """Return the inverse document frequency of `word`, or `default` when it is not known."""
        words = word.split(" ")
        number = int(find(self._keys, in_a_row(as_keys(hashes_of(words)), len(words))[-1:])[0])
        return float(self._idf[number]) if number >= 0 else default
