"""Work waits while something is acknowledged, and never is too much of it under way."""

from __future__ import annotations

import asyncio

import pytest

from channels.slack import giving_way
from channels.slack.giving_way import Receiving, Room
from tests.waiting import COMES_S


def test_work_begins_when_nothing_is_acknowledged() -> None:
    async def play() -> list[str]:
        seen: list[str] = []
        receiving = Receiving()
        room = Room(receiving, 1)

        async def work() -> None:
            async with room():
                seen.append("work")

        with receiving.one():
            task = asyncio.create_task(work())
            await asyncio.sleep(0.05)
            seen.append("acknowledged")
        await task
        return seen

    assert asyncio.run(play()) == ["acknowledged", "work"]


def test_work_does_not_give_way_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(giving_way, "LONGEST_S", 0.05)

    async def play() -> bool:
        receiving = Receiving()
        with receiving.one():
            async with Room(receiving, 1)():
                return True

    assert asyncio.run(asyncio.wait_for(play(), COMES_S))


@pytest.mark.parametrize("at_once", [1, 3])
def test_so_many_at_once(at_once: int) -> None:
    async def play() -> int:
        room, inside, most = Room(Receiving(), at_once), 0, 0

        async def work() -> None:
            nonlocal inside, most
            async with room():
                inside += 1
                most = max(most, inside)
                await asyncio.sleep(0.01)
                inside -= 1

        await asyncio.gather(*(work() for _ in range(10)))
        return most

    assert asyncio.run(play()) == at_once
