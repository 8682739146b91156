"""Put right a number in what was told and holds no need: "they have 14 sites" - "40, not 14"."""

from __future__ import annotations

from typing import Any

from coach.context import Context
from coach.interview.mend_words import amounts_put_right, since_when, takes_its_place
from coach.interview.state import Interview
from coach.read.correction import Correction
from coach.text.amounts import Amount, amounts_in
from coach.text.clauses import clauses
from coach.text.trimmed import trimmed

SHORT = 30  # characters of words that only put a number right


def mend_told(state: Interview, found: Correction, context: Context) -> list[str]:
    """Put the right amount in the newest answer that holds the wrong one, or one of the same unit."""
    rights, claimed = amounts_put_right(found)
    if not rights or (found.wrong and not claimed):
        return []
    wrong, right = claimed[0] if claimed else None, rights[0]
    if wrong is None and len(rights) > 1 and takes_its_place(rights[1], rights[0]):
        wrong, right = rights[0], rights[1]  # "I said two recalls, it was three"
    if wrong is None and (len(found.right) > SHORT or len(rights) > 1):
        return []  # what is told beside the number may be of something else
    first = since_when(state, found)
    for answer in reversed(state.answers):
        if answer["turn"] < first or not answer["text"]:
            continue
        amounts = amounts_in(answer["text"])
        held = next((amount for amount in amounts if _answers_to(amount, wrong, right, alone=len(amounts) == 1)), None)
        if held:
            return _put(state, answer, held, right, context)
    return []


def _answers_to(held: Amount, wrong: Amount | None, right: Amount, *, alone: bool) -> bool:
    if held.words == right.words:
        return False
    if wrong is not None:
        return held.is_same(wrong)
    return held.unit == right.unit if right.unit else alone


def _put(state: Interview, answer: dict[str, Any], held: Amount, right: Amount, context: Context) -> list[str]:
    """Say which clause is changed and how, and keep the answer as it is now."""
    text = answer["text"]
    start, end = next(((a, b) for a, b in clauses(text) if a <= held.start < b), (0, len(text)))
    new = text[: held.start] + right.words + text[held.end :]
    state.answers = [{**each, "text": new} if each is answer else each for each in state.answers]
    old, changed = trimmed(text[start:end]), trimmed(new[start : end + len(new) - len(text)])
    return [context.tools.words.say("changed_quote", state.lang, old=old, new=changed)]
