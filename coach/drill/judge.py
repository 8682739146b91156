"""Judge an answer in a drill by the marks that it must and must not have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coach.context import Tools
from coach.judge.mark import Before, Mark
from coach.judge.marks import marks_of
from coach.judge.meeting import Told
from coach.knowledge.rehearsing import Drill, DrillPrompt

_HEARD = "prompt"


@dataclass(frozen=True)
class Verdict:
    """What an answer did: marks it had of those wanted or helpful, wanted ones that lack, and spoiling ones."""

    passed: bool
    done: tuple[Mark, ...]
    lacking: tuple[str, ...]
    spoilt: tuple[Mark, ...]


def judge(drill: Drill, prompt: DrillPrompt, text: str, lang: str, tools: Tools, today: date) -> Verdict:
    """Return the verdict on `text`, said in answer to `prompt`."""
    said = prompt.says[lang]
    line = tools.seller.read(text, [said], today)
    topics = frozenset(sign.topic for sign in tools.seller.topics_of(said))
    before = Before([Told(_HEARD, "latent", topics, said)], last_topics=topics)
    marks = {mark.name: mark for mark in marks_of(line, before, tools.knowledge.rehearsing)}
    if line.echoes:  # in a drill the customer's words count in a statement too
        first = line.echoes[0]
        marks.setdefault("follow_up", Mark("follow_up", first.rule, first.start, first.end, first.text))
    if line.question is not None:
        form = line.question.form.label
        marks["question"] = marks[form]
    lacking = tuple(name for name in drill.wants if name not in marks)
    spoilt = tuple(marks[name] for name in drill.spoils if name in marks)
    done = tuple(marks[name] for name in (*drill.wants, *drill.helps) if name in marks)
    return Verdict(not lacking and not spoilt, done, lacking, spoilt)
