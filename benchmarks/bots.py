"""The two bots that are compared: ours, and the one that `rasa init` makes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "bench"
TRAIN_WAIT_S = 1_200.0
RASA = [sys.executable, "-m", "rasa"]


@dataclass(frozen=True)
class Bot:
    """How to run a bot, and what a user says to it; {port} in `serve` is filled in."""

    name: str
    folder: Path
    serve: tuple[str, ...]
    chat: tuple[str, ...]
    prompt: str
    messages: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


def ours(home: Path) -> Bot:
    """Return this project's bot, with conversations in `home`."""
    python = sys.executable
    return Bot(
        name="Sales Coach",
        folder=ROOT,
        serve=(python, "-m", "server.serve", "--port", "{port}"),
        chat=(python, "-m", "server.chat", "--lang", "en"),
        prompt="You>",
        messages=(
            "客户是一家做食品包装的工厂,大约三百人",
            "他们想换车间的照明,现在的灯经常坏",
            "采购经理说价格太高,而且还要考虑维护成本",
            "The plant manager worries about downtime on the packing line.",
            "厂长担心停产,设备部的王工支持我们",
            "They compared us with two other suppliers last month.",
            "为什么问这个",
            "每次换灯要停线两个小时,影响交货",
            "The finance director wants a payback below two years.",
            "跳过",
            "客户希望年底前完成改造",
            "总结一下",
        ),
        environment={"COACH_HOME": str(home), "COACH_LANG": "en"},
    )


def of_rasa_init() -> Bot:
    """Return the bot of `rasa init`, made and trained at the first call."""
    folder = CACHE / "rasa-init"
    if not list(folder.glob("models/*.tar.gz")):
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [*RASA, "init", "--no-prompt", "--init-dir", str(folder)],
            cwd=folder, check=True, timeout=TRAIN_WAIT_S, capture_output=True,
        )  # fmt: skip
    return Bot(
        name="bot of `rasa init`",
        folder=folder,
        serve=(*RASA, "run", "-i", "127.0.0.1", "-p", "{port}"),
        chat=(*RASA, "shell", "-p", "{port}"),
        prompt="Your input",
        messages=("hello", "i am very sad", "yes", "are you a bot?", "hi", "great", "bye"),
    )
