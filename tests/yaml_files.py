"""The YAML files beside the tests: each read once a process, by the parser in C where there is one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def held(path: Path) -> Any:
    """Return what a file holds, not to be changed."""
    return yaml.load(path.read_text(encoding="utf-8"), _Loader)
