"""Read a YAML file into plain data, remembering the line of every value and refusing repeated keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from coach.knowledge.fault import Fault, fault
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_faults import LOADER, reason_of

T = TypeVar("T")
MAX_BYTES = 2_000_000
MAX_VALUES = 200_000


class TooMuchError(ValueError):
    """The file is too large; `fault` says in which way."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kind)
        self.fault = fault


@dataclass
class Document:
    """The data of one file and the line (from 1) of each value, by its path of keys and positions.

    `made` keeps what follows from this file alone, so that the next check need not find it again.
    """

    path: Path
    data: Any = None
    lines: dict[tuple[Any, ...], int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    made: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[..., T], *args: Any) -> T:
        """Return `make(self, *args)`, made once. It must follow from these alone, and nobody may change it."""
        key = (make, *map(id, args))
        if key not in self.made:
            self.made[key] = args, make(self, *args)  # with the arguments, whose ids nothing else can then have
        return self.made[key][1]

    def line(self, keys: tuple[Any, ...]) -> int:
        """Return the line of `keys`, or of the nearest value around it."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)


def read_yaml(path: Path) -> Document:
    """Return the document at `path`; what is wrong with it is in `problems`, never raised.

    A file of the same content is not parsed twice in one process: the document is shared, so do not change it.
    """
    try:
        return _parsed(path, path.read_bytes())
    except OSError as error:
        return Document(path, problems=[_syntax_problem(path, error)])


@lru_cache(maxsize=1_000)
def _parsed(path: Path, raw: bytes) -> Document:
    return parse_yaml(path, raw)


def parse_yaml(path: Path, raw: bytes) -> Document:
    """Return the document that `path` would hold with the bytes `raw`; what is wrong with it is in `problems`."""
    document = Document(path)
    try:
        if len(raw) > MAX_BYTES:
            raise TooMuchError(fault("too_large", most=f"{MAX_BYTES:,}"))
        node = yaml.compose(raw.decode("utf-8-sig"), Loader=LOADER)
        if node is None:
            document.problems.append(Problem(path, 1, fault("empty_file")))
            return document
        data = _build(node, (), document, frozenset())
    except (ValueError, yaml.YAMLError) as error:
        document.problems.append(_syntax_problem(path, error, raw))
    except RecursionError:
        document.problems.append(Problem(path, 1, fault("too_deep")))
    else:
        document.data = data
    return document


def _syntax_problem(path: Path, error: Exception, raw: bytes = b"") -> Problem:
    mark = getattr(error, "problem_mark", None)
    if isinstance(error, UnicodeDecodeError):
        return Problem(path, 1, fault("not_utf8"))
    if isinstance(error, FileNotFoundError):
        return Problem(path, 1, fault("file_missing"))
    if isinstance(error, OSError):
        return Problem(path, 1, fault("unreadable", reason=error.strerror or str(error)))
    if isinstance(error, TooMuchError):
        return Problem(path, 1, error.fault)
    message = getattr(error, "problem", None) or str(error).splitlines()[0]
    before = raw.count(b"\n", 0, getattr(error, "position", 0))  # a character that cannot be read has no mark
    return Problem(path, (mark.line if mark else before) + 1, fault("not_yaml", reason=reason_of(message)))


def _build(node: yaml.Node, keys: tuple[Any, ...], document: Document, above: frozenset[int]) -> Any:
    document.lines[keys] = node.start_mark.line + 1
    if len(document.lines) > MAX_VALUES:  # aliases of aliases: a few lines can stand for billions
        raise TooMuchError(fault("too_many_values", most=f"{MAX_VALUES:,}"))
    if id(node) in above:
        document.problems.append(Problem(document.path, node.start_mark.line + 1, fault("contains_itself")))
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
            document.problems.append(Problem(document.path, line, fault("key_word")))
            continue
        key = _scalar(key_node)
        place = (*keys, key)
        if key in result:
            first = document.lines[place]
            document.problems.append(Problem(document.path, line, fault("key_repeated", key=key, first=first)))
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
