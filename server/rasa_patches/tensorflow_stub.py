"""Answers Rasa's imports of TensorFlow, which no component of ours uses, with empty classes.

Reason: two modules on Rasa's way to loading a model (`rasa.utils.tensorflow.callback` and `.data_generator`) and the
validators run before training name classes of TensorFlow and Keras as base classes of neural components.
Gain: loading the bot takes 1.4 s instead of 3.0 s, and 200 MB of memory instead of 540 MB (two runs).
Set COACH_TENSORFLOW=1 to have the real one, for instance to try a neural component in config.yml.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

NAMES = ("tensorflow", "keras", "tensorflow_addons", "tensorflow_hub")
SOURCE_SHA256 = {
    "rasa.utils.tensorflow.callback": "745cf6fe393d9fcb354869eb639e2bf7e34a178b7e3301c1a3e036540b6ada7e",
    "rasa.utils.tensorflow.data_generator": "9d766a17c1ef507e8223a9f8436bd7ff6d2517055d5e66f59f92f76448268fd5",
}


def install() -> None:
    """Answer imports of TensorFlow from now on; nothing to do when it is loaded, or wanted."""
    if NAMES[0] not in sys.modules and os.environ.get("COACH_TENSORFLOW") != "1":
        sys.meta_path.insert(0, _Finder())


class _Anything(type):
    """A class whose every attribute is another such class: good as a base class or in a type hint only."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything(name, (), {})

    def __getitem__(cls, item: Any) -> Any:
        return cls


class _StubModule(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything(name, (), {})


class _Finder(MetaPathFinder, Loader):
    """Finds the modules of NAMES and all below them."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in NAMES:
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _StubModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        pass
