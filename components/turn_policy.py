"""Rasa's rule policy, with the intents `restart` and `back` left to our rule.

RulePolicy answers an intent named `restart` with action_restart and one named `back` with action_back, before it
looks at any rule (its `_find_action_from_default_actions`). Both are control words of ours, taken by the coach.
"""

from __future__ import annotations

from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class TurnPolicy(RulePolicy):
    """Predicts from the rules alone."""

    @staticmethod
    def _find_action_from_default_actions(tracker: DialogueStateTracker) -> tuple[None, None]:
        return None, None

    @staticmethod
    def _default_sources() -> set[str]:
        return set()
