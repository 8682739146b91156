"""Transcripts of every form are read; what cannot be read is named with its line."""

import pytest

from coach.cli.tools import read_text
from coach.review.pasted import looks_like_transcript
from coach.review.read_transcript import form_of, read_transcript
from coach.review.times import clock, seconds_of

VTT = """WEBVTT

NOTE two people

cue-1
00:01.000 --> 00:04.000 align:start
<v.loud Ann Lee>Hello &amp; welcome.</v>

00:04.000 --> 00:06.000
<v Bo>Hi.</v>

00:06.000 --> 00:08.000
<v Bo>We need</v> <v Ann Lee>Yes?</v>
"""
SRT = "1\n00:00:01,000 --> 00:00:04,000\nAnn: Hello.\n\n2\n00:00:05,500 --> 00:00:06,000\nBo: Hi.\n\n3\n00:00:07,000 --> 00:00:08,000\nand thanks.\n"

# (ending, text, [(speaker, words, start, line)])
FORMS = [
    ("txt", "Ann: Hello.\nBo: Hi.", [("Ann", "Hello.", None, 1), ("Bo", "Hi.", None, 2)]),
    ("txt", "王磊：你好。\n陈晓：您好！", [("王磊", "你好。", None, 1), ("陈晓", "您好！", None, 2)]),
    ("txt", "[00:12] Ann: Hello.\n[00:15] Bo: Hi.", [("Ann", "Hello.", 12.0, 1), ("Bo", "Hi.", 15.0, 2)]),
    ("txt", "00:01:02 Ann: Hello.\n00:01:05 Bo: Hi.", [("Ann", "Hello.", 62.0, 1), ("Bo", "Hi.", 65.0, 2)]),
    ("txt", "Ann (00:12): Hello.\nBo (00:13): Hi.", [("Ann", "Hello.", 12.0, 1), ("Bo", "Hi.", 13.0, 2)]),
    ("txt", "说话人1 00:03\n你好。\n\n说话人2 00:05\n您好。", [("说话人1", "你好。", 3.0, 1), ("说话人2", "您好。", 5.0, 4)]),
    ("txt", "Ann: Hello\nthere.\nBo: Hi.", [("Ann", "Hello there.", None, 1), ("Bo", "Hi.", None, 3)]),
    ("txt", "王磊：要求是\n五年质保。\n陈晓：好。", [("王磊", "要求是五年质保。", None, 1), ("陈晓", "好。", None, 3)]),
    ("txt", "- **Ann:** Hello.\n- **Bo:** Hi.", [("Ann", "Hello.", None, 1), ("Bo", "Hi.", None, 2)]),
    ("txt", "Date: 2026-03-02\nAnn: Hello.\nBo: Hi.", [("Ann", "Hello.", None, 2), ("Bo", "Hi.", None, 3)]),
    ("txt", "\ufeffAnn: See http://a.b at 10:30.\nBo: Hi.", [("Ann", "See http://a.b at 10:30.", None, 1), ("Bo", "Hi.", None, 2)]),
    ("txt", "ann: a\nBo: b\nAnn: c\nBo: my point is\nthe price is this: 5 dollars\nAnn: ok", [
        ("ann", "a", None, 1), ("Bo", "b", None, 2), ("ann", "c", None, 3),
        ("Bo", "my point is the price is this: 5 dollars", None, 4), ("ann", "ok", None, 6)]),
    ("vtt", VTT, [("Ann Lee", "Hello & welcome.", 1.0, 7), ("Bo", "Hi.", 4.0, 10), ("Bo", "We need", 6.0, 13), ("Ann Lee", "Yes?", 6.0, 13)]),
    ("srt", SRT, [("Ann", "Hello.", 1.0, 3), ("Bo", "Hi. and thanks.", 5.5, 7)]),
    ("csv", "speaker,text,start\nAnn,Hello.,0:05\nBo,\"Hi, Ann.\",7\n", [("Ann", "Hello.", 5.0, 2), ("Bo", "Hi, Ann.", 7.0, 3)]),
    ("csv", "开始时间;说话人;内容\n00:01;王磊;你好。\n", [("王磊", "你好。", 1.0, 2)]),
    ("csv", "Name\tMessage\nAnn\t\"Hello\nthere.\"\nBo\tHi.\n", [("Ann", "Hello there.", None, 2), ("Bo", "Hi.", None, 4)]),
]  # fmt: skip


@pytest.mark.parametrize(("ending", "text", "expected"), FORMS)
@pytest.mark.parametrize("named", [True, False])
def test_form_is_read(tools, ending, text, expected, named):
    found = read_transcript(text, tools.knowledge.reviewing, ending if named else "")
    assert [(u.speaker, u.text, u.start, u.line) for u in found.utterances] == expected
    assert found.faults == []


# (ending, text, [(line, kind)], number of utterances that are judged all the same)
FAULTS = [
    ("txt", "some words\nAnn: Hello.\nBo: Hi.", [(1, "before_first")], 2),
    ("txt", "Ann: Hello.\n[00:15] no name here\nBo: Hi.", [(2, "no_name")], 2),
    ("txt", "Ann: Hello.\nBo:\nAnn: Are you there?", [(2, "no_words")], 2),
    ("txt", "", [], 0),
    ("vtt", "1\n00:01.000 --> 00:02.000\n<v Ann>Hello.", [(1, "no_webvtt")], 1),
    ("vtt", "WEBVTT\n\n00:x1.000 --> 00:02.000\n<v Ann>Hello.\n\n<v Bo>Hi.", [(3, "bad_timing"), (6, "no_timing")], 1),
    ("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello there.", [(3 + 1, "no_speakers")], 0),
    ("srt", "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\nAnn: Hi.", [(2, "no_words")], 1),
    ("csv", "a,b\nAnn,Hello.\n", [(1, "no_header")], 0),
    ("csv", "speaker,text,start\n,Hello.,1\nAnn,,2\nBo,Hi.,soon\nAnn\n", [(2, "no_cell"), (3, "no_words"), (4, "bad_time"), (5, "no_words")], 1),
]  # fmt: skip


@pytest.mark.parametrize(("ending", "text", "faults", "judged"), FAULTS)
def test_faults_are_named_and_the_rest_is_read(tools, ending, text, faults, judged):
    found = read_transcript(text, tools.knowledge.reviewing, ending)
    assert [(fault.line, fault.kind) for fault in found.faults] == faults
    assert len(found.utterances) == judged


def test_every_kind_of_fault_has_its_words(tools):
    kinds = {kind for _, _, faults, _ in FAULTS for _, kind in faults}
    assert {f"transcript_{kind}" for kind in kinds} <= set(tools.words.keys())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_encodings(tools, tmp_path, encoding):
    path = tmp_path / "call.txt"
    path.write_bytes("王磊：你好，我们要质保。".encode(encoding))
    assert read_text(path, tools.words, "en").lstrip("\ufeff") == "王磊：你好，我们要质保。"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("12:05", 725.0), ("1:00:02", 3602.0), ("00:01,500", 1.5), ("83.4", 83.4), ("soon", None), ("", None)],
)
def test_seconds(text, seconds):
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(("seconds", "shown"), [(None, ""), (65.9, "01:05"), (3725.0, "1:02:05")])
def test_clock(seconds, shown):
    assert clock(seconds) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann: Hello.\nBo: Hi.\nAnn: How are you?\nBo: Fine.", True),
        ("[00:01] 王磊：你好\n[00:02] 陈晓：您好\n[00:05] 王磊：在吗\n[00:07] 陈晓：在", True),
        (VTT, True),
        (SRT, True),
        ("They want 5 years' warranty and 30 days' lead time.", False),
        ("Product: panel\nPrice: 5\nWarranty: 5 years\nDelivery: 30 days", False),
        ("他说：太贵了", False),
        ("Ann: Hello.\nBo: Hi.", False),
        ("", False),
    ],
)
def test_transcript_is_told_from_a_message(text, expected):
    assert looks_like_transcript(text) is expected


def test_table_is_known_by_its_head(tools):
    assert form_of("说话人,内容\n王磊,你好", tools.knowledge.reviewing) == "csv"
