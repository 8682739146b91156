"""Measure the role-play on calls and questions by people who had not seen the scenarios; write docs/rehearsals.md.

Run: .venv/bin/python -m benchmarks.rehearsal
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from benchmarks.page import put_section, table
from coach.context import Tools, build_tools
from coach.knowledge.load import load
from coach.rehearsal.debrief import debrief
from coach.rehearsal.step import begin, play, play_all
from coach.settings import settings

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "rehearsals.md"
CALLS = ROOT / "tests" / "knowledge" / "scenarios"
QUESTIONS = ROOT / "tests" / "rehearsals"
DAY = date(2026, 3, 2)
GAP, VENDOR_GAP, ASK_BACK = 15, 20, 0.15
LANGS = ("zh", "en")
QUALITIES = ("good", "mediocre", "bad")


def result(name: str, lines: Sequence[str], lang: str, tools: Tools) -> dict[str, Any]:
    """Return the debrief of a call at the normal difficulty."""
    start = begin(tools.knowledge.scenarios[name], "normal", lang, DAY, tools)
    return debrief(play_all(start, lines, tools), tools)


def vendors(tools: Tools) -> Iterator[list[str]]:
    """Yield a row for each wording of the three vendors: scores, needs found, whether they come out in order."""
    data = yaml.safe_load((CALLS / "plums.yml").read_text(encoding="utf-8"))["vendors"]
    for lang in LANGS:
        for number, three in enumerate(data[lang], 1):
            results = [result("plums", lines, lang, tools) for lines in three]
            scores = [r["score"] for r in results]
            found = ["".join(need["level"][0] for need in r["needs"] if need["found"]) or "-" for r in results]
            gaps = min(scores[1] - scores[0], scores[2] - scores[1]) >= VENDOR_GAP
            good = gaps and found == ["-", "s", "sld"]
            told = [f"{score} ({needs})" for score, needs in zip(scores, found, strict=True)]
            yield [f"{lang} {number}", *told, "yes" if good else "no"]


def calls(tools: Tools) -> Iterator[list[str]]:
    """Yield a row for each scenario and language: the scores of the three calls, whether they are far enough apart."""
    for path in sorted(CALLS.glob("*.yml")):
        scripts = yaml.safe_load(path.read_text(encoding="utf-8")).get("scripts")
        for lang in LANGS if isinstance(scripts, dict) else ():
            scores = [result(path.stem, scripts[quality][lang], lang, tools)["score"] for quality in QUALITIES]
            apart = scores[0] - scores[1] >= GAP and scores[1] - scores[2] >= GAP
            yield [path.stem, lang, *map(str, scores), "yes" if apart else "no"]


def questions(lang: str, tools: Tools) -> Counter[str]:
    """Return what became of sensible questions, each put first in a new call."""
    vague = {w for key in ("buyer_vague_open", "buyer_vague_closed") for w in tools.words.wordings(key, lang)}
    counts: Counter[str] = Counter()
    with (QUESTIONS / f"questions.{lang}.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            scenario = tools.knowledge.scenarios[row["scenario"]]
            turn = play(begin(scenario, "normal", lang, DAY, tools), row["question"], tools).turns[-1]
            kind = "fact or need told" if turn.told or turn.facts else "guarded" if turn.missed else "other reply"
            if not turn.understood:
                kind = "asked back"
            elif any(sentence in turn.buyer for sentence in vague):
                kind = "vague"
            counts[kind] += 1
    return counts


def main() -> None:
    """Measure and write the page."""
    where = settings()
    tools = build_tools(load(where.knowledge), where.cache)
    rows = list(vendors(tools))
    text = table(["wording", "vendor 1", "vendor 2", "vendor 3", "in order, 20 apart"], rows)
    count = sum(row[-1] == "yes" for row in rows)
    put_section(
        PAGE,
        "vendors",
        f"## The three vendors\n\n{count} of {len(rows)} wordings come out as in the article.\n\n{text}",
    )
    rows = list(calls(tools))
    text = table(["scenario", "language", *QUALITIES, "15 apart"], rows)
    count = sum(row[-1] == "yes" for row in rows)
    put_section(
        PAGE,
        "calls",
        f"## Good, mediocre and bad calls\n\n{count} of {len(rows)} are at least 15 points apart.\n\n{text}",
    )
    found = {lang: questions(lang, tools) for lang in LANGS}
    kinds = sorted({kind for counts in found.values() for kind in counts})
    rows = [[kind, *(f"{found[lang][kind] / found[lang].total():.1%}" for lang in LANGS)] for kind in kinds]
    text = table(["what the buyer did", *LANGS], rows)
    total = found["zh"].total()
    put_section(
        PAGE,
        "questions",
        f"## Questions never seen before\n\n{total} a language, at most {ASK_BACK:.0%} may be asked back.\n\n{text}",
    )
    print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
