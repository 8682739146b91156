"""What ends a verb once its trouble was said."""

from __future__ import annotations


class RefusedError(Exception):
    """The input has a problem that was said; the verb ends with exit code 1."""
