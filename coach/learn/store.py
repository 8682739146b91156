"""Keep fitted models on disk, so that only a change of examples or rules costs a fit. No pickle."""

from __future__ import annotations

import logging
import zipfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import numpy as np

from coach.learn.model import LinearModel
from coach.whole_file import write_whole

log = logging.getLogger(__name__)


def save(model: LinearModel, path: Path) -> None:
    """Write `model` to `path` in one step: a reader sees the whole file or none. Raises OSError."""
    data = BytesIO()
    np.savez(  # not compressed: unpacking takes ten times as long as reading
        data,
        labels=np.frombuffer("\n".join(model.labels).encode("utf-8"), dtype=np.uint8),
        keys=model.keys,
        idf=model.idf.astype(np.float32),
        weights=model.weights.astype(np.float32),
        bias=model.bias,
    )
    write_whole(path, data.getvalue())


def load(path: Path) -> LinearModel | None:
    """Return the model at `path`, or None when there is none that can be read."""
    try:
        return _read(path)
    except FileNotFoundError:
        return None
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile):
        log.warning("unreadable model, fitted again", extra={"path": str(path)})
        return None


@lru_cache(maxsize=14)  # seven tasks in two languages: an edit of words or phrases leaves their models as they are
def _read(path: Path) -> LinearModel:
    """Read a model. One path always holds the same: its name carries a hash of what the model is made from."""
    with np.load(path, allow_pickle=False) as data:
        labels = data["labels"].tobytes().decode("utf-8").split("\n")
        return LinearModel(labels, *(data[name] for name in ("keys", "idf", "weights", "bias")))
