"""`coach read --task T`: label each line of JSON, with evidence."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from coach.cli.tools import checked_knowledge
from coach.read.reader import Reader
from coach.read.verdict import Verdict
from coach.settings import settings
from coach.text.normalize import whole_characters

TASKS = ("need", "question", "stance", "role", "command")


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("read", help='JSON lines {"id","text"} on stdin -> labels with evidence 读句子')
    parser.add_argument("--task", required=True, choices=TASKS)
    parser.add_argument("--json", action="store_true", help="one JSON value a line (always so)")
    parser.add_argument(
        "--lang",
        choices=("zh", "en"),
        help="language of messages (default: the locale's); the text decides how it is read",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Label stdin to stdout; a line that is no such JSON is reported on stderr and makes the exit code 1."""
    reader = Reader(checked_knowledge(options.lang), settings().cache)
    failed = False
    for number, line in enumerate(_lines(sys.stdin.buffer), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            if not isinstance(item["text"], str):
                raise TypeError("'text' is not a string")
            text = whole_characters(item["text"])
        except (ValueError, KeyError, TypeError) as error:
            failed = True
            print(f'stdin:{number}: expected {{"id": ..., "text": "..."}}: {error}', file=sys.stderr)
            continue
        print(json.dumps({"id": item.get("id"), **label(options.task, text, reader)}, ensure_ascii=False))
    return 1 if failed else 0


def _lines(stream: Iterable[bytes]) -> Iterable[str]:
    for line in stream:
        yield line.decode("utf-8", errors="replace")


def label(task: str, text: str, reader: Reader) -> dict[str, Any]:
    """Return the contract's fields for one text: label, confidence, evidence, runner_up (and spin)."""
    scanned = reader.scan(text)
    if task != "question":
        return _fields(getattr(reader, task)(scanned))
    form = reader.form(scanned)
    asked = form.label in ("open", "closed")
    spin = reader.spin(scanned) if asked else None
    fields = _fields(form)
    if spin:
        fields["evidence"] += _fields(spin)["evidence"]
    return {**fields, "spin": spin.label if spin else None}


def _fields(verdict: Verdict) -> dict[str, Any]:
    return {
        "label": verdict.label,
        "confidence": verdict.confidence,
        "evidence": [asdict(evidence) for evidence in verdict.evidence],
        "runner_up": verdict.runner_up,
    }
