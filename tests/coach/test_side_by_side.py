"""Work is shared between two processes with the result of one, whatever becomes of the second."""

import os

import pytest

from coach import side_by_side as module
from coach.side_by_side import LEAST_PIECES, side_by_side


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "may_fork", lambda: True)


@pytest.mark.parametrize("count", [0, 1, LEAST_PIECES - 1, LEAST_PIECES, 500])
def test_same_result_in_the_same_order(forking: None, count: int) -> None:
    assert [value for value, _ in side_by_side(square, count)] == [number**2 for number in range(count)]


def test_few_pieces_stay_here(forking: None) -> None:
    assert {process for _, process in side_by_side(square, LEAST_PIECES - 1)} == {os.getpid()}


def test_a_helper_that_dies_costs_nothing(forking: None) -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != here and number < LEAST_PIECES - 3:
            os._exit(9)
        return number

    assert side_by_side(work, LEAST_PIECES) == list(range(LEAST_PIECES))


def test_a_fault_is_raised_here(forking: None) -> None:
    def work(number: int) -> int:
        if number == LEAST_PIECES - 1:
            raise ValueError("the last piece")
        return number

    with pytest.raises(ValueError, match="the last piece"):
        side_by_side(work, LEAST_PIECES)


@pytest.mark.parametrize(
    ("name", "value"),
    [("_free_memory", lambda: 100.0), ("sys", type("S", (), {"platform": "darwin"}))],
)
def test_one_process_where_two_would_not_help(monkeypatch: pytest.MonkeyPatch, name: str, value: object) -> None:
    monkeypatch.setattr(module, name, value)
    assert {process for _, process in side_by_side(square, LEAST_PIECES)} == {os.getpid()}


def test_progress_comes_to_all(forking: None) -> None:
    told: list[int] = []
    side_by_side(square, 200, told.append)
    assert told == sorted(told)
    assert 0 < told[-1] <= 200
