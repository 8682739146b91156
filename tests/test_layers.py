"""The layers: who may import whom (docs: architecture). Read from the sources, nothing is imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = {"coach", "components", "actions", "channels", "server", "benchmarks"}
FRAMEWORKS = {"rasa", "rasa_sdk", "sanic", "slack_sdk", "slack_bolt", "socketio"}
# layer -> what of OURS and FRAMEWORKS it may import, itself aside; a dotted name allows only that part
MAY = {
    "coach": set(),
    "components": {"rasa", "coach"},
    "actions": {"rasa_sdk", "coach"},
    "channels": {"rasa.core.channels", "sanic", "slack_sdk", "slack_bolt", "socketio", "coach"},
    "server": {"rasa", "rasa_sdk", "sanic", "coach", "components", "channels"},
}


def imports(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and full name of everything that a module imports, also inside functions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def breaches(layer: str, source: str) -> list[str]:
    """Return the imports that `layer` may not have, as "line: name"."""
    allowed = MAY[layer] | {layer}
    return [
        f"{line}: {name}"
        for line, name in imports(source)
        if name.partition(".")[0] in OURS | FRAMEWORKS
        and not any(name == part or name.startswith(part + ".") for part in allowed)
    ]


@pytest.mark.parametrize("layer", MAY)
def test_layer_imports_only_what_it_may(layer: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{breach}"
        for path in sorted((ROOT / layer).rglob("*.py"))
        for breach in breaches(layer, path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("layer", "source", "expected"),
    [
        ("coach", "import rasa", ["1: rasa"]),
        ("coach", "from coach.read import reader", []),
        ("coach", "import rasa_sdk.events", ["1: rasa_sdk.events"]),
        ("actions", "def f():\n    from rasa.core import agent", ["2: rasa.core.agent"]),
        ("actions", "from rasa_sdk import Action", []),
        ("channels", "from rasa.core.channels.rest import RestInput", []),
        ("channels", "from rasa.core.agent import Agent", ["1: rasa.core.agent.Agent"]),
        ("components", "import actions.action_take_turn", ["1: actions.action_take_turn"]),
        ("server", "import benchmarks.run", ["1: benchmarks.run"]),
    ],
)
def test_breach_is_found(layer: str, source: str, expected: list[str]) -> None:
    assert breaches(layer, source) == expected
