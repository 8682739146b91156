"""Silence: no telemetry, no library warnings, and logs in a file. Called by each launcher before Rasa is imported."""

from __future__ import annotations

import copy
import logging
import logging.handlers
import os
import sys
import warnings
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from coach.anonymous import places_of

SILENT = {
    "RASA_TELEMETRY_ENABLED": "false",  # nothing leaves this computer
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "SQLALCHEMY_WARN_20": "0",
}
LOG_BYTES = 1_000_000


class WithoutValues(logging.Formatter):
    """Says where an exception came from, but not its message, which may hold what a customer said."""

    def format(self, record: logging.LogRecord) -> str:
        record = copy.copy(record)
        record.exc_text = None  # what another handler made of the exception is kept there
        return super().format(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802
        return places_of(ei[1])


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
        handler.setFormatter(WithoutValues("%(asctime)s %(levelname)s %(name)s %(message)s"))
        handler.setLevel(logging.WARNING)  # also when a library sets a logger of its own to DEBUG
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
            _without_values,
            structlog.processors.KeyValueRenderer(key_order=["event"]),
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        cache_logger_on_first_use=True,
    )


def _without_values(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Put the places of an exception instead of its message, as WithoutValues does."""
    if given := event.pop("exc_info", None):
        error = given[1] if isinstance(given, tuple) else given
        event["exception"] = places_of(error if isinstance(error, BaseException) else sys.exc_info()[1])
    return event
