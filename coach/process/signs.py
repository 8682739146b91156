"""Read the steps of procurement that a text speaks of, and whether they happened or are denied, planned or asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from coach.knowledge.buying import NO_STEP
from coach.knowledge.load import Knowledge
from coach.read.learned import Learned
from coach.read.matcher import Hit, Rule, RuleMatcher, Scan
from coach.read.openings import Openings
from coach.text.clauses import clauses, sentences
from coach.text.language import language_of
from coach.text.normalize import normalize

REACH_BEHIND = 6  # tokens between a sign and a word behind it that takes it back: about one short clause
SURE, LIKELY = "sure", "likely"
LEARNED_FLOOR = 0.25  # under this the model's guess is wrong too often to be a hint (tests/heldout/step_*.tsv)
_REMEMBERED = 4096  # texts
_MARKS = ("not_yet", "before", "after", "new_part", "restart")


@dataclass(frozen=True)
class Sign:
    """Words that speak for a step. `happened` is False for what is denied, planned, asked or a condition.

    `sure`: a phrase of the step that decides; else a likely phrase, or the guess of the learned model.
    """

    step: int
    rule: str
    quote: str
    sure: bool
    happened: bool


@dataclass(frozen=True)
class Heard:
    """The signs of one text in order of place; `restart`: it says that the search begins anew."""

    signs: tuple[Sign, ...]
    restart: bool


class StepReader:
    """Reads signs of steps with the phrases of `process/` and the words around them of `procurement.yml`.

    A sentence without any is guessed at by a model fitted on `examples/step`.
    """

    def __init__(self, knowledge: Knowledge, cache: Path) -> None:
        self._orders = {step.id: step.order for step in knowledge.process.values()}
        rules = [*_step_rules(knowledge), *_mark_rules(knowledge)]
        self._matcher = RuleMatcher(rules)
        self._telling_rules = [rule for rule in rules if rule.task in ("step", "restart")]
        self._learned = Learned("step", knowledge, cache)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._read)

    @cached_property
    def _telling(self) -> Openings:
        return Openings(self._telling_rules)

    def read(self, text: str, *, guess: bool = True) -> Heard:
        """Return what `text` says of steps. Likely and learned signs are left out where a sure one stands.

        Without `guess` the learned model is not asked. What is written down of an account is read again with every
        page on it, so what was heard in a text is remembered.
        """
        return self._remembered(text, guess)

    def _read(self, text: str, guess: bool) -> Heard:
        signs: list[Sign] = []
        restart = False
        clean = normalize(text)
        if not guess and not self._telling.may_stand_in(clean):
            return Heard((), False)
        for start, end in sentences(text):
            if not guess and not self._telling.may_stand_in(clean[start:end]):
                continue
            found, again = self._sentence(text[start:end], guess)
            signs, restart = signs + found, restart or again
        sure = [sign for sign in signs if sign.sure]
        return Heard(tuple(sure or signs), restart)

    def warm_up(self) -> None:
        """Load or fit the models now."""
        self._learned.warm_up()

    def _sentence(self, text: str, guess: bool) -> tuple[list[Sign], bool]:
        """Return the signs of a sentence, and whether it says that the search begins anew."""
        signs: list[Sign] = []
        marks: set[str] = set()
        for start, end in clauses(text):
            if not guess and not self._telling.may_stand_in(normalize(text[start:end])):
                continue  # its marks take back nothing in other clauses, and only the model heeds them beyond
            scan = Scan(text[start:end])
            hits = self._matcher.match(scan)
            marks.update(hit.rule.task for hit in hits)
            signs += [self._sign(hit, hits, scan) for hit in hits if hit.rule.task == "step"]
        restart = "restart" in marks
        return signs or (self._guess(text, marks) if guess and not restart else []), restart

    def _guess(self, text: str, marks: set[str]) -> list[Sign]:
        """Return the model's guess. A word anywhere that denies or plans takes it back: the model has no clauses."""
        guesses = self._learned.guess(Scan(text), language_of(text), most=1, floor=LEARNED_FLOOR)
        happened = marks.isdisjoint(("not_yet", "before", "after"))
        return [
            Sign(self._orders[label], evidence.rule, evidence.text, False, happened)
            for label, _, evidence in guesses
            if label != NO_STEP
        ]

    def _sign(self, hit: Hit, hits: Sequence[Hit], scan: Scan) -> Sign:
        quote = scan.text[hit.start : hit.end]
        return Sign(self._orders[hit.rule.topic], hit.rule.id, quote, hit.rule.sure, not _taken_back(hit, hits))


def _step_rules(knowledge: Knowledge) -> Iterator[Rule]:
    for key, step in knowledge.process.items():
        for strength in (SURE, LIKELY):
            if phrases := getattr(step, strength):
                yield Rule(f"process/{key}.{strength}", "step", key, phrases.all(), strength == SURE, key)


def _mark_rules(knowledge: Knowledge) -> Iterator[Rule]:
    for name in _MARKS:
        yield Rule(f"procurement.{name}", name, name, getattr(knowledge.procurement, name).all())


def _taken_back(sign: Hit, hits: Sequence[Hit]) -> bool:
    """Say whether a word before, behind or within the sign, in the same part of its clause, takes it back.

    A sign that holds a word of planning stands: "the owner will decide" is a step, although the choice is to come.
    """
    turns = [hit for hit in hits if hit.rule.task == "new_part"]
    for mark in hits:
        if mark.rule.task == "not_yet" and sign.first <= mark.first and mark.last <= sign.last:
            return True
        if mark.rule.task in ("not_yet", "before") and mark.last <= sign.first:
            apart = (mark.last, sign.first)
        elif mark.rule.task == "after" and 0 <= mark.first - sign.last <= REACH_BEHIND:
            apart = (sign.last, mark.first)
        else:
            continue
        if not _between(turns, *apart):
            return True
    return False


def _between(turns: Sequence[Hit], first: int, last: int) -> bool:
    return any(first <= turn.first < last for turn in turns)
