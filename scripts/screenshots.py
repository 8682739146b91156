"""Take the pictures of docs/web.md anew: desktop in English, phone in Chinese, from servers with homes of their own.

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

import httpx  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, expect  # noqa: E402

from tests.e2e.browser import launched, watched  # noqa: E402
from tests.e2e.talk import Talk  # noqa: E402
from tests.server.processes import serving  # noqa: E402
from tests.waiting import COMES_S  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
COLOURS = 96  # enough for flat areas and text; keeps each picture below 100 kB
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 360, "height": 720}, "device_scale_factor": 1.5, "has_touch": True}
ENGLISH, CHINESE = {"locale": "en-GB"}, {"locale": "zh-CN"}
DARK = {"color_scheme": "dark"}
INTERVIEW = (
    "Blue Sky Lighting",
    "Mr Wang, their purchasing manager, says the price is too high",
    "Ms Li, their engineer, likes our samples very much",
    "Ms Li said the lights of the last supplier flickered and a school complained",
    "Mr Wang is afraid to lose his job if that happens again",
)
KEPT = ("keep this", "yes", "I will send Ms Li three samples by Thursday", "keep this", "yes")
VISIT = "I am visiting Blue Sky Lighting on 12 March at 10"
CHINESE_INTERVIEW = (
    "客户是蓝天照明，一家做学校照明的公司",
    "采购经理是王总",
    "王总要求价格再低一点",
    "工程部的李工非常支持我们。她说上一家的灯频闪，有个学校投诉了",
    "王总说再出一次事他没法跟老板交代",
)
CHINESE_KEPT = ("记到客户档案", "是", "我周四前给李工寄三个样品", "记到客户档案", "是")
CHINESE_VISIT = "我3月12号上午10点去拜访蓝天照明"
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
    with launched() as browser:
        with tempfile.TemporaryDirectory() as home, serving(Path(home), COACH_LANG="en") as server:
            desktop(browser, server.url)
        with tempfile.TemporaryDirectory() as home, serving(Path(home), COACH_LANG="zh") as server:
            phone(browser, server.url)
    return 0


def desktop(browser: Browser, url: str) -> None:
    """Take the pictures of the large screen, in English."""
    shoot(browser, url, "start", DESKTOP | ENGLISH, place="start")
    say(browser, url, INTERVIEW)
    shoot(browser, url, "chat", DESKTOP | ENGLISH)
    shoot(browser, url, "chat_dark", DESKTOP | ENGLISH | DARK)
    say(browser, url, (*KEPT, VISIT))
    shoot(browser, url, "account", {"viewport": {"width": 1280, "height": 1120}} | ENGLISH, place=account(url))
    say(browser, url, ("rehearse: The old lady buys plums, normal",))
    say(browser, url, CALL)
    shoot(browser, url, "rehearsal", DESKTOP | ENGLISH)
    say(browser, url, ("debrief",))
    shoot(browser, url, "debrief", DESKTOP | ENGLISH)


def phone(browser: Browser, url: str) -> None:
    """Take the pictures of the small screen, in Chinese."""
    say(browser, url, CHINESE_INTERVIEW)
    shoot(browser, url, "chat_phone", PHONE | CHINESE)
    shoot(browser, url, "panel_phone", PHONE | CHINESE, press=".talk-head .icon-button")
    say(browser, url, (*CHINESE_KEPT, CHINESE_VISIT))
    shoot(browser, url, "account_phone", PHONE | CHINESE, place=account(url))
    shoot(browser, url, "scenarios_phone", PHONE | CHINESE | DARK, place="scenarios")


def account(url: str) -> str:
    """Return where the page of the one account is."""
    (one,) = httpx.get(f"{url}/api/accounts", timeout=COMES_S).json()["accounts"]
    return f"account/{one['id']}"


def say(browser: Browser, url: str, lines: tuple[str, ...]) -> None:
    """Hold a part of the conversation."""
    with watched(browser, url, **DESKTOP) as (context, _):
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
