"""What to say after a turn: at most three points, the most useful first, each with the rule and the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coach.knowledge.load import Knowledge
from coach.knowledge.scenario import Scenario, ScenarioNeed
from coach.rehearsal.state import Turn, marks_in
from coach.text.trimmed import shortened, trimmed

AT_MOST = 3
_QUOTE = 60  # characters of a quote
_STEPS = {"agreed": "step_agreed", "undated": "step_undated", "refused": "step_refused"}
_FINE_CLOSED = {"permission", "paraphrase", "summary", "commit", "spin_other"}  # what is asked to be confirmed
EXPLORING = 3  # needs: while fewer are told, a closed question is early


@dataclass(frozen=True)
class Point:
    """`id` is the file in `knowledge/feedback`; `rule` and `words` are the evidence."""

    id: str
    good: bool
    text: str
    rule: str
    words: str


def points_of(
    turn: Turn, told: int, next_need: ScenarioNeed | None, knowledge: Knowledge, scenario: Scenario, lang: str
) -> list[Point]:
    """Return the points on `turn`. `told`: needs known before it; `next_need`: what an example question may ask for."""
    found: dict[str, Point] = {}
    need = scenario.need(turn.missed["need"]) if turn.missed else next_need
    ask = need.ask[lang] if need else scenario.agree.ask[lang]
    for name, rule, words in _events(turn, told, scenario, lang):
        entry = knowledge.feedback.get(name)
        if entry is None or name in found:
            continue
        wordings = entry.says[lang]
        text = wordings[told % len(wordings)].format(words=words, ask=ask)
        found[name] = Point(name, entry.good, text, rule, words)
    ranked = sorted(found.values(), key=lambda point: (knowledge.feedback[point.id].priority, point.id))
    return ranked[:AT_MOST]


def _events(turn: Turn, told: int, scenario: Scenario, lang: str) -> Iterator[tuple[str, str, str]]:
    marks = marks_in(turn)
    names = {mark.name for mark in marks}
    for mark in marks:
        if mark.name == "closed" and (told >= EXPLORING or names & _FINE_CLOSED):
            continue
        yield mark.name, mark.rule, shortened(mark.text, _QUOTE)
    if turn.told:
        level = scenario.need(turn.told).level
        words = next((text for text in scenario.need(turn.told).says[lang] if text in turn.buyer), turn.buyer)
        yield f"told_{level}", f"scenarios/{scenario.id}/{turn.told}", trimmed(words)
    if turn.missed:
        yield f"missed_{turn.missed['why']}", f"scenarios/{scenario.id}/{turn.missed['need']}", turn.seller
    if "benefit" in names and "evidence" not in names:
        yield "benefit_no_evidence", "rubric/evidence", turn.seller
    if "offer" in names and not names & {"benefit", "early_pitch"}:
        offer = next(mark for mark in marks if mark.name == "offer")
        yield "offer_no_need", offer.rule, shortened(offer.text, _QUOTE)
    if turn.step:
        yield _STEPS[turn.step], f"scenarios/{scenario.id}/agree", turn.seller
    if turn.settled:
        yield "settled", f"scenarios/{scenario.id}/{turn.settled}", turn.seller
    if not turn.understood:
        yield "asked_back", "topics", turn.seller
