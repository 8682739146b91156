"""The fitted model of each task and language: from disk when nothing changed, else fitted anew."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from coach.knowledge.folders import EXAMPLES
from coach.learn import store
from coach.learn.features import Features
from coach.learn.model import LinearModel
from coach.learn.packages import file_of
from coach.whole_file import keep_only

log = logging.getLogger(__name__)
_COACH = Path(__file__).resolve().parent.parent
_MADE_BY = ("learn", "read", "text")
_FOLDERS_OF = {
    "form": ("question",),
    "spin": ("question",),
    "tone": ("tone", "question", "act"),
    "attitude": ("attitude", "stance", "role", "need"),
}
Featurize = Callable[[str, str, str], Features]  # task, language, text -> features
T = TypeVar("T")


class ByLanguage(dict[str, T]):
    """One value a language, made when it is first asked for: most conversations are in one language.

    Two threads may both make it; they make the same.
    """

    def __init__(self, make: Callable[[str], T]) -> None:
        self._make = make

    def __missing__(self, lang: str) -> T:
        return self.setdefault(lang, self._make(lang))


@lru_cache(maxsize=1)
def code_hash() -> bytes:
    """Return a hash over the code that makes features and fits, so that a change of it fits anew."""
    digest = hashlib.sha256(file_of("sklearn").read_bytes())  # its version stands there; to import it takes a second
    for folder in _MADE_BY:
        for path in sorted((_COACH / folder).glob("*.py")):
            digest.update(path.read_bytes())
    return digest.digest()


def fingerprint(root: Path, task: str, rules: str) -> str:
    """Return a hash over what the model of `task` is made from: examples, code, the rules that choose its sentence."""
    digest = hashlib.sha256(code_hash() + f"\0{task}\0{rules}\0".encode())
    for folder in _FOLDERS_OF.get(task, (task,)):
        for path in sorted((root / EXAMPLES / folder).glob("*.yml")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def model_of(
    task: str,
    lang: str,
    key: str,
    cache: Path,
    examples: Callable[[], list[tuple[str, str]]],
    featurize: Featurize,
) -> LinearModel:
    """Return the model for `task` in `lang`; `examples` gives (text, label) and is called only to fit."""

    def fitted() -> LinearModel:
        from coach.learn.fit import fit  # scikit-learn takes a second to import, and is needed only to fit

        pairs = examples()
        return fit([featurize(task, lang, text) for text, _ in pairs], [label for _, label in pairs])

    return kept(cache, f"{task}-{lang}", key, fitted, store.load, store.save)


def kept(
    cache: Path,
    name: str,
    key: str,
    make: Callable[[], T],
    load: Callable[[Path], T | None],
    save: Callable[[T, Path], None],
) -> T:
    """Return what is kept in `cache` under a name for this key, else what `make` makes: it takes the place of what was
    kept for other keys."""
    path = cache / f"{name}-{key}.npz"
    found = load(path)
    if found is None:
        found = make()
        try:
            save(found, path)
            keep_only(path, f"{name}-*.npz")
        except OSError as error:  # it serves all the same; the next start makes it again
            log.warning("fitted model not kept: %s", error)
    return found
