"""Control or content: a message is a control word only when nearly all of it is one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from coach.knowledge.schema import WordList
from coach.read.coverage import covers
from coach.read.judge import Judge, quote
from coach.read.matcher import Hit, Rule, RuleMatcher, Scan, scan_of
from coach.read.verdict import Verdict
from coach.text.clauses import clauses
from coach.text.dates import dates_in

CONTENT, SKIP, STOP = "content", "skip", "stop"
# Taking content for a command throws an answer away; the opposite costs one repeat. So the model must be sure.
FLOOR = 0.65
_ANY_DAY = date(2000, 1, 1)  # whether words name a day does not depend on today
_SPAN = re.compile(r"\bnext (?:week|month|quarter|year|spring|summer|autumn|fall|winter)\b")
# Beside a remark these may be read: they change nothing, ask again, or can be taken up again later.
HARMLESS = frozenset({"knowledge", "hint", "help", "back", "repeat", "why", "summary", STOP})
MOST_PARTS = 4
EARLY = 2  # tokens before the "you" or "I" of a remark: "he joked when he saw my notes" is none
BARE = 2  # tokens of a bare "ok" or 好的
WHOLE_PHRASE = {"zh": 6, "en": 4}  # tokens of a control phrase that is one even where nothing parts it from a remark
REMARK = 12  # tokens of such a remark
LONGEST = {"zh": 40, "en": 26}  # tokens (in Chinese, characters): nobody needs more to say "stop"


class CommandReader:
    """Reads control words: whole-message patterns first, then a concept asked for, then the model."""

    def __init__(self, judge: Judge, lists: Mapping[str, WordList], concepts: RuleMatcher, rules: RuleMatcher) -> None:
        self._judge = judge
        self._fillers, self._talk, self._others = (
            RuleMatcher([Rule(name, name, name, lists[name].words.all()) for name in names])
            for names in (("fillers",), ("myself", "second_person"), ("third_person", "reporting", "asked"))
        )
        self._concepts = concepts
        self._rules = rules

    def read(self, scan: Scan, lang: str, hits: Sequence[Hit]) -> Verdict:
        """Return the verdict on a message, given the command rules that fired on it."""
        if verdict := self._whole(scan, hits):
            return verdict
        if verdict := self._concept(scan, hits):
            return verdict
        if verdict := self._beside(scan, lang) or self._run_on(scan, lang, hits):
            return verdict
        if not hits and len(scan.words) <= BARE and covers(self._fillers.match(scan), scan):
            return Verdict(CONTENT, 0.9)  # "ok"
        if len(scan.words) > LONGEST[lang]:
            return Verdict(CONTENT, 0.9)
        verdict = self._judge.judge(scan, lang, hits)
        if verdict.label == SKIP and _is_in_a_day(scan, [hit for hit in hits if hit.rule.label == SKIP]):
            return Verdict(CONTENT, 0.9, (), SKIP)
        if verdict.label != CONTENT and verdict.confidence < FLOOR:
            return Verdict(CONTENT, round(1 - verdict.confidence, 4), (), verdict.label)
        return verdict

    def _whole(self, scan: Scan, hits: Sequence[Hit]) -> Verdict | None:
        """A sure phrase that, small words aside, is the whole message."""
        sure = [hit for hit in hits if hit.rule.sure]
        if not sure:
            return None
        fillers = self._fillers.match(scan)
        for hit in sorted(sure, key=lambda h: (h.first - h.last, h.start)):
            if covers([hit, *fillers], scan):
                return Verdict(hit.rule.label, 0.98, (quote(hit, scan),), CONTENT)
        return None

    def _beside(self, scan: Scan, lang: str) -> Verdict | None:
        """A control word with remarks to the listener around it: "hint please, I don't know what to tell you"."""
        parts = clauses(scan.clean)
        if not 1 < len(parts) <= MOST_PARTS or len(scan.words) > 2 * LONGEST[lang]:
            return None
        found: list[Verdict] = []
        remarks: list[tuple[int, Scan, Sequence[Hit]]] = []
        for start, end in parts:
            part = scan_of(scan.text[start:end])
            own = self._rules.match(part)
            if verdict := self._whole(part, own) or self._concept(part, own):
                found.append(verdict.moved(start))
            elif self._is_remark(part):
                remarks.append((start, part, own))
            else:
                return None
        if found and all(verdict.label == CONTENT for verdict in found):
            return found[0]  # "please let me finish, I have twenty minutes"
        if not found and len(scan.words) <= LONGEST[lang]:
            judged = ((start, self._judge.judge(part, lang, own)) for start, part, own in remarks)
            found = [verdict.moved(start) for start, verdict in judged if verdict.confidence >= FLOOR]
        labels = {verdict.label for verdict in found} - {CONTENT}
        if STOP in labels and self._others.match(scan):
            return None  # "stop, I told him"
        return next(said for said in found if said.label in labels) if len(labels) == 1 and labels <= HARMLESS else None

    def _run_on(self, scan: Scan, lang: str, hits: Sequence[Hit]) -> Verdict | None:
        """A remark that runs into a control phrase, as people dictate: "I'm nearly home that's all from me"."""
        for hit in hits:
            is_control = hit.rule.sure and hit.rule.label in HARMLESS and hit.last - hit.first >= WHOLE_PHRASE[lang]
            is_last = not any(word.isalnum() for word in scan.words[hit.last :])
            if not (is_control and is_last and 0 < hit.first <= REMARK) or self._others.match(scan):
                continue
            if self._is_remark(scan_of(scan.clean[: hit.start])):
                return Verdict(hit.rule.label, 0.9, (quote(hit, scan),), CONTENT)
        return None

    def _is_remark(self, part: Scan) -> bool:
        """Say whether a clause is said to the listener, or only of oneself."""
        return any(hit.first <= EARLY for hit in self._talk.match(part)) or covers(self._fillers.match(part), part)

    def _concept(self, scan: Scan, hits: Sequence[Hit]) -> Verdict | None:
        """A frame ("what is ...") around a term of the glossary, and nothing else."""
        frames = [hit for hit in hits if hit.rule.label == "knowledge"]
        terms = self._concepts.match(scan)
        if not frames or not terms:
            return None
        fillers = self._fillers.match(scan)
        for term in sorted(terms, key=lambda h: (h.first - h.last, h.start)):
            if covers([term, *frames, *fillers], scan):
                evidence = (*(quote(f, scan) for f in frames), quote(term, scan))
                return Verdict("knowledge", 0.95, evidence, CONTENT)
        return None


def _is_in_a_day(scan: Scan, hits: Sequence[Hit]) -> bool:
    """Say whether all that sounds like a control word is part of a day, as the "next" of "next Friday"."""
    days = [(place.start, place.end) for place in dates_in(scan.clean, _ANY_DAY)]
    days += [found.span() for found in _SPAN.finditer(scan.clean)]
    return bool(hits) and all(any(start <= hit.start and hit.end <= end for start, end in days) for hit in hits)
