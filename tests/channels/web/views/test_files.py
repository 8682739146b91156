"""Files that the conversation hands out as links: made when they are fetched, for whoever the conversation is with."""

from __future__ import annotations

import json
import re

import pytest

from coach.context import Context, Tools
from coach.conversation.state import Conversation
from coach.conversation.step import step
from tests.channels.web.views.conftest import TODAY, Page
from tests.coach.conversation.chat import KEEP, LEARNED, NAME


def talked(page: Page, tools: Tools, *texts: str) -> str:
    """Keep a conversation in which `texts` were said, as the page's channel hands it to the coach; return the last answer."""
    state, said = Conversation(), [""]
    for text in texts:
        state, said = step(state, text, Context(tools, TODAY, page.home, "ann", files="/api/chat/files/"))
    page.store.states["ann"] = json.dumps(state.to_json())
    return "\n".join(said)


def links(said: str) -> list[str]:
    return re.findall(r"\]\((/api/chat/files/[^)\s]+)\)", said)


@pytest.mark.parametrize(
    ("lang", "text", "begins"),
    [
        ("en", "brief as pdf", [b"%PDF"]), ("zh", "拜访简报 html", [b"<!DOCTYPE html>"]), ("en", "save", [b"# "]), ("zh", "保存结果", [b"# "]),
        ("en", "export the account", [b"PK"]), ("zh", "画影响力地图", [b"\x89PNG", b"\x89PNG"]),
    ],
)  # fmt: skip
def test_links_of_the_conversation_lead_to_the_files(
    page: Page, tools: Tools, lang: str, text: str, begins: list[bytes]
) -> None:
    said = talked(page, tools, *LEARNED[lang], *KEEP[lang], text)
    found = [page.ask("GET", link) for link in links(said)]
    assert [answer.status_code for answer in found] == [200] * len(begins)
    assert [answer.content[: len(start)].lower() for answer, start in zip(found, begins, strict=True)] == [
        s.lower() for s in begins
    ]
    for answer in found:
        assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
        assert answer.headers["cache-control"] == "no-store"
    assert not (page.home / "results").exists()
    assert NAME[lang] not in "".join(links(said))
    assert [page.ask("GET", link, user="bob").status_code for link in links(said)] == [404] * len(begins)


@pytest.mark.parametrize(
    ("lang", "save", "said"), [("en", "save", "about another customer by now"), ("zh", "保存结果", "已经在谈别的客户")]
)
def test_a_link_of_another_customer_by_now_says_what_to_do(
    page: Page, tools: Tools, lang: str, save: str, said: str
) -> None:
    [link] = links(talked(page, tools, *LEARNED[lang], save))
    talked(page, tools, "The customer is Acme", "They want it cheaper")
    answer = page.ask("GET", link)
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "file_stale")
    assert said in answer.json()["error"]["message"]


@pytest.mark.parametrize("name", ["brief.exe", "nothing.md", "page.pdf", "export.zip"])
def test_files_of_the_conversation_that_there_are_not(page: Page, name: str) -> None:
    assert page.ask("GET", f"/api/chat/files/{name}?of=x").status_code == 404
