"""Silence: no telemetry, no library warnings, and logs in a file. Called by each launcher before Rasa is imported."""

from __future__ import annotations

import logging
import logging.handlers
import os
import sys
import warnings
from pathlib import Path

SILENT = {
    "RASA_TELEMETRY_ENABLED": "false",  # nothing leaves this computer
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "SQLALCHEMY_WARN_20": "0",
}
LOG_BYTES = 1_000_000


def hush(log_file: Path | None = None) -> None:
    """Keep everything but our own words off the console; warnings and errors go to `log_file`, if given."""
    os.environ.update(SILENT)
    # webexteamssdk, which Rasa imports, asks git for its version: let it find no repository, least of all ours
    os.environ["GIT_CEILING_DIRECTORIES"] = sys.prefix
    _filter_warnings()
    import sanic  # noqa: F401  (sets filters of its own, so it comes before ours)

    _filter_warnings()
    _log_to(log_file)
    _quiet_structlog()


def speak_utf8() -> None:
    """Read and write UTF-8 whatever the locale says, so that Chinese never stops the programme."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _filter_warnings() -> None:
    warnings.resetwarnings()
    warnings.simplefilter("ignore")


def _log_to(log_file: Path | None) -> None:
    handler: logging.Handler = logging.NullHandler()
    if log_file is not None and _writable(log_file):
        handler = logging.handlers.RotatingFileHandler(
            log_file, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.lastResort = None


def _writable(log_file: Path) -> bool:
    try:
        log_file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(log_file if log_file.exists() else log_file.parent, os.W_OK)


def _quiet_structlog() -> None:
    """Rasa logs through structlog, which prints everything to stdout until it is told otherwise."""
    import structlog

    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=["event"]),
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        cache_logger_on_first_use=True,
    )
