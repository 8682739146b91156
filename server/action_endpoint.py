"""Runs custom actions in the Rasa process, along the path of the action server but without HTTP."""

from __future__ import annotations

import json
from typing import Any

from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException


class InProcessEndpoint(EndpointConfig):
    """An action endpoint that hands the request to the action executor of rasa_sdk."""

    def __init__(self, package: str = "actions") -> None:
        # selective_domain: our actions do not read the domain, so it is not serialised on each turn
        super().__init__(url="in-process:", selective_domain=True)
        self.executor = ActionExecutor()
        self.executor.register_package(package)

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Return the action's events and responses. Raises what Rasa expects of an action server."""
        try:
            return await self.executor.run(kwargs["json"])
        except ActionExecutionRejection as error:
            body = {"error": str(error), "action_name": error.action_name}
            raise ClientResponseError(400, "rejected", json.dumps(body)) from error
        except ActionNotFoundException as error:
            body = {"error": str(error), "action_name": error.action_name}
            raise ClientResponseError(404, "not found", json.dumps(body)) from error
