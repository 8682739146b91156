"""What is wrong, as a value: its kind and what fills its sentence. `telling` says it in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Fault:
    """`kind` names the sentence `check_<kind>` in `knowledge/words/check.yml`; `values` fill it.

    A value may be a fault itself, or a tuple of values: a part of the sentence, and a list in it.
    """

    kind: str
    values: tuple[tuple[str, Any], ...] = ()

    @property
    def core(self) -> Fault:
        """The fault without what only says where it is: `inner` of such a frame."""
        inner = dict(self.values).get("inner")
        return inner.core if isinstance(inner, Fault) else self

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "values": {name: _to_json(value) for name, value in self.values}}

    @staticmethod
    def from_json(data: dict[str, Any]) -> Fault:
        """Return the fault that `to_json` gave. Raises KeyError, TypeError or AttributeError on anything else."""
        return Fault(str(data["kind"]), tuple((name, _from_json(value)) for name, value in data["values"].items()))


def fault(kind: str, **values: Any) -> Fault:
    """Return the fault of this kind. `scripts/list_placeholders.py` reads these calls."""
    return Fault(kind, tuple(values.items()))


def _to_json(value: Any) -> Any:
    if isinstance(value, Fault):
        return value.to_json()
    return [_to_json(item) for item in value] if isinstance(value, tuple) else value


def _from_json(value: Any) -> Any:
    if isinstance(value, dict):
        return Fault.from_json(value)
    return tuple(_from_json(item) for item in value) if isinstance(value, list) else value
