"""The patch stands on the code it was written for, and checks what that code checked."""

from __future__ import annotations

import hashlib
import inspect
from typing import Any

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from server.rasa_patches import schema_once

GOOD: dict[str, Any] = {
    "events": [{"event": "slot", "name": "coach_state", "value": "{}"}],
    "responses": [{"text": "a"}],
}


@pytest.fixture(scope="module")
def original() -> Any:
    """Rasa's own class, from its source: the one in memory may be patched already."""
    return inspect.getsource(inspect.getmodule(RemoteAction))


def test_patched_code_is_unchanged(original: str) -> None:
    start = original.index("    def _validate_action_result")
    source = original[start : original.index("    @staticmethod", start)].rstrip() + "\n"
    assert hashlib.sha256(source.encode()).hexdigest() == schema_once.SOURCE_SHA256


@pytest.mark.parametrize(
    ("result", "fine"),
    [
        (GOOD, True),
        ({"events": [], "responses": []}, True),
        ({"events": "no list"}, False),
        ({"events": [{"event": 7}]}, False),
        ({"responses": ["no object"]}, False),
    ],
)
def test_verdict_is_the_same_as_before(result: dict[str, Any], fine: bool) -> None:
    from jsonschema import validate

    schema_once.install()
    action = RemoteAction("action_take_turn", None)
    if fine:
        validate(result, RemoteAction.action_response_format_spec())
        assert action._validate_action_result(result)
        return
    with pytest.raises(ValidationError):
        validate(result, RemoteAction.action_response_format_spec())
    with pytest.raises(ValidationError):
        action._validate_action_result(result)
