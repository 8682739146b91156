"""Only what was edited is played again; what is kept says the same as what was played."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.knowledge.fault import fault
from coach.knowledge.load import Knowledge, digest_of
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_lines import read_yaml
from coach.rehearsal import tried

NAMES = ("hotel", "hotel_linen", "plums")
NESTED = fault(
    "need_unreached",
    need="rot",
    why=fault("why_about", about=("use", "trust"), read=(), instead=fault("leads_nowhere")),
)
FOUND = {"plums": [(3, fault("not_passed", score=40)), (7, fault("played", language="en", inner=NESTED))]}
Play = Callable[[], tuple[list[str], list[Problem]]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in (*(f"scenarios/{key}" for key in NAMES), "words/solve", "examples/act/offer"):
        path = tmp_path / f"knowledge/{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"id: {path.stem}\n", encoding="utf-8")
    return tmp_path / "knowledge"


@pytest.fixture
def play(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Play all scenarios; return the names of those that were not kept, and the problems."""

    def problems_of(key: str, _tools: Any) -> Iterator[Problem]:
        yield from (Problem(root / f"scenarios/{key}.yml", line, text) for line, text in FOUND.get(key, []))

    def run() -> tuple[list[str], list[Problem]]:
        sources = {("scenarios", path.stem): read_yaml(path) for path in sorted((root / "scenarios").glob("*.yml"))}
        scenarios: Any = {key: None for _, key in sources}
        knowledge = Knowledge(root, digest_of(root), scenarios=scenarios, sources=dict(sources))
        played: list[str] = []
        return played, list(tried.problems(knowledge, lambda: None, tmp_path / "cache", played.append))  # type: ignore[arg-type,return-value]

    monkeypatch.setattr(tried, "problems_of", problems_of)
    return run


@pytest.mark.parametrize(
    ("edited", "played"),
    [
        ([], []),
        (["scenarios/plums.yml"], ["plums"]),
        (["scenarios/hotel.yml"], ["hotel"]),
        (["scenarios/hotel.yml", "scenarios/hotel_linen.yml"], ["hotel", "hotel_linen"]),
        (["scenarios/new.yml"], ["new"]),
        (["words/solve.yml"], list(NAMES)),
        (["examples/act/offer.yml"], list(NAMES)),
    ],
)
def test_only_what_was_edited_is_played_again(root: Path, play: Play, edited: list[str], played: list[str]) -> None:
    first, found = play()
    assert first == list(NAMES)
    assert [(p.path.stem, p.line, p.fault) for p in found] == [("plums", line, text) for line, text in FOUND["plums"]]
    for name in edited:
        with (root / name).open("a", encoding="utf-8") as file:
            file.write("# edited\n")
    assert play() == (played, found)
    assert play() == ([], found)


def test_one_file_is_kept_for_each_scenario(root: Path, play: Play, tmp_path: Path) -> None:
    play()
    (root / "scenarios/hotel.yml").write_text("id: hotel # edited\n", encoding="utf-8")
    play()
    kept = sorted(path.name.split("-")[1] for path in (tmp_path / "cache").glob("played-*.json"))
    assert kept == list(NAMES)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"null", b'{"problems": [[1]]}', b'{"problems": [[1, "x"]]}', b"\xff"]
)
def test_what_is_damaged_is_played_again(play: Play, tmp_path: Path, content: bytes) -> None:
    _, found = play()
    for path in (tmp_path / "cache").glob("played-plums-*"):
        path.write_bytes(content)
    assert play() == (["plums"], found)


def test_a_cache_that_cannot_be_written_is_no_fault(play: Play, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    assert play() == play()


def test_a_file_edited_meanwhile_is_not_kept(root: Path, play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tried, "digest_of", lambda _root: "edited")
    play()
    assert play()[0] == list(NAMES)
