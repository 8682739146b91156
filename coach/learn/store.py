"""Keep what was fitted on disk, so that only a change of examples or rules costs a fit. No pickle."""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Callable, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import numpy as np

from coach.learn.model import LinearModel
from coach.whole_file import write_whole

log = logging.getLogger(__name__)
Arrays = dict[str, np.ndarray]
T = TypeVar("T")


def save(model: LinearModel, path: Path) -> None:
    """Write `model` to `path` in one step: a reader sees the whole file or none. Raises OSError."""
    idf, weights = model.idf.astype(np.float32), model.weights.astype(np.float32)
    write(path, model.labels, {"keys": model.keys, "idf": idf, "weights": weights, "bias": model.bias})


def load(path: Path) -> LinearModel | None:
    """Return the model at `path`, or None when there is none that can be read."""
    return _whole(path, _kept)


def write(path: Path, labels: Sequence[str], arrays: Arrays) -> None:
    """Write labels and arrays to `path` in one step. Raises OSError."""
    data = BytesIO()
    names = np.frombuffer("\n".join(labels).encode("utf-8"), dtype=np.uint8)
    np.savez(data, labels=names, **arrays)  # not compressed: unpacking takes ten times as long as reading
    write_whole(path, data.getvalue())


def read(path: Path) -> tuple[list[str], Arrays] | None:
    """Return the labels and arrays at `path`, or None when there are none that can be read."""
    return _whole(path, _read)


def _whole(path: Path, reading: Callable[[Path], T]) -> T | None:
    try:
        return reading(path)
    except FileNotFoundError:
        return None
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile):
        log.warning("unreadable model, fitted again", extra={"path": str(path)})
        return None


@lru_cache(maxsize=14)  # seven tasks in two languages: an edit of words or phrases leaves their models as they are
def _kept(path: Path) -> LinearModel:
    """Return a model. One path always holds the same: its name carries a hash of what the model is made from."""
    labels, arrays = _read(path)
    return LinearModel(labels, *(arrays[name] for name in ("keys", "idf", "weights", "bias")))


def _read(path: Path) -> tuple[list[str], Arrays]:
    with np.load(path, allow_pickle=False) as data:
        arrays = {name: data[name] for name in data.files}
    return arrays.pop("labels").tobytes().decode("utf-8").split("\n"), arrays
