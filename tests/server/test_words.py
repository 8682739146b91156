"""The sentences of the launchers and the language they are said in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.knowledge.load import KnowledgeError
from server.project import ROOT
from server.words import KEYS, voice

SERVER_WORDS = ROOT / "knowledge" / "words" / "server.yml"


def test_every_sentence_is_there_and_none_is_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_LANG", "zh")
    assert voice(ROOT / "knowledge").say("server_prompt") == "你> "
    in_file = re.findall(r"^(server_\w+):", SERVER_WORDS.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(in_file) == sorted(KEYS)
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "server").glob("*.py"))
    assert [
        key
        for key in KEYS
        if code.count(key) < 2 and not key.startswith(("server_database_", "server_slack_", "server_sign_in_"))
    ] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "server.yml:1: this file is missing"),
        ("server_loading: {zh: a", "server.yml"),
        ("server_loading:\n  zh: 正在准备\n", "missing sentence 'server_loading'"),
        ("- a\n", "missing sentence 'server_prompt'"),
    ],
)
def test_broken_words_are_told_with_place(tmp_path: Path, content: str | None, said: str) -> None:
    if content is not None:
        (tmp_path / "words").mkdir()
        (tmp_path / "words" / "server.yml").write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        voice(tmp_path)
    assert said in str(caught.value)
