"""Learn vectors for what is new in the example questions of all scenarios: coach/learn/question_vectors_*.npz.

    python scripts/question_vectors.py [--anew]

Needed only when many examples were added: new ones count at once with the vectors that there are. What is learned
already stays as it is, so that no question is read otherwise that has nothing new in it; with --anew all is learned
from nothing (two minutes a language). The files are kept in the project, so that every machine reads a question alike.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from coach.assistant import shared_assistant
from coach.knowledge.schema import LANGUAGES
from coach.learn import question_vectors
from coach.learn.fit_question_vectors import Fitted
from coach.read.learned import featurize


def main() -> None:
    tools = shared_assistant().tools
    for lang in LANGUAGES:
        groups = {
            name: [(featurize("", lang, text), item) for text, item in tools.meant.pairs(scenario, lang)]
            for name, scenario in tools.knowledge.scenarios.items()
        }
        known = None if "--anew" in sys.argv[1:] else question_vectors.question_vectors(lang)
        fitted = Fitted(groups, known)
        for time, far in enumerate(fitted.learn(), start=1):
            print(f"{lang}: round {time}, {far:.3f} off", flush=True)
        path = question_vectors.save(lang, fitted.keys, fitted.idf, fitted.vectors)
        print(f"{path}: {len(fitted.keys)} pieces, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
