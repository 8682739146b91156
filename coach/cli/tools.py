"""What several verbs share: the tools from checked knowledge, days and files as options, JSON to stdout."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from coach.cli.refused import RefusedError
from coach.context import Tools, build_tools
from coach.knowledge.check import check_once
from coach.knowledge.load import Knowledge, KnowledgeError
from coach.knowledge.telling import teller
from coach.knowledge.words import Words
from coach.settings import settings
from coach.terminal import language
from coach.text.decode import text_of


def checked_knowledge(lang: str | None = None) -> Knowledge:
    """Return the knowledge. Raises RefusedError, after listing the problems, when it is broken.

    They are listed in `lang`, by default the terminal's language.
    """
    where = settings()
    try:
        return check_once(where.knowledge, where.cache)
    except KnowledgeError as error:
        print(teller(lang or language(), where.knowledge).lines(error.problems), file=sys.stderr)
        raise RefusedError from error


def checked_tools(lang: str | None = None) -> Tools:
    """Return the tools. Raises RefusedError, after listing the problems, when the knowledge is broken."""
    return build_tools(checked_knowledge(lang), settings().cache)


def read_text(path: Path, words: Words, lang: str) -> str:
    """Return the text of a file in UTF-8, with or without BOM, UTF-16 with BOM, or GBK.

    Raises RefusedError, after saying why, when it cannot be read.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
        raise RefusedError from error
    text = text_of(raw)
    if text is not None:
        return text
    print(f"{path}:1: {words.say('file_not_text', lang)}", file=sys.stderr)
    raise RefusedError


def print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False))


def add_day(parser: argparse.ArgumentParser, option: str, what: str) -> None:
    """Add an option that takes a day; its help tells `what` for. None when it is not given: today is meant."""
    parser.add_argument(option, type=_day, metavar="DATE", help=f"{what}, such as 2026-09-10 (default: today)")


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{given} is no date; write it as 2026-09-10") from error


def file_of_kind(name: str, endings: Iterable[str]) -> Path:
    """Return the path of a file to write. Raises ArgumentTypeError for another ending."""
    path = Path(name)
    if path.suffix.lower() not in endings:
        raise argparse.ArgumentTypeError(f"{name}: the ending must be one of {', '.join(endings)}")
    return path
