"""Look up features by a hash of their names: nothing is built when a model is loaded, and no name kept in memory.

A hash has 64 bits: that two of a hundred thousand names share one happens in one vocabulary of some billions.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Protocol

import numpy as np


def keys_of(names: Iterable[str]) -> np.ndarray:
    """Return the hashes of `names`, the same on every machine."""
    hashes = b"".join(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest() for name in names)
    return np.frombuffer(hashes, dtype="<u8")


def find(keys: np.ndarray, names: Iterable[str]) -> np.ndarray:
    """Return the place of each name in `keys` (sorted hashes), -1 for a name that is not there."""
    wanted = keys_of(names)
    if not len(keys):
        return np.full(len(wanted), -1)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, at, -1)


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
        number = int(find(self._keys, [word])[0])
        return float(self._idf[number]) if number >= 0 else default
