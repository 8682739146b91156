"""The label whose examples lie nearest comes first; what is kept on disk is the same, and a broken file is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.learn.centroids import Centroids, load, middles_of, save

VECTORS = np.array([[1.0, 0.0], [0.8, 0.6], [0.0, 1.0], [0.0, 0.0]])
WORDS = np.array([3, 7], dtype=np.uint64)


TEXTS = np.array([40, 30, 20, 10], dtype=np.uint64)


def made() -> Centroids:
    return middles_of(VECTORS, ["a", "a", "b", "nothing"], WORDS, TEXTS)


@pytest.mark.parametrize(("text", "label"), [(40, "a"), (20, "b"), (10, "nothing"), (41, None)])
def test_an_example_itself_is_known(text: int, label: str | None) -> None:
    assert made().exactly(np.uint64(text)) == label


def test_the_nearest_comes_first() -> None:
    shares = made().shares(np.array([1.0, 0.0]))
    assert [label for label, _ in shares][0] == "a"
    assert shares[0][1] > 0.9


def test_what_is_like_none_of_few_labels_is_not_sure() -> None:
    shares = made().shares(np.array([-0.6, 0.1]))
    assert all(share < 0.1 for _, share in shares)


def test_is_the_same_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "one.npz"
    save(made(), path)
    found = load(path)
    assert found is not None
    assert found.labels == made().labels
    assert (found.middles == made().middles).all()
    assert (found.words == WORDS).all()
    assert found.exactly(np.uint64(20)) == "b"
    assert found.shares(np.array([0.0, 1.0])) == made().shares(np.array([0.0, 1.0]))


def test_what_cannot_be_read_is_none(tmp_path: Path) -> None:
    broken = tmp_path / "broken.npz"
    broken.write_bytes(b"PK\x03\x04 not a zip")
    assert load(broken) is None
    assert load(tmp_path / "missing.npz") is None
