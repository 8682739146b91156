"""Nobody can say over REST whose account book a turn is about, and a client that goes away leaves no half turn."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest

from channels.rest import Rest


@pytest.mark.parametrize("sent", [{"metadata": {"user": "ann@example.com"}}, {}, {"metadata": None}])
def test_metadata_from_outside_is_ignored(sent: dict[str, object]) -> None:
    assert Rest().get_metadata(SimpleNamespace(json=sent)) is None


def test_it_is_still_the_rest_channel() -> None:
    assert (Rest.name(), Rest().url_prefix()) == ("rest", "rest")


def test_a_turn_goes_on_when_its_client_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = []
    monkeypatch.setattr(
        "rasa.core.channels.rest.RestInput.blueprint", lambda self, on_new_message: kept.append(on_new_message)
    )
    done = []

    async def turn(_message: object) -> None:
        await asyncio.sleep(0.01)
        done.append(True)

    async def gone() -> None:
        Rest().blueprint(turn)
        asking = asyncio.create_task(kept[0](None))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        await asyncio.sleep(0.1)

    asyncio.run(gone())
    assert done == [True]
