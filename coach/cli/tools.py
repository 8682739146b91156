"""What several verbs share: the tools from checked knowledge, JSON to stdout, files read with clear errors."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from coach.context import Tools, build_tools
from coach.knowledge.check import check_once
from coach.knowledge.load import KnowledgeError
from coach.settings import settings


class RefusedError(Exception):
    """The input has a problem that was said; the verb ends with exit code 1."""


def checked_tools() -> Tools:
    """Return the tools. Raises RefusedError, after listing the problems, when the knowledge is broken."""
    where = settings()
    try:
        return build_tools(check_once(where.knowledge, where.cache), where.cache)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        raise RefusedError from error


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, with or without BOM, or GBK. Raises RefusedError when it cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
        raise RefusedError from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    print(f"{path}:1: the file is neither UTF-8 nor GBK text; save it as UTF-8", file=sys.stderr)
    raise RefusedError


def print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False))


def today() -> date:
    """Return today, or the day in COACH_TODAY."""
    fixed = os.environ.get("COACH_TODAY")
    return date.fromisoformat(fixed) if fixed else date.today()
