"""Read a YAML file into plain data, remembering the line of every value and refusing repeated keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from coach.knowledge.problem import Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 2_000_000
MAX_VALUES = 200_000


@dataclass
class Document:
    """The data of one file and the line (from 1) of each value, by its path of keys and positions."""

    path: Path
    data: Any = None
    lines: dict[tuple[Any, ...], int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, keys: tuple[Any, ...]) -> int:
        """Return the line of `keys`, or of the nearest value around it."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)


def read_yaml(path: Path) -> Document:
    """Return the document at `path`; what is wrong with it is in `problems`, never raised.

    A file of the same time and size is not read twice in one process: the document is shared, so do not change it.
    """
    try:
        of_file = path.stat()
    except OSError as error:
        return Document(path, problems=[_syntax_problem(path, error)])
    return _read(path, of_file.st_mtime_ns, of_file.st_size)


@lru_cache(maxsize=1_000)
def _read(path: Path, _mtime_ns: int, _size: int) -> Document:
    try:
        return parse_yaml(path, path.read_bytes())
    except OSError as error:
        return Document(path, problems=[_syntax_problem(path, error)])


def parse_yaml(path: Path, raw: bytes) -> Document:
    """Return the document that `path` would hold with the bytes `raw`; what is wrong with it is in `problems`."""
    document = Document(path)
    try:
        if len(raw) > MAX_BYTES:
            raise ValueError(f"the file is larger than {MAX_BYTES:,} bytes; split it")
        node = yaml.compose(raw.decode("utf-8-sig"), Loader=_Loader)
        if node is None:
            document.problems.append(Problem(path, 1, "the file is empty"))
            return document
        data = _build(node, (), document, frozenset())
    except (ValueError, yaml.YAMLError) as error:
        document.problems.append(_syntax_problem(path, error))
    except RecursionError:
        document.problems.append(Problem(path, 1, "the values are nested too deep"))
    else:
        document.data = data
    return document


def _syntax_problem(path: Path, error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    if isinstance(error, UnicodeDecodeError):
        return Problem(path, 1, "the file is not UTF-8; save it as UTF-8")
    if isinstance(error, OSError):
        return Problem(path, 1, f"the file cannot be read: {error.strerror or error}")
    message = getattr(error, "problem", None) or str(error)
    return Problem(path, mark.line + 1 if mark else 1, f"not valid YAML: {message}")


def _build(node: yaml.Node, keys: tuple[Any, ...], document: Document, above: frozenset[int]) -> Any:
    document.lines[keys] = node.start_mark.line + 1
    if len(document.lines) > MAX_VALUES:  # aliases of aliases: a few lines can stand for billions
        raise ValueError(f"more than {MAX_VALUES:,} values; split the file")
    if id(node) in above:
        document.problems.append(Problem(document.path, node.start_mark.line + 1, "a value that contains itself"))
        return None
    above = above | {id(node)}
    if isinstance(node, yaml.MappingNode):
        return _build_mapping(node, keys, document, above)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*keys, i), document, above) for i, item in enumerate(node.value)]
    return _scalar(node)


def _build_mapping(
    node: yaml.MappingNode, keys: tuple[Any, ...], document: Document, above: frozenset[int]
) -> dict[Any, Any]:
    result: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            document.problems.append(Problem(document.path, line, "a key must be a word"))
            continue
        key = _scalar(key_node)
        place = (*keys, key)
        if key in result:
            first = document.lines[place]
            document.problems.append(Problem(document.path, line, f"key '{key}' is repeated (first on line {first})"))
            continue
        result[key] = _build(value_node, place, document, above)
        document.lines[place] = line
    return result


def _scalar(node: yaml.Node) -> Any:
    constructor = yaml.constructor.SafeConstructor()
    if node.tag == "tag:yaml.org,2002:str":
        return node.value
    try:
        return constructor.construct_object(node)
    except (ValueError, yaml.YAMLError):
        return node.value
