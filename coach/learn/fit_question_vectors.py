"""Learn vectors of words from questions, so that those which ask for the same lie near each other.

A question is drawn to the middle of others that ask for the same fact and away from the middles of other facts of its
scenario (prototypical networks: Snell, Swersky and Zemel 2017); a share of its pieces is left out at random, so that no
word decides alone.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix, vstack

from coach.learn.features import Features, weighed
from coach.learn.pieces import is_single
from coach.learn.question_vectors import DIMENSIONS, WARMTH, QuestionVectors
from coach.learn.vocabulary import find, idf_of

Asked = tuple[Features, str]  # a question, the fact that it asks for

_TIMES = 10  # rounds over everything
_DRAWN = 4  # how often each fact is drawn in a round
_FACTS = 64  # facts that are told apart at once
_OTHERS = 4  # questions that make the middle of a fact
_LEFT_OUT = 0.5  # share of the pieces
_RATE = 0.01  # of learning, falling to nothing
_START = 0.05  # spread of each number at first
_LONG = 1.0  # usual length of a known vector beside new ones
_LEAST = 5  # questions that a part of a word or a pair of words must stand in


class Fitted:
    """The keys of all pieces, sorted, how rare each is (`idf`), and a vector each. What is `known` stays as it is."""

    def __init__(self, groups: Mapping[str, Sequence[Asked]], known: QuestionVectors | None = None) -> None:
        names = [_pieces(features) for asked in groups.values() for features, _ in asked]
        spread = Counter(name for own in names for name in own)
        key_of = {name: key for own in names for name, key in own.items()}
        kept = sorted(
            (name for name, count in spread.items() if count >= _LEAST or _is_word(name)), key=key_of.__getitem__
        )
        self.keys = np.array([key_of[name] for name in kept], dtype=np.uint64)
        self.idf = idf_of(spread, kept, len(names))
        self._chance = np.random.default_rng(0)
        self.vectors = self._chance.normal(0, _START, (len(kept), DIMENSIONS)).astype(np.float32)
        if known is not None:
            self._hold(known)
        self._free = np.ones(len(self.keys), dtype=bool) if known is None else find(known.keys, self.keys) < 0
        self._of = {group: self._matrix([features for features, _ in asked]) for group, asked in groups.items()}
        self._facts = {group: _by_fact(asked) for group, asked in groups.items()}
        self._steps = _Adam(self.vectors)

    def _hold(self, known: QuestionVectors) -> None:
        """Take over what is known, the pieces that no question has any longer too."""
        gone = find(self.keys, known.keys) < 0
        keys = np.concatenate([self.keys, known.keys[gone]])
        order = np.argsort(keys)
        self.keys, self.idf = keys[order], np.concatenate([self.idf, known.idf[gone]])[order]
        self.vectors = np.vstack([self.vectors, np.zeros((gone.sum(), DIMENSIONS), np.float32)])[order]
        places = find(self.keys, known.keys)
        self.vectors[places], self.idf[places] = known.vectors * (_LONG / known.usual), known.idf

    def learn(self) -> Iterator[float]:
        """Improve the vectors, one round at a time; yield how far off each round still was (natural logarithm)."""
        order = random.Random(0)
        for time in range(_TIMES):
            batches = list(self._batches(order))
            yield sum(self._improve(*batch, order, _RATE * (1 - time / _TIMES)) for batch in batches) / len(batches)

    def _batches(self, order: random.Random) -> Iterator[tuple[str, list[str]]]:
        batches = []
        for group, facts in self._facts.items():
            names = [name for name, own in facts.items() if len(own) > 1]
            for _ in range(_DRAWN):
                order.shuffle(names)
                batches += [(group, names[i : i + _FACTS]) for i in range(0, len(names), _FACTS)]
        order.shuffle(batches)
        yield from (batch for batch in batches if len(batch[1]) > 1)

    def _improve(self, group: str, facts: Sequence[str], order: random.Random, rate: float) -> float:
        """Take one step for some facts of a scenario; return how far off their questions were."""
        questions, others, own = [], [], []
        for i, fact in enumerate(facts):
            held = self._facts[group][fact]
            first, *rest = order.sample(held, min(len(held), _OTHERS + 1))
            questions.append(first)
            others += rest
            own += [i] * len(rest)
        of_questions, of_others = self._thinned(group, questions), self._thinned(group, others)
        asked, asked_long = _unit(of_questions @ self.vectors)
        other, other_long = _unit(of_others @ self.vectors)
        sums = np.zeros((len(facts), DIMENSIONS), np.float32)
        np.add.at(sums, own, other)
        middles, middles_long = _unit(sums)
        shares = np.exp((asked @ middles.T - 1) / WARMTH)
        shares /= shares.sum(axis=1, keepdims=True)
        far = -float(np.log(np.diag(shares) + 1e-9).mean())
        pull = (shares - np.eye(len(facts), dtype=np.float32)) / (len(facts) * WARMTH)
        down_asked = _through_unit(pull @ middles, asked, asked_long)
        down_middles = _through_unit(pull.T @ asked, middles, middles_long)
        down_other = _through_unit(down_middles[own], other, other_long)
        held = vstack([of_questions, of_others]).tocsr()
        columns = np.unique(held.indices)
        columns = columns[self._free[columns]]
        self._steps.take(columns, held.T.tocsr()[columns] @ np.vstack([down_asked, down_other]), rate)
        return far

    def _thinned(self, group: str, rows: Sequence[int]) -> csr_matrix:
        """Return some questions without a share of their pieces."""
        matrix = self._of[group][rows].copy()
        stays = self._chance.random(len(matrix.data)) > _LEFT_OUT
        matrix.data = matrix.data * (stays / (1 - _LEFT_OUT)).astype(np.float32)
        return matrix

    def _matrix(self, texts: Sequence[Features]) -> csr_matrix:
        """Return a row of weights for each text: of words and of shapes of length 1 each, as when it is read."""
        rows = [weighed(features, self.keys, self.idf)[:2] for features in texts]
        columns, values = (np.concatenate(parts) for parts in zip(*rows, strict=True))
        ends = np.cumsum([0] + [len(numbers) for numbers, _ in rows])
        return csr_matrix((values.astype(np.float32), columns, ends), shape=(len(texts), len(self.keys)))


class _Adam:
    """Steps down a slope, each number by its own measure (Kingma and Ba 2015); only rows that a batch touches move."""

    def __init__(self, vectors: np.ndarray) -> None:
        self._vectors, self._count = vectors, 0
        self._first, self._second = np.zeros_like(vectors), np.zeros_like(vectors)

    def take(self, rows: np.ndarray, slope: np.ndarray, rate: float) -> None:
        self._count += 1
        first = self._first[rows] = 0.9 * self._first[rows] + 0.1 * slope
        second = self._second[rows] = 0.999 * self._second[rows] + 0.001 * slope * slope
        size = np.sqrt(second / (1 - 0.999**self._count)) + 1e-8
        self._vectors[rows] -= rate * first / (1 - 0.9**self._count) / size


def _pieces(features: Features) -> dict[str, int]:
    """Return the names and keys of what may get a vector."""
    return {name: key for name, key in features.named.items() if is_single(name) or name.count(" ") == 1}


def _is_word(name: str) -> bool:
    return " " not in name and not name.startswith("c:")


def _by_fact(asked: Sequence[Asked]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for i, (_, fact) in enumerate(asked):
        found[fact].append(i)
    return found


def _unit(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows with length 1, and how long they were."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True) + 1e-8
    return rows / lengths, lengths


def _through_unit(slope: np.ndarray, rows: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Return the slope by what was made to have length 1."""
    through: np.ndarray = (slope - rows * (slope * rows).sum(axis=1, keepdims=True)) / lengths
    return through
