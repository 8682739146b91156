"""Sound knowledge kept as one file: the same as read from YAML, never stale, and no damage to it does harm."""

import os
import shutil
import subprocess
import sys
from dataclasses import fields

import pytest

from coach.knowledge import check
from coach.knowledge.check import check_once
from coach.knowledge.load import KnowledgeError, load
from coach.knowledge.words import Words
from coach.settings import settings


def values(knowledge):
    """All that is in it; documents and sentences as plain data."""
    kept = {
        f.name: getattr(knowledge, f.name) for f in fields(knowledge) if f.name not in ("words", "sources", "_examples")
    }
    words = {
        (key, lang): knowledge.words.wordings(key, lang)
        for key in sorted(knowledge.words.keys())
        for lang in ("zh", "en")
    }
    return kept, words, [(key, document.path) for key, document in knowledge.sources.items()]


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A copy of the project's knowledge and a cache that holds it."""
    folder = tmp_path_factory.mktemp("kept")
    shutil.copytree(settings().knowledge, folder / "knowledge")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "find_problems", faults_of_form)
        check_once(folder / "knowledge", folder / "cache")
    return folder


def faults_of_form(root):
    """In place of the whole check, which takes seconds; here it only matters when it is made."""
    try:
        load(root)
    except KnowledgeError as error:
        return error.problems
    return []


@pytest.fixture
def checks(monkeypatch):
    """The folders that were checked."""
    found = []
    monkeypatch.setattr(check, "find_problems", lambda root: found.append(root) or faults_of_form(root))
    return found


def test_what_is_kept_is_what_the_files_say(kept, checks):
    restored, read = check_once(kept / "knowledge", kept / "cache"), load(kept / "knowledge")
    assert checks == []
    assert values(restored) == values(read)
    assert repr(restored.scenarios) == repr(read.scenarios)
    assert isinstance(restored.words, Words)
    lines = [[d.line(("id",)), d.line(("name", "en"))] for k in (restored, read) for d in k.sources.values()]
    assert lines[: len(lines) // 2] == lines[len(lines) // 2 :]


DAMAGE = {
    "cut": lambda data: data[: len(data) // 2],
    "empty": lambda data: b"",
    "altered": lambda data: data.replace(b"surface", b"SURFACE", 1),
    "another file": lambda data: b"\x00\xff" * 100,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_made_anew(kept, checks, damage):
    (path,) = (kept / "cache").glob("sound-*")
    whole = path.read_bytes()
    path.write_bytes(DAMAGE[damage](whole))
    assert values(check_once(kept / "knowledge", kept / "cache")) == values(load(kept / "knowledge"))
    assert (len(checks), path.read_bytes()) == (1, whole)


def test_edited_knowledge_is_checked_again(kept, checks, tmp_path):
    shutil.copytree(kept, tmp_path / "copy")
    root, cache = tmp_path / "copy/knowledge", tmp_path / "copy/cache"
    path = root / "stances/coach.yml"
    before = path.read_text(encoding="utf-8")
    path.write_text(before + "\nextra: 1\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        check_once(root, cache)
    assert [problem.path for problem in error.value.problems] == [path]
    path.write_text(before.replace("value: 2", "value: 3"), encoding="utf-8")
    assert check_once(root, cache).stances["coach"].value == load(root).stances["coach"].value
    assert (len(checks), len(list(cache.iterdir()))) == (2, 1)  # what was kept of the old files is gone


def test_another_code_checks_again(kept, checks, monkeypatch, tmp_path):
    shutil.copytree(kept / "cache", tmp_path / "cache")
    monkeypatch.setattr(check, "_own_code", lambda: "00000000")
    check_once(kept / "knowledge", tmp_path / "cache")
    assert len(checks) == 1


@pytest.mark.parametrize("kind", ["a file where a folder should be", "a folder that refuses to be written"])
def test_a_cache_that_cannot_be_written(kept, checks, monkeypatch, tmp_path, kind):
    cache = tmp_path / "cache"
    if kind.startswith("a file"):
        cache.write_text("", encoding="utf-8")
    else:  # permissions do not stop the user that tests may run as
        cache.mkdir()
        monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(PermissionError(13, "read-only")))
    assert check_once(kept / "knowledge", cache).needs
    assert len(checks) == 1
    assert cache.is_file() or list(cache.iterdir()) == []


def test_two_processes_keep_the_same_file(kept):
    cache = kept / "shared"
    program = (
        "import sys; from pathlib import Path; from coach.knowledge import check\n"
        "check.find_problems = lambda root: []\n"
        "print(len(check.check_once(*map(Path, sys.argv[1:])).needs))"
    )
    command = [sys.executable, "-c", program, str(kept / "knowledge"), str(cache)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    assert len({process.communicate(timeout=120)[0] for process in both}) == 1
    assert [process.returncode for process in both] == [0, 0]
    assert [path.name[:6] for path in cache.iterdir()] == ["sound-"]
