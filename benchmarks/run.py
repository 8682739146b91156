"""`make bench`: measures our bot and the bot of `rasa init` in one run, and writes docs/performance.md."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import load, reader
from benchmarks.bots import ROOT, Bot, of_rasa_init, ours
from benchmarks.page import put_section, table
from benchmarks.running import Running, free_port, server, terminal_ready_s

PAGE = ROOT / "docs" / "performance.md"
WARM_UP = 12
LONG = 300


@dataclass
class Figures:
    """What was measured of one bot."""

    ready_s: float = 0.0
    chat_ready_s: float = 0.0
    one: load.Times = field(default_factory=load.Times)
    many: load.Times = field(default_factory=load.Times)
    turn_5_ms: float = 0.0
    turn_300_ms: float = 0.0
    memory_mb: float = 0.0


def main() -> int:
    """Measure, print and write."""
    arguments = _arguments()
    say("Preparing the bot of `rasa init` (trained once, some minutes) …")
    with tempfile.TemporaryDirectory(prefix="coach-bench-") as home:
        bots = (of_rasa_init(), ours(Path(home)))
        figures = {bot.name: Figures() for bot in bots}
        for bot in bots:
            say(f"Opening the chat of {bot.name} once unmeasured …")
            chat_ready_s(bot)
        measure_servers(bots, figures, arguments.rounds)
        for bot in bots:
            say(f"Opening the chat of {bot.name} …")
            figures[bot.name].chat_ready_s = chat_ready_s(bot)
    text = report(bots, figures)
    print(text)
    put_section(PAGE, "server", text)
    if rows := reader.measure():
        text = "## The reader\n\n" + table(("measured", "figure"), rows)
        print(text)
        put_section(PAGE, "reader", text)
    return 0


def measure_servers(bots: tuple[Bot, ...], figures: dict[str, Figures], rounds: int) -> None:
    """Measure the servers by turns, both running, so that whatever else the computer does meets both."""
    with ExitStack() as running:
        up: dict[str, Running] = {}
        for bot in bots:
            say(f"Starting the server of {bot.name} …")
            port = free_port()
            command = [part.format(port=port) for part in bot.serve]
            up[bot.name] = running.enter_context(server(command, port, bot.folder, quiet(bot)))
            figures[bot.name].ready_s = up[bot.name].ready_s
            load.measure(up[bot.name].url, bot.messages, users=1, turns=WARM_UP)
        for number in range(rounds):
            for bot in bots:
                say(f"Round {number + 1} of {rounds}: {bot.name} …")
                url, figure = up[bot.name].url, figures[bot.name]
                figure.one.add(load.measure(url, bot.messages, users=1, turns=96))
                figure.many.add(load.measure(url, bot.messages, users=16, turns=12))
        for bot in bots:
            say(f"A conversation of {LONG} turns: {bot.name} …")
            figure = figures[bot.name]
            figure.turn_5_ms, figure.turn_300_ms = load.long_conversation(up[bot.name].url, bot.messages, LONG)
            figure.memory_mb = up[bot.name].memory_mb()


def chat_ready_s(bot: Bot) -> float:
    """Return how long the chat in the terminal takes to the first message."""
    command = [part.format(port=free_port()) for part in bot.chat]
    return terminal_ready_s(command, bot.prompt, bot.folder, quiet(bot))


def quiet(bot: Bot) -> dict[str, str]:
    """Return the environment of a bot: nothing is sent anywhere, and there is no graphics card to look for."""
    return {"RASA_TELEMETRY_ENABLED": "false", "CUDA_VISIBLE_DEVICES": "", **bot.environment}


def report(bots: tuple[Bot, ...], figures: dict[str, Figures]) -> str:
    """Return the section for docs/performance.md."""
    found = [figures[bot.name] for bot in bots]
    rows = [
        ("server ready, s", *(f"{f.ready_s:.1f}" for f in found)),
        ("chat in the terminal ready for the first message, s", *(f"{f.chat_ready_s:.1f}" for f in found)),
        ("a turn, 1 user, median / p95, ms", *(f"{f.one.p50:.1f} / {f.one.p95:.1f}" for f in found)),
        ("a turn, 16 users, median / p95, ms", *(f"{f.many.p50:.0f} / {f.many.p95:.0f}" for f in found)),
        ("turns a second, 16 users", *(f"{f.many.per_second:.0f}" for f in found)),
        (f"about turn 5 / turn {LONG} of one conversation, ms",
         *(f"{f.turn_5_ms:.1f} / {f.turn_300_ms:.1f} ({f.turn_300_ms / f.turn_5_ms:.2f}x)" for f in found)),
        ("memory of the server process, MB", *(f"{f.memory_mb:.0f}" for f in found)),
    ]  # fmt: skip
    return f"""## The server, beside the bot of `rasa init`

Both servers run at the same time on one computer ({os.cpu_count()} processors), are asked by turns over REST on the
loopback address, and keep their own conversations (ours in its file, the other in memory).
`make bench` measures this anew and writes this section; it takes some minutes the first time.

{table(("", *(bot.name for bot in bots)), rows)}
"""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="measuring rounds of each bot (default %(default)s)")
    return parser.parse_args()


def say(line: str) -> None:
    """Tell what is going on."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
