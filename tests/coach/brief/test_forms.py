"""Markdown, HTML, PDF and .ics: nothing of what users write becomes markup, and the same brief gives the same bytes."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from html.parser import HTMLParser
from typing import Any

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from coach.accounts.records import Dossier
from coach.brief.brief import Brief, Line, Section, brief, next_visit
from coach.brief.html import html
from coach.brief.invitation import invitation
from coach.brief.markdown import escaped, markdown
from coach.brief.pdf import pdf
from coach.brief.plain import plain
from coach.brief.write import FORMS, written
from coach.context import Tools
from tests.coach.brief.accounts import ASOF, HOSTILE, VISIT, empty, hostile, nordlicht

STAMP = datetime(2026, 3, 2, tzinfo=timezone.utc)
OWN_TAGS = {
    "html",
    "span",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "h1",
    "h2",
    "section",
    "ul",
    "li",
    "strong",
    "figure",
}
SVG_TAGS = {
    "svg",
    "desc",
    "g",
    "rect",
    "text",
    "tspan",
    "path",
    "line",
    "circle",
    "polygon",
    "polyline",
    "defs",
    "marker",
}


def made(dossier: Dossier, tools: Tools, lang: str = "en") -> Brief:
    return brief(dossier, next_visit(dossier, ASOF), ASOF, lang, tools)


def file(form: str, dossier: Dossier, tools: Tools, lang: str = "en") -> bytes:
    return written(made(dossier, tools, lang), form, dossier, next_visit(dossier, ASOF), STAMP, tools)


def hostile_brief() -> Brief:
    """A brief with the worst text in every field."""
    lines = (Line(HOSTILE, HOSTILE), Line(HOSTILE), Line("", HOSTILE))
    return Brief(HOSTILE, HOSTILE, "en", ": ", (Section("visit", HOSTILE, lines),), 1)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_brief_gives_the_same_bytes(tools: Tools, form: str, lang: str) -> None:
    assert file(form, nordlicht(), tools, lang) == file(form, nordlicht(), tools, lang)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("# a", r"\# a"), ("[x](y)", r"\[x\](y)"), ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"), ("<b>", r"\<b\>"),
        ("a\r\n\n- b", "a - b"), ("a | b", r"a \| b"), ("\\", r"\\"), ("你好", "你好"),
    ],
)  # fmt: skip
def test_markdown_is_escaped(text: str, safe: str) -> None:
    assert escaped(text) == safe


def test_no_field_breaks_the_markdown(tools: Tools) -> None:
    for page in (hostile_brief(), made(hostile(), tools)):
        said = markdown(page)
        assert not re.search(r"(?<!\\)[<`\[]", said)
        assert all(re.match(r"(# |## |- |$)", line) for line in said.splitlines())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_field_breaks_the_html(tools: Tools, lang: str) -> None:
    for text in (html(hostile_brief()), file(".html", hostile(), tools, lang).decode()):
        tags = Tags()
        tags.feed(text)
        assert {tag for tag, _ in tags.found} <= OWN_TAGS | SVG_TAGS
        assert not [
            name for _, attrs in tags.found for name in attrs if name.startswith("on") or name in ("href", "src")
        ]
        assert "default-src 'none'" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_day_stays_on_one_line_of_the_html(tools: Tools, lang: str) -> None:
    text = file(".html", nordlicht(), tools, lang).decode()
    items = "".join(re.findall(r"<li>.*?</li>", text, re.DOTALL))
    days = re.findall(r"\d{4}-\d{2}-\d{2}", items)
    assert days
    assert len(re.findall(r'<span class="day">\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?</span>', items)) == len(days)


def test_the_html_holds_the_map_when_there_is_somebody(tools: Tools) -> None:
    assert b"<svg" in file(".html", nordlicht(), tools)
    assert b"<figure" not in file(".html", empty(), tools)
    assert 'lang="zh"' in file(".html", nordlicht(), tools, "zh").decode()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pdf_is_one_page_with_all_words(tools: Tools, lang: str) -> None:
    page = made(nordlicht(), tools, lang)
    reader = PdfReader(io.BytesIO(pdf(page)))
    assert len(reader.pages) == 1
    text = "".join(reader.pages[0].extract_text().split())
    assert all("".join(section.title.split()) in text for section in page.sections)
    assert "fivepercentless" in text


def test_a_full_pdf_takes_smaller_letters_and_a_hostile_one_is_written() -> None:
    long = replace(hostile_brief(), sections=(Section("visit", "When", tuple(Line("word " * 40) for _ in range(22))),))
    assert len(PdfReader(io.BytesIO(pdf(long))).pages) == 1
    assert pdf(hostile_brief()).startswith(b"%PDF")


def event_of(data: bytes) -> Any:
    [event] = Calendar.from_ical(data.decode()).walk("VEVENT")
    return event


@pytest.mark.parametrize(
    ("zone", "starts"),
    [
        ("Europe/Berlin", "2026-03-05T10:00:00+01:00"), ("Asia/Shanghai", "2026-03-05T10:00:00+08:00"),
        ("", "2026-03-05T10:00:00"), ("Nowhere/Land", "2026-03-05T10:00:00"), ("../../etc/passwd", "2026-03-05T10:00:00"),
        ("x" * 999, "2026-03-05T10:00:00"), (HOSTILE, "2026-03-05T10:00:00"), ("Europe", "2026-03-05T10:00:00"),
    ],
)  # fmt: skip
def test_time_zones(tools: Tools, zone: str, starts: str) -> None:
    visit = replace(VISIT, zone=zone)
    event = event_of(invitation(visit, made(nordlicht(), tools), STAMP, tools.knowledge.visiting))
    assert event.decoded("dtstart").isoformat() == starts
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=60)


def test_the_file_for_a_calendar(tools: Tools) -> None:
    visit = replace(VISIT, version=3)
    event = event_of(invitation(visit, made(nordlicht(), tools), STAMP, tools.knowledge.visiting))
    assert (event["uid"], event["sequence"], event["class"]) == ("v1@sales-coach", 2, "PRIVATE")
    assert (event["summary"], event["location"]) == ("Nordlicht: visit brief", "Hamburg")
    assert "“five percent less”" in event["description"]
    assert "**" not in event["description"]
    triggers = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert triggers == [-timedelta(hours=16), -timedelta(hours=1)]  # 18:00 of the day before a visit at 10:00
    assert "status" not in event
    cancelled = event_of(
        invitation(
            replace(visit, state="cancelled", place=""), made(nordlicht(), tools), STAMP, tools.knowledge.visiting
        )
    )
    assert (cancelled["status"], "location" in cancelled) == ("CANCELLED", False)


@pytest.mark.parametrize("starts", ["2026-03-05", "2026-03-05T10:00+02:00", "2026-03-29T02:30"])
def test_odd_starts_are_written(tools: Tools, starts: str) -> None:
    assert event_of(
        invitation(replace(VISIT, starts=starts), made(nordlicht(), tools), STAMP, tools.knowledge.visiting)
    ).decoded("dtstart")


def test_no_field_adds_a_line_to_the_calendar(tools: Tools) -> None:
    dossier = hostile()
    for page in (made(dossier, tools), hostile_brief()):
        data = invitation(dossier.visits[1], page, STAMP, tools.knowledge.visiting).decode()
        unfolded = data.replace("\r\n ", "")
        assert not [line for line in unfolded.splitlines() if line.startswith(("ATTENDEE", "\nATTENDEE"))]
        assert "\r" not in unfolded.replace("\r\n", "")
        assert "\n" not in unfolded.replace("\r\n", "")
        assert len(list(Calendar.from_ical(data).walk("VEVENT"))) == 1


def test_plain_text_has_no_markup(tools: Tools) -> None:
    text = plain(made(nordlicht(), tools, "zh"))
    assert text.startswith("Nordlicht：拜访一页纸\n\n时间地点\n- 2026-03-05 10:00")
    assert "**" not in text + plain(made(nordlicht(), tools))


def test_forms_and_names(tools: Tools) -> None:
    with pytest.raises(KeyError):
        file(".docx", nordlicht(), tools)
    with pytest.raises(ValueError, match="no visit"):
        file(".ics", empty(), tools)
