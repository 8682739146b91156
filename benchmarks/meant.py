"""How many plain questions get what a reader would answer: by phrases alone, and with example questions.

    python -m benchmarks.meant

The column `meant` of tests/rehearsals/plain names the facts or needs, the best first, "none" where there are none.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from coach.assistant import shared_assistant
from coach.context import Tools
from coach.rehearsal.meant import Meant
from tests.rehearsals import early

SETS = Path(__file__).parent.parent / "tests" / "rehearsals" / "plain"


class _PhrasesAlone(Meant):
    """Means nothing."""

    def _weights(self, scenario: str, lang: str, question: str) -> dict[str, float]:
        return {}


def labelled() -> Iterator[tuple[str, str, str, set[str]]]:
    """Yield scenario, language, question and what a reader of the scenario would answer."""
    for path in sorted(SETS.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                if row.get("meant"):
                    yield row["scenario"], path.stem.rpartition(".")[2], row["question"], set(row["meant"].split("|"))


def is_met(scenario: str, lang: str, question: str, meant: set[str], tools: Tools) -> bool:
    """Say whether the answer tells or wards off what is meant; of what nobody knows nothing may be told."""
    turn = early.asked(scenario, lang, question, tools).turns[-1]
    if meant == {"none"}:
        return not turn.facts
    return bool(early.answers(turn, scenario, lang, tools) & meant)


def main() -> None:
    tools = shared_assistant().tools
    alone = replace(tools)
    alone.__dict__["meant"] = _PhrasesAlone(tools.knowledge, tools.cache)
    cases = list(labelled())
    for name, with_these in (("phrases alone", alone), ("with example questions", tools)):
        for lang in ("zh", "en"):
            met = [is_met(*case, with_these) for case in cases if case[1] == lang]
            print(f"{name}, {lang}: {sum(met)} of {len(met)}")


if __name__ == "__main__":
    main()
