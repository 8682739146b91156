"""Words of telling: right before whom they tell of, blank for what is told, and inside help only in a stance."""

import pytest

from coach.read.matcher import Scan
from coach.read.telling import TIP, tells_of, tip, without_telling
from coach.read.verdict import Verdict


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("maria told me that faisal is against us", "faisal", True),
        ("maria told us faisal signs", "faisal", True),
        ("maria met faisal", "faisal", False),
        ("maria told me the doors freeze and faisal signs", "faisal", False),
        ("李娜告诉我王总反对我们", "王总", True),
        ("李娜和王总都反对我们", "王总", False),
    ],
)
def test_who_is_told_of(text, name, told):
    assert (tells_of(text, 0, text.index(name)) is not None) == told


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Maria told me that the doors freeze", f"Maria{14 * ' '}the doors freeze"),
        ("李娜告诉我门老是冻住", "李娜   门老是冻住"),
        ("Maria complains", None),
        ("李娜抱怨门老是冻住", None),
    ],
)
def test_what_is_told_keeps_its_place(text, left):
    found = without_telling(Scan(text))
    assert found == left
    assert found is None or len(found) == len(text)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Maria told me that Faisal is against us", "Faisal", "told me that"),
        ("李娜告诉我王总反对我们", "王总", "告诉我"),
    ],
)
def test_a_stance_that_is_told_is_a_tip(text, name, words):
    found = tells_of(text.lower(), 0, text.index(name))
    for stance in ("enemy", "opponent", "supporter"):
        verdict = tip(found, 0, Verdict(stance, 0.9))
        assert (verdict.label, [(e.rule, e.text) for e in verdict.evidence]) == ("coach", [(TIP, words)])
        assert text[verdict.evidence[0].start : verdict.evidence[0].end] == words
    for stance in ("neutral", "unknown"):
        assert tip(found, 0, Verdict(stance, 0.9)) is None


def test_what_is_only_said_is_no_tip():
    text = "maria said faisal is against us"
    assert tip(tells_of(text, 0, text.index("faisal")), 0, Verdict("opponent", 0.9)) is None
