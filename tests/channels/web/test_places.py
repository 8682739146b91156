"""A key has so many places; who waits longest is next, and who gives up waiting leaves no trace."""

from __future__ import annotations

import asyncio

import pytest

from channels.web import looking
from channels.web.places import Places
from tests.waiting import COMES_S


async def _work(places: Places, key: str, name: int, done: list[int]) -> None:
    async with places.of(key):
        done.append(name)
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("each", [1, 2])
def test_so_many_at_once_in_the_order_of_coming(each: int) -> None:
    async def run() -> tuple[list[int], int, int]:
        places, done = Places(each), list[int]()
        tasks = [asyncio.create_task(_work(places, "ann", number, done)) for number in range(5)]
        other = asyncio.create_task(_work(places, "bob", 99, done))
        await asyncio.sleep(0.002)
        begun = len(done)
        await asyncio.gather(*tasks, other)
        return done, begun, len(places._by_key)

    done, begun, left = asyncio.run(run())
    assert [name for name in done if name != 99] == list(range(5))
    assert (begun, left) == (each + 1, 0)


def test_who_gives_up_waiting_is_forgotten() -> None:
    async def run() -> tuple[list[int], int]:
        places, done = Places(1), list[int]()
        tasks = [asyncio.create_task(_work(places, "ann", number, done)) for number in range(3)]
        await asyncio.sleep(0.002)
        tasks[1].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return done, len(places._by_key)

    assert asyncio.run(run()) == ([0, 2], 0)


@pytest.mark.parametrize("gone", [False, True])
def test_one_person_s_slow_views_hold_up_nobody_else(gone: bool) -> None:
    """Also not when their pages go away again: a thread that runs cannot be stopped, so its place is still taken."""
    import threading

    go_on, running = threading.Event(), []

    def slow(number: int) -> None:
        running.append(number)
        assert go_on.wait(COMES_S)

    async def run() -> int:
        slow_ones = [asyncio.create_task(looking.beside("ann", slow, number)) for number in range(40)]
        await asyncio.sleep(0.1)
        if gone:
            for task in slow_ones:
                task.cancel()
            await asyncio.gather(*slow_ones, return_exceptions=True)
            slow_ones = [asyncio.create_task(looking.beside("ann", slow, number)) for number in range(40)]
            await asyncio.sleep(0.1)
        try:
            await asyncio.wait_for(looking.beside("bob", int), COMES_S / 2)
            return len(running)
        finally:
            go_on.set()
            await asyncio.gather(*slow_ones, return_exceptions=True)

    assert asyncio.run(run()) == looking.EACH
