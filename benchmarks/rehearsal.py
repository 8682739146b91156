"""Measure the role-play on calls and questions by people who had not seen the scenarios; write docs/rehearsals.md.

Run: .venv/bin/python -m benchmarks.rehearsal            measure all sets, write the page
     .venv/bin/python -m benchmarks.rehearsal SET ...    print every call and telling of these sets, write nothing
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import mean
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
FIRST_SET = ROOT / "tests" / "knowledge" / "scenarios"
REHEARSALS = ROOT / "tests" / "rehearsals"
# the sets that came when the engine was there, each from another hand -> what it gave as first read
FIRST: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("first_rehearsals.yml").read_text(encoding="utf-8")
)
LATER = tuple(FIRST)
DAY = date(2026, 3, 2)
GAP, VENDOR_GAP = 15, 20  # points between two calls, between two vendors
LANGS = ("zh", "en")
QUALITIES = ("good", "mediocre", "bad")


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
    scripts = {path.stem: read(path).get("scripts") for path in sorted(FIRST_SET.glob("*.yml"))}
    calls = {name: found for name, found in scripts.items() if isinstance(found, dict)}
    return Written(read(FIRST_SET / "plums.yml")["vendors"], calls, asked(REHEARSALS))


def later_set(name: str) -> Written:
    """Return a set that was written later, one of LATER."""
    folder = REHEARSALS / name
    return Written(read(folder / "vendors.yml"), read(folder / "calls.yml"), asked(folder))


@dataclass(frozen=True)
class Telling:
    """One wording of the three vendors: their scores, the initials of the levels of the needs that they uncovered."""

    lang: str
    number: int
    scores: tuple[int, ...]
    found: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Return whether they come out in the article's order, far enough apart, each with the needs it should have."""
        first, second, third = self.scores
        return min(second - first, third - second) >= VENDOR_GAP and self.found == ("-", "s", "sld")

    def row(self) -> list[str]:
        """Return the telling as a row of a table."""
        told = (f"{score} ({needs})" for score, needs in zip(self.scores, self.found, strict=True))
        return ["vendors", f"{self.lang} {self.number}", *told]


@dataclass(frozen=True)
class Calls:
    """The good, the mediocre and the bad call of one scenario: their scores, and how many of their lines hurt."""

    scenario: str
    lang: str
    scores: tuple[int, ...]
    hurting: tuple[int, ...]
    lines: tuple[int, ...]

    @property
    def distance(self) -> int:
        """Return the smaller of the two distances in points."""
        good, mediocre, bad = self.scores
        return min(good - mediocre, mediocre - bad)

    @property
    def holds(self) -> bool:
        """Return whether the three are far enough apart."""
        return self.distance >= GAP

    def row(self) -> list[str]:
        """Return the calls as a row of a table."""
        return [self.scenario, self.lang, *map(str, self.scores)]


def vendors(written: Written, tools: Tools) -> Iterator[Telling]:
    """Yield each wording of the three vendors, measured."""
    for lang in LANGS:
        for number, three in enumerate(written.vendors[lang], 1):
            results = [result("plums", lines, lang, tools) for lines in three]
            found = ("".join(need["level"][0] for need in r["needs"] if need["found"]) or "-" for r in results)
            yield Telling(lang, number, tuple(r["score"] for r in results), tuple(found))


def calls(written: Written, tools: Tools) -> Iterator[Calls]:
    """Yield the three calls of each scenario and language, measured."""
    spoiling = tools.knowledge.rubric.spoiling
    for name, scripts in written.calls.items():
        for lang in LANGS:
            results = [result(name, scripts[quality][lang], lang, tools) for quality in QUALITIES]
            hurt = [sum(any(m["name"] in spoiling for m in turn["marks"]) for turn in r["turns"]) for r in results]
            lines = (len(r["turns"]) for r in results)
            yield Calls(name, lang, tuple(r["score"] for r in results), tuple(hurt), tuple(lines))


def became(name: str, question: str, lang: str, tools: Tools) -> str:
    """Return what the buyer did with a question that opens a call."""
    vague = {said for key in ("buyer_vague_open", "buyer_vague_closed") for said in tools.words.wordings(key, lang)}
    vague |= {said for dodge in tools.knowledge.dodges.values() for said in dodge.says[lang]}
    turn = play(begin(tools.knowledge.scenarios[name], "normal", lang, DAY, tools), question, tools).turns[-1]
    if not turn.understood:
        return "asked back"
    if any(sentence in turn.buyer for sentence in vague):
        return "vague"
    return "fact or need told" if turn.told or turn.facts else "guarded" if turn.missed else "other reply"


@dataclass(frozen=True)
class Measured:
    """What one set gave."""

    name: str
    vendors: list[Telling]
    calls: list[Calls]
    questions: dict[str, Counter[str]]  # by language: what the buyer did -> how often

    def means(self) -> str:
        """Return the mean scores of the good, mediocre and bad calls."""
        return " / ".join(f"{mean(found.scores[i] for found in self.calls):.1f}" for i in range(len(QUALITIES)))

    def hurting(self) -> str:
        """Return the shares of lines heard as harming the relation in good, mediocre and bad calls."""
        shares = (
            sum(c.hurting[i] for c in self.calls) / sum(c.lines[i] for c in self.calls) for i in range(len(QUALITIES))
        )
        return " / ".join(f"{share:.0%}" for share in shares)

    def asked_back(self) -> str:
        """Return the share of questions asked back, by language."""
        return " / ".join(f"{found['asked back'] / found.total():.1%}" for found in self.questions.values())


def measure(name: str, written: Written, tools: Tools) -> Measured:
    """Return what a set gives now."""
    questions = {
        lang: Counter(became(scenario, text, lang, tools) for scenario, text in found)
        for lang, found in written.questions.items()
    }
    return Measured(name, list(vendors(written, tools)), list(calls(written, tools)), questions)


def held(found: Sequence[Telling | Calls]) -> str:
    """Return how many hold."""
    return f"{sum(one.holds for one in found)} of {len(found)}"


def sets_part(sets: Sequence[Measured]) -> str:
    """Return the table of the sets, as first read and now."""
    head = ["set", "first read on", "calls 15 apart, first", "now"]
    head += ["vendors in order, first", "now", "mean now", "hurt"]
    rows = []
    for one in sets:
        first = FIRST.get(one.name, {"day": "in view", "calls": "-", "vendors": "-"})
        then_now = [first["calls"], held(one.calls), first["vendors"], held(one.vendors)]
        rows.append([one.name, str(first["day"]), *then_now, one.means(), one.hurting()])
    return table(head, rows)


def short_part(sets: Sequence[Measured]) -> str:
    """Return what falls short now, in which set."""
    rows = [[one.name, *found.row()] for one in sets for found in (*one.calls, *one.vendors) if not found.holds]
    if not rows:
        return "Nothing in these sets falls short now."
    return table(["set", "scenario", "telling", "good or vendor 1", "mediocre or 2", "bad or 3"], rows)


def scenarios_part(sets: Sequence[Measured]) -> str:
    """Return the mean scores by scenario and language over all sets, and the smallest distance in any of them."""
    found: dict[tuple[str, str], list[Calls]] = {}
    for one in sets:
        for calls in one.calls:
            found.setdefault((calls.scenario, calls.lang), []).append(calls)
    rows = []
    for (name, lang), all_calls in sorted(found.items()):
        means = (f"{mean(c.scores[i] for c in all_calls):.0f}" for i in range(len(QUALITIES)))
        rows.append([name, lang, str(len(all_calls)), *means, str(min(c.distance for c in all_calls))])
    return table(["scenario", "language", "sets", *QUALITIES, "smallest distance"], rows)


def questions_part(sets: Sequence[Measured]) -> str:
    """Return what became of the sensible questions of the sets that have some."""
    having = [one for one in sets if one.questions]
    kinds = sorted({kind for one in having for counts in one.questions.values() for kind in counts} - {"asked back"})
    rows = []
    for one in having:
        first = FIRST.get(one.name, {}).get("asked back", "-")
        shares = (
            " / ".join(f"{found[kind] / found.total():.1%}" for found in one.questions.values()) for kind in kinds
        )
        rows.append([one.name, str(one.questions["zh"].total()), first, one.asked_back(), *shares])
    return table(["set", "questions a language", "asked back, first", "now", *kinds], rows)


def main(names: Sequence[str]) -> None:
    """Measure all sets and write the page, or print those that are named."""
    where = settings()
    tools = build_tools(load(where.knowledge), where.cache)
    if names:
        for name in names:
            one = measure(name, later_set(name), tools)
            print(f"{name}: calls {held(one.calls)}, vendors {held(one.vendors)}")
            print(table(["scenario", "telling", *QUALITIES], [found.row() for found in (*one.calls, *one.vendors)]))
        return
    sets = [measure("first", first_set(), tools)]
    for name in LATER:
        print(f"Measuring the {name} set …", file=sys.stderr)
        sets.append(measure(name, later_set(name), tools))
    put_section(PAGE, "sets", sets_part(sets))
    put_section(PAGE, "short", short_part(sets))
    put_section(PAGE, "scenarios", scenarios_part(sets[1:]))
    put_section(PAGE, "questions", questions_part(sets))
    print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
