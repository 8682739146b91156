"""Find the verb and run it. Exit codes: 0 fine, 1 the input has problems, 2 wrong usage."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from coach.cli.refused import RefusedError

# verb -> its module in coach.cli; only that of the verb that is run is imported, since most import much
VERBS = {
    "read": "read", "check": "check", "new": "new", "rehearse": "rehearse", "review": "review", "replay": "replay",
    "progress": "progress", "accounts": "accounts", "account": "account", "share": "accounts", "import": "crm",
    "crm-export": "crm", "brief": "brief", "stances": "stances", "rfm": "rfm", "process": "process",
    "calendar": "calendar", "export": "export", "forget": "forget", "retention": "retention", "invite": "invite",
    "chat": "channels", "serve": "channels",
}  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line with `arguments` (those of the process when None); return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m coach", description="Sales Coach 销售教练")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for module in _modules(sys.argv[1:] if arguments is None else arguments):
        import_module(f"coach.cli.{module}").add_to(verbs)
    options, options_for_channel = parser.parse_known_args(arguments)
    if options_for_channel and options.verb not in ("chat", "serve"):
        parser.error(f"unknown arguments: {' '.join(options_for_channel)}")
    options.rest = options_for_channel
    try:
        return int(options.run(options))
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        sys.stderr.close()
        return 0
    except RefusedError:
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}" if error.filename else error, file=sys.stderr)
        return 1


def _modules(arguments: Sequence[str]) -> Sequence[str]:
    """Return the module of the verb that is named first; without one all, for the help and for errors."""
    named = VERBS.get(arguments[0]) if arguments else None
    return [named] if named else list(dict.fromkeys(VERBS.values()))
