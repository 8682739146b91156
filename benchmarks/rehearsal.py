"""Measure the role-play on calls and questions by people who had not seen the scenarios; write docs/rehearsals.md.

Run: .venv/bin/python -m benchmarks.rehearsal
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
REHEARSALS = ROOT / "tests" / "rehearsals"
# sets that came when the engine was there, each from another hand
LATER = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
UNSEEN: tuple[str, ...] = ()  # sets with whose lines in view nothing was mended
DAY = date(2026, 3, 2)
GAP, VENDOR_GAP, ASK_BACK = 15, 20, 0.15
LANGS = ("zh", "en")
QUALITIES = ("good", "mediocre", "bad")
AGAIN = "## The {name} set now\n\n{seen}"
SEEN = "Knowledge was mended after the first reading, with its failures in view: these flatter."
NOT_SEEN = "Only the figures of this set were looked at, nothing was mended with its lines in view: trust these."


def result(name: str, lines: Sequence[str], lang: str, tools: Tools) -> dict[str, Any]:
    """Return the debrief of a call at the normal difficulty."""
    start = begin(tools.knowledge.scenarios[name], "normal", lang, DAY, tools)
    return debrief(play_all(start, lines, tools), tools)


@dataclass(frozen=True)
class Written:
    """A set of calls and questions by one hand: vendors by language, calls by scenario, quality and language."""

    vendors: dict[str, list[list[list[str]]]]
    calls: dict[str, dict[str, dict[str, list[str]]]]
    questions: dict[str, list[tuple[str, str]]]


def read(path: Path) -> Any:
    """Return the content of a YAML file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def asked(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Return scenario and question of each line of questions.<lang>.tsv in a folder, by language."""
    found: dict[str, list[tuple[str, str]]] = {}
    for lang in LANGS:
        path = folder / f"questions.{lang}.tsv"
        if not path.exists():  # a set of calls alone
            continue
        with path.open(encoding="utf-8", newline="") as file:
            found[lang] = [(row["scenario"], row["question"]) for row in csv.DictReader(file, delimiter="\t")]
    return found


def first_set() -> Written:
    """Return the first set, which the engine was built with: its calls are twins of the scenarios."""
    scripts = {path.stem: read(path).get("scripts") for path in sorted(CALLS.glob("*.yml"))}
    calls = {name: found for name, found in scripts.items() if isinstance(found, dict)}
    return Written(read(CALLS / "plums.yml")["vendors"], calls, asked(REHEARSALS))


def later_set(name: str) -> Written:
    """Return a set that was written later, one of LATER."""
    folder = REHEARSALS / name
    return Written(read(folder / "vendors.yml"), read(folder / "calls.yml"), asked(folder))


def vendors(written: Written, tools: Tools) -> Iterator[list[str]]:
    """Yield a row for each wording of the three vendors: scores, needs found, whether they come out in order."""
    for lang in LANGS:
        for number, three in enumerate(written.vendors[lang], 1):
            results = [result("plums", lines, lang, tools) for lines in three]
            scores = [r["score"] for r in results]
            found = ["".join(need["level"][0] for need in r["needs"] if need["found"]) or "-" for r in results]
            gaps = min(scores[1] - scores[0], scores[2] - scores[1]) >= VENDOR_GAP
            good = gaps and found == ["-", "s", "sld"]
            told = [f"{score} ({needs})" for score, needs in zip(scores, found, strict=True)]
            yield [f"{lang} {number}", *told, "yes" if good else "no"]


def calls(written: Written, tools: Tools) -> Iterator[list[str]]:
    """Yield a row for each scenario and language: the scores of the three calls, whether they are far enough apart."""
    for name, scripts in written.calls.items():
        for lang in LANGS:
            scores = [result(name, scripts[quality][lang], lang, tools)["score"] for quality in QUALITIES]
            apart = scores[0] - scores[1] >= GAP and scores[1] - scores[2] >= GAP
            yield [name, lang, *map(str, scores), "yes" if apart else "no"]


def questions(written: Written, lang: str, tools: Tools) -> Counter[str]:
    """Return what became of sensible questions, each put first in a new call."""
    return Counter(became(name, question, lang, tools) for name, question in written.questions[lang])


def became(name: str, question: str, lang: str, tools: Tools) -> str:
    """Return what the buyer did with a question that opens a call."""
    vague = {w for key in ("buyer_vague_open", "buyer_vague_closed") for w in tools.words.wordings(key, lang)}
    turn = play(begin(tools.knowledge.scenarios[name], "normal", lang, DAY, tools), question, tools).turns[-1]
    if not turn.understood:
        return "asked back"
    if any(sentence in turn.buyer for sentence in vague):
        return "vague"
    return "fact or need told" if turn.told or turn.facts else "guarded" if turn.missed else "other reply"


def vendor_part(written: Written, tools: Tools) -> str:
    """Return the text on the vendors of a set."""
    rows = list(vendors(written, tools))
    count = sum(row[-1] == "yes" for row in rows)
    told = table(["wording", "vendor 1", "vendor 2", "vendor 3", "in order, 20 apart"], rows)
    return f"{count} of {len(rows)} wordings come out as in the article.\n\n{told}"


def call_part(written: Written, tools: Tools) -> str:
    """Return the text on the calls of a set."""
    rows = list(calls(written, tools))
    count = sum(row[-1] == "yes" for row in rows)
    told = table(["scenario", "language", *QUALITIES, "15 apart"], rows)
    return f"{count} of {len(rows)} are at least 15 points apart.\n\n{told}"


def tone_part(written: Written, tools: Tools) -> str:
    """Return the text on the lines that are marked as harming the relation, by quality of the call and language."""
    counts: dict[tuple[str, str], list[int]] = {}
    for name, scripts in written.calls.items():
        for quality in QUALITIES:
            for lang in LANGS:
                turns = result(name, scripts[quality][lang], lang, tools)["turns"]
                spoiling = tools.knowledge.rubric.spoiling
                hurt = [any(mark["name"] in spoiling for mark in turn["marks"]) for turn in turns]
                count = counts.setdefault((quality, lang), [0, 0])
                count[0] += sum(hurt)
                count[1] += len(hurt)
    rows = [[quality, *("{} of {}".format(*counts[quality, lang]) for lang in LANGS)] for quality in QUALITIES]
    return f"Lines heard as harming the relation:\n\n{table(['lines of calls', *LANGS], rows)}"


def question_part(written: Written, tools: Tools) -> str:
    """Return the text on the questions of a set."""
    found = {lang: questions(written, lang, tools) for lang in LANGS}
    kinds = sorted({kind for counts in found.values() for kind in counts})
    rows = [[kind, *(f"{found[lang][kind] / found[lang].total():.1%}" for lang in LANGS)] for kind in kinds]
    told = table(["what the buyer did", *LANGS], rows)
    return f"{found['zh'].total()} a language, at most {ASK_BACK:.0%} may be asked back.\n\n{told}"


def main() -> None:
    """Measure all sets and write the page; the first readings of the later ones are text and stay as they are."""
    where = settings()
    tools = build_tools(load(where.knowledge), where.cache)
    one = first_set()
    put_section(PAGE, "vendors", f"## The three vendors\n\n{vendor_part(one, tools)}")
    put_section(PAGE, "calls", f"## Good, mediocre and bad calls\n\n{call_part(one, tools)}")
    put_section(PAGE, "questions", f"## Questions of the first set\n\n{question_part(one, tools)}")
    for name in LATER:
        later = later_set(name)
        parts = [vendor_part(later, tools), call_part(later, tools), tone_part(later, tools)]
        if later.questions:
            parts.append(question_part(later, tools))
        head = AGAIN.format(name=name, seen=NOT_SEEN if name in UNSEEN else SEEN)
        put_section(PAGE, f"{name} set now", "\n\n".join([head, *parts]))
    print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
