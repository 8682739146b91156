"""Reads each message with the coach: is it content or a control word?"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from coach.assistant import shared_assistant
from coach.interview.step import MAX_LENGTH
from coach.read.verdict import Verdict

EVIDENCE = "evidence"
CONTENT = Verdict("content", 1.0)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class CoachReader(GraphComponent):
    """Sets intent, ranking and evidence from `Assistant.command`."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CoachReader:
        """Return the component; it has no configuration and stores nothing."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Return the messages with the verdict attached to the parse data."""
        for message in messages:
            text = without_intent_prefix(message.get(TEXT) or "")
            message.set(TEXT, text, add_to_output=True)
            attach(message, verdict_on(text))
        return messages


def without_intent_prefix(text: str) -> str:
    """Return `text` without leading slashes: Rasa would take "/stop" for an intent given by a programme."""
    return text.lstrip(INTENT_MESSAGE_PREFIX + " \t\n\r")


def verdict_on(text: str) -> Verdict:
    """Return the verdict of the coach; content, unread, when the text is empty or longer than MAX_LENGTH."""
    if not text.strip() or len(text) > MAX_LENGTH:
        return CONTENT
    return shared_assistant().command(text)


def attach(message: Message, verdict: Verdict) -> None:
    """Put `verdict` into the parse data, in the form of Rasa's own classifiers."""
    ranking = [{"name": verdict.label, "confidence": verdict.confidence}]
    if verdict.runner_up is not None:
        ranking.append({"name": verdict.runner_up, "confidence": 1.0 - verdict.confidence})
    message.set(INTENT, ranking[0], add_to_output=True)
    message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
    message.set(EVIDENCE, verdict.to_json()["evidence"], add_to_output=True)
