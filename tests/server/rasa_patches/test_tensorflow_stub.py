"""A model loads and answers the same with the stub and with the real TensorFlow."""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from server.project import ROOT
from server.rasa_patches import tensorflow_stub
from tests.server.processes import environment

ANSWER = """
import sys
from server.quiet import hush
hush()
from server import rasa_patches
rasa_patches.before_import()
import asyncio
from pathlib import Path
from server.launch import load, wake_assistant
wake_assistant()
agent = load(Path(sys.argv[1])).agent
data = asyncio.run(agent.parse_message("客户说价格太高"))
answers = asyncio.run(agent.handle_text("hello", sender_id="stub-test"))
real = hasattr(sys.modules.get("tensorflow"), "__version__")
print(real, data["intent"], [a["text"] for a in answers])
"""


@pytest.mark.parametrize("module", tensorflow_stub.SOURCE_SHA256)
def test_modules_that_need_tensorflow_are_unchanged(module: str) -> None:
    spec = importlib.util.find_spec(module)
    assert spec is not None
    assert spec.origin is not None
    found = hashlib.sha256(Path(spec.origin).read_bytes()).hexdigest()
    assert found == tensorflow_stub.SOURCE_SHA256[module]


def test_same_answers_with_and_without(model: Path, tmp_path: Path) -> None:
    said = {}
    for wanted in ("0", "1"):
        home = tmp_path / wanted
        home.mkdir()
        env = environment(home, COACH_TENSORFLOW=wanted)
        done = subprocess.run(
            [sys.executable, "-c", ANSWER, str(model)],
            cwd=ROOT, env=env, capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-2000:]
        real, _, said[wanted] = done.stdout.strip().partition(" ")
        assert real == str(wanted == "1")
    assert said["0"] == said["1"]


def test_stub_is_good_for_base_classes_and_hints_only() -> None:
    finder = tensorflow_stub._Finder()
    module = finder.create_module(finder.find_spec("tensorflow"))  # type: ignore[arg-type]
    assert issubclass(type("Layer", (module.keras.layers.Layer,), {}), object)
    assert module.Tensor["x"]
    with pytest.raises(AttributeError):
        _ = module.__version__
    assert finder.find_spec("tensor") is None
    assert finder.find_spec("rasa.utils.tensorflow") is None
