"""Turn the knowledge files into rules; a rule's id is the place where its author finds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.knowledge.load import Knowledge
from coach.knowledge.schema import Signal
from coach.read.matcher import Rule

TASK_OF = {
    "needs": "need", "forms": "form", "spins": "spin", "stances": "stance", "roles": "role",
    "commands": "command", "seller": "seller",
}  # fmt: skip


def rules_of(knowledge: Knowledge) -> Iterator[Rule]:
    """Yield the rules of all labelling tasks."""
    for collection, task in TASK_OF.items():
        signals: Mapping[str, Signal] = getattr(knowledge, collection)
        for key, signal in signals.items():
            path = knowledge.sources[(collection, key)].path.relative_to(knowledge.root).with_suffix("")
            for strength, read_for in (("sure", task), ("likely", task), ("about", "about")):
                if phrases := getattr(signal, strength, None):
                    yield Rule(
                        f"{path.as_posix()}.{strength}",
                        read_for,
                        signal.label,
                        phrases.all(),
                        strength == "sure",
                        signal.id,
                    )


def list_rules(values: Mapping[str, object], task: str, field: str) -> list[Rule]:
    """Return one rule a value, from the phrases in its `field`, labelled with the value's key."""
    return [Rule(f"{task}/{key}", task, key, getattr(value, field).all(), True, key) for key, value in values.items()]
