"""The sentences of the launchers, and the language of this terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.knowledge.fault import fault
from coach.knowledge.load import KnowledgeError
from coach.knowledge.problem import Problem
from coach.knowledge.schema import LANGUAGES
from coach.knowledge.words import Words
from coach.knowledge.yaml_lines import read_yaml
from coach.terminal import language

KEYS = (
    "server_loading", "server_training", "server_training_failed", "server_ready", "server_port_taken",
    "server_prompt", "server_goodbye", "server_forgotten", "server_not_forgotten", "server_database_corrupt",
    "server_database_read_only", "server_database_locked", "server_database_unavailable",
    "server_database_not_saved", "server_conversation_unreadable", "server_bytes_left",
    "server_failed", "server_slack_missing", "server_slack_both", "server_slack_malformed",
    "server_sign_in_needed", "server_sign_in_unknown", "server_sign_in_missing", "server_sign_in_url",
    "server_sign_in_number", "server_sign_in_token", "server_sign_in_claim", "server_sign_in_plain",
)  # fmt: skip


@dataclass(frozen=True)
class Voice:
    """Says server words in one language."""

    words: Words
    lang: str

    def say(self, key: str, **values: Any) -> str:
        return self.words.say(key, self.lang, **values)


def voice(knowledge: Path) -> Voice:
    """Return the voice of the launchers. Raises KnowledgeError when words/server.yml lacks one of KEYS.

    Only this one file is read: the words are needed while the rest is still loading.
    """
    document = read_yaml(knowledge / "words" / "server.yml")
    problems = list(document.problems)
    data = document.data if isinstance(document.data, dict) else {}
    if not problems:
        problems += [
            Problem(document.path, 1, fault("server_sentence", key=key)) for key in KEYS if not _has_both(data.get(key))
        ]
    if problems:
        raise KnowledgeError(problems)
    return Voice(Words({key: {lang: (data[key][lang],) for lang in LANGUAGES} for key in KEYS}), language())


def _has_both(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(value.get(lang), str) for lang in LANGUAGES)
