"""A model is trained when its sources change, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

import server.model
from server.model import TrainingError, digest, model_path, sources, train
from server.project import CONFIG, DOMAIN


def test_sources_are_what_a_model_is_made_from() -> None:
    names = [path.name for path in sources()]
    assert {"domain.yml", "config.yml", "nlu.yml", "rules.yml", "coach_reader.py", "turn_policy.py"} <= set(names)


def test_name_changes_with_any_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()
    changed = tmp_path / "domain.yml"
    changed.write_bytes(DOMAIN.read_bytes() + b"\n# changed\n")
    monkeypatch.setattr(server.model, "DOMAIN", changed)
    assert digest() != before


def test_older_models_go_and_others_stay(model: Path, tmp_path: Path) -> None:
    (tmp_path / "coach-0000.tar.gz").touch()
    (tmp_path / "mine.tar.gz").touch()
    assert train(tmp_path) == model_path(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([model.name, "mine.tar.gz"])


@pytest.mark.parametrize(
    ("part", "content"),
    [("DOMAIN", "intents: [content"), ("DOMAIN", "intents: 7"), ("CONFIG", "pipeline:\n- name: no.Such\n")],
)
def test_faulty_source_is_one_error(part: str, content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faulty = tmp_path / "faulty.yml"
    faulty.write_text(content)
    monkeypatch.setattr(server.model, part, faulty)
    with pytest.raises(TrainingError):
        train(tmp_path / "models")
    assert not list((tmp_path / "models").glob("*"))
    assert CONFIG.exists()
