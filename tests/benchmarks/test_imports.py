"""Each benchmark can still be started: none asks for a name that is gone."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import benchmarks

MODULES = sorted(path.stem for path in Path(benchmarks.__file__).parent.glob("[a-z]*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_benchmark_imports(name: str) -> None:
    assert import_module(f"benchmarks.{name}").__doc__
