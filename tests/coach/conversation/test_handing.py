"""Files that a turn hands out: written in the terminal, named for a channel that sends or links them, and made then."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from coach.accounts.errors import NotFoundError
from coach.context import Context
from coach.conversation.state import Conversation
from coach.handing import SENT, TOLD
from coach.view.files import NoVisitError
from coach.view.handed import handed_file
from tests.coach.conversation.chat import LEARNED, NAME, kept, talk

TODAY = date(2026, 3, 2)
BASE = "/api/chat/files/"
ASKED = [  # language, what is typed, what each file begins with
    ("zh", "保存结果", {"page.md": b"# "}), ("en", "save as markdown", {"page.md": b"# Nordlicht"}),
    ("zh", "拜访简报 pdf", {"brief.pdf": b"%PDF"}), ("en", "brief as pdf", {"brief.pdf": b"%PDF"}),
    ("en", "brief as html", {"brief.html": b"<!doctype html>"}), ("zh", "简报存成markdown", {"brief.md": b"# "}),
    ("zh", "导出客户", {"export.zip": b"PK"}), ("en", "export the account", {"export.zip": b"PK"}),
    ("zh", "画影响力地图", {"map.png": b"\x89PNG", "matrix.png": b"\x89PNG"}),
    ("en", "show the influence map", {"map.png": b"\x89PNG", "matrix.png": b"\x89PNG"}),
]  # fmt: skip


def made(state: Conversation, lang: str, context: Context) -> dict[str, bytes]:
    files = [(file, handed_file(file, state, lang, context)) for file in state.files]
    return {f"{file['what']}.{file['form']}": one.data for file, one in files}


@pytest.mark.parametrize(("lang", "text", "begins"), ASKED)
@pytest.mark.parametrize("files", [SENT, BASE])
def test_nothing_is_written_where_the_channel_hands_it_over(
    context: Context, lang: str, text: str, begins: dict[str, bytes], files: str
) -> None:
    context = replace(context, files=files)
    state, said = talk(context, [text], kept(context, lang))
    assert not context.results.exists()
    assert str(context.home) not in said
    found = made(state, lang, context)
    assert {name: data.lower().startswith(begins[name].lower()) for name, data in found.items()} == dict.fromkeys(
        begins, True
    )
    assert [NAME[lang] in str(file) for file in state.files] == [False] * len(state.files)
    assert said.count(f"]({BASE}") == (len(begins) if files == BASE else 0)
    again, _ = talk(context, [{"zh": "总结", "en": "summary"}[lang]], state)
    assert again.files == []  # of that turn only


@pytest.mark.parametrize(("lang", "text", "begins"), ASKED)
def test_the_terminal_writes_and_says_where(context: Context, lang: str, text: str, begins: dict[str, bytes]) -> None:
    state, said = talk(context, [text], kept(context, lang))
    assert state.files == []
    assert str(context.results) in said
    assert [path for path in context.results.iterdir() if path.is_file()]


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("zh", "保存结果", ["只能发文字", "水面"]), ("en", "save as markdown", ["Only text", "# Nordlicht"]),
        ("zh", "拜访简报 pdf", ["只能发文字", "拜访一页纸"]), ("en", "brief as docx", ["Only text", "# Nordlicht"]),
        ("zh", "导出客户", ["导出 ZIP"]), ("en", "export the account", ["Export ZIP"]),
        ("zh", "画影响力地图", ["在网页上打开"]), ("en", "show the influence map", ["on the web page"]),
        ("zh", "拜访简报 ics", ["还没有计划好的拜访"]), ("en", "brief as ics", ["No visit to"]),
    ],
)  # fmt: skip
def test_where_only_text_is_taken_it_is_told_or_said_where_it_is(
    context: Context, lang: str, text: str, told: list[str]
) -> None:
    context = replace(context, files=TOLD)
    state, said = talk(context, [text], kept(context, lang))
    assert [part for part in told if part not in said] == []
    assert str(context.home) not in said
    assert (state.files, context.results.exists()) == ([], False)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_not_in_the_book_yet_is_handed_out_while_it_is_talked_about(context: Context, lang: str) -> None:
    context = replace(context, files=SENT)
    state, _ = talk(context, [*LEARNED[lang], {"zh": "拜访简报 markdown", "en": "brief as markdown"}[lang]])
    assert NAME[lang] in made(state, lang, context)["brief.md"].decode()
    moved_on = replace(state, interview=replace(state.interview, account="Another Ltd"))
    with pytest.raises(NotFoundError):
        made(moved_on, lang, context)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_of_another_customer_is_not_handed_out(context: Context, lang: str) -> None:
    context = replace(context, files=SENT)
    state, _ = talk(context, [*LEARNED[lang], {"zh": "保存结果", "en": "save"}[lang]])
    assert NAME[lang] in made(state, lang, context)["page.md"].decode()
    with pytest.raises(NotFoundError):
        made(replace(state, interview=replace(state.interview, account="Another Ltd")), lang, context)


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("zh", "拜访简报 docx", "Markdown、HTML、PDF"), ("en", "brief as docx", "Markdown, HTML, PDF"),
        ("zh", "拜访简报 ics", "还没有计划好的拜访"), ("en", "brief as ics", "No visit to"),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_said_and_named_nowhere(context: Context, lang: str, text: str, said: str) -> None:
    state, answer = talk(replace(context, files=SENT), [text], kept(context, lang))
    assert said in answer
    assert state.files == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_to_save_hands_out_nothing(context: Context, lang: str) -> None:
    state, said = talk(replace(context, files=SENT), [{"zh": "保存结果", "en": "save"}[lang]])
    assert state.files == []
    assert {"zh": "还没有可保存的内容", "en": "nothing to save"}[lang] in said


@pytest.mark.parametrize(
    "file",
    [
        {}, {"what": "page", "form": "exe", "of": ""}, {"what": "../etc", "form": "md", "of": ""},
        {"what": "brief", "form": "exe", "of": "x"}, {"what": "export", "form": "zip", "of": "nobody"},
        {"what": "map", "form": "svg", "of": ""},
    ],
)  # fmt: skip
def test_a_file_that_there_is_not(context: Context, file: dict[str, str]) -> None:
    with pytest.raises(NotFoundError):
        handed_file(file, Conversation(), "en", context)


def test_an_invitation_without_a_visit_is_told_apart(context: Context) -> None:
    state = kept(context, "en")
    key = context.book.accounts()[0].id
    with pytest.raises(NoVisitError):
        handed_file({"what": "brief", "form": "ics", "of": key}, state, "en", context)


def test_an_account_of_somebody_else_stays_theirs(context: Context) -> None:
    kept(context, "en")
    key = context.book.accounts()[0].id
    with pytest.raises(NotFoundError):
        handed_file({"what": "export", "form": "zip", "of": key}, Conversation(), "en", replace(context, user="bob"))


def test_the_export_holds_the_contacts(context: Context) -> None:
    state, _ = talk(replace(context, files=SENT), ["export the account"], kept(context, "en"))
    archive = zipfile.ZipFile(io.BytesIO(made(state, "en", context)["export.zip"]))
    assert "Anna" in archive.read("contacts.csv").decode()
