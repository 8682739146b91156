"""Rasa's REST channel, except that nobody can say in a request who is speaking for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa.core.channels.rest import RestInput

if TYPE_CHECKING:
    from sanic import Request


class Rest(RestInput):
    """Passes on no `metadata`: in it, our own channels name the user whose account book a turn is about."""

    def get_metadata(self, request: Request) -> None:
        """Return None: what a request carries there is ignored."""
        return None
