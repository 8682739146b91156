"""Find the verb and run it. Exit codes: 0 fine, 1 the input has problems, 2 wrong usage."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from coach.cli import channels, check, new, progress, read, rehearse, replay, review

VERBS = (read, check, new, rehearse, review, replay, progress, channels)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line with `arguments` (those of the process when None); return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m coach", description="Sales Coach 销售教练")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb in VERBS:
        verb.add_to(verbs)
    options, options_for_channel = parser.parse_known_args(arguments)
    if options_for_channel and options.verb not in ("chat", "serve"):
        parser.error(f"unknown arguments: {' '.join(options_for_channel)}")
    options.rest = options_for_channel
    try:
        return int(options.run(options))
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        sys.stderr.close()
        return 0
