"""What a line of the seller was, in words, with the rule, and how the reader can be asked about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from coach.context import Tools
from coach.judge.score import MARK_OF
from coach.text.clauses import sentences

Json = dict[str, Any]
_FORMS = ("open", "closed")
_SPIN = "spin_"
_EARNING = set(MARK_OF.values())


def marks(line: str, found: Iterable[Mapping[str, Any]], lang: str, tools: Tools) -> list[Json]:
    """Return the marks of `line`, which are plain JSON as the state of a rehearsal keeps them."""
    return [
        {
            "name": mark["name"],
            "label": tools.words.say(f"mark_{mark['name']}", lang),
            "rule": mark["rule"],
            "text": mark["text"],
            "start": mark["start"],
            "end": mark["end"],
            "good": _good(mark["name"], tools),
            "why": _why(line, mark, tools),
        }
        for mark in found
    ]


def _good(name: str, tools: Tools) -> bool | None:
    """Say whether such a line does good or harm; None where it is neither."""
    if name in {fault.id for fault in tools.knowledge.rubric.faults}:
        return False
    return True if name in _EARNING | {item.id for item in tools.knowledge.rubric.criteria} else None


def _why(line: str, mark: Mapping[str, Any], tools: Tools) -> Json | None:
    """Return what to ask the reader: about the question that bears the mark; None where its verdict is another one.

    Other marks hang on what was said before, so a sentence alone cannot explain them; the rule and the words can.
    """
    name = str(mark["name"])
    if name in _FORMS:
        task, label = "form", name
    elif name.startswith(_SPIN):
        task, label = "spin", name.removeprefix(_SPIN)
    else:
        return None
    text = _sentence(line, int(mark["start"]))
    return {"task": task, "text": text} if getattr(tools.reader, task)(text).label == label else None


def _sentence(line: str, start: int) -> str:
    """Return the sentence of `line` that holds the character at `start`."""
    return next((line[a:b].strip() for a, b in sentences(line) if a <= start < b), line)
