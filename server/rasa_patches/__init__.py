"""Patches of Rasa 3.6.21: one file each, with the reason, the gain, and what the patched code was.

`tests/server/rasa_patches/` fails when the code under a patch changes.

Looked at and left alone: `Event.resolve_by_type` walks all subclasses for each event, which matters in long
conversations only, and ours are bounded (server/recent_events.py): 0.4 ms a turn.
"""

from __future__ import annotations

from server.rasa_patches import schema_once, tensorflow_stub


def before_import() -> None:
    """Install what must be there before Rasa is imported."""
    tensorflow_stub.install()


def after_import() -> None:
    """Replace parts of Rasa. Imports Rasa."""
    schema_once.install()
