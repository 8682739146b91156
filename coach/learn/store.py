"""Keep fitted models on disk, so that only a change of examples or rules costs a fit. No pickle."""

from __future__ import annotations

import logging
import os
import zipfile
from functools import lru_cache
from pathlib import Path

import numpy as np

from coach.learn.model import LinearModel

log = logging.getLogger(__name__)


def save(model: LinearModel, path: Path) -> None:
    """Write `model` to `path` in one step: a reader sees the whole file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with part.open("wb") as file:
        np.savez_compressed(
            file,
            labels=_text(model.labels),
            vocabulary=_text(model.vocabulary),
            idf=model.idf.astype(np.float32),
            weights=model.weights.astype(np.float32),
            bias=model.bias,
        )
    os.replace(part, path)


def load(path: Path) -> LinearModel | None:
    """Return the model at `path`, or None when there is none that can be read."""
    try:
        return _read(path)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        log.warning("unreadable model, fitted again", extra={"path": str(path)})
        return None


@lru_cache(maxsize=12)  # six tasks in two languages: an edit of words or phrases leaves their models as they are
def _read(path: Path) -> LinearModel:
    """Read a model. One path always holds the same: its name carries a hash of what the model is made from."""
    with np.load(path, allow_pickle=False) as data:
        return LinearModel(
            _lines(data["labels"]),
            _lines(data["vocabulary"]),
            data["idf"].astype(np.float64),
            data["weights"].astype(np.float64),
            data["bias"],
        )


def _text(lines: tuple[str, ...]) -> np.ndarray:
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


def _lines(data: np.ndarray) -> list[str]:
    return data.tobytes().decode("utf-8").split("\n")
