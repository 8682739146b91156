"""The label whose examples lie nearest comes first; what is kept on disk is the same, and a broken file is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.learn.centroids import Centroids, Text, load, middles_of, save

WORDS = np.array([3, 7], dtype=np.uint64)
KEYS = np.array([40, 30, 20, 10], dtype=np.uint64)


def text(vector: list[float], pieces: list[int]) -> Text:
    """Return a text of pieces that say as much one as the other."""
    return Text(np.array(vector), np.array(pieces, dtype=np.uint64), np.ones(len(pieces)))


EXAMPLES = [text([1, 0], [5, 6]), text([0.8, 0.6], [6, 8]), text([0, 1], [5, 9]), text([0, 0], [4])]


def made() -> Centroids:
    return middles_of(EXAMPLES, ["a", "a", "b", "nothing"], WORDS, KEYS)


@pytest.mark.parametrize(("key", "label"), [(40, "a"), (20, "b"), (10, "nothing"), (41, None)])
def test_an_example_itself_is_known(key: int, label: str | None) -> None:
    assert made().exactly(np.uint64(key)) == label


def test_the_nearest_comes_first() -> None:
    first = made().shares(text([1, 0], [5, 6]))[0]
    assert (first.label, first.held) == ("a", 1.0)
    assert first.share > 0.9


@pytest.mark.parametrize(
    ("pieces", "held"),
    [
        ([6], {"a": 1.0, "b": 0.0, "nothing": 0.0}),
        ([5, 9], {"a": 0.5, "b": 1.0, "nothing": 0.0}),
        ([5, 8, 77, 78], {"a": 0.5, "b": 0.25, "nothing": 0.0}),
    ],
)
def test_tells_how_much_the_examples_hold(pieces: list[int], held: dict[str, float]) -> None:
    assert {one.label: one.held for one in made().shares(text([0.7, 0.7], pieces))} == held


def test_of_two_that_are_as_near_the_one_that_holds_more_comes_first() -> None:
    even = [text([1, 0], [5]), text([1, 0], [6])]
    told_apart = middles_of(even, ["one", "other"], WORDS, KEYS[:2])
    assert [told_apart.shares(text([1, 0], [piece]))[0].label for piece in (5, 6)] == ["one", "other"]


def test_what_is_like_none_of_few_labels_is_not_sure() -> None:
    assert all(one.share < 0.1 for one in made().shares(text([-0.6, 0.1], [99])))


def test_is_the_same_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "one.npz"
    save(made(), path)
    found = load(path)
    assert found is not None
    assert found.labels == made().labels
    assert (found.middles == made().middles).all()
    assert (found.words == WORDS).all()
    assert found.exactly(np.uint64(20)) == "b"
    asked = text([0, 1], [5, 8])
    assert found.shares(asked) == made().shares(asked)


def test_what_cannot_be_read_is_none(tmp_path: Path) -> None:
    broken = tmp_path / "broken.npz"
    broken.write_bytes(b"PK\x03\x04 not a zip")
    assert load(broken) is None
    assert load(tmp_path / "missing.npz") is None
