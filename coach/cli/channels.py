"""`coach chat` and `coach serve`: hand over to the launchers, which need Rasa."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both verbs to the command line."""
    for verb, says in (("chat", "talk to the assistant here 在终端对话"), ("serve", "start the server 启动服务")):
        parser = verbs.add_parser(verb, help=says, add_help=False)
        parser.set_defaults(run=run, module=f"server.{verb}")


def run(options: argparse.Namespace) -> int:
    """Run the launcher in its own process and return its exit code."""
    return subprocess.call([sys.executable, "-m", options.module, *options.rest], cwd=_ROOT)
