"""The coach's Markdown in Slack: exact words, formatting only where it is safe, nothing too long."""

from __future__ import annotations

import pytest

from channels.slack.blocks import Answer, Choice, Origin, escaped_to, messages, settled
from channels.slack.rendering import Piece, cut, length, pieces, plain
from tests.channels.slack.block_kit import faults_of_message, units


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Hello", [Piece("Hello")]),
        ("# Brief & more", [Piece("Brief & more", header=True)]),
        ("## Goal", [Piece("*Goal*", markup=True)]),
        ("## 5 * 3", [Piece("5 * 3")]),
        ("- **Need**: price < 5", [Piece("• *Need*: price &lt; 5", markup=True)]),
        ("- **Need**: 5 * 3", [Piece("• Need: 5 * 3")]),
        (r"- **a\_b**: c", [Piece("• a_b: c")]),
        (r"\<!channel\> \[x\](http://evil.example)", [Piece("<!channel> [x](http://evil.example)")]),
        ("<!channel> & **bold**", [Piece("&lt;!channel&gt; &amp; *bold*", markup=True)]),
        ("** not bold **", [Piece(" not bold ")]),
        ("one\n\ntwo", [Piece("one\n\ntwo")]),
        ("a\n\n**b**\n\nc", [Piece("a"), Piece("*b*", markup=True), Piece("c")]),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |", [Piece("a · b\n1 · 2")]),
        ("1. one\n2. two", [Piece("1. one\n2. two")]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_pieces(markdown: str, expected: list[Piece]) -> None:
    assert pieces(markdown) == expected


def test_plain() -> None:
    assert plain("# Title\n\n- **a**: b \\* c") == "Title\n\n• a: b * c"


@pytest.mark.parametrize(
    "text", ["长" * 10_000, "word " * 2000, "line\n" * 3000, "😀" * 4000, "x" * 9001, "a。" * 3000]
)
def test_cut_loses_nothing(text: str) -> None:
    parts = cut(text, 3000)
    assert all(0 < length(part) <= 3000 for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["", "a", "😀é", "汉字"])
def test_length_is_that_of_javascript(text: str) -> None:
    assert length(text) == units(text)


HARD = [
    "&" * 9000,
    "<!channel>" * 900,
    "**b** " * 1500,
    "**" + "b" * 4000 + "**",
    "# " + "t" * 400,
    "\n\n".join(f"## {i}\n\nx" for i in range(200)),
]


@pytest.mark.parametrize("text", HARD)
def test_hard_texts_stay_within_the_limits(text: str) -> None:
    choices = [Choice("c" * 200, "s"), Choice("long", "x" * 3000), *(Choice(f"{i}", f"{i}") for i in range(6))]
    made = messages(Answer([text], choices, "before"), Origin("slack-T-D", 7))
    assert made
    assert [fault for message in made for fault in faults_of_message(message)] == []


@pytest.mark.parametrize(
    ("text", "shown", "markup"),
    [
        ("say `/coach help` or `a`", "say /coach help or a", False),
        ("**Try** `/coach map`", "*Try* /coach map", True),
        ("a `b", "a `b", False),
        ("\\`x\\`", "`x`", False),
    ],
)
def test_signs_around_code_are_not_shown(text: str, shown: str, markup: bool) -> None:
    assert pieces(text) == [Piece(shown, markup)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- [ ] ask\n- [x] sum up", "• ☐ ask\n• ☑ sum up"),
        ("1. You: hi\n   > Grace: hello", "1. You: hi\n   │ Grace: hello"),
        ("a > b [x] c", "a > b [x] c"),
        ("- [missed] surface", "• [missed] surface"),
    ],
)
def test_boxes_and_quotes_are_drawn(text: str, shown: str) -> None:
    assert pieces(text) == [Piece(shown)]


@pytest.mark.parametrize(
    "word",
    ["水面", "water line"],
)
def test_the_water_line_is_no_strike_through_and_leaves_bold_bold(word: str) -> None:
    assert pieces(f"**A**\n- b\n~~~~~~~~ {word} ~~~~~~~~\n**C**") == [
        Piece(f"*A*\n• b\n≈≈≈ {word} ≈≈≈\n*C*", markup=True)
    ]


def test_buttons_are_under_the_last_message() -> None:
    made = messages(Answer(["x\n\n" + "long. " * 9000], [Choice("Hint", "hint")]), Origin("slack-T-D", 3))
    assert len(made) > 1
    kinds = [[block["type"] for block in message["blocks"]].count("actions") for message in made]
    assert kinds == [0] * (len(made) - 1) + [1]


def test_escaped_to() -> None:
    assert len(escaped_to("&" * 5000, 3900)) <= 3900
    assert escaped_to("a<b", 3900) == "a&lt;b"


def test_settled_says_what_was_chosen_in_place_of_the_buttons() -> None:
    (message,) = messages(Answer(["a & b"], [Choice("Hint", "hint")]), Origin("slack-T-D", 3))
    back = [{**block, "block_id": block.get("block_id", "x1")} for block in message["blocks"]]
    back[0]["text"]["text"] = "a &amp; b"
    after = settled(back, "You chose: Hint")
    assert [block["type"] for block in after] == ["section", "context"]
    assert after[0]["text"]["text"] == "a & b"


def test_remarks_of_one_text_begin_in_one_column() -> None:
    (message,) = messages(Answer(["  (good) One.\n  (to improve) Two."]))
    assert message["blocks"][0]["text"]["text"] == "(good) One.\n(to improve) Two."
