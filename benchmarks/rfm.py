"""Measure `coach rfm` on a million orders: time and peak memory of the whole command, for each preset.

    .venv/bin/python -m benchmarks.rfm

writes its section of docs/performance.md.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.page import put_section, table

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
ROWS, CUSTOMERS, DAYS = 1_000_000, 50_000, 1_460
SEED = 20_260_101
ASOF = "2026-06-30"
PRESETS = ("seed", "b2b", "quintile")


@dataclass(frozen=True)
class Run:
    """One run of the command: seconds, of them by the processors, and megabytes at most."""

    name: str
    seconds: float
    processor_s: float
    peak_mb: float


def write_orders(path: Path, rows: int = ROWS, customers: int = CUSTOMERS) -> None:
    """Write orders as an ERP exports them: few customers bring most, some refunds, money with cents."""
    random = np.random.default_rng(SEED)
    who = np.minimum((random.pareto(1.1, rows) * 40).astype(int), customers - 1)
    amount = np.round(random.lognormal(8.0, 1.2, rows), 2)
    amount[random.random(rows) < 0.01] *= -1
    margin = np.round(amount * random.uniform(0.02, 0.4, rows), 2)
    day = pl.Series(np.datetime64(ASOF) - random.integers(0, DAYS, rows)).cast(pl.Date)
    names = pl.Series(who).cast(pl.String)
    frame = pl.DataFrame(
        {"客户": names, "日期": day, "金额": amount, "毛利": margin, "币种": "CNY", "订单号": np.arange(rows)}
    ).with_columns(pl.format("客户{}号有限公司", "客户").alias("客户"))
    frame.write_csv(path)


# The command, and at its end its own peak memory in kB: `ru_maxrss` of a child begins with that of its parent.
_CHILD = """
import sys
from coach.cli.main import main
code = main(sys.argv[1:])
with open("/proc/self/status") as status:
    peak = next(line.split()[1] for line in status if line.startswith("VmHWM"))
print(peak, file=sys.stderr)
sys.exit(code)
"""


def measure(name: str, *arguments: str) -> Run:
    """Run `coach rfm` with `arguments` and return what it took. Raises RuntimeError when it fails."""
    command = [sys.executable, "-c", _CHILD, "rfm", *arguments, "--asof", ASOF, "--lang", "en"]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    said = process.stderr.read().splitlines()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Run(name, seconds, usage.ru_utime + usage.ru_stime, int(said[-1]) / 1024)


def section(runs: list[Run], rows: int) -> str:
    """Return the section of the page."""
    figures = table(
        ["command", "time, s", "of both processors, s", "peak memory, MB"],
        [[run.name, f"{run.seconds:.1f}", f"{run.processor_s:.1f}", f"{run.peak_mb:.0f}"] for run in runs],
    )
    return (
        f"## Key accounts\n\n`coach rfm` on {rows:,} orders of up to {CUSTOMERS:,} customers in CSV, with margin,"
        f" currency and order number: the whole command\nfrom start to end on {os.cpu_count()} processors. Measured by"
        f" `.venv/bin/python -m benchmarks.rfm`.\n\n{figures}"
    )


def main() -> None:
    """Measure and write the section."""
    with tempfile.TemporaryDirectory() as folder:
        orders = Path(folder) / "orders.csv"
        write_orders(orders)
        measure("first", str(orders))  # knowledge is checked once, files are in memory
        runs = [measure(f"--preset {preset}", str(orders), "--preset", preset) for preset in PRESETS]
        runs.append(measure("--preset seed --json", str(orders), "--json"))
    put_section(PAGE, "rfm", section(runs, ROWS))
    print(section(runs, ROWS))


if __name__ == "__main__":
    main()
