"""How a line of the seller takes up an objection: by asking about it, with understanding, a proof or a benefit."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from coach.judge.mark import Mark
from coach.knowledge.load import Knowledge
from coach.read.seller import SellerLine
from coach.read.topics import ENOUGH, SPECIFIC


def handling_of(
    line: SellerLine,
    marks: Sequence[Mark],
    about: Collection[str],
    said: str,
    knowledge: Knowledge,
    *,
    at_once: bool = True,
) -> set[str]:
    """Return what the line does about an objection: some of question, empathy, evidence, benefit.

    `about`: the topics of the objection; `said`: its words. `at_once`: the line follows the objection, so that a
    question without an object of its own ("why is that?") is about it.
    """
    names = {mark.name for mark in marks}
    found = names & {"evidence", "benefit"}
    if names & {"empathy", "paraphrase", "summary"}:
        found.add("empathy")
    if line.question and _asks_about(line, about, said, knowledge, at_once):
        found.add("question")
    return found


def _asks_about(line: SellerLine, about: Collection[str], said: str, knowledge: Knowledge, at_once: bool) -> bool:
    """A question on its topics or in its words, or at once one without an object of its own."""
    topics = line.question.topics if line.question else line.topics
    signs = [sign for sign in topics if sign.weight >= ENOUGH]
    asks = bool(signs) or (line.question is not None and line.question.form.label == "open")
    return (
        any(sign.topic in about for sign in signs)
        or any(echo.text.lower() in said.lower() for echo in line.echoes)
        or (at_once and asks and all(knowledge.is_general(sign.topic) or sign.weight < SPECIFIC for sign in signs))
    )
