"""Periods and times in a text, and what stands in the place of one that is put right."""

import pytest

from coach.text.period_patterns import CLOCK, DAY, OFTEN, SPAN
from coach.text.periods import periods_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a delivery every five days", [(OFTEN, "every five days")]),
        ("reports twice a month, not weekly", [(OFTEN, "twice a month"), (OFTEN, "weekly")]),
        ("the parts in three weeks", [(SPAN, "in three weeks")]),
        ("before six in the morning", [(CLOCK, "before six in the morning")]),
        ("by the end of May", [(DAY, "by the end of May")]),
        ("they may come at 12 sites", []),
        ("every plant decides", []),
        ("每天送一次货", [(OFTEN, "每天送一次")]),
        ("每周三次", [(OFTEN, "每周三次")]),
        ("每周三送货", [(OFTEN, "每周三")]),
        ("三周内交货", [(SPAN, "三周内")]),
        ("早上六点前送到", [(CLOCK, "早上六点前")]),
        ("五月底前装完", [(DAY, "五月底前")]),
        ("他们有两家工厂", []),
    ],
)
def test_what_is_found(text, expected):
    assert [(found.kind, text[found.start : found.end]) for found in periods_in(text)] == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("before six in the morning", "before seven", "before seven in the morning"),
        ("in two months", "six weeks", "in six weeks"),
        ("every Monday", "Thursday", "every Thursday"),
        ("weekly reports", "every two weeks", "reports every two weeks"),
        ("每周送两次", "每周三次", "每周送三次"),
        ("早上六点前", "七点前", "早上七点前"),
    ],
)
def test_what_takes_its_place(old, new, expected):
    assert periods_in(new)[0].put_in(old, periods_in(old)[0]) == expected
