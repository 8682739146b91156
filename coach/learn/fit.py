"""Fit a linear model from labelled texts: the same examples always give the same weights."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from coach.learn.features import Feature
from coach.learn.model import LinearModel


def fit(texts: Sequence[Sequence[Feature]], labels: Sequence[str], *, strength: float = 1.0) -> LinearModel:
    """Return the model of `texts` (features of each) with their `labels`.

    `strength` is the C of the linear SVM. Weights are rounded to 4 decimals, so that a last-digit difference
    between machines does not show. Raises ValueError with fewer than two labels.
    """
    names = sorted(set(labels))
    if len(names) < 2:
        raise ValueError(f"a model needs examples of at least two labels, there is only {names}")
    spread: Counter[str] = Counter()
    for features in texts:
        spread.update({feature.name for feature in features})
    vocabulary = sorted(spread)
    idf = np.array([math.log((1 + len(texts)) / (1 + spread[name])) + 1 for name in vocabulary])
    shell = LinearModel(names, vocabulary, idf, np.zeros((len(vocabulary), len(names))), np.zeros(len(names)))
    rows = [shell.vector(features)[:2] for features in texts]
    ends = np.cumsum([0] + [len(numbers) for numbers, _ in rows])
    matrix = csr_matrix(
        (np.concatenate([v for _, v in rows]), np.concatenate([n for n, _ in rows]), ends),
        shape=(len(rows), len(vocabulary)),
    )
    matrix.sort_indices()
    machine = LinearSVC(C=strength, random_state=0).fit(matrix, labels)
    weights, bias = machine.coef_, machine.intercept_
    if len(names) == 2:  # scikit-learn keeps one row for two labels
        weights, bias = np.vstack([-weights, weights]), np.concatenate([-bias, bias])
    return LinearModel(names, vocabulary, idf, np.round(weights.T, 4), np.round(bias, 4))
