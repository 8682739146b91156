"""Fit a linear model from labelled texts: the same examples always give the same weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from coach.learn.features import Features, weighed
from coach.learn.model import LinearModel
from coach.learn.vocabulary import idf_of


class TooFewLabelsError(ValueError):
    """There is nothing to tell apart."""


def fit(texts: Sequence[Features], labels: Sequence[str], *, strength: float = 1.0) -> LinearModel:
    """Return the model of `texts` (features of each) with their `labels`.

    `strength` is the C of the linear SVM. Weights are rounded to 4 decimals, so that a last-digit difference
    between machines does not show. Raises TooFewLabelsError with fewer than two labels.
    """
    names = sorted(set(labels))
    if len(names) < 2:
        raise TooFewLabelsError(f"a model needs examples of at least two labels, there is only {names}")
    spread: Counter[str] = Counter()
    key_of: dict[str, int] = {}
    for features in texts:
        own = features.named
        spread.update(own.keys())
        key_of.update(own)
    vocabulary = sorted(spread)
    idf = idf_of(spread, vocabulary, len(texts))
    keys = np.array([key_of[name] for name in vocabulary], dtype=np.uint64)
    order = np.argsort(keys)
    keys, idf = keys[order], idf[order]
    rows = [weighed(features, keys, idf)[:2] for features in texts]
    # columns in the order of the names: sums, and so the last digits of weights, depend on it
    columns = np.concatenate([order[numbers] for numbers, _ in rows])
    ends = np.cumsum([0] + [len(numbers) for numbers, _ in rows])
    shape = (len(rows), len(vocabulary))
    weights, bias = _separate(np.concatenate([values for _, values in rows]), columns, ends, shape, labels, strength)
    if len(names) == 2:  # scikit-learn keeps one row for two labels
        weights, bias = np.vstack([-weights, weights]), np.concatenate([-bias, bias])
    return LinearModel(names, keys, idf, np.round(weights.T, 4)[order], np.round(bias, 4))


def _separate(
    values: np.ndarray,
    columns: np.ndarray,
    ends: np.ndarray,
    shape: tuple[int, int],
    labels: Sequence[str],
    strength: float,
) -> tuple[np.ndarray, np.ndarray]:
    """Return weights and bias of the linear SVM for texts given as the rows of a sparse matrix."""
    from scipy.sparse import csr_matrix  # imported only to fit: scikit-learn takes half a second
    from sklearn.svm import LinearSVC

    matrix = csr_matrix((values, columns, ends), shape=shape)
    matrix.sort_indices()
    machine = LinearSVC(C=strength, random_state=0).fit(matrix, labels)
    return machine.coef_, machine.intercept_
