"""Asks the questions of facts/<scenario>.yml, by hands that saw no example: most get the very fact that answers them.

Those of a few scenarios were answered to the point for a strict reader (docs/rehearsals.md), the others were written to
what the buyer says.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.context import Tools
from tests.rehearsals.early import asked
from tests.yaml_files import held

TWINS = Path(__file__).parent / "facts"


@pytest.mark.parametrize(("lang", "least"), [("zh", 0.75), ("en", 0.7)])
def test_most_questions_get_the_fact_that_answers_them(tools: Tools, lang: str, least: float) -> None:
    questions = [
        (path.stem, question, fact)
        for path in sorted(TWINS.glob("*.yml"))
        for question, fact in held(path)["asked"][lang].items()
    ]
    met = [fact in asked(name, lang, question, tools).turns[-1].facts for name, question, fact in questions]
    assert len(met) >= 360
    assert sum(met) / len(met) >= least
