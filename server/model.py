"""The trained model: where it lies, whether it is up to date, and how it is made."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from server.project import COMPONENTS, CONFIG, DATA, DOMAIN, MODELS

NAME = "coach"


class TrainingError(Exception):
    """Rasa refused the domain, the configuration or the data; the message is Rasa's."""


def sources() -> Iterator[Path]:
    """Yield the files a model is made from, in a fixed order."""
    yield from (DOMAIN, CONFIG)
    yield from sorted(DATA.rglob("*.yml"))
    yield from sorted(COMPONENTS.rglob("*.py"))


def digest() -> str:
    """Return a hash over the names and bytes of the sources and the version of Rasa."""
    found = hashlib.sha256(importlib.metadata.version("rasa").encode())
    for path in sources():
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def model_path(folder: Path = MODELS) -> Path:
    """Return where the model for the present sources is, or would be: the name carries their hash."""
    return folder / f"{NAME}-{digest()[:16]}.tar.gz"


def train(folder: Path = MODELS) -> Path:
    """Train, remove older models, and return the model. Imports Rasa. Raises TrainingError."""
    os.environ["RASA_MAX_CACHE_SIZE"] = "0"  # training takes a second: no cache folder in the project
    import rasa.model_training

    target = model_path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    said = StringIO()
    with tempfile.TemporaryDirectory(dir=folder) as work:
        try:
            with redirect_stdout(said), redirect_stderr(said):
                result = rasa.model_training.train(
                    str(DOMAIN), str(CONFIG), [str(DATA)], output=work, fixed_model_name=NAME
                )
        except (Exception, SystemExit) as error:  # whatever Rasa or a component makes of a faulty file
            raise TrainingError(f"{error}\n{said.getvalue()}".strip()) from error
        if result.model is None or result.code != 0:
            raise TrainingError(said.getvalue().strip())
        os.replace(result.model, target)  # whole or not at all, also when two train at once
    for old in folder.glob(f"{NAME}-*.tar.gz"):
        if old != target:
            old.unlink(missing_ok=True)
    return target
