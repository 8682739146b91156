"""Sound knowledge as one JSON file: read in a twentieth of the time that the YAML files and their checks take.

The file name carries the digest of the knowledge and of the code that read it, so what is kept is never stale.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic.fields import MAPPING_LIKE_SHAPES, SHAPE_SINGLETON
from pydantic.utils import lenient_issubclass

from coach.knowledge.folders import FILES, FOLDERS
from coach.knowledge.load import Knowledge, join_facts
from coach.knowledge.patterns import anchors, remember
from coach.knowledge.schema import LANGUAGES, Catalogue, Shape
from coach.knowledge.words import Words
from coach.knowledge.yaml_lines import Document, read_yaml

_SHAPES: dict[str, type[Shape]] = {**dict(FOLDERS.values()), **dict(FILES.values()), "catalogues": Catalogue}


@dataclass
class KeptDocument(Document):
    """A document of sound knowledge: its lines are read from the file only when a message names one."""

    def line(self, keys: tuple[Any, ...]) -> int:
        """Return the line of `keys`, or of the nearest value around it."""
        return read_yaml(self.path).line(keys)


def pack(knowledge: Knowledge, patterns: Iterable[str]) -> bytes:
    """Return sound knowledge, and what its `patterns` are found by, as bytes."""
    values = [
        [collection, key, str(document.path.relative_to(knowledge.root)), _value(knowledge, collection, key)]
        for (collection, key), document in knowledge.sources.items()
    ]
    found = {pattern: anchors(pattern) for pattern in patterns}
    text = json.dumps({"values": values, "anchors": found}, ensure_ascii=False, separators=(",", ":"))
    data = text.encode("utf-8", "surrogatepass")
    return b"%08x\n" % zlib.crc32(data) + data


def unpack(data: bytes, root: Path, digest: str) -> Knowledge:
    """Return the knowledge in `data`. Raises ValueError when the bytes are not those that `pack` gave."""
    checksum, _, text = data.partition(b"\n")
    if checksum != b"%08x" % zlib.crc32(text):
        raise ValueError("the bytes were changed")
    kept = json.loads(text.decode("utf-8", "surrogatepass"))
    remember(kept["anchors"])
    knowledge = Knowledge(root, digest)
    wordings = {}
    documents: dict[str, KeptDocument] = {}
    for collection, key, name, value in kept["values"]:
        document = documents.setdefault(name, KeptDocument(root / name))
        knowledge.sources[(collection, key)] = document
        if collection == "words":
            wordings[key] = {lang: tuple(texts) for lang, texts in value.items()}
        elif key:
            getattr(knowledge, collection)[key] = _build(_SHAPES[collection], value)
        else:
            setattr(knowledge, collection, _build(_SHAPES[collection], value))
    knowledge.words = Words(wordings)
    join_facts(knowledge)
    return knowledge


def _value(knowledge: Knowledge, collection: str, key: str) -> Any:
    if collection == "words":
        return {lang: knowledge.words.wordings(key, lang) for lang in LANGUAGES}
    value = getattr(knowledge, collection)
    value = value[key] if key else value
    if collection == "scenarios":  # further facts are kept where they stand
        value = value.copy(update={"facts": knowledge.own_facts(key)})
    return value.dict()


def _build(shape: type[Shape], data: dict[str, Any]) -> Shape:
    """Return `data` in `shape` without checking it: it was checked before it was kept."""
    for name, below, of_shape in _nested(shape):
        value = data[name]
        if value is None:
            continue
        if of_shape == SHAPE_SINGLETON:
            data[name] = _build(below, value)
        elif of_shape in MAPPING_LIKE_SHAPES:
            data[name] = {key: _build(below, item) for key, item in value.items()}
        else:
            data[name] = [_build(below, item) for item in value]
    return shape.construct(**data)


@cache
def _nested(shape: type[Shape]) -> tuple[tuple[str, type[Shape], int], ...]:
    """Return name, shape and arrangement of the fields that hold shapes themselves."""
    return tuple(
        (name, field.type_, field.shape)
        for name, field in shape.__fields__.items()
        if lenient_issubclass(field.type_, Shape)
    )
