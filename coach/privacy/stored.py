"""Asks the server's part for the stored conversations, in a process of its own: `coach` never opens their file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

from coach.privacy.request import Conversations

_ROOT = Path(__file__).resolve().parents[2]


def stored_conversations(home: Path) -> Conversations:
    """Return what carries out requests of coach/privacy/request.py on the conversations stored in `home`."""
    return partial(_asked, home)


def _asked(home: Path, request: dict[str, Any]) -> dict[str, Any]:
    """Carry out a request; a failure of the process is an answer too.

    The names go by stdin: everybody on this computer can see a command line.
    """
    environment = {**os.environ, "COACH_HOME": str(home.absolute())}
    done = subprocess.run(
        [sys.executable, "-m", "server.stored"],
        cwd=_ROOT, env=environment, input=json.dumps(request), capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
    except ValueError:
        last = (done.stderr.strip().splitlines() or [str(done.returncode)])[-1]
        return {"conversations": 0, "left": [[str(home / "conversations.db"), last.partition(":")[0]]]}
