"""The store: once, in order, all or nothing, and forgotten in time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from channels.slack.incoming import MESSAGE, Incoming
from channels.slack.letters import Post
from channels.slack.memory import Talk
from channels.slack.store import SEEN_S, Store
from coach.privacy.anew import mark_due

ONE = Incoming(MESSAGE, ("event Ev1", "message T C 1.1"), "T", "C", "U", "1.1", "hello")


@pytest.fixture
def now() -> list[float]:
    return [1000.0]


@pytest.fixture
def store(tmp_path: Path, now: list[float]) -> Store:
    return Store(tmp_path / "slack.db", lambda: now[0])


@pytest.mark.parametrize("keys", [("event Ev1",), ("message T C 1.1",), ("event Ev2", "message T C 1.1")])
def test_one_key_in_common_is_the_same(store: Store, keys: tuple[str, ...]) -> None:
    assert store.take(ONE)
    assert not store.take(replace(ONE, keys=keys))


def test_known_again_after_a_restart_and_forgotten_in_time(store: Store, tmp_path: Path, now: list[float]) -> None:
    store.take(ONE)
    letter = store.next_letter(ONE.lane)
    assert letter is not None
    store.answered(letter, [])
    store.close()
    again = Store(tmp_path / "slack.db", lambda: now[0])
    assert not again.take(ONE)
    now[0] += SEEN_S + 1
    again.clean()
    assert again.take(ONE)


def test_letters_come_by_slacks_time_but_what_was_begun_comes_first(store: Store) -> None:
    for at in ("3.1", "1.5", "2.1"):
        store.take(replace(ONE, keys=(at,), at=at))
    first = store.next_letter(ONE.lane)
    assert first is not None
    assert (first.incoming.at, first.begun) == ("1.5", False)
    store.take(replace(ONE, keys=("0",), at="0.1"))
    again = store.next_letter(ONE.lane)
    assert again is not None
    assert (again.incoming.at, again.begun, again.tries) == ("1.5", True, 1)


def test_answered_is_all_or_nothing(store: Store) -> None:
    store.take(ONE)
    letter = store.next_letter(ONE.lane)
    assert letter is not None
    with pytest.raises(TypeError):
        store.answered(letter, [Post("chat.postMessage", {"text": object()})])
    assert store.lanes_in() == [ONE.lane]
    store.answered(letter, [Post("chat.postMessage", {"text": "x"})], ("slack-T-C", Talk("U", 1, "1.1")))
    assert (store.lanes_in(), store.lanes_out()) == ([], [ONE.lane])
    assert store.talk("slack-T-C") == Talk("U", 1, "1.1")


def test_answered_twice_answers_once(store: Store) -> None:
    store.take(ONE)
    letter = store.next_letter(ONE.lane)
    assert letter is not None
    for _ in range(2):
        store.answered(letter, [Post("chat.postMessage", {"text": "x"})])
    waiting = store.next_post(ONE.lane)
    assert waiting is not None
    store.sent(waiting)
    assert store.next_post(ONE.lane) is None


def test_no_word_stays_in_the_file(store: Store, tmp_path: Path) -> None:
    store.take(replace(ONE, text="蓝鲸照明 a secret need"))
    letter = store.next_letter(ONE.lane)
    assert letter is not None
    store.answered(letter, [Post("chat.postMessage", {"text": "about the secret need"})])
    waiting = store.next_post(ONE.lane)
    assert waiting is not None
    store.sent(waiting)
    store.close()
    assert b"secret need" not in (tmp_path / "slack.db").read_bytes()


def held(folder: Path, *words: str) -> list[str]:
    raw = b"".join(path.read_bytes() for path in folder.iterdir())
    return [word for word in words if word.encode() in raw]


def test_once_somebody_is_forgotten_no_byte_stays_when_the_answer_is_sent(store: Store, tmp_path: Path) -> None:
    store.take(replace(ONE, text="忘掉蓝鲸照明 and its buyer"))
    letter = store.next_letter(ONE.lane)
    assert letter is not None
    mark_due(store.path)
    store.answered(letter, [Post("chat.postMessage", {"text": f"{part} 蓝鲸照明, its buyer"}) for part in (1, 2)])
    for left in (["蓝鲸照明", "its buyer"], []):
        waiting = store.next_post(ONE.lane)
        assert waiting is not None
        store.sent(waiting)
        assert held(tmp_path, "蓝鲸照明", "its buyer") == left


def test_notes_end(store: Store, now: list[float]) -> None:
    store.note("k", "v", 10)
    assert store.noted("k") == "v"
    now[0] += 11
    assert store.noted("k") is None


def test_once(store: Store) -> None:
    assert [store.once("k") for _ in range(2)] == [True, False]
