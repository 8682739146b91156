"""Read a text: every task's verdict, each with its evidence."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path

from coach.knowledge.examples import Example
from coach.knowledge.load import Knowledge
from coach.knowledge.schema import LANGUAGES
from coach.learn.features import Features, features_of
from coach.learn.vocabulary import Rarities
from coach.read.asides import Asides
from coach.read.attitude import Attitudes, Hint
from coach.read.commands import CommandReader
from coach.read.decide import DECIDE, FIRM
from coach.read.forms import plausible, possible
from coach.read.judge import OVERRULE, Judge
from coach.read.listed import Listed
from coach.read.matcher import Hit, Rule, RuleMatcher, scan_of
from coach.read.models import ByLanguage, fingerprint, model_of
from coach.read.nearest import nearest
from coach.read.negation import Negation
from coach.read.on_use import OnUse
from coach.read.rivals import Rivals
from coach.read.rules import list_rules, rules_of
from coach.read.subjects import Subjects
from coach.read.units import last_question
from coach.read.verdict import Evidence, Verdict
from coach.text.blanked import blanked
from coach.text.clauses import clauses
from coach.text.fillers import blank_fillers
from coach.text.language import language_of

# Under this confidence the reader abstains with "unsure"; a stance or role that is not clear is "unknown" instead.
_FLOOR = {"need": 0.36, "form": 0.42}
_NEGATABLE = ("need", "stance")
_AGAINST = ("opponent", "enemy")
_SAYS_SOMETHING = 3  # words that must be left beside a complaint of a rival to show where a person stands
_REMEMBERED = 512  # texts: one sentence is looked at by several tasks
# the label of a text without words, and where nothing speaks for another
EMPTY = {
    "need": "none",
    "form": "none",
    "spin": "other",
    "stance": "unknown",
    "role": "unknown",
    "command": "content",
}


class ScannedText:
    """A text with its tokens, language and the rules that fired, so that several tasks share the work."""

    def __init__(self, text: str, matchers: Mapping[str, RuleMatcher], negation: Negation) -> None:
        """`matchers`: one a task; each looks at the text when its task first asks."""
        self.text = text
        self.scan = scan_of(text)
        self.lang = language_of(text)
        self._matchers, self._negation = matchers, negation
        self._hits: dict[str, list[Hit]] = {}
        self._dropped: dict[str, int] = {}
        self.verdicts: dict[str, Verdict] = {}  # by task: most texts are asked for more than once

    def only_negated(self, task: str) -> bool:
        """Say whether rules of `task` fired and every one was taken back: "quality is fine"."""
        left = self.hits(task)
        return bool(self._dropped.get(task)) and all(hit.rule.label == "none" for hit in left)

    def hits(self, task: str) -> list[Hit]:
        """Return the hits of the rules of `task`; of needs and stances those that stand."""
        if task not in self._hits:
            found = self._matchers[task].match(self.scan) if task in self._matchers else []
            stand = self._negation.drop_negated(self.scan, found) if found and task in _NEGATABLE else found
            stand = _told(stand) if task == "stance" else stand
            self._dropped[task] = len(found) - len(stand)
            self._hits[task] = stand
        return self._hits[task]


class Reader:
    """All judges over the rules. Reading keeps no state; models are loaded on first use."""

    def __init__(self, knowledge: Knowledge, cache: Path) -> None:
        self.knowledge = knowledge
        self._cache = cache
        rules = list(rules_of(knowledge))
        self._digests = {"form": _digest(rules, "form")}  # its rules choose the sentence that the model sees
        by_task: dict[str, list[Rule]] = defaultdict(list)
        for rule in [*rules, *list_rules(knowledge.ethics, "ethics", "says")]:
            by_task[rule.task].append(rule)
        self._matchers = OnUse({task: partial(RuleMatcher, of_task) for task, of_task in by_task.items()})
        lists = knowledge.word_lists
        self._negation = Negation(lists["negation_before"], lists["negation_after"])
        self.rivals = Rivals(knowledge)
        self.asides = Asides(knowledge)
        self.attitudes = Attitudes(knowledge, cache)
        self.listed = Listed(knowledge)
        self.subjects = Subjects(knowledge)
        self._concepts = RuleMatcher(list_rules(knowledge.glossary, "glossary", "terms"))
        self._judges: dict[str, Judge] = {}
        self._commands: CommandReader | None = None
        self._scan = lru_cache(maxsize=_REMEMBERED)(lambda text: ScannedText(text, self._matchers, self._negation))

    def scan(self, text: str) -> ScannedText:
        """Return `text` with tokens and hits."""
        return self._scan(text)

    def need(self, text: str | ScannedText) -> Verdict:
        """Return the need level of what a customer says: surface, latent, deep or none."""
        return self._unless_negated("need", text)

    def form(self, text: str | ScannedText) -> Verdict:
        """Return whether the last question of `text` is open or closed; none without a question."""
        return self._verdict("form", text)

    def spin(self, text: str | ScannedText) -> Verdict:
        """Return the SPIN type of a question."""
        return self._verdict("spin", text)

    def stance(self, text: str | ScannedText) -> Verdict:
        """Return where the described person stands. What is said against a rival does not count against us."""
        scanned = self.scan(text) if isinstance(text, str) else text
        verdict = self._unless_negated("stance", scanned)
        if verdict.label not in _AGAINST:
            word = self.rivals.preferred(scanned.scan) if verdict.confidence < OVERRULE else None
            return _prefers_a_rival(scanned, word, verdict) if word else verdict
        if blamed := self.rivals.blamed(scanned.scan):
            return self._beside(scanned, blamed, verdict)
        return verdict

    def attitude(self, text: str, hints: Sequence[Hint] | None = None) -> Verdict:
        """Return where a person stands by the `hints` in what is told (found here if None), where no rule speaks."""
        scanned = self.scan(text)
        if hints is None:
            hints = self.attitudes.hints(scanned.scan, scanned.lang)
        return self.attitudes.verdict(scanned.scan, scanned.lang, hints)

    def _beside(self, scanned: ScannedText, blamed: list[tuple[int, int]], verdict: Verdict) -> Verdict:
        """The stance in what is said beside the complaint of a rival."""
        rest = self.scan(blanked(scanned.text, blamed))
        beside = self._unless_negated("stance", rest) if len(rest.scan.words) >= _SAYS_SOMETHING else None
        return beside if beside and beside.is_sure else Verdict(EMPTY["stance"], 0.5, (), verdict.label)

    def role(self, text: str | ScannedText) -> Verdict:
        """Return the described person's role in the buying centre."""
        return self._verdict("role", text)

    def command(self, text: str | ScannedText) -> Verdict:
        """Return the control word that the whole message is, or `content`."""
        scanned = self.scan(text) if isinstance(text, str) else text
        if not scanned.scan.words:
            return Verdict("content", 1.0)
        if self._commands is None:
            lists = self.knowledge.word_lists
            self._commands = CommandReader(self._judge("command"), lists, self._concepts, self._matchers["command"])
        if "command" not in scanned.verdicts:
            scanned.verdicts["command"] = self._commands.read(scanned.scan, scanned.lang, scanned.hits("command"))
        return scanned.verdicts["command"]

    def ethics(self, text: str | ScannedText) -> list[str]:
        """Return the ids of the practices that `text` proposes and the assistant warns of."""
        scanned = self.scan(text) if isinstance(text, str) else text
        return sorted({hit.rule.label for hit in scanned.hits("ethics")})

    def concept(self, text: str) -> str | None:
        """Return the id of the concept that `text` names, the longest name first."""
        hits = self._concepts.match(scan_of(text))
        best = max(hits, key=lambda hit: (hit.last - hit.first, hit.end - hit.start, -hit.start), default=None)
        return best.rule.label if best else None

    def nearest_example(self, task: str, text: str, label: str) -> Example | None:
        """Return the example of `label` most like `text`: what the learned verdict leans on."""
        lang = language_of(text)
        examples = [e for e in self.knowledge.examples(task) if e.lang == lang and e.label == label]
        return nearest(text, examples, self._judge(task).models[lang].rarity)

    def rarity(self, task: str) -> Mapping[str, Rarities]:
        """Return how rare each word is among the examples of `task`, by language (inverse document frequency)."""
        return ByLanguage(lambda lang: self._judge(task).models[lang].rarity)

    def warm_up(self) -> None:
        """Load or fit every model and build every matcher now, rather than at the first message."""
        self._matchers.warm_up()
        self.attitudes.warm_up()
        for task in EMPTY:
            for lang in LANGUAGES:
                self._judge(task).models[lang]

    def _unless_negated(self, task: str, text: str | ScannedText) -> Verdict:
        """The verdict, or none where all that fired was taken back and nothing else is said.

        A model cannot tell "no complaints" from "complaints": it counts words. In a text of one clause the
        negation decides; in a longer one only against a model that is not sure.
        """
        scanned = self.scan(text) if isinstance(text, str) else text
        verdict = self._verdict(task, scanned)
        weak = verdict.confidence < OVERRULE or len(clauses(scanned.scan.clean)) < 2
        if scanned.only_negated(task) and verdict.label != EMPTY[task] and weak:
            return Verdict(EMPTY[task], 0.5, (), verdict.label)
        return verdict

    def _verdict(self, task: str, text: str | ScannedText) -> Verdict:
        scanned = self.scan(text) if isinstance(text, str) else text
        if task not in scanned.verdicts:
            scanned.verdicts[task] = self._judged(task, scanned)
        return scanned.verdicts[task]

    def _judged(self, task: str, scanned: ScannedText) -> Verdict:
        if not scanned.scan.words:
            return Verdict(EMPTY[task], 1.0)
        unit, start = self._unit(task, scanned)
        if task != "form":
            return self._judge(task).judge(unit.scan, scanned.lang, unit.hits(task)).moved(start)
        hits = plausible(unit.hits(task), unit.scan.clean)
        labels = possible(hits, unit.scan.clean)
        return self._judge(task).judge(unit.scan, scanned.lang, hits, labels).moved(start).quoting(scanned.text)

    def _unit(self, task: str, scanned: ScannedText) -> tuple[ScannedText, int]:
        """The part that a task looks at and where it starts: for the form the last question, without what a speaker
        says only to gain time; else everything."""
        if task == "form":
            scanned = self.scan(blank_fillers(scanned.text))
            start, end = last_question(scanned.scan, scanned.hits("form"))
            if (start, end) != (0, len(scanned.text)):
                part = scanned.text[start:end]
                unit = self.scan(part.strip())
                return unit, start + len(part) - len(part.lstrip())
        return scanned, 0

    def _featurize(self, task: str, lang: str, text: str) -> Features:
        return features_of(self._unit(task, self.scan(text))[0].scan, lang)

    def _judge(self, task: str) -> Judge:
        if task not in self._judges:
            key = fingerprint(self.knowledge.root, task, self._digests.get(task, ""))
            models = ByLanguage(
                lambda lang: model_of(task, lang, key, self._cache, self._pairs(task, lang), self._featurize)
            )
            floor = _FLOOR.get(task, 0.0)
            self._judges[task] = Judge(task, models, decide=DECIDE[task], floor=floor, firm=FIRM.get(task, frozenset()))
        return self._judges[task]

    def _pairs(self, task: str, lang: str):  # type: ignore[no-untyped-def]
        return lambda: [(e.text, e.label) for e in self.knowledge.examples(task) if e.lang == lang]


def _told(hits: list[Hit]) -> list[Hit]:
    """Return the hits on a stance without those in words that leave it open: "for us or against us, I can't say"."""
    unknown = [hit for hit in hits if hit.rule.label == "unknown" and hit.rule.sure]
    return [h for h in hits if h in unknown or not any(o.first < h.last and h.first < o.last for o in unknown)]


def _prefers_a_rival(scanned: ScannedText, word: Hit, verdict: Verdict) -> Verdict:
    proof = Evidence("language/preferences", word.start, word.end, scanned.text[word.start : word.end])
    return Verdict("opponent", 0.8, (proof,), verdict.label)


def _digest(rules: list[Rule], task: str) -> str:
    own = [(r.id, r.label, r.patterns) for r in rules if r.task == task]
    return hashlib.sha256(repr(own).encode()).hexdigest()
