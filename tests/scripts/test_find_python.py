"""The script finds a Python 3.10 that runs, and is not taken in by one that does not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from server.project import ROOT

SCRIPT = ROOT / "scripts" / "find_python.sh"
BROKEN = "#!/bin/sh\necho 'python3.10: command not found' >&2\nexit 127\n"
OTHER = "#!/bin/sh\nexit 1\n"
REAL = f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'
DIRS = "/usr/bin:/bin"


def tool(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    path.chmod(0o755)
    return path


def find(tmp_path: Path, **more: str) -> subprocess.CompletedProcess[str]:
    env = {"PATH": f"{tmp_path / 'bin'}:{DIRS}", "HOME": str(tmp_path), **more}
    return subprocess.run(["bash", str(SCRIPT)], env=env, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    "places",
    [
        {"bin/python3.10": REAL},
        {"bin/python3.10": BROKEN, ".pyenv/versions/3.10.99/bin/python": REAL},
        {"bin/python3.10": BROKEN, "bin/python3": REAL},
        {"bin/python3.10": OTHER, "bin/uv": '#!/bin/sh\necho "$HOME/found/python"\n', "found/python": REAL},
    ],
    ids=["on the path", "pyenv shim that does not run", "python3 is 3.10", "uv knows one"],
)
def test_found(places: dict[str, str], tmp_path: Path) -> None:
    for place, content in places.items():
        tool(tmp_path / place, content)
    done = find(tmp_path)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).exists()
    assert done.stderr == ""


def test_named_by_the_user(tmp_path: Path) -> None:
    named = tool(tmp_path / "mine" / "py", REAL)
    assert find(tmp_path, PYTHON=str(named)).returncode == 0


def test_none_is_one_clear_line(tmp_path: Path) -> None:
    for name in ("python3.10", "python3", "python", "uv"):
        tool(tmp_path / "bin" / name, BROKEN)
    done = find(tmp_path)
    if done.returncode == 0:
        pytest.skip("this system has a Python 3.10 in a place of its own")
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "Python 3.10" in line
