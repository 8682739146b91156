"""A turn that forgot somebody leaves the mark by which no byte of its answer stays, also when it was taken before."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from channels.slack.people import Speaker
from channels.slack.store import FILE, Store
from channels.slack.turns import take_turn
from coach.conversation.slot import SLOT
from coach.conversation.state import Conversation
from coach.privacy.anew import is_due
from coach.privacy.states import FORGOT

ANN = Speaker("TONE", "U1", "ann@example.com", "Ann", "en", "Asia/Shanghai")
EVENTS = [SimpleNamespace(type_name="user", message_id="k"), SimpleNamespace(type_name="bot", text="Gone.")]


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("forgot", [False, True])
def test_the_store_is_written_anew_after_forgetting(tmp_path: Path, forgot: bool, again: bool) -> None:
    slots = {SLOT: json.dumps({**Conversation().to_json(), FORGOT: forgot})}

    async def tracker(_sender: str) -> Any:
        return SimpleNamespace(get_slot=slots.get, events=EVENTS)

    async def turn(_message: object) -> None:
        assert not again

    store = Store(tmp_path / FILE)
    desk: Any = SimpleNamespace(store=store, tracker=tracker, turn=turn)
    said = asyncio.run(take_turn("yes", "slack-TONE-DU1", ANN, "k", desk, again=again))
    assert said.texts == (("Gone.",) if again else ())
    assert is_due(store.path) is forgot
    store.close()
