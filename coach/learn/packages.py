"""Files of installed packages, without importing these."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def file_of(package: str, name: str = "__init__.py") -> Path:
    """Return the path of a file in the folder of `package`. Raises ModuleNotFoundError."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{package} is not installed; see requirements.txt")
    return Path(spec.origin).with_name(name)
