"""`python -m benchmarks.many_people`: the server, where the header X-User says who speaks. For benchmarks only."""

from __future__ import annotations

import sys
from typing import Any

from server.serve import main


def person(_gate: Any, request: Any) -> Any:
    """Take the word of whoever asks."""
    from channels.web.person import Person

    user = request.headers.get("x-user", "nobody")
    return Person(user, user, manager=False)


def serve() -> int:
    """Serve until stopped."""
    from server import quiet, rasa_patches

    quiet.hush()
    rasa_patches.before_import()
    from channels.web.sign_in.gate import Gate

    Gate.person = person  # type: ignore[method-assign]
    return main()


if __name__ == "__main__":
    sys.exit(serve())
