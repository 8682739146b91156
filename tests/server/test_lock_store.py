"""Turns of one conversation wait for each other, those of others do not."""

from __future__ import annotations

import asyncio

import pytest
from rasa.core.lock_store import LockStore
from rasa.core.utils import AvailableEndpoints

from server.lock_store import OrderedLockStore
from server.project import ENDPOINTS
from tests.waiting import COMES_S


def test_it_is_the_one_in_use() -> None:
    endpoints = AvailableEndpoints.read_endpoints(str(ENDPOINTS))
    assert isinstance(LockStore.create(endpoints.lock_store), OrderedLockStore)


def test_first_come_first_served_and_nothing_is_left() -> None:
    locks, seen = OrderedLockStore(), []

    async def turn(number: int) -> None:
        async with locks.lock("me"):
            seen.append(number)
            await asyncio.sleep(0)
            seen.append(number)

    async def all_turns() -> None:
        await asyncio.gather(*map(turn, range(20)))

    asyncio.run(all_turns())
    assert seen == [number for number in range(20) for _ in range(2)]
    assert not locks._places._by_key


def test_conversations_do_not_wait_for_each_other() -> None:
    locks = OrderedLockStore()

    async def both() -> None:
        async with locks.lock("one"), locks.lock("two"):
            pass

    asyncio.run(asyncio.wait_for(both(), COMES_S))


@pytest.mark.parametrize("how", ["fails", "is given up"])
def test_a_turn_that_ends_badly_lets_the_next_one_in(how: str) -> None:
    locks = OrderedLockStore()

    async def bad() -> None:
        async with locks.lock("me"):
            if how == "fails":
                raise RuntimeError
            await asyncio.sleep(600)

    async def then_good() -> None:
        task = asyncio.create_task(bad())
        waiting = asyncio.create_task(bad())
        await asyncio.sleep(0.01)
        task.cancel()
        waiting.cancel()
        await asyncio.gather(task, waiting, return_exceptions=True)
        async with locks.lock("me"):
            pass

    asyncio.run(asyncio.wait_for(then_good(), COMES_S))
    assert not locks._places._by_key
