"""Without PostgreSQL its tests are skipped, but never where CI is set."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from server.project import ROOT
from tests import postgres


@pytest.mark.parametrize(("ci", "ends"), [(None, pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_without_it(monkeypatch: pytest.MonkeyPatch, ci: str | None, ends: type[BaseException]) -> None:
    monkeypatch.setattr(postgres, "programs", lambda: None)
    monkeypatch.delenv("CI", raising=False)
    if ci:
        monkeypatch.setenv("CI", ci)
    with pytest.raises(ends, match="apt-get install postgresql"):
        postgres.needed()


@pytest.mark.parametrize(
    ("there", "root", "apt_result", "code", "done", "said"),
    [
        (True, False, 0, 0, ["make true", "make true"], ""),
        (False, True, 0, 0, ["apt-get true", "apt-get true", "make true", "make true"], "installing"),
        (False, True, 1, 1, ["apt-get true"], "installing"),
        (False, False, 0, 0, ["make true", "make true"], "its tests will fail"),
    ],
    ids=["there", "installed", "not to be had", "not root"],
)
def test_ci_installs_and_requires_it(
    tmp_path: Path, there: bool, root: bool, apt_result: int, code: int, done: list[str], said: str
) -> None:
    script = tmp_path / "project" / ".ci" / "run"
    script.parent.mkdir(parents=True)
    text = (ROOT / ".ci/run").read_text(encoding="utf-8")
    script.write_text(text.replace("/usr/lib/postgresql/", f"{tmp_path}/none/"), encoding="utf-8")
    programs = {"make": 0, "chromium": 0, "apt-get": apt_result} | ({"pg_ctl": 0} if there else {})
    for name, result in programs.items():
        _program(tmp_path / "bin" / name, f'echo "{name} $CI" >>"{tmp_path}/done"; exit {result}')
    _program(tmp_path / "bin" / "id", f"echo {0 if root else 1000}")
    for name in ("dirname", "bash"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    env = {name: value for name, value in os.environ.items() if name != "CI"} | {"PATH": str(tmp_path / "bin")}
    ended = subprocess.run(["bash", script], env=env, capture_output=True, text=True, timeout=30)
    assert (ended.returncode, (tmp_path / "done").read_text(encoding="utf-8").splitlines()) == (code, done)
    assert said in ended.stderr
    assert len(ended.stderr.splitlines()) == bool(said)


def _program(path: Path, body: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
