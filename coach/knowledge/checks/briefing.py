"""Does the visit brief mean something? Known objections, topics and stances; sizes that shrink."""

from __future__ import annotations

from collections.abc import Iterator

from coach.knowledge.briefing import BriefSize
from coach.knowledge.checks.references import missing
from coach.knowledge.fault import fault
from coach.knowledge.folders import TASK_LABELS
from coach.knowledge.load import Knowledge
from coach.knowledge.problem import Problem

QUESTIONS = {"open_questions": 3, "implication_questions": 2}  # a brief has so many at any size
SHRINKING = tuple(BriefSize.__fields__)


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield every problem of meaning in `brief.yml`."""
    briefing, document = knowledge.briefing, knowledge.sources[("briefing", "")]
    for number, likely in enumerate(briefing.likely):
        place = ("likely", number)
        yield from missing(
            document, (*place, "objection"), likely.objection, knowledge.objections, fault("what_objection")
        )
        for i, topic in enumerate(likely.topics):
            yield from missing(document, (*place, "topics", i), topic, knowledge.needs, fault("what_need_topic"))
        for i, stance in enumerate(likely.stances):
            yield from missing(document, (*place, "stances", i), stance, TASK_LABELS["stance"], fault("what_stance"))
        if not likely.topics and not likely.stances:
            yield Problem(document.path, document.line(place), fault("likely_by_nothing"))
    for number, size in enumerate(briefing.sizes):
        for field, least in QUESTIONS.items():
            if getattr(size, field) < least:
                yield Problem(
                    document.path, document.line(("sizes", number, field)), fault("at_least", field=field, least=least)
                )
        for field in SHRINKING if number else ():
            if getattr(size, field) > getattr(briefing.sizes[number - 1], field):
                line = document.line(("sizes", number, field))
                yield Problem(document.path, line, fault("sizes_grow", field=field))
