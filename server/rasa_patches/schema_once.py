"""Checks the constant schema of action results once, not on every turn.

Reason: `RemoteAction._validate_action_result` calls `jsonschema.validate`, which checks the schema itself against its
metaschema each time, for a schema that never changes. The results are checked as before.
Gain: a turn in this process takes 2.6 ms instead of 18 to 20 ms (median of 110 turns, two runs).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

PATCHED = "rasa.core.actions.action", "RemoteAction._validate_action_result"
SOURCE_SHA256 = "f8cdb4be6812396167ced74161b2ccd65c5ea676ad86d7d359d8c322d9d8dc42"


def install() -> None:
    """Replace the method on Rasa's class."""
    from rasa.core.actions.action import RemoteAction

    RemoteAction._validate_action_result = _validate_action_result


def _validate_action_result(self: Any, result: dict[str, Any]) -> bool:
    """Return True. Raises jsonschema.ValidationError when an action returned another form."""
    _validator(type(self)).validate(result)
    return True


@lru_cache(maxsize=4)
def _validator(action_class: type) -> Any:
    from jsonschema.validators import validator_for

    schema = action_class.action_response_format_spec()  # type: ignore[attr-defined]
    validator = validator_for(schema)
    validator.check_schema(schema)
    return validator(schema)
