"""Where a question lies among questions: texts that ask for the same lie near each other, whatever their words.

The vectors of words and of parts of words were learned from the example questions of all scenarios
(`scripts/question_vectors.py`); they are data, so that every machine has the same.
"""

from __future__ import annotations

import hashlib
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from coach.learn.features import Features
from coach.learn.vocabulary import find

DIMENSIONS = 96
_SIGNS = np.arange(1, 2 * DIMENSIONS, 2, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
_MOST = 127  # of a number kept in eight bits


class QuestionVectors:
    """Vectors (rows) of the pieces with these `keys`, which are sorted, and how rare each is (`idf`)."""

    def __init__(self, keys: np.ndarray, idf: np.ndarray, vectors: np.ndarray) -> None:
        self._keys, self._idf, self._vectors = keys, idf.astype(np.float64), vectors
        squares = np.einsum("ij,ij->i", vectors, vectors, dtype=np.float64)
        self._usual = float(np.sqrt(squares.mean()))  # length of a vector

    @cached_property
    def digest(self) -> bytes:
        """A hash over all numbers."""
        parts = (self._keys, self._idf, self._vectors)
        return hashlib.sha256(b"".join(part.tobytes() for part in parts)).digest()

    def of(self, features: Features, own: np.ndarray | None = None) -> np.ndarray:
        """Return the vector of a text, of length 1; zeros when nothing of it is known.

        Rare pieces count for more; words and shapes for as much together. A word that has no vector but is among the
        `own` words (sorted keys) of what the text is compared with gets one by chance, always the same.
        """
        at = find(self._keys, features.keys)
        known = (at >= 0).nonzero()[0]
        values = features.tf[known] * self._idf[at[known]]
        words = int(known.searchsorted(features.words))
        for kind in (values[:words], values[words:]):
            if length := np.sqrt((kind * kind).sum()):
                kind /= length
        vector = values @ self._vectors[at[known]].astype(np.float64)
        if own is not None and len(own):
            strange = features.keys[: features.words][at[: features.words] < 0]
            for key in strange[find(own, strange) >= 0]:
                vector += self._usual * _by_chance(key)
        length = np.sqrt((vector * vector).sum())
        return vector / length if length else vector

    def lacks(self, keys: np.ndarray) -> np.ndarray:
        """Return those of some keys that have no vector, sorted, each once."""
        return np.unique(keys[find(self._keys, keys) < 0])


def _by_chance(key: np.uint64) -> np.ndarray:
    """Return a vector of length 1 that follows from a key alone."""
    with np.errstate(over="ignore"):
        mixed = (key * _SIGNS) ^ (key * _SIGNS >> np.uint64(29))
        signs = (mixed * _SIGNS[7]) >> np.uint64(63)
    vector: np.ndarray = (signs.astype(np.float64) * 2 - 1) / np.sqrt(DIMENSIONS)
    return vector


def file_of(lang: str) -> Path:
    """Return where the vectors of a language stand."""
    return Path(__file__).parent / f"question_vectors_{lang}.npz"


def save(lang: str, keys: np.ndarray, idf: np.ndarray, vectors: np.ndarray) -> Path:
    """Write the vectors of a language with eight bits a number; only how they lie to each other counts."""
    order = np.argsort(keys)
    numbers = np.round(vectors[order] * (_MOST / np.abs(vectors).max())).astype(np.int8)
    path = file_of(lang)
    np.savez_compressed(path, keys=keys[order], idf=idf[order].astype(np.float16), vectors=numbers)
    return path


@lru_cache(maxsize=2)
def question_vectors(lang: str) -> QuestionVectors:
    """Return the vectors of a language."""
    with np.load(file_of(lang), allow_pickle=False) as data:
        return QuestionVectors(data["keys"], data["idf"], data["vectors"])
