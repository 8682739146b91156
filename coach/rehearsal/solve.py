"""A perfect seller: plays a scenario through with the examples that are written in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coach.context import Tools
from coach.knowledge.scenario import Fact, Scenario, ScenarioNeed
from coach.rehearsal.closing import AGREED
from coach.rehearsal.earned import trust_for
from coach.rehearsal.scene import difficulty
from coach.rehearsal.state import Rehearsal
from coach.rehearsal.step import begin, play
from coach.text.clauses import sentences

TRIES = 2  # how often one line is said: what fails twice fails for good
WARMING = 12  # lines that only build trust: who needs more is not to be won


def perfect_call(scenario: Scenario, level: str, lang: str, tools: Tools, today: date) -> Rehearsal:
    """Return the call of a seller who knows `scenario`: every need asked for, then pitch, summary and a next step.

    Raises KeyError when there is no such difficulty.
    """
    seller = _Seller(scenario, level, lang, tools)
    state = begin(scenario, level, lang, today, tools)
    while not state.over and (line := seller.next_line(state)) is not None:
        state = play(state, line, tools)
    return state


class _Seller:
    """Chooses the next line from the state alone; the scenario's examples come before words of the seller's own."""

    def __init__(self, scenario: Scenario, level: str, lang: str, tools: Tools) -> None:
        self.scenario, self.lang, self.words = scenario, lang, tools.words
        self.topics, self.numbers = tools.knowledge.topics, tools.knowledge.rehearsing
        self.level = difficulty(self.numbers, level)

    def next_line(self, state: Rehearsal) -> str | None:
        """Return what to say next, None when all is said."""
        said = [turn.seller for turn in state.turns]
        for line in self._lines(state):
            if said.count(line) < TRIES:
                return line
        return None

    def _lines(self, state: Rehearsal) -> Iterable[str]:
        """Yield the lines that fit the moment, the most urgent first."""
        for objection in self.scenario.objections:
            if objection.id == state.open_objection:
                yield objection.answer[self.lang]
        for need in self.scenario.needs:
            yield from self._for_need(need, state)
        once = [self.scenario.pitch[self.lang], self._summary(state)]
        yield from (line for line in once if all(turn.seller != line for turn in state.turns))
        if state.agreed != AGREED:
            agree = self.scenario.agree
            yield from self._warm(state, agree.trust + self.level.needed)
            yield agree.ask[self.lang]

    def _for_need(self, need: ScenarioNeed, state: Rehearsal) -> Iterable[str]:
        known = {*state.told, *state.facts}
        waits = [item for item in self.scenario.items if item.id in need.after and item.id not in known]
        if need.id in state.told or any(isinstance(item, ScenarioNeed) for item in waits):
            return
        for fact in waits:
            yield from self._for_fact(fact)
        ask = need.ask[self.lang]
        if sum(turn.seller == ask for turn in state.turns) < TRIES:
            yield from self._warm(state, trust_for(need, self.numbers, self.level))
            yield ask

    def _for_fact(self, fact: Fact | ScenarioNeed) -> Iterable[str]:
        for topic in fact.about:
            if topic in self.topics:  # a scenario's own topics have no name: there the need's question must do
                yield self.words.say("perfect_question", self.lang, topic=self.topics[topic].name[self.lang])

    def _warm(self, state: Rehearsal, wanted: int) -> Iterable[str]:
        """Yield a line that earns trust, while less than `wanted` is there."""
        warm = [self.words.say("perfect_empathy", self.lang)]
        warm = [*(self._paraphrase(text) for text in reversed(self._heard(state))), *warm]
        spent = sum(turn.seller in warm for turn in state.turns)
        if state.trust < wanted and spent < WARMING:
            yield from warm

    def _paraphrase(self, text: str) -> str:
        return self.words.say("perfect_paraphrase", self.lang, said=text)

    def _summary(self, state: Rehearsal) -> str:
        joined = {"zh": "；", "en": " "}[self.lang].join(self._heard(state, needs_only=True))
        return self.words.say("perfect_summary", self.lang, points=joined)

    def _heard(self, state: Rehearsal, *, needs_only: bool = False) -> list[str]:
        """Return the first sentence of all that was told, in order."""
        items = {item.id: item for item in (self.scenario.needs if needs_only else self.scenario.items)}
        told = [key for turn in state.turns for key in (*turn.facts, turn.told) if key in items]
        return [self._first_sentence(items[key].says[self.lang][0]) for key in dict.fromkeys(told)]

    def _first_sentence(self, text: str) -> str:
        start, end = next(iter(sentences(text)))
        return text[start:end].strip().rstrip("。！？") if self.lang == "zh" else text[start:end].strip()
