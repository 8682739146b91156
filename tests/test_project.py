"""The parts of the Rasa project fit each other."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor

from coach.knowledge.folders import TASK_LABELS
from server.project import CREDENTIALS, DATA, DOMAIN, ROOT


@pytest.fixture(scope="module")
def domain() -> dict[str, Any]:
    return yaml.safe_load(DOMAIN.read_text(encoding="utf-8"))


def names(entries: list[Any]) -> list[str]:
    return [next(iter(entry)) if isinstance(entry, dict) else entry for entry in entries]


def test_intents_are_the_labels_of_the_reader(domain: dict[str, Any]) -> None:
    assert sorted(names(domain["intents"])) == sorted(TASK_LABELS["command"])


def test_every_intent_has_examples_and_leads_to_the_turn(domain: dict[str, Any]) -> None:
    nlu = yaml.safe_load((DATA / "nlu.yml").read_text(encoding="utf-8"))
    assert [entry["intent"] for entry in nlu["nlu"]] == names(domain["intents"])
    (rule,) = yaml.safe_load((DATA / "rules.yml").read_text(encoding="utf-8"))["rules"]
    steps = rule["steps"]
    assert [step["intent"] for step in steps[0]["or"]] == names(domain["intents"])
    assert steps[1:] == [{"action": "action_take_turn"}]


def test_actions_have_one_file_each_and_equal_the_domain(domain: dict[str, Any]) -> None:
    executor = ActionExecutor()
    registered: list[str] = []
    executor.register_function = lambda name, run: registered.append(name)  # type: ignore[method-assign]
    executor.register_package("actions")
    files = [path.stem for path in (ROOT / "actions").glob("action_*.py")]
    assert sorted(registered) == sorted(domain["actions"]) == sorted(files)


def test_no_slot_influences_the_conversation(domain: dict[str, Any]) -> None:
    assert [slot["influence_conversation"] for slot in domain["slots"].values()] == [False] * len(domain["slots"])


def test_sessions_never_expire(domain: dict[str, Any]) -> None:
    session = domain["session_config"]
    assert session == {"session_expiration_time": 0, "carry_over_slots_to_new_session": True}


def test_rest_channel_is_open() -> None:
    assert "channels.rest.Rest" in yaml.safe_load(CREDENTIALS.read_text(encoding="utf-8"))


def test_no_neural_component() -> None:
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    used = [entry["name"] for entry in config["pipeline"] + config["policies"]]
    assert used == ["components.coach_reader.CoachReader", "components.turn_policy.TurnPolicy"]


def test_rasa_data_validate_passes() -> None:
    command = [sys.executable, "-m", "rasa", "data", "validate", "--fail-on-warnings"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
