"""The documents lead where they say, and those in two languages have the same links, pictures, commands and settings."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from channels.slack import settings
from server.project import ROOT

PAGES = [ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
TWINS = [page for page in PAGES if page.with_name(f"{page.stem}.zh.md").exists()]
WORDS = ROOT / "knowledge" / "words"
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)
_ELSEWHERE = ("http:", "https:", "mailto:")
BUTTONS = ("brief", "move", "cancel", "contact", "stance", "resume", "after")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@cache
def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def in_chinese(page: Path) -> Path:
    return page.with_name(f"{page.stem}.zh.md")


def links(page: Path) -> list[str]:
    return [link for link in _LINK.findall(_FENCE.sub("", text_of(page))) if not link.startswith(_ELSEWHERE)]


def anchors(page: Path) -> set[str]:
    """Return what GitHub makes of the headings."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", text_of(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@cache
def words(file: str) -> dict[str, dict[str, str]]:
    return yaml.safe_load((WORDS / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, place = link.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), link
        assert not place or place in anchors(there), link


@pytest.mark.parametrize("page", TWINS, ids=name_of)
def test_twins_name_each_other_at_the_top(page: Path) -> None:
    twin = in_chinese(page)
    assert text_of(page).splitlines()[2] == f"中文：[{twin.name}]({twin.name})"
    assert text_of(twin).splitlines()[2] == f"English: [{page.name}]({page.name})"


@pytest.mark.parametrize("page", TWINS, ids=name_of)
def test_twins_show_the_same_pictures(page: Path) -> None:
    shown, other = ([link for link in links(one) if "pictures/" in link] for one in (page, in_chinese(page)))
    assert shown == other


@pytest.mark.parametrize("page", [page for page in TWINS if page.parent != ROOT], ids=name_of)
def test_chinese_readers_are_led_to_chinese_pages(page: Path) -> None:
    twin = in_chinese(page)
    assert f"docs/{twin.name}" in links(ROOT / "README.zh.md")
    for other in PAGES:
        if other.name.endswith(".zh.md") and other != twin:
            assert page.name not in [Path(link).name for link in links(other)], other.name


@pytest.mark.parametrize("name", ["slack", "web"])
def test_twins_have_the_same_commands_and_figures(name: str) -> None:
    page = ROOT / "docs" / f"{name}.md"
    for pattern in (
        r"^ *```sh\n.*?```",  # blocks of commands
        r"`\.venv/[^`]+`|`make [^`]+`|`cd [^`]+`",
        r"`(?:COACH|SLACK)_\w+`",
        r"`[\w/.*]+\.(?:yml|py|ts|sh|json|db|log)`",
        r"\*[A-Z][A-Za-z -]+\*(?!\*)",  # what Slack writes on its pages
        r"\| [\d,]+ m?s \||\| \d+ kB \|",
    ):
        if pattern.startswith(r"\*") and name == "web":
            continue
        said, other = (
            sorted(set(re.findall(pattern, text_of(one), re.DOTALL | re.MULTILINE))) for one in (page, in_chinese(page))
        )
        ours = {f"*{words('slack.yml')[f'slack_button_{button}']['en']}*" for button in BUTTONS}
        assert [one for one in said if one not in ours] == [one for one in other if one not in ours], pattern


def test_slack_tells_every_setting_and_every_button() -> None:
    for lang, page in (("en", "slack.md"), ("zh", "slack.zh.md")):
        text = " ".join(text_of(ROOT / "docs" / page).split())
        for name in (settings.TOKEN, settings.TOKENS, settings.SECRET, settings.APP_TOKEN, settings.API):
            assert f"| `{name}` |" in text
        for button in BUTTONS:
            assert words("slack.yml")[f"slack_button_{button}"][lang] in text, button


def test_the_manifest_has_what_is_changed_for_https() -> None:
    manifest = (ROOT / "slack" / "manifest.yml").read_text(encoding="utf-8")
    assert re.findall(r"^ +# (url|request_url): https://coach\.example\.com/slack/events$", manifest, re.MULTILINE) == [
        "url", "request_url", "request_url",
    ]  # fmt: skip
    assert yaml.safe_load(manifest)["settings"]["socket_mode_enabled"] is True


def test_the_page_is_named_as_it_names_itself() -> None:
    """What stands in “” is a word of the page."""
    known = {
        entry["zh"]
        for path in WORDS.glob("*.yml")
        for key, entry in words(path.name).items()
        if key.startswith("web_") and isinstance(entry["zh"], str)
    }
    said = re.findall("“(.+?)”", text_of(ROOT / "docs" / "web.zh.md"))
    assert said
    assert [name for name in said if name not in known] == []
