"""What users read is set in the marks of its language: Chinese ones in Chinese, curly quotes in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.yaml_files import held

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
PATTERNS = {"sure", "likely", "asks", "words", "terms", "mentions", "fits"}  # phrases to be found: nobody reads them
OF_FILES = {"check_shape_month_day", "check_shape_day", "check_shape_clock", "transcript_no_header"}  # signs of a file
WRONG = {"zh": re.compile(r"[\u4e00-\u9fff][,?!;](?=[\u4e00-\u9fff”]|$)"), "en": re.compile('"')}


def sentences(value: Any, lang: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text of a language."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in PATTERNS | OF_FILES:
                yield from sentences(one, key if key in WRONG else lang)
    elif isinstance(value, list):
        for one in value:
            yield from sentences(one, lang)
    elif isinstance(value, str) and lang:
        yield lang, value


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(KNOWLEDGE.rglob("*.yml")) if not {"examples", "questions"} & set(path.parts)],
    ids=lambda path: str(path.relative_to(KNOWLEDGE)),
)
def test_marks_are_those_of_the_language(path: Path) -> None:
    assert [text for lang, text in sentences(held(path)) if WRONG[lang].search(text)] == []
