"""What the launchers import before they know anything of their home and settings. Imported once, by `forking`."""

from server import rasa_patches
from server.quiet import hush

hush()
rasa_patches.before_import()

import rasa.core.agent  # noqa: E402
import rasa.core.channels  # noqa: E402, F401
import sanic  # noqa: E402, F401

import channels.slack.channel  # noqa: E402
import channels.web.channel  # noqa: E402, F401
import coach.assistant  # noqa: E402, F401
import server.chat  # noqa: E402
import server.serve  # noqa: E402, F401
import tests.server.forking  # noqa: E402, F401
