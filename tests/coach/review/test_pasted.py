"""A transcript pasted into the conversation gives the page, or says what to do."""

from datetime import date
from pathlib import Path

import pytest

from coach.review.pasted import MAX_PASTED, review_pasted

SAMPLES = Path(__file__).parent / "samples"
TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ((SAMPLES / "led_good.zh.txt").read_text(encoding="utf-8"), "zh", "陈晓 对 王磊"),
        ((SAMPLES / "packaging_good.en.vtt").read_text(encoding="utf-8"), "en", "Laura Benson with David Moore"),
        ("Ann: Good morning.\nBo: Good morning.", "en", "can't tell who sells"),
        ("Ann: Good morning.\nAnn: Anybody there?", "en", "Only Ann speaks here"),
        ("小陈：您好。\n小陈：在吗？", "zh", "只有小陈一个人说话"),
        ("nothing here", "zh", "每句前面写上名字，例如“张三：您好”。第 1 行：前面没有名字"),
        ("We met.\nIt went well.", "en", "Begin each turn with a name, such as “Sam: Good morning”. Line 1: no name"),
        ("Ann: hi\n" * (MAX_PASTED // 8 + 1), "en", "100,000"),
    ],
)
def test_pasted(tools, text, lang, expected):
    assert expected in review_pasted(text, tools, TODAY, lang)


def test_lines_that_cannot_be_read_are_said(tools):
    text = "[00:01] nobody\nSeller: What do you use today?\nCustomer: Panels from Ningbo."
    assert "could not be read in full: 1 (line 1)" in review_pasted(text, tools, TODAY, "en")
