"""Actions in the Rasa process answer as an action server does."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from rasa.utils.endpoints import ClientResponseError
from rasa_sdk.interfaces import ActionExecutionRejection

from server.action_endpoint import InProcessEndpoint


@pytest.fixture(scope="module")
def endpoint() -> InProcessEndpoint:
    return InProcessEndpoint()


def call(endpoint: InProcessEndpoint, action: str) -> Any:
    tracker = {
        "sender_id": "me", "slots": {"coach_state": None}, "latest_message": {"text": "hello"}, "events": [],
        "paused": False, "followup_action": None, "active_loop": {}, "latest_action_name": "action_listen",
    }  # fmt: skip
    return asyncio.run(endpoint.request(json={"next_action": action, "tracker": tracker}))


def test_action_runs(endpoint: InProcessEndpoint, echo: object) -> None:
    result = call(endpoint, "action_take_turn")
    assert [response["text"] for response in result["responses"]] == ["1: hello", "2026-03-02"]
    assert result["events"][0]["name"] == "coach_state"


def test_unknown_action(endpoint: InProcessEndpoint) -> None:
    with pytest.raises(ClientResponseError) as caught:
        call(endpoint, "action_fly")
    assert caught.value.status == 404


def test_rejection(endpoint: InProcessEndpoint) -> None:
    def reject(dispatcher: object, tracker: object, domain: object) -> None:
        raise ActionExecutionRejection("action_reject", "not now")

    endpoint.executor.register_function("action_reject", reject)
    with pytest.raises(ClientResponseError) as caught:
        call(endpoint, "action_reject")
    assert caught.value.status == 400
    assert json.loads(caught.value.text) == {"error": "not now", "action_name": "action_reject"}
