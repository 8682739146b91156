""" "Who is against us?" lists those alone."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.people import hear
from coach.context import Context
from coach.interview.asks import people
from coach.read.requests import Request

TOLD = {
    "en": ["Anna Berg is firmly against us.", "Ms. Hill is on our side.", "Mia Lund treats all suppliers alike."],
    "zh": ["王工坚决反对我们。", "陈姐站在我们这边。", "李经理对三家一视同仁。"],
}


@pytest.mark.parametrize(
    ("lang", "text", "named", "left_out"),
    [
        ("en", "who is against us?", ["Anna Berg"], ["Ms. Hill", "Mia Lund"]),
        ("en", "who is on our side?", ["Ms. Hill"], ["Anna Berg", "Mia Lund"]),
        ("en", "who stands where?", ["Anna Berg", "Ms. Hill", "Mia Lund"], []),
        ("zh", "谁反对我们?", ["王工"], ["陈姐", "李经理"]),
        ("zh", "谁支持我们?", ["陈姐"], ["王工", "李经理"]),
        ("zh", "都有谁?", ["王工", "陈姐", "李经理"], []),
    ],
)
def test_the_side_asked_for(lang, text, named, left_out, tools):
    context = Context(tools, date(2026, 11, 26), Path("unused"))
    [said] = people(hear(lang, TOLD[lang], context), Request("people", ""), text, context)
    assert all(name in said for name in named)
    assert not any(name in said for name in left_out)


@pytest.mark.parametrize(
    ("lang", "text", "words"), [("en", "who is against us?", "nobody"), ("zh", "谁反对我们?", "看不出")]
)
def test_nobody_on_the_side_asked_for(lang, text, words, tools):
    context = Context(tools, date(2026, 11, 26), Path("unused"))
    [said] = people(hear(lang, TOLD[lang][1:], context), Request("people", ""), text, context)
    assert words in said
