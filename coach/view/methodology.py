"""The methodology as its editor sees it: the files, one file's text, what is wrong with an edit, and saving it."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from coach.context import Context
from coach.knowledge.check import find_problems
from coach.knowledge.edit import problems_with
from coach.knowledge.new import TakenError, new, write_new
from coach.knowledge.problem import Problem
from coach.knowledge.telling import teller
from coach.knowledge.yaml_lines import parse_yaml
from coach.view.kept_versions import keep, kept, kept_text
from coach.whole_file import write_whole

Json = dict[str, Any]
LARGEST = 500_000  # bytes of a file: five times the largest there is
_PART = re.compile(r"[A-Za-z0-9_-]+(\.yml)?")
_saving = threading.Lock()


class NoFileError(ValueError):
    """There is no such file of the methodology, or not one that may be edited here."""


class TooLargeError(ValueError):
    """The text is larger than a file may be."""


@dataclass
class ChangedError(Exception):
    """Somebody else saved the file meanwhile: `text` and `version` are what is there now."""

    text: str
    version: str


@dataclass
class UnsoundError(Exception):
    """The methodology would not be sound with the edit; `problems` as `check` returns them."""

    problems: list[Json]


def tree(lang: str, context: Context) -> Json:
    """Return all files with a title each."""
    knowledge = context.tools.knowledge
    titles = {}
    for (collection, key), document in knowledge.sources.items():
        values = getattr(knowledge, collection, None)
        value = values.get(key) if isinstance(values, dict) else None
        if (name := getattr(value, "name", None)) is not None:
            titles[document.path] = name[lang]
    root = knowledge.root
    paths = sorted(path for path in root.rglob("*.yml") if path.is_file() and not path.is_symlink())
    return {"files": [{"path": p.relative_to(root).as_posix(), "title": titles.get(p, p.stem)} for p in paths]}


def read(path: str, _lang: str, context: Context) -> Json:
    """Return text and version of a file. Raises NoFileError, OSError."""
    raw = _file(path, context).read_bytes()
    return {"text": raw.decode("utf-8", errors="replace"), "version": _version(raw)}


def check(path: str, text: str, lang: str, context: Context) -> Json:
    """Return what is wrong with the methodology when the file holds `text`. Raises NoFileError, TooLargeError."""
    return {"problems": _problems(_file(path, context), _bytes(text), lang, context)}


def save(path: str, text: str, version: str, lang: str, context: Context) -> Json:
    """Write the file, whole or not at all; what was there before is kept.

    Raises NoFileError, TooLargeError, ChangedError when it is no longer what `version` was, UnsoundError, OSError.
    """
    file, raw = _file(path, context), _bytes(text)
    with _saving:
        before = file.read_bytes()
        if _version(before) != version:
            raise ChangedError(before.decode("utf-8", errors="replace"), _version(before))
        if found := _problems(file, raw, lang, context):
            raise UnsoundError(found)
        if raw != before:
            keep(before, version, path, context.home)
            mode = file.stat().st_mode
            write_whole(file, raw)
            file.chmod(mode)  # the methodology is no secret: who could read it before still can
    return {"version": _version(raw)}


def versions(path: str, _lang: str, context: Context) -> Json:
    """Return what stood in a file before, the newest first. Raises NoFileError, OSError."""
    return {"versions": kept(path, _version(_file(path, context).read_bytes()), context.home)}


def version(path: str, which: str, _lang: str, context: Context) -> Json:
    """Return the text that stood in a file before. Raises NoFileError, OSError."""
    _file(path, context)
    text = kept_text(path, which, context.home)
    if text is None:
        raise NoFileError
    return {"text": text}


def add(kind: str, name: str, lang: str, context: Context) -> Json:
    """Write a new scenario, catalogue or product from its worked example and return the path to go on with.

    Raises BadNameError, TakenError, UnsoundError where the example does not fit this methodology, OSError.
    """
    knowledge = context.tools.knowledge
    made, root = new(kind, name, knowledge), knowledge.root
    first = next(iter(made.texts))
    documents = {root / path: parse_yaml(root / path, text.encode()) for path, text in made.texts.items()}
    with _saving:
        if (root / made.place).exists():
            raise TakenError(made.place)
        if found := find_problems(root, documents):
            raise UnsoundError(list(_told(found, root / first, root, lang)))
        write_new(made, knowledge)
    return {"path": first.as_posix()}


def _file(path: str, context: Context) -> Path:
    """Return the file at `path` below the methodology, which nothing leads out of: no `..`, no link."""
    parts = PurePosixPath(path).parts
    plain = all(_PART.fullmatch(part) for part in parts) and path == "/".join(parts) and path.endswith(".yml")
    if not parts or len(path) > 200 or not plain:
        raise NoFileError
    root = context.tools.knowledge.root
    file = root.joinpath(*parts)
    below = [file, *file.parents][: len(parts)]
    if any(one.is_symlink() for one in below) or not file.is_file():
        raise NoFileError
    return file


def _bytes(text: str) -> bytes:
    """Return the text as it is stored: UTF-8, lines ended as everywhere here. Raises TooLargeError."""
    raw = text.replace("\r\n", "\n").encode("utf-8", errors="replace")
    if len(raw) > LARGEST:
        raise TooLargeError
    return raw


def _version(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()[:20]


def _problems(file: Path, raw: bytes, lang: str, context: Context) -> list[Json]:
    root = context.tools.knowledge.root
    return list(_told(problems_with(root, file, raw), file, root, lang))


def _told(problems: Iterable[Problem], file: Path, root: Path, lang: str) -> Iterable[Json]:
    """Yield the problems; `path` names another file than the edited one. Messages name files from the root on."""
    told = teller(lang, root)
    for problem in problems:
        path = None if problem.path == file else problem.path.relative_to(root).as_posix()
        message = told.message(problem.fault).replace(f"{root}/", "")
        yield {"line": problem.line, "kind": problem.kind, "message": message, "path": path}
