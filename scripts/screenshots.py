"""Take the pictures of docs/web.md anew: desktop and phone, light and dark, from a server with a home of its own.

.venv/bin/python scripts/screenshots.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, expect  # noqa: E402

from tests.e2e.browser import launched, watched  # noqa: E402
from tests.e2e.talk import Talk  # noqa: E402
from tests.server.processes import serving  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
COLOURS = 96  # enough for flat areas and text; keeps each picture below 100 kB
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 360, "height": 720}, "device_scale_factor": 1.5, "has_touch": True}
ENGLISH, CHINESE = {"locale": "en-GB"}, {"locale": "zh-CN"}
DARK = {"color_scheme": "dark"}
INTERVIEW = (
    "Blue Sky Lighting",
    "Mr Wang, their purchasing manager, says the price is too high",
    "Ms Li from engineering supports us. She said the lights of the last supplier flickered and a school complained",
    "Mr Wang is afraid to lose his job if that happens again",
)
CALL = (
    "Good morning, may I ask you a few questions?",
    "Who are the plums for?",
    "You said your daughter-in-law. What is it like for her at the moment?",
    "What would it mean for you if she ate well again?",
)


def main() -> int:
    """Write the pictures. Returns 1 when the page could not be built."""
    if subprocess.run([ROOT / "scripts" / "build_page.sh"], cwd=ROOT).returncode:
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, serving(Path(home), COACH_LANG="en") as server, launched() as browser:
        shoot(browser, server.url, "start", DESKTOP | ENGLISH, place="start")
        say(browser, server.url, INTERVIEW)
        shoot(browser, server.url, "chat", DESKTOP | ENGLISH)
        shoot(browser, server.url, "chat_dark", DESKTOP | ENGLISH | DARK)
        shoot(browser, server.url, "chat_phone", PHONE | CHINESE)
        shoot(browser, server.url, "panel_phone", PHONE | CHINESE, press=".talk-head .icon-button")
        say(browser, server.url, ("rehearse: The old lady buys plums, normal",))
        say(browser, server.url, CALL)
        shoot(browser, server.url, "rehearsal", DESKTOP | ENGLISH)
        say(browser, server.url, ("debrief",))
        shoot(browser, server.url, "debrief", DESKTOP | ENGLISH)
        shoot(browser, server.url, "scenarios_phone", PHONE | CHINESE | DARK, place="scenarios")
    return 0


def say(browser: Browser, url: str, lines: tuple[str, ...]) -> None:
    """Hold a part of the conversation."""
    with watched(browser, url, **DESKTOP, **ENGLISH) as (context, _):
        talk = Talk(context.new_page(), url).open()
        for line in lines:
            talk.say(line)


def shoot(browser: Browser, url: str, name: str, options: dict, place: str = "chat", press: str = "") -> None:
    """Take one picture, with few colours so that it is small."""
    with watched(browser, url, **options) as (context, _):
        page = context.new_page()
        Talk(page, url).open(place)
        expect(page.locator(".loading")).to_have_count(0)
        page.wait_for_timeout(500)
        if press:
            page.locator(press).click()
            page.wait_for_timeout(400)
        taken = Image.open(BytesIO(page.screenshot())).convert("RGB")
    taken.quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    raise SystemExit(main())
