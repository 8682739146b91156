"""Speech written down without marks is cut where a new subject begins; what belongs to a word before it stays."""

import pytest

from coach.text.run_on import pieces

SPOKEN = [
    (
        "they bake for the schools and the mixer broke in may and they lost two weeks of orders over it",
        ["they bake for the schools ", "and the mixer broke in may ", "and they lost two weeks of orders over it"],
    ),
    (
        "purchasing is anna lind she handles the contract and the orders he wants it wrapped on pallets by easter",
        [
            "purchasing is anna lind ",
            "she handles the contract and the orders ",
            "he wants it wrapped on pallets by easter",
        ],
    ),
    ("what they need most of all is what she told me on the phone when we spoke last week about it", None),
    ("she wants oak and he wants pine", None),
    (
        "车间的头姓何他带着二十来个人他说锯条一个月断三回我跟他聊了半天他倒是没走",
        ["车间的头姓何", "他带着二十来个人", "他说锯条一个月断三回", "我跟他聊了半天", "他倒是没走"],
    ),
    ("老板跟他说了三回要是他再迟到就让他回家种地去大家听了都怕", None),
    (
        "He runs the stores, and the new roof leaked twice into the hall before the winter was over there",
        ["He runs the stores, ", "and the new roof leaked twice into the hall before the winter was over there"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_pieces(text, expected):
    assert [text[start:end] for start, end in pieces(text, (0, len(text)))] == (expected or [text])


def test_a_clause_that_goes_on_without_end_is_cut_at_its_last_and():
    text = (
        "forty buns a minute electric with heat pump a steel belt certified for food grade oil on both sides "
        "of the tunnel and fitted over easter"
    )
    assert [text[start:end] for start, end in pieces(text, (0, len(text)))][-1] == "fitted over easter"
