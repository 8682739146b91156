"""Nothing of the libraries reaches the console."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from server.project import ROOT

NOISE = """
import sys, pathlib
from server.quiet import hush
hush(pathlib.Path(sys.argv[1]))
from server import rasa_patches
rasa_patches.before_import()
import rasa.core.agent, rasa.core.policies.rule_policy, spacy, sklearn, rasa_sdk.executor
import logging, os, warnings, structlog
warnings.warn("a warning")
logging.getLogger("rasa.core").warning("a log line")
logging.getLogger("rasa.core").info("an info line")
structlog.get_logger().error("a structured line", text="x")
structlog.get_logger().debug("a debug line")
import rasa.telemetry
print(rasa.telemetry.is_telemetry_enabled())
"""


def test_console_is_silent_and_the_file_has_the_logs(tmp_path: Path) -> None:
    log = tmp_path / "home" / "server.log"
    done = subprocess.run([sys.executable, "-c", NOISE, str(log)], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("False\n", "")
    written = log.read_text(encoding="utf-8")
    assert "a log line" in written
    assert "a structured line" in written
    assert "info line" not in written
    assert "debug line" not in written


def test_log_file_out_of_reach_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    command = "import sys, pathlib; from server.quiet import hush; hush(pathlib.Path(sys.argv[1])); print('fine')"
    done = subprocess.run(
        [sys.executable, "-c", command, str(tmp_path / "home" / "server.log")],
        cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("fine\n", "")
