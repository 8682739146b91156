"""The Makefile has the promised targets, and each says what it does."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from server.project import ROOT

TARGETS = ["chat", "serve", "test", "check", "train", "bench", "help"]


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
def test_help_lists_the_targets() -> None:
    done = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, timeout=30)
    listed = re.findall(r"^  make (\w+) +\w", done.stdout, re.MULTILINE)
    assert sorted(listed) == sorted(TARGETS)


def test_targets_set_up_what_they_need() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in TARGETS[:-1]:
        assert re.search(rf"^{target}: \$\(READY\) ## ", text, re.MULTILINE), target


@pytest.mark.parametrize(
    "file", ["Makefile", "scripts/find_python.sh", "scripts/build_page.sh", "web/.npmrc", ".ci/run"]
)
def test_no_registry_is_named(file: str) -> None:
    assert not re.search(r"https?://|index-url", (ROOT / file).read_text(encoding="utf-8"))


def test_the_lock_of_the_page_names_no_registry() -> None:
    assert '"resolved"' not in (ROOT / "web/package-lock.json").read_text(encoding="utf-8")
